/// How a word or value of a text is said where it stands.
struct FactPlace: Hashable, Sendable {
  /// How far the text stands behind it.
  enum Claim: Hashable, Sendable {
    case plain
    /// It may be: "perhaps", "I doubt that", "I am not sure whether".
    case doubted
    /// It was once, or would have been.
    case past
    /// It is yet to come: "from next year".
    case future
  }

  /// Whether it is denied once two denials of one clause have met: "it is not true that it can not".
  var isDenied = false
  var claim = Claim.plain
  /// Whether a pronoun in the next clause is denied.
  var isDeniedLater = false
  /// Whether a later part of the text takes it back: "5 euros. No, sorry, 7."
  var isWithdrawn = false
  /// The preposition it hangs on: "from" of "from the north".
  var preposition: String?
  /// Whether it is said of something by "is".
  var isPredicate = false
  /// Whether it has a capital inside a sentence.
  var isName = false
  /// Whether a pronoun is what it is told of: "it takes a week".
  var isOfPronoun = false
  /// Whether it is the first word of meaning behind what denies it.
  var isDenialHead = false
  /// Whether its clause is denied and leaves out what: "but iron does not".
  var isElliptic = false
  /// Whether what denies it stands above its clause: "it is false that".
  var isFramed = false
  /// Whether it only says that something may or may not be: "allowed", "forbidden", "possible".
  var isPermission = false
  /// Whether it is said to be less: "less dense", "not as long as".
  var isLessened = false
}

/// Reads for every token of a reply how it is said.
struct FactPlaceReader {
  let tokens: [Token]
  var places: [FactPlace]

  /// One a token.
  static func read(_ reply: Reply, ruledOut: [Bool]) -> [FactPlace] {
    var reader = FactPlaceReader(tokens: reply.tokens, ruledOut)
    let clauses = reply.clauses.map(\.tokens)
    for (number, clause) in clauses.enumerated() {
      reader.readPrepositions(clause)
      reader.spareContrast(clause, next: clauses.indices.contains(number + 1) ? clauses[number + 1] : nil)
      reader.readParts(clause)
      reader.readDenialHead(clause)
    }
    var number = 0
    for sentence in reply.sentences.map(\.tokens) {
      let first = number
      while number < clauses.count, clauses[number].lowerBound < sentence.upperBound { number += 1 }
      reader.readPermissions(clauses[first..<number])
      reader.readFrame(sentence, Array(clauses[first..<number]))
      reader.readClaims(sentence)
      reader.readNames(sentence)
      reader.readLess(sentence)
    }
    reader.readDeniedPronouns(clauses)
    reader.readCorrections()
    return reader.places
  }

  private init(tokens: [Token], _ ruledOut: [Bool]) {
    self.tokens = tokens
    places = zip(tokens, ruledOut).map {
      FactPlace(isDenied: $1 || $0.stance.contains(.negated), isOfPronoun: $0.subject != nil)
    }
  }

  func word(_ index: Int) -> String {
    tokens.indices.contains(index) && tokens[index].isWordLike ? tokens[index].normal : ""
  }

  // MARK: What a word hangs on

  private mutating func readPrepositions(_ clause: Range<Int>) {
    var held: String?
    var isPredicate = false
    for index in clause {
      isPredicate = isPredicate || Self.being.contains(tokens[index].normal)
      places[index].isPredicate = isPredicate
      if tokens[index].traits.contains(.preposition) {
        // "Faster in water than in air": what is compared with hangs on "than".
        if held != "than" || word(index - 1) != "than" { held = direction(index) }
      } else if tokens[index].kind == .punctuation
        || !tokens[index].traits.isDisjoint(with: [.auxiliary, .joiner])
      {
        held = nil
      }
      places[index].preposition = held
    }
  }

  /// A preposition by where it leads: "into" as "to", "out of" as "from", "off" as "out".
  private func direction(_ index: Int) -> String {
    switch tokens[index].normal {
    case "into", "onto": "to"
    case "of" where word(index - 1) == "out": "from"
    case "off": "out"
    default: tokens[index].normal
    }
  }

  private static let being: Set<String> = ["is", "are", "was", "were", "be"]

  /// Words with a capital that do not open a sentence, and those that follow a title.
  private mutating func readNames(_ sentence: Range<Int>) {
    let isShouted = !tokens[sentence].contains { $0.kind == .word && $0.letterCase == .lower }
    for index in sentence.dropFirst() where !isShouted || sentence.count <= 5 {
      let isWord = tokens[index].kind == .word && tokens[index].letterCase == .capitalised
      guard isWord, tokens[index].traits.isDisjoint(with: .light) else { continue }
      places[index].isName = tokens[index - 1].isWordLike || tokens[index - 1].normal == "."
    }
  }

