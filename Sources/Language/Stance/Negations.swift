/// What is denied: from a negating word to the end of its clause, idioms that only look negative left alone.
extension StanceReader {
  mutating func readNegations(_ clauses: [Range<Int>]) {
    var carries = false
    for clause in clauses {
      if carries, let first = tokens[clause].first(where: \.isWordLike), ["or", "nor"].contains(first.normal)
      {
        mark(clause, .negated)
        continue
      }
      carries = readNegation(clause)
    }
  }

  private mutating func readNegation(_ clause: Range<Int>) -> Bool {
    var index = clause.lowerBound
    var carries = false
    while index < clause.upperBound {
      if let idiom = NegativeIdioms.length(at: index, tokens, clause) {
        index += idiom
      } else if isNegator(index, clause) {
        let end = scopeEnd(from: index + 1, clause)
        mark(scopeStart(index, clause)..<end, .negated)
        carries = end == clause.upperBound
        index = max(end, index + 1)
      } else {
        index += 1
      }
    }
    return carries
  }

  private func isNegator(_ index: Int, _ clause: Range<Int>) -> Bool {
    switch tokens[index].normal {
    case "instead", "rather": return ["of", "than"].contains(word(index + 1, in: clause) ?? "")
    case "fail", "failed", "fails", "refuses": return word(index + 1, in: clause) == "to"
    case "no": return !isInterjection(index, clause)
    default: return tokens[index].traits.contains(.negator)
    }
  }

  /// "No, I will", "no I am": an answer, not a denial of what follows.
  private func isInterjection(_ index: Int, _ clause: Range<Int>) -> Bool {
    guard index == clause.lowerBound else { return false }
    guard index + 1 < clause.upperBound, tokens[index + 1].isWordLike else { return true }
    return has([.speaker, .listener, .other], index + 1, in: clause)
  }

  /// A denied verb denies its subject as well: "a refund is not possible".
  private func scopeStart(_ index: Int, _ clause: Range<Int>) -> Int {
    guard tokens[index].traits.contains(.negator), has(.auxiliary, index - 1, in: clause) else {
      return index
    }
    var start = index - 1
    while has(.auxiliary, start - 1, in: clause) { start -= 1 }
    if has(.pronoun, start - 1, in: clause) { return start - 1 }
    for position in stride(from: start - 1, through: max(clause.lowerBound, start - 4), by: -1) {
      if has(.determiner, position, in: clause) { return position }
      if has([.preposition, .pronoun, .subordinator, .expressive], position, in: clause) { return start }
      if position == clause.lowerBound { return position }
    }
    return start
  }

  private func scopeEnd(from start: Int, _ clause: Range<Int>) -> Int {
    for index in start..<max(start, clause.upperBound) {
      if isBurden(index, of: start, clause) { return index }
      if Self.turning.contains(tokens[index].normal), !isIntensifier(index, after: start) { return index }
      if index > start, isQuotation(index) { return index }
    }
    return clause.upperBound
  }

  /// "No heating in this cold is awful": what is missing weighs; the verb says so and denies nothing.
  private func isBurden(_ index: Int, of start: Int, _ clause: Range<Int>) -> Bool {
    guard index > start, word(start - 1, in: clause) == "no", start - 1 <= opening(of: clause),
      ["is", "was", "are", "be"].contains(tokens[index].normal)
    else { return false }
    return (index + 1..<min(index + 4, clause.upperBound)).contains {
      Self.burdens.contains(tokens[$0].normal)
    }
  }

  private static let burdens: Set<String> = [
    "awful", "terrible", "horrible", "worrying", "annoying", "frustrating", "unpleasant", "upsetting",
    "stressful",
    "scary", "frightening", "exhausting", "dreadful", "miserable", "tiring", "unacceptable", "maddening",
    "hard",
  ]

  /// "not so sorry", "not really so sorry": how much, where "I can not so I will not" turns.
  private func isIntensifier(_ index: Int, after start: Int) -> Bool {
    guard tokens[index].normal == "so" else { return false }
    return tokens[start..<index].allSatisfy { !$0.traits.isDisjoint(with: [.adverb, .auxiliary]) }
  }

  private func isQuotation(_ index: Int) -> Bool {
    tokens[index].kind == .punctuation && tokens[index].normal == "\""
  }

  private static let turning: Set<String> = [
    "but", "because", "until", "till", "since", "except", "unless", "although", "however", "so",
  ]
}

/// Sayings with a negating word that deny nothing: "no problem", "not only", "can't thank you enough".
enum NegativeIdioms {
  /// How many tokens an idiom takes that starts here, or nil.
  static func length(at index: Int, _ tokens: [Token], _ clause: Range<Int>) -> Int? {
    guard tokens[index].kind == .word, let idioms = table[tokens[index].normal] else { return nil }
    return idioms.first { idiom in
      index + idiom.count <= clause.upperBound
        && zip(idiom, tokens[index..<index + idiom.count]).allSatisfy { word, token in token.normal == word }
    }?.count
  }

  /// By first word, longest first.
  private static let table: [String: [[String]]] = {
    var table: [String: [[String]]] = [:]
    for phrase in phrases {
      let words = phrase.split(separator: " ").map(String.init)
      if let first = words.first { table[first, default: []].append(words) }
    }
    return table.mapValues { $0.sorted { $0.count > $1.count } }
  }()

  private static let phrases = [
    "no problem", "no problems", "no worries", "no doubt", "no matter", "no wonder", "no bother", "not only",
    "not just", "not at all", "not a problem", "not to worry", "do not worry", "do not you worry",
    "please do not worry", "do not hesitate", "without doubt", "without a doubt", "without delay",
    "without further delay", "whether or not", "why not", "why do not", "not to mention", "can not wait",
    "could not agree more", "can not agree more", "could not be more", "can not be more",
    "can not apologise enough",
    "can not apologize enough", "can not thank you enough", "can not say sorry enough", "not a moment",
    "no later than", "not later than", "do not mention it", "do not forget", "nothing but", "never mind",
    "is not it", "are not you", "do not you", "can not help but", "will not let you down", "not long",
    "can not stress enough", "would not hesitate", "will not hesitate", "not least", "no less than", "if not",
  ]
}
