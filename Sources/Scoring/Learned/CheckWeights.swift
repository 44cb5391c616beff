import Domain

/// What was learned of one question of a kind: whether it is answered with yes.
struct CheckWeights: Hashable, Sendable {
  /// The question as the kind asks it; `applies` for whether the criterion applies at all.
  var question: String
  var use: Use
  /// Whether it is asked in most talks, so that it is asked where the kind's own rule saw nothing to ask.
  var isUsual: Bool
  /// Places of the features that prove a yes: acts heard anywhere in the trainee's own sentences.
  var proof: [Int]
  /// What the rule's own answer weighs.
  var rule: Double
  var bias: Double
  /// One a feature.
  var weights: [Double]

  /// What the weights are good for, as proved on talks that nobody learned from.
  enum Use: String, Hashable, Sendable {
    /// To answer otherwise than the rule does.
    case answers
    /// To count its answers in part.
    case doubts
    case both
  }

  /// The question that decides whether a criterion applies.
  static let applies = "applies"

  /// The answer; `rule` is the rule's own, nil where it did not ask, and stands where the weights are unsure.
  ///
  /// What the rule affirms with words quoted for it is never denied: a trainee could not argue with that. A yes that the
  /// rule did not see needs words: `speaking`.
  func answer(_ talk: TalkFeatures, rule own: Bool?) -> Bool {
    let isAboutDue = question == Self.applies
    if use == .doubts { return own ?? false }
    if own == true, !isAboutDue { return true }
    let logit = odds(talk, rule: own)
    if let own, abs(logit) < Self.margin { return own }
    return logit > 0 && (isAboutDue || speaking(in: talk) != nil)
  }

  /// What an answer counts, in hundredths of a yes, to the nearest ten; nil where the weights are as sure as it is.
  ///
  /// A yes that they doubt counts half at least. A no counts something only where a sentence comes near to what proves a
  /// yes, and as far as they are sure of it. That brings the points nearer to those trainers give than whole answers do:
  /// `scoring/build/checks.py` prints the mean squared distance of both on talks left out.
  func counts(_ passed: Bool, _ talk: TalkFeatures, rule own: Bool?) -> Int? {
    guard use != .answers else { return nil }
    let sure = min(max(0.5 + odds(talk, rule: own) / (2 * Self.sure), 0), 1)
    let counts = passed ? 1 - (1 - Self.leastYes) * (1 - sure) : Self.mostNo * sure * reach(in: talk)
    let hundredths = 10 * Int((10 * counts).rounded())
    return hundredths == (passed ? 100 : 0) ? nil : hundredths
  }

  /// How much of the way from nowhere near to heard the sentence has come that comes nearest to a proof, 0–1.
  private func reach(in talk: TalkFeatures) -> Double {
    guard let index = nearest(in: talk) else { return 0 }
    return min(max((talk.values[index] - Self.far) / (Self.heard - Self.far), 0), 1)
  }

  /// The natural logarithm of the odds for a yes.
  private func odds(_ talk: TalkFeatures, rule own: Bool?) -> Double {
    zip(weights, talk.values).reduce(bias + (own.map { $0 ? rule : -rule } ?? 0)) { $0 + $1.0 * $1.1 }
  }

  /// The feature that proves a yes best in a sentence of the trainee's own; nil where none does.
  func speaking(in talk: TalkFeatures) -> Int? {
    nearest(in: talk).flatMap { talk.values[$0] >= Self.heard ? $0 : nil }
  }

  /// The feature that comes nearest to proving a yes in a sentence of the trainee's own.
  func nearest(in talk: TalkFeatures) -> Int? {
    proof.filter { talk.places[$0] != nil }.max { talk.values[$0] < talk.values[$1] }
  }

  /// So near to even odds, in their natural logarithm, the rule's answer stands; `MARGIN` in `scoring/build/checks.py`.
  private static let margin = 0.4
  /// Beyond these odds, in their natural logarithm, no answer is doubted; `SURE` there.
  private static let sure = 2.0
  /// What a doubted yes counts at least, and a near miss at most; `LEAST_YES`, `MOST_NO` there.
  private static let (leastYes, mostNo) = (0.5, 0.7)
  /// A sentence so near to an act or less is no near miss of it; `FAR` there.
  private static let far = -0.5
  /// So near must a sentence come to an act to prove a yes; `HEARD` there.
  private static let heard = 0.25
}

/// The learned questions of all kinds, by keyword.
struct CheckTable: Hashable, Sendable {
  private(set) var checks: [String: [CheckWeights]] = [:]

  /// Reads `scoring/checks/TIER.tsv`: a row of headings, then one a question. Lines with `#` are remarks.
  ///
  /// - Throws: `CheckTrouble`, with the line that is not as the rule says.
  init(_ text: String, features: [String]) throws(CheckTrouble) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.element.isEmpty && !$0.element.hasPrefix("#") }
    guard let head = lines.first,
      head.element.split(separator: "\t").dropFirst(Self.leading).map(String.init) == features
    else { throw CheckTrouble.otherFeatures }
    for (number, line) in lines.dropFirst() { try take(line, number + 1, features) }
  }

  /// Kind, question, use, usual, proof, rule and bias stand before the features.
  private static let leading = 7

  private mutating func take(_ line: Substring, _ number: Int, _ features: [String]) throws(CheckTrouble) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    let numbers = fields.dropFirst(Self.leading - 2).compactMap { Double($0) }
    guard fields.count == features.count + Self.leading, numbers.count == features.count + 2,
      numbers.allSatisfy(\.isFinite)
    else { throw .badLine(number) }
    let acts = fields[4].split(separator: " ").map { "agent:\($0)" }
    let proof = acts.compactMap { features.firstIndex(of: $0) }
    guard proof.count == acts.count, ["0", "1"].contains(fields[3]),
      let use = CheckWeights.Use(rawValue: String(fields[2]))
    else { throw .badLine(number) }
    checks[String(fields[0]), default: []].append(
      CheckWeights(
        question: String(fields[1]), use: use, isUsual: fields[3] == "1", proof: proof, rule: numbers[0],
        bias: numbers[1],
        weights: Array(numbers.dropFirst(2))))
  }
}

/// What is wrong with a file of learned checks.
public enum CheckTrouble: Error, Hashable, Sendable, CustomStringConvertible {
  /// It was made for other acts than those that are heard.
  case otherFeatures
  /// The line with this number, from 1, lacks a finite number, or names a use or a proof that is not known.
  case badLine(Int)

  public var description: String {
    switch self {
    case .otherFeatures:
      "it was made for other acts than those that are heard; scoring/build/checks.py makes it anew"
    case .badLine(let line): "line \(line) lacks a number, or names a use or a proof that is not known"
    }
  }
}