  /// "Less dense" and "not as long as": what is less, and with what it is compared, as behind "than".
  private mutating func readLess(_ sentence: Range<Int>) {
    for index in sentence {
      if word(index) == "less", tokens[index + 1..<sentence.upperBound].first?.kind == .word {
        places[index + 1].isLessened = true
      }
      guard ["as", "so"].contains(word(index)), index + 3 < sentence.upperBound, word(index + 2) == "as",
        let denial = (max(sentence.lowerBound, index - 2)..<index).last(where: { word($0) == "not" })
      else { continue }
      places[index + 1].isLessened = true
      for place in stride(from: denial, through: sentence.lowerBound, by: -1) {
        if !places[place].isDenied { break }
        places[place].isDenied = false
      }
      var isStandard = false
      for place in index..<sentence.upperBound {
        if tokens[place].kind == .punctuation || tokens[place].traits.contains(.clauseOpener) { break }
        places[place].isDenied = false
        if isStandard { places[place].preposition = "than" }
        isStandard = isStandard || place == index + 2
      }
    }
  }

  // MARK: What is denied

  /// "Not 6 euros but 5": what stands before the denial is not denied, nor what comes after "but".
  private mutating func spareContrast(_ clause: Range<Int>, next: Range<Int>?) {
    guard let next, word(next.lowerBound) == "but", next.count <= 6,
      !tokens[next].contains(where: {
        !$0.traits.isDisjoint(with: [.auxiliary, .speaker, .listener, .other])
      }),
      let denial = tokens[clause].firstIndex(where: { $0.normal == "not" })
    else { return }
    for index in clause.lowerBound..<denial { places[index].isDenied = false }
  }

  /// Marks what a clause denies first, or that it leaves out what it denies.
  private mutating func readDenialHead(_ clause: Range<Int>) {
    guard let denial = clause.first(where: { tokens[$0].traits.contains(.negator) }) else { return }
    let head = (denial + 1..<max(denial + 1, clause.upperBound)).first {
      tokens[$0].isWordLike && tokens[$0].traits.isDisjoint(with: WordTraits.light.union(.adverb))
    }
    if let head {
      places[head].isDenialHead = places[head].isDenied
    } else if denial > clause.lowerBound, tokens[denial - 1].traits.contains(.auxiliary) {
      for index in clause where places[index].isDenied { places[index].isElliptic = true }
    }
  }

  /// "Non-refundable", "nut-free", "free of nuts".
  private mutating func readParts(_ clause: Range<Int>) {
    for index in clause {
      if word(index) == "non", word(index + 1) != "" || word(index + 2) != "" {
        let part = tokens.indices.contains(index + 1) && tokens[index + 1].isWordLike ? index + 1 : index + 2
        if clause.contains(part) { places[part].isDenied.toggle() }
      }
      if Self.isLacking(word(index)) { places[index].isDenied.toggle() }
      if ["lack", "lacks", "lacking"].contains(word(index)) {
        for next in index + 1..<max(index + 1, clause.upperBound) { places[next].isDenied.toggle() }
        return
      }
      if let held = held(back: index, clause) {
        for next in held { places[next].isDenied.toggle() }
        return
      }
      guard word(index) == "free" else { continue }
      if ["of", "from"].contains(word(index + 1)), word(index + 2) != "charge" {
        for next in index + 2..<max(index + 2, clause.upperBound) { places[next].isDenied.toggle() }
        return
      }
      if index > clause.lowerBound, tokens[index - 1].kind == .punctuation || isJoined(index),
        let part = (max(clause.lowerBound, index - 2)..<index).last(where: { tokens[$0].isWordLike })
      {
        places[part].isDenied.toggle()
      }
    }
  }

  /// What is stopped or kept from being: "stopped selling bikes", "prevents scurvy", "keeps them from rusting".
  private func held(back index: Int, _ clause: Range<Int>) -> Range<Int>? {
    let name = word(index)
    if ["forgot", "forgets", "forgotten", "neglected"].contains(name), word(index + 1) == "to" {
      return index + 2..<max(index + 2, clause.upperBound)
    }
    guard Self.preventing.contains(name) || ["keep", "keeps", "kept", "keeping"].contains(name) else {
      return nil
    }
    if let from = (index + 1..<max(index + 1, min(index + 6, clause.upperBound))).first(where: {
      word($0) == "from"
    }) {
      return from + 1..<max(from + 1, clause.upperBound)
    }
    guard Self.preventing.contains(name),
      index == clause.lowerBound || !tokens[index - 1].traits.contains(.determiner),
      index + 1 < clause.upperBound, tokens[index + 1].isWordLike,
      tokens[index + 1].traits.isDisjoint(with: [.preposition, .auxiliary, .subordinator, .joiner])
    else { return nil }
    return index + 1..<clause.upperBound
  }

  private static let preventing: Set<String> = [
    "stop", "stops", "stopped", "stopping", "prevent", "prevents", "prevented", "preventing", "avoid",
    "avoids",
    "avoided", "avoiding",
  ]

  /// "Windowless", "sugarless".
  private static func isLacking(_ word: String) -> Bool {
    word.hasSuffix("less") && word.utf8.count >= 9
      && !["contactless", "nonetheless", "nevertheless", "regardless", "doubtless"].contains(word)
  }

