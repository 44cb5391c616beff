import Domain

/// Gathers the answers of a criterion and turns them into evidence.
struct Finding {
  private var asked: [CheckResult] = []
  private var avoided: [CheckResult] = []
  private(set) var quotes: [Quote] = []
  private var isBreached = false

  /// At most this many quotations a criterion; more than a trainee reads.
  static let mostQuotes = 4

  /// Asks a yes/no question.
  mutating func ask(_ question: String, _ passed: Bool) { asked.append(CheckResult(question, passed)) }

  /// Asks whether something was left undone that spoils it. Leaving it undone is no merit by itself: a yes counts only
  /// beside something that was done.
  mutating func avoid(_ question: String, _ passed: Bool) { avoided.append(CheckResult(question, passed)) }

  /// The questions that count, what was done before what was avoided.
  var checks: [CheckResult] {
    asked.contains(where: \.passed) ? asked + avoided : asked + avoided.filter { !$0.passed }
  }

  mutating func quote(_ quote: Quote?) {
    if let quote, !quotes.contains(where: { $0.turn == quote.turn && $0.range == quote.range }) {
      quotes.append(quote)
    }
  }

  /// Something happened that must not: the verdict is a breach, whatever else was fine.
  mutating func breach() { isBreached = true }

  /// The verdict the answers make: all yes is met, none is missed; without a question it does not apply.
  var verdict: Verdict {
    if isBreached { return .breached }
    let passed = checks.count(where: \.passed)
    if checks.isEmpty { return .notApplicable }
    return passed == checks.count ? .met : passed == 0 ? .missed : .partly
  }

  func evidence(_ reason: String, better: String? = nil) -> Evidence {
    let ordered = quotes.sorted { ($0.turn, $0.range) < ($1.turn, $1.range) }
    return Evidence(
      verdict: verdict, checks: checks, quotes: Array(ordered.prefix(Self.mostQuotes)), reason: reason,
      better: verdict == .met ? nil : better)
  }

  static func notApplicable(_ reason: String) -> Evidence {
    Evidence(verdict: .notApplicable, reason: reason)
  }

  static let noReply = Evidence(
    verdict: .missed, checks: [CheckResult("Answers the customer", false)],
    reason: "No reply was sent, so there is nothing to give points for.")
}
