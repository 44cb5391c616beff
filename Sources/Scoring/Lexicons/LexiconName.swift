/// The phrase lists scoring reads, one file each in `scoring/lexicons/`.
public enum LexiconName: String, Hashable, Sendable, CaseIterable {
  case feelings, impact, stakes, minimising, blaming, insults
  case apology
  case apologyFormulas = "apology-formulas"
  case apologySpoilers = "apology-spoilers"
  case trouble, ownership, deflection
  case actionVerbs = "action-verbs"
  case thirdParties = "third-parties"
  case vagueTime = "vague-time"
  case exactTime = "exact-time"
  case jargon, greetings
  case signOffs = "sign-offs"
  case courtesy, refusals
  case refusalExceptions = "refusal-exceptions"
  case alternatives, reasons
  case secretRequests = "secret-requests"
  case safePaths = "safe-paths"
  case safetyChecks = "safety-checks"
  case outcomes, promises, judgements
  case asksOrder = "asks-order"
  case asksProblem = "asks-problem"
  case asksAmount = "asks-amount"
  case asksDate = "asks-date"
  case asksItem = "asks-item"
  case asksEmail = "asks-email"
  case asksName = "asks-name"
  case faults, wants, causes, diagnosing, history, remedies, escalations, rhetorical, requests, places
  case genericIssue = "generic-issue"
  case findsCause = "finds-cause"
  case earlierContact = "earlier-contact"
  case startsOver = "starts-over"
  case nextIssues = "next-issues"
  case followUpFormulas = "follow-up-formulas"
  case afterCare = "after-care"
  case tellsPaid = "tells-paid"

  /// The file's name: `vague-time.txt`.
  public var fileName: String { rawValue + ".txt" }
}
