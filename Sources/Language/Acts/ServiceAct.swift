/// What a sentence of service talk does, whatever its words.
///
/// What each means stands in `scoring/acts/README.md`; examples of each, and near-misses, in the files beside it.
public enum ServiceAct: String, Hashable, Sendable, CaseIterable {
  // The side that serves.
  case refusal, alternative, reason, background, remedy, impact, apology, acknowledgement, minimising, blaming
  case insult, threat, boundary, commands, cause, diagnosing, measure, history, done, recap, ownership
  case deflection, commitment, hedge, guess, certainty, unknown, answer, discloses, assumption, stereotype
  case judgement
  case handOver = "hand-over"
  case sendsAway = "sends-away"
  case selfService = "self-service"
  case makesRepeat = "makes-repeat"
  case carriedOver = "carried-over"
  case apologySpoiled = "apology-spoiled"
  case thanksFor = "thanks-for"
  case calmingChoice = "calming-choice"
  case findsCause = "finds-cause"
  case faultLog = "fault-log"
  case nextIssue = "next-issue"
  case afterCare = "after-care"
  case startsOver = "starts-over"
  case checksBack = "checks-back"
  case timeGiven = "time-given"
  case vagueTime = "vague-time"
  case holdLine = "hold-line"
  case findsOut = "finds-out"
  case asksDetail = "asks-detail"
  case identityCheck = "identity-check"
  case asksSecret = "asks-secret"
  case repeatsSecret = "repeats-secret"
  case safePath = "safe-path"
  case privatePath = "private-path"
  case asksPersonalInPublic = "asks-personal-public"
  case protectedDeed = "protected-deed"
  case safetyResponse = "safety-response"
  case endsContact = "ends-contact"
  case optOutDone = "opt-out-done"
  case bigPromise = "promise-big"
  // The customer's side.
  case trouble, anger, worry, efforts, request, question, danger, legal, vulnerable, thanks, buying, quit
  case ownDoing = "own-doing"
  case earlierContact = "earlier-contact"
  case selfHarm = "self-harm"
  case asksForManager = "asks-for-manager"
  case optOut = "opt-out"
  case thirdPerson = "third-person"
  case secretTold = "secret-told"
}

/// Who speaks: an act is heard from one side alone.
public enum TalkSide: String, Hashable, Sendable, CaseIterable {
  case agent, customer
}

/// An act that was heard, and where.
public struct HeardAct: Hashable, Sendable {
  /// What was done.
  public let act: ServiceAct
  /// The sentence or clause that does it.
  public let passage: Passage
  /// How surely, 0–1: Platt's curve through the scores that the examples have without themselves.
  public let probability: Double
}

/// What was heard in one text.
public struct HeardActs: Hashable, Sendable {
  /// Every act that was heard.
  public var acts: [HeardAct] = []
  /// For each sentence how near it comes to each act of its side, heard or not, in the order of `ActReader.learned`:
  /// about 1 where it surely makes the act, about 0 where it does not. Sentences past `ActReader.mostPassages` are left
  /// out.
  public var nearness: [[Float]] = []
  /// What each of these sentences means, as the encoder's vector of length one.
  public var vectors: [[Float]] = []

  public init() {}

  init(acts: [HeardAct], nearness: [[Float]], vectors: [[Float]]) {
    self.acts = acts
    self.nearness = nearness
    self.vectors = vectors
  }
}
