/// How good or bad the words are, summed.
struct ToneValence: Hashable, Sendable {
  /// From -1 to 1.
  var compound = 0.0
  var positive: [(range: TextRange, weight: Double)] = []
  var negative: [(range: TextRange, weight: Double)] = []

  static func == (left: Self, right: Self) -> Bool { left.compound == right.compound }
  func hash(into hasher: inout Hasher) { hasher.combine(compound) }
}

extension ToneLexicon {
  /// Word valences with boosters, negation, "but", capitals and exclamation marks.
  ///
  /// The rules and constants are those of C. J. Hutto and E. Gilbert, "VADER: A Parsimonious Rule-based Model for
  /// Sentiment Analysis of Social Media Text", ICWSM 2014.
  func valence(of text: ToneText) -> ToneValence {
    let tokens = Array(text.tokens)
    let names = text.names
    let hasLower = tokens.contains { $0.kind == .word && $0.letterCase == .lower }
    let but = names.lastIndex(of: "but")
    var result = ToneValence()
    var sum = 0.0
    for index in names.indices {
      guard var value = valences[names[index]], boosters[names[index]] == nil else { continue }
      if hasLower, tokens[index].letterCase == .upper, tokens[index].kind == .word {
        value += value > 0 ? 0.733 : -0.733
      }
      value = boosted(value, names, index)
      if let but { value *= index < but ? 0.5 : 1.5 }
      sum += value
      if value > 0 { result.positive.append((tokens[index].range, value)) }
      if value < 0 { result.negative.append((tokens[index].range, value)) }
    }
    let marks = min(4, text.reply.text.utf8.prefix(Reply.limit).count { $0 == 0x21 })
    if sum != 0 { sum += (sum > 0 ? 0.292 : -0.292) * Double(marks) }
    result.compound = sum / (sum * sum + 15).squareRoot()
    return result
  }

  /// The three words before strengthen, weaken or turn a value.
  private func boosted(_ value: Double, _ names: [String], _ index: Int) -> Double {
    var result = value
    for (distance, fade) in [(1, 1.0), (2, 0.95), (3, 0.9)] where index >= distance {
      let word = names[index - distance]
      if let booster = boosters[word] { result += (value > 0 ? booster : -booster) * fade }
      if Self.negators.contains(word) { result *= -0.74 }
    }
    return result
  }

  private static let negators: Set<String> = [
    "not", "no", "never", "none", "nothing", "neither", "nor", "without", "hardly", "rarely", "seldom",
    "nobody",
    "despite", "cannot",
  ]
}
