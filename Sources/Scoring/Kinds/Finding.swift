import Domain

/// Gathers the answers of a criterion and turns them into evidence.
struct Finding {
  private(set) var checks: [CheckResult] = []
  private(set) var quotes: [Quote] = []
  private var isBreached = false

  /// At most this many quotations a criterion; more than a trainee reads.
  static let mostQuotes = 4

  /// Asks a yes/no question.
  mutating func ask(_ question: String, _ passed: Bool) { checks.append(CheckResult(question, passed)) }

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

/// Criteria that ask how the work was done, not what, are only earned where work was done.
///
/// Otherwise silence, "ok" and small talk would earn points for never breaking a rule.
enum Conduct {
  /// The evidence that closes a conduct criterion, or nil when enough kinds of useful work were done.
  ///
  /// Two are asked of a manner that any talk can show; one is enough where a single good line shows it.
  static func closed(_ reading: Reading, until kinds: Int = 2) -> Evidence? {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    guard reading.usefulWork < kinds else { return nil }
    return Evidence(
      verdict: .missed, checks: [CheckResult("Moves the customer's matter on", false)],
      reason: "Points for manner come with the work: say what you know, ask, commit or act first.")
  }
}
