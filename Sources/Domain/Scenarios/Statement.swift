/// Something a reply can say in any words, shown by answers that say it and answers that only come near.
public struct Statement: Hashable, Sendable {
  /// The plainest way to say it.
  public var text: String
  /// What it answers; words of the question alone tell nothing.
  public var question: String?
  /// Other ways to say it that the author accepts.
  public var good: [String]
  /// Near misses that the author turns down.
  public var notQuite: [String]

  /// A statement; without answers the text alone shows what is meant.
  public init(text: String, question: String? = nil, good: [String] = [], notQuite: [String] = []) {
    self.text = text
    self.question = question
    self.good = good
    self.notQuite = notQuite
  }
}

/// What the customer must have been told, in any words, by the end of the session.
public struct RequiredFact: Hashable, Sendable {
  /// As the author names it; unlike a `Fact` of the world, no condition asks for it.
  public var name: String
  /// What is to be said.
  public var statement: Statement
  /// Index of the article that says it, when one does.
  public var because: Int?
  /// Whether it is due: asked of the world at the end; nil: always.
  public var condition: Condition?

  /// A required fact.
  public init(name: String, statement: Statement, because: Int? = nil, condition: Condition? = nil) {
    self.name = name
    self.statement = statement
    self.because = because
    self.condition = condition
  }
}

/// What must never be said as a fact.
public struct ForbiddenClaim: Hashable, Sendable {
  /// As the author names it.
  public var name: String
  /// What must not be said; `good` are ways of saying it, `notQuite` is what may be said.
  public var statement: Statement
  /// Index of the article that forbids it, when one does.
  public var because: Int?
  /// Whether making the claim fails the attempt whatever the score.
  public var isCritical: Bool

  /// A forbidden claim.
  public init(name: String, statement: Statement, because: Int? = nil, isCritical: Bool = false) {
    self.name = name
    self.statement = statement
    self.because = because
    self.isCritical = isCritical
  }
}
