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
  case bareRefusals = "bare-refusals"
  case alternatives, reasons
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
  case askFrames = "ask-frames"
  case secretNames = "secret-names"
  case safePlaces = "safe-places"
  case identityChecks = "identity-checks"
  case identityItems = "identity-items"
  case protectedDeeds = "protected-deeds"
  case personalData = "personal-data"
  case privatePaths = "private-paths"
  case handOvers = "hand-overs"
  case handOverTargets = "hand-over-targets"
  case dangerCues = "danger-cues"
  case selfHarmCues = "self-harm-cues"
  case cueExceptions = "cue-exceptions"
  case legalCues = "legal-cues"
  case vulnerableCues = "vulnerable-cues"
  case asksForManager = "asks-for-manager"
  case safetyResponses = "safety-responses"
  case holdLines = "hold-lines"
  case formLetters = "form-letters"
  case closingChecks = "closing-checks"
  case introductions, recaps, signposts
  case screenWords = "screen-words"
  case screenPaths = "screen-paths"
  case notices
  case leadsThere = "leads-there"
  case optOuts = "opt-outs"
  case optOutActs = "opt-out-acts"
  case endedContact = "ended-contact"
  case botFailures = "bot-failures"
  case slurs, threats
  case paidAmounts = "paid-amounts"
  case empathyFrames = "empathy-frames"
  case anger, boundaries, buying
  case rudeCommands = "rude-commands"
  case ownDoing = "own-doing"
  case thanks
  case thanksFormulas = "thanks-formulas"
  case thanksSpoilers = "thanks-spoilers"
  case thanksWords = "thanks-words"
  case efforts, causes, prevention, measures
  case failingParts = "failing-parts"
  case faultLogs = "fault-logs"
  case sendsAway = "sends-away"
  case selfService = "self-service"
  case transfers
  case carriedOver = "carried-over"
  case makesRepeat = "makes-repeat"
  case done
  case checksBack = "checks-back"
  case faults, wants, diagnosing, history, remedies, escalations, rhetorical, requests, places
  case genericIssue = "generic-issue"
  case findsCause = "finds-cause"
  case earlierContact = "earlier-contact"
  case startsOver = "starts-over"
  case nextIssues = "next-issues"
  case followUpFormulas = "follow-up-formulas"
  case afterCare = "after-care"
  case tellsPaid = "tells-paid"
  case acknowledgements, background, sources, hedges, guesses, certainties, unknowns
  case findsOut = "finds-out"
  case emptyWords = "empty-words"
  case assumptions, stereotypes
  case demeaningTerms = "demeaning-terms"

  /// The file's name: `vague-time.txt`.
  public var fileName: String { rawValue + ".txt" }
}