  /// Whether a hyphen joins a token to the one before it.
  private func isJoined(_ index: Int) -> Bool {
    index > 0 && !tokens[index].followsSpace && tokens[index - 1].isWordLike
      && tokens[index].range.utf8.lowerBound > tokens[index - 1].range.utf8.upperBound
  }

  /// "Smoking is forbidden": as if it were not allowed; "it is not forbidden" allows it.
  private mutating func readPermissions(_ clauses: ArraySlice<Range<Int>>) {
    for clause in clauses {
      for index in clause where Self.permissions.contains(tokens[index].stem) {
        places[index].isPermission = true
      }
      guard let place = clause.first(where: { Self.bans.contains(word($0)) }) else { continue }
      places[place].isPermission = true
      let isNegator = tokens[place].traits.contains(.negator)
      let isDeniedBefore = tokens[clause.lowerBound..<place].contains {
        $0.traits.contains(.negator) && $0.stance.contains(.negated)
      }
      for index in clause { places[index].isDenied = isNegator ? !isDeniedBefore : !places[index].isDenied }
    }
  }

  private static let bans: Set<String> = [
    "forbidden", "forbid", "forbids", "prohibited", "prohibit", "prohibits", "banned", "ban", "bans",
    "disallowed", "impossible", "unable", "barred", "illegal",
  ]
  private static let permissions = Set(
    ["allowed", "allow", "permitted", "permit", "possible", "able", "available", "ok", "okay", "welcome"]
      .map { Stemmer.stem($0) })

  /// "It is false that", "it would be wrong to say", "I doubt that": what follows is denied once more, or doubted.
  private mutating func readFrame(_ sentence: Range<Int>, _ clauses: [Range<Int>]) {
    guard let frame = frame(sentence) else { return }
    let end = clauses.first { $0.lowerBound > frame.end && word($0.lowerBound) == "but" }?.lowerBound
    let isInner = tokens[min(frame.end, sentence.upperBound)..<sentence.upperBound].contains {
      $0.traits.contains(.negator) && $0.stance.contains(.negated)
    }
    for index in frame.end..<max(frame.end, min(end ?? sentence.upperBound, sentence.upperBound)) {
      if frame.isDoubt {
        places[index].claim = .doubted
        places[index].isDenied = isInner
      } else {
        places[index].isDenied = isInner != frame.denies
        places[index].isFramed = frame.denies
      }
    }
  }

  private func frame(_ sentence: Range<Int>) -> (end: Int, isDoubt: Bool, denies: Bool)? {
    let head = sentence.prefix(12)
    for index in head {
      let name = word(index)
      let isDenied = (max(sentence.lowerBound, index - 4)..<index).contains { word($0) == "not" }
      let next = word(index + 1)
      if ["doubt", "doubts", "doubtful", "unsure", "unclear", "unlikely"].contains(name), !isDenied,
        ["that", "if", "whether"].contains(next) || !next.isEmpty && name == "doubt"
      {
        return word(index - 1) == "no" || word(index - 1) == "without" ? nil : (index + 1, true, false)
      }
      if ["sure", "certain", "know", "say", "confirm", "convinced"].contains(name), isDenied,
        ["that", "if", "whether"].contains(next) || isSubject(index + 1, after: name)
      {
        return (isSubject(index + 1, after: name) ? index + 1 : index + 2, true, false)
      }
      if Self.falsehoods.contains(name), ["that", "to"].contains(next) {
        let end = next == "that" ? index + 2 : self.end(ofSaying: index + 2)
        if let end { return (end, false, !isDenied) }
      }
      if ["true", "correct", "right", "case"].contains(name), next == "that", isDenied {
        return (index + 2, false, true)
      }
    }
    return nil
  }

  /// Whether a statement follows "sure" at once: "I am not sure the gym is open".
  private func isSubject(_ index: Int, after name: String) -> Bool {
    guard ["sure", "certain", "convinced"].contains(name), tokens.indices.contains(index) else {
      return false
    }
    return !["that", "if", "whether"].contains(word(index))
      && !tokens[index].traits.isDisjoint(with: [.determiner, .pronoun])
  }

  /// Behind "to say (that)".
  private func end(ofSaying index: Int) -> Int? {
    guard ["say", "claim", "think", "assume", "believe", "suggest", "state"].contains(word(index)) else {
      return nil
    }
    return word(index + 1) == "that" ? index + 2 : index + 1
  }

  private static let falsehoods: Set<String> = [
    "false", "untrue", "wrong", "incorrect", "mistaken", "lie", "myth", "nonsense", "error", "mistake",
  ]

  /// "Leave your dog at home; it can not come in": the denial is of what the pronoun stands for.
  private mutating func readDeniedPronouns(_ clauses: [Range<Int>]) {
    for (number, clause) in clauses.enumerated().dropFirst() {
      guard let first = clause.first(where: { tokens[$0].isWordLike }),
        ["they", "it", "he", "she"].contains(tokens[first].normal), places[first].isDenied
      else { continue }
      for earlier in clauses[max(0, number - 2)..<number] {
        for index in earlier where !places[index].isDenied { places[index].isDeniedLater = true }
      }
    }
  }
}
