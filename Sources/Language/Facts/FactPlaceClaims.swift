/// What a text does not claim, or not now, and what it takes back.
extension FactPlaceReader {
  // MARK: What is not claimed, or not now

  /// The first sign of doubt or of another time holds for its sentence.
  mutating func readClaims(_ sentence: Range<Int>) {
    if word(sentence.lowerBound) == "do", sentence.last.map({ tokens[$0].normal == "?" }) == true {
      return mark(sentence, .doubted)
    }
    let isPast = tokens[sentence].contains { ["was", "were"].contains($0.normal) }
    let change = sentence.last { ["from", "starting", "as"].contains(word($0)) && isNext($0) }
    for index in sentence {
      if word(index) == "not", ["sure", "certain"].contains(word(index + 1)), word(index + 2) == "" {
        return mark(sentence.lowerBound..<index, .doubted)
      }
      if let claim = claim(at: index, isPast: isPast, change: change) {
        return mark(word(sentence.lowerBound) == "if" ? main(sentence, index) : sentence, claim)
      }
    }
  }

  /// What follows the condition a sentence opens with, around a word of it.
  func main(_ sentence: Range<Int>, _ index: Int) -> Range<Int> {
    let comma = (sentence.lowerBound..<index).last { tokens[$0].normal == "," }
    return (comma ?? max(sentence.lowerBound, index - 1))..<sentence.upperBound
  }

  private func claim(at index: Int, isPast: Bool, change: Int?) -> FactPlace.Claim? {
    let next = word(index + 1) == "not" ? word(index + 2) : word(index + 1)
    switch word(index) {
    case "perhaps", "maybe", "possibly", "probably", "presumably", "supposedly", "allegedly", "might":
      return .doubted
    case "whether" where !["of", "matter"].contains(word(index - 1)) && next != "or": return .doubted
    case "wish" where ["i", "we"].contains(word(index - 1)): return .doubted
    case "hope" where ["i", "we"].contains(word(index - 1)): return .doubted
    case "may" where ["be", "have", "well"].contains(next): return .doubted
    case "could" where next == "be": return .doubted
    case "would", "should", "could": return next == "have" ? .past : nil
    case "used" where next == "to":
      if ["say", "think", "believe"].contains(word(index + 2)) { return .doubted }
      return ["be", "have", "cost", "take"].contains(word(index + 2)) ? .past : nil
    case "until", "till":
      return isPast && (Self.before.contains(word(index + 1)) || isLastDay(index + 1)) ? .past : nil
    case "will": return (change ?? index) > index ? .future : nil
    default: return nil
    }
  }

  private mutating func mark(_ range: Range<Int>, _ claim: FactPlace.Claim) {
    for index in range where places[index].claim == .plain { places[index].claim = claim }
  }

  private static let before: Set<String> = ["last", "recently", "then", "now", "yesterday", "lately"]

  private func isLastDay(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), case .day(let day)? = tokens[index].value else { return false }
    switch day {
    case .relative(let days): return days < 0
    case .weekday(_, let weeks), .week(let weeks), .month(let weeks): return weeks < 0
    case .calendar: return true
    }
  }

  private func isNext(_ index: Int) -> Bool {
    (index + 1...index + 2).contains { place in
      if ["next", "tomorrow"].contains(word(place)) { return true }
      guard tokens.indices.contains(place), case .day(let day)? = tokens[place].value else { return false }
      switch day {
      case .relative(let days): return days > 0
      case .weekday(_, let weeks), .week(let weeks), .month(let weeks): return weeks > 0
      case .calendar: return false
      }
    }
  }

  // MARK: What is taken back

  /// "5 euros. No, sorry, 7.": a value is withdrawn by one of its kind behind words of correction.
  mutating func readCorrections() {
    guard let cue = tokens.indices.dropFirst().first(where: isCorrection),
      let right = tokens[cue...].firstIndex(where: { $0.value != nil }), right - cue <= 8
    else { return }
    let kinds: Set<TokenKind> =
      tokens[right].kind == .number
      ? [.number, .money, .percent, .time, .duration]
      : [
        tokens[right].kind
      ]
    let earlier = tokens[..<cue].lastIndex { $0.value != nil && kinds.contains($0.kind) }
    if let earlier, cue - earlier <= 8 { places[earlier].isWithdrawn = true }
  }

  private func isCorrection(_ index: Int) -> Bool {
    switch word(index) {
    case "no": ["sorry", "wait", "actually"].contains(following(index))
    case "sorry":
      ["i", "no", "make", "correction"].contains(following(index))
        && (following(index) != "i" || word(next(index) + 1) == "meant" || word(next(index) + 1) == "mean")
    case "i": ["mean", "meant"].contains(word(index + 1))
    case "correction", "scratch", "oops": true
    case "wait": ["no", "it", "actually"].contains(following(index)) || word(index - 1) == "no"
    default: false
    }
  }

  func next(_ index: Int) -> Int {
    var next = index + 1
    while tokens.indices.contains(next), !tokens[next].isWordLike { next += 1 }
    return next
  }

  func following(_ index: Int) -> String { word(next(index)) }
}
