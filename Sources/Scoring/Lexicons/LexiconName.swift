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
  case acknowledgements, background, sources, hedges, guesses, certainties, unknowns
  case findsOut = "finds-out"
  case emptyWords = "empty-words"
  case assumptions, stereotypes
  case demeaningTerms = "demeaning-terms"

  /// The file's name: `vague-time.txt`.
  public var fileName: String { rawValue + ".txt" }
}
