import Domain

/// What was learned of one question of a kind: whether it is answered with yes.
struct CheckWeights: Hashable, Sendable {
  /// The question as the kind asks it; `applies` for whether the criterion applies at all.
  var question: String
  /// Whether it is asked in most talks, so that it is asked where the kind's own rule saw nothing to ask.
  var isUsual: Bool
  /// What the rule's own answer weighs.
  var rule: Double
  var bias: Double
  /// One a feature.
  var weights: [Double]

  /// The question that decides whether a criterion applies.
  static let applies = "applies"

  /// The answer; `rule` is the rule's own, nil where it did not ask, and stands where the weights are unsure.
  ///
  /// What the rule affirms with words quoted for it is never denied: a trainee could not argue with that. A yes that the
  /// rule did not see needs words: an act that speaks for it, heard in a sentence of the trainee's own.
  func answer(_ talk: TalkFeatures, rule own: Bool?) -> Bool {
    let logit = zip(weights, talk.values).reduce(bias + (own.map { $0 ? rule : -rule } ?? 0)) {
      $0 + $1.0 * $1.1
    }
    if let own, abs(logit) < Self.margin { return own }
    if logit < 0, own == true, question != Self.applies { return true }
    if logit > 0, own != true, question != Self.applies { return isHeard(in: talk) }
    return logit > 0
  }

  private func isHeard(in talk: TalkFeatures) -> Bool {
    weights.indices.contains {
      weights[$0] > 0 && talk.places[$0] != nil && talk.values[$0] >= Self.heard
    }
  }

  /// So near to even odds, in their natural logarithm, the rule's answer stands; `MARGIN` in `scoring/build/checks.py`.
  private static let margin = 0.4
  /// So near must a sentence come to an act to be quoted for it; `HEARD` there.
  private static let heard = 0.25
}

/// The learned questions of all kinds, and what talks are like on average.
struct CheckTable: Hashable, Sendable {
  var checks: [String: [CheckWeights]] = [:]
  /// One a feature.
  var means: [Double] = []

  /// Reads `scoring/checks/TIER.tsv`: a row of headings, one of means, then one a question. Lines with `#` are remarks.
  ///
  /// - Throws: `CheckTrouble`, with the line that is not as the rule says.
  init(_ text: String, features: [String]) throws(CheckTrouble) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.element.isEmpty && !$0.element.hasPrefix("#") }
    guard let head = lines.first,
      head.element.split(separator: "\t").dropFirst(Self.leading).map(String.init) == features
    else { throw CheckTrouble.otherFeatures }
    for (number, line) in lines.dropFirst() { try take(line, number + 1, features.count) }
    guard means.count == features.count else { throw CheckTrouble.badLine(2) }
  }

  /// Kind, question, usual, rule and bias stand before the features.
  private static let leading = 5

  private mutating func take(_ line: Substring, _ number: Int, _ count: Int) throws(CheckTrouble) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    let numbers = fields.dropFirst(2).compactMap { Double($0) }
    guard fields.count == count + Self.leading, numbers.count == fields.count - 2,
      numbers.allSatisfy(\.isFinite)
    else { throw .badLine(number) }
    let weights = Array(numbers.dropFirst(3))
    if fields[0] == "-" {
      means = weights
      return
    }
    checks[String(fields[0]), default: []].append(
      CheckWeights(
        question: String(fields[1]), isUsual: numbers[0] > 0, rule: numbers[1],
        bias: numbers[2], weights: weights))
  }
}

/// What is wrong with a file of learned checks.
public enum CheckTrouble: Error, Hashable, Sendable {
  /// It was made for other acts than those that are heard.
  case otherFeatures
  /// The line with this number, from 1, has not one finite number a column.
  case badLine(Int)
}
