import Domain
import Language

/// Somebody with a deed of theirs in the present tense, whatever the verb: "Dr Vik squeezes you in", "our engineers are
/// working on a fix", "then we courier it to you".
enum DoersDeed {
  /// The words from the person to the deed, where a clause tells of one; nothing denied, gone by or felt.
  static func tokens(in clause: Range<Int>, of reply: ReadReply) -> Range<Int>? {
    let places = clause.filter { reply.reply.tokens[$0].isWordLike }
    let tokens = places.map { reply.reply.tokens[$0] }
    guard
      !tokens.contains(where: { !$0.stance.isDisjoint(with: [.negated, .asked, .conditional, .reported]) })
    else { return nil }
    let words = tokens.map(\.normal)
    // "Before I am changing it" leads up to something else, as in `Commitment`.
    if let lead = words.first, ["before", "while", "whilst", "until"].contains(lead) { return nil }
    let opens = reply.sentence(of: clause.lowerBound)?.tokens.lowerBound == clause.lowerBound
    for verb in words.indices.dropFirst() {
      guard let person = person(before: verb, tokens, words, opens: opens) else { continue }
      if isPresent(verb, words, of: tokens[person]) || isUnderWay(verb, words, tokens) {
        return places[person]..<places[verb] + 1
      }
    }
    return nil
  }

  /// The doer right before a verb: "she", "our engineers", "my colleague Birgit", "Pete from the porters' lodge".
  private static func person(before verb: Int, _ tokens: [Token], _ words: [String], opens: Bool) -> Int? {
    var last = verb - 1
    while last > 0, between.contains(words[last]) { last -= 1 }
    if pronouns.contains(words[last]) { return last }
    let start = max(0, last - 4)
    return (start...last).last { index in
      if people.contains(tokens[index].stem) || isTrade(index, words) { return true }
      if titles.contains(words[index]) { return index < last }
      return tokens[index].letterCase == .capitalised && tokens[index].kind == .word && (index > 0 || !opens)
        && !WordLists.grammar.contains(words[index]) && (index == last || words[index + 1] == "from")
    } ?? (last > 0 && words[last - 1] == "our" && tokens[last].normal.hasSuffix("s") ? last : nil)
  }

  /// "Our carpenter", "my plumber": somebody of ours, named by their trade.
  private static func isTrade(_ index: Int, _ words: [String]) -> Bool {
    index > 0 && ["our", "my"].contains(words[index - 1])
      && ["er", "or", "ist", "ian", "man", "woman", "ant"].contains(where: words[index].hasSuffix)
      && !things.contains(words[index])
  }

  private static let things: Set<String> = [
    "computer", "printer", "order", "server", "letter", "offer", "number", "newsletter", "scanner", "router",
    "error", "provider", "carrier", "supplier", "partner", "customer", "centre", "center", "folder", "paper",
    "register", "monitor", "sensor", "door", "floor", "warrant", "grant", "restaurant", "other", "former",
  ]

  /// "Swaps it", "carries the buggy": a verb and what it is done to; after "then" also "we courier it".
  private static func isPresent(_ verb: Int, _ words: [String], of person: Token) -> Bool {
    guard verb + 1 < words.count, objects.contains(words[verb + 1]), !states.contains(words[verb]) else {
      return false
    }
    if ["i", "we"].contains(person.normal) {
      return words.first == "then" && !WordLists.grammar.contains(words[verb])
    }
    return words[verb].hasSuffix("s") && words[verb].utf8.count >= 4 && !words[verb].hasSuffix("ss")
  }

  /// "Are working on it", "am clearing the lock".
  private static func isUnderWay(_ verb: Int, _ words: [String], _ tokens: [Token]) -> Bool {
    ["is", "are", "am"].contains(words[verb]) && verb + 2 < words.count
      && words[(verb + 1)...].prefix(2).contains { word in
        word.hasSuffix("ing") && word.utf8.count >= 6 && !idling.contains(word)
      }
  }

  private static let pronouns: Set<String> = ["he", "she", "i", "we"]
  private static let between: Set<String> = ["now", "then", "also", "just", "already", "always"]
  private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "dr", "nurse", "doctor", "prof"]
  private static let people = Set(
    Reply(
      """
      colleague mate manager driver engineer technician team lead specialist courier fitter plumber electrician builder
      developer consul nurse surgeon chef porter warden caretaker clerk surveyor lawyer accountant crew
      """
    ).words.map(\.stem))
  private static let objects: Set<String> = [
    "it", "you", "them", "your", "the", "a", "an", "that", "this", "him", "her", "one", "everything", "over",
    "round", "out", "back", "up",
  ]
  private static let states: Set<String> = [
    "is", "was", "has", "does", "this", "needs", "means", "says", "knows", "wants", "costs", "looks", "seems",
    "thinks", "likes", "loves", "feels", "hopes", "sounds", "owns", "keeps", "sees", "gets", "makes", "thank",
    "apologise", "states", "reports", "confirms", "claims", "explains", "notes", "maintains", "believes",
  ]
  /// Hoping, looking forward and going are no deeds under way.
  private static let idling: Set<String> = [
    "hoping", "looking", "having", "getting", "wondering", "asking", "seeing", "feeling", "thinking",
    "saying",
    "waiting", "morning", "evening", "missing", "telling", "wanting", "running", "suggesting", "nothing",
    "something", "anything", "everything", "during", "experiencing", "struggling",
  ]
}
