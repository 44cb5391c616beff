import Language

/// A deed of the trainee's own that its time makes a promise: "I see the head of year today at 12".
enum TimedDeed {
  /// Words a clause may open with before "I".
  static let leads: Set<String> = [
    "and", "so", "then", "but", "now", "ok", "okay", "yes", "right", "well", "today", "tomorrow",
  ]

  /// Place of the verb after an opening "I" or "I am": a word of the present that grammar does not account for.
  static func verb(in words: [Token]) -> Int? {
    guard words.first?.normal == "i", words.count >= 3 else { return nil }
    let isDoing = words[1].normal == "am"
    let place = words.dropFirst(isDoing ? 2 : 1).firstIndex { !beside.contains($0.normal) } ?? words.count
    guard words.indices.contains(place), place <= 3, words[place].kind == .word else { return nil }
    let verb = words[place]
    if isDoing { return verb.normal.hasSuffix("ing") && !states.contains(verb.stem) ? place : nil }
    let isPresent = verb.normal == verb.stem || !verb.normal.hasSuffix("ed")
    // "I see it here" is what stands on the screen; "I see Mr Hughes at 12" is done.
    let next = words.indices.contains(place + 1) ? words[place + 1].normal : ""
    if verb.normal == "see", shown.contains(next) { return nil }
    guard verb.carriesContent || verb.normal == "see", isPresent, !past.contains(verb.normal),
      !states.contains(verb.stem)
    else { return nil }
    return place
  }

  private static let shown: Set<String> = [
    "it", "that", "this", "the", "your", "here", "in", "on", "from", "what", "you", "a", "there", "where",
    "why",
  ]
  private static let beside: Set<String> = ["just", "now", "then", "also", "even", "still", "personally"]

  private static let states = Set(
    [
      "understand", "know", "think", "believe", "hope", "feel", "need", "want", "like", "love", "wish",
      "mean",
      "live", "work", "hear", "agree", "appreciate", "guess", "wait", "read", "wonder", "remember",
    ].map(Stemmer.stem))

  private static let past: Set<String> = [
    "went", "saw", "got", "came", "took", "gave", "made", "found", "told", "spoke", "wrote", "rang", "left",
    "kept", "sent", "brought", "bought", "met", "heard", "felt", "knew", "thought", "ate", "drank", "slept",
    "woke", "ran", "drove", "put", "paid", "lost", "held", "began", "became", "chose", "forgot",
  ]
}
