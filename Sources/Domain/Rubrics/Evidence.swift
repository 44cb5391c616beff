/// What a criterion found in a transcript: a verdict, the words that earned or lost it, and the reason.
public struct Evidence: Hashable, Sendable, Codable {
  public var verdict: Verdict
  /// The yes/no questions asked, in order; those that could not be asked are left out.
  public var checks: [CheckResult]
  public var quotes: [Quote]
  /// One sentence to the trainee.
  public var reason: String
  /// A stronger version of their own words, or the scenario's model sentence for this very talk.
  public var better: String?
  /// A model sentence of the rubric's, about some other talk: it shows how, not what to say here.
  public var example: String?
  /// True where the criterion is about manner and missed only because no work was done: points withheld, no error.
  public var lacksWork: Bool?
  /// The smallest change of their words found that would have earned it.
  public var flip: Edit?

  public init(
    verdict: Verdict, checks: [CheckResult] = [], quotes: [Quote] = [], reason: String,
    better: String? = nil, example: String? = nil, lacksWork: Bool? = nil, flip: Edit? = nil
  ) {
    self.verdict = verdict
    self.checks = checks
    self.quotes = quotes
    self.reason = reason
    self.better = better
    self.example = example
    self.lacksWork = lacksWork
    self.flip = flip
  }
}

/// A change to one reply: some of its words out, others in at the same place.
public struct Edit: Hashable, Sendable, Codable {
  /// Index into the transcript's turns.
  public var turn: Int
  /// What is taken out; empty where words are only added.
  public var range: TextRange
  /// What is put in its place; empty where words are only taken out.
  public var words: String
  /// The verdict the criterion gives to the changed talk.
  public var verdict: Verdict
  /// Hundredths of points that the criterion gives more to the changed talk; nil in records from before it was kept.
  public var gain: Int?

  public init(turn: Int, range: TextRange, words: String, verdict: Verdict, gain: Int? = nil) {
    self.turn = turn
    self.range = range
    self.words = words
    self.verdict = verdict
    self.gain = gain
  }
}

public enum Verdict: String, Hashable, Sendable, CaseIterable, Codable {
  case met, partly, missed
  /// Something was done that must not be.
  case breached
  case notApplicable = "not applicable"
}

/// One yes/no question of a criterion.
public struct CheckResult: Hashable, Sendable, Codable {
  public var question: String
  public var passed: Bool
  /// What the answer counts in hundredths of a yes, where it is doubted: 50 to 90 for a yes, 10 to 70 for a no. Nil where
  /// nobody doubts it.
  public var counts: Int?

  public init(_ question: String, _ passed: Bool, counts: Int? = nil) {
    self.question = question
    self.passed = passed
    self.counts = counts
  }

  /// Hundredths of a yes: what it counts for the points.
  public var worth: Int { counts ?? (passed ? 100 : 0) }
}

/// The trainee's own words, with the part that decided.
public struct Quote: Hashable, Sendable, Codable {
  public enum Role: String, Hashable, Sendable, Codable {
    case earned, lost
  }

  /// Index into the transcript's turns.
  public var turn: Int
  public var range: TextRange
  public var role: Role
  /// A few words beside the carets.
  public var note: String

  public init(turn: Int, range: TextRange, role: Role, note: String = "") {
    self.turn = turn
    self.range = range
    self.role = role
    self.note = note
  }
}
