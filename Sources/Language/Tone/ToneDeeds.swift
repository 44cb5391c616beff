extension ToneLexicon {
  /// What the writer says that they did, do or will do, and what they say that they did not.
  ///
  /// A deed is "I" or "we" with a verb that is neither a thought nor a feeling: "I moved another job", "we'll bring it".
  func deeds(_ text: ToneText) -> [ToneFeature] {
    let tokens = Array(text.tokens)
    var did: [TextRange] = []
    var will: [TextRange] = []
    var refused: [TextRange] = []
    for index in text.names.indices where Self.writers.contains(text.names[index]) {
      guard let deed = Self.deed(in: text.names, after: index) else { continue }
      let range = tokens[index].range.through(tokens[deed.verb].range)
      let stance = tokens[deed.verb].stance.union(tokens[index].stance)
      if stance.contains(.negated) || deed.isDenied {
        refused.append(range)
      } else if stance.isDisjoint(with: [.conditional, .reported, .asked]) {
        if deed.isAhead { will.append(range) } else { did.append(range) }
      }
    }
    return [("m:did", did), ("m:promise", will), ("m:refused", refused)].map { name, ranges in
      ToneFeature(name, Double(min(ranges.count, 4)).squareRoot(), ranges)
    }
  }

  private struct Deed {
    var verb: Int
    /// Still to come: "will", "am sending", "let me".
    var isAhead: Bool
    var isDenied: Bool
  }

  /// The verb of a writer's clause, past auxiliaries and adverbs; nil where there is none or it is no deed.
  private static func deed(in names: [String], after subject: Int) -> Deed? {
    var deed = Deed(verb: subject, isAhead: false, isDenied: false)
    var hasAuxiliary = false
    for index in names.indices.dropFirst(subject + 1).prefix(5) {
      let name = names[index]
      if ahead.contains(name) {
        deed.isAhead = true
        hasAuxiliary = true
      } else if name == "have" || name == "had" {
        hasAuxiliary = true
      } else if name == "not" || name == "never" {
        deed.isDenied = true
      } else if !adverbs.contains(name) {
        deed.verb = index
        return isDeed(name, hasAuxiliary: hasAuxiliary) ? deed : nil
      }
    }
    return nil
  }

  private static func isDeed(_ name: String, hasAuxiliary: Bool) -> Bool {
    guard name.utf8.count > 1, name.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }), !thoughts.contains(name)
    else { return false }
    return hasAuxiliary || name.hasSuffix("ed") || pasts.contains(name)
  }

  private static let writers: Set<String> = ["i", "we"]
  private static let ahead: Set<String> = ["will", "shall", "am", "are", "going", "gonna", "can"]
  private static let adverbs: Set<String> = [
    "to", "just", "also", "now", "already", "then", "personally", "myself", "gladly", "both", "all", "been",
    "be", "happily", "certainly", "definitely", "immediately", "still", "even", "always", "straight", "at",
    "once",
  ]
  /// Verbs of the mind, and what follows "I am" without a deed.
  private static let thoughts: Set<String> = [
    "think", "hope", "understand", "see", "know", "feel", "believe", "told", "said", "explained", "mean",
    "guess", "suppose", "imagine", "wish", "want", "wanted", "like", "love", "need", "needed", "thought",
    "felt",
    "regret", "sorry", "afraid", "glad", "happy", "sure", "so", "very", "truly", "really", "not", "no", "the",
    "an", "in", "on", "of", "your", "you", "it", "that", "this", "here", "there", "aware", "unable",
    "surprised",
    "amazed", "appreciate", "apologise", "apologize", "say", "hear", "confused", "worried", "shocked",
    "pleased",
    "excited", "delighted", "closed", "open", "required", "obliged", "expected", "supposed", "mentioned",
    "warned", "only", "as", "with", "for", "from", "what", "why", "how", "if", "when", "where", "who",
    "nothing",
    "remember", "bet", "deal", "sick", "tired", "fed", "busy", "aren", "live", "works", "work", "tell",
    "assume",
    "agree", "agreed", "disagree", "trust", "doubt", "find", "stated", "advised", "noted", "value", "care",
    "cared",
  ]
  private static let pasts: Set<String> = [
    "sent", "made", "found", "put", "took", "brought", "got", "gave", "wrote", "rang", "spoke", "paid", "set",
    "held", "kept", "swapped", "drove", "went", "did", "cut", "built", "bought", "caught", "chose", "drew",
    "dug",
    "fixed", "began", "broke", "ran", "sold", "sat", "stood", "stopped", "threw", "undid", "woke", "won",
    "left",
  ]
}

extension ToneLexicon {
  /// How much a reply says: words that carry something, words that only point, and none of the first.
  func substance(_ text: ToneText, _ words: [Token]) -> [ToneFeature] {
    let solid = words.filter { $0.value != nil || $0.kind != .word || rank(of: $0) > 150 }
    let pointing = words.filter { Self.pointers.contains($0.normal) }
    let known = words.filter { $0.kind == .word && rank(of: $0) < 1 << 16 }
    let count = Double(words.count)
    return [
      ToneFeature("m:solid", Double(solid.count) / count),
      ToneFeature("m:said", min(1, Double(Set(solid.map(\.stem)).count) / 4)),
      ToneFeature("m:pointing", min(1, Double(pointing.count) / count * 3), pointing.map(\.range)),
      ToneFeature("m:unknown", 1 - Double(known.count) / Double(max(1, words.count { $0.kind == .word }))),
    ]
  }

  private static let pointers: Set<String> = [
    "it", "that", "this", "there", "thing", "things", "something", "somewhere", "somehow", "stuff", "one",
    "ones",
    "other", "those", "these", "whatever", "usual", "above", "below",
  ]
}
