/// A fact as a trainer writes it: what a reply may state, contradict or leave unsaid.
public struct FactStatement: Hashable, Sendable {
  /// The ways to say it; a reply that states one of them states the fact. Never more than `mostWordings`.
  public let wordings: [String]
  /// What was asked. Its words say nothing new when a reply repeats them.
  public let question: String?
  /// Answers that a trainer accepted.
  public let good: [String]
  /// Answers that a trainer turned down: near, but not the fact.
  public let notQuite: [String]

  /// More wordings than these are not read.
  public static let mostWordings = 16
  /// More good or not-quite answers than these are not read.
  public static let mostAnswers = 64

  /// A fact said one way or more; wordings without a letter or digit are dropped.
  public init(_ wordings: [String], question: String? = nil, good: [String] = [], notQuite: [String] = []) {
    self.wordings = Array(wordings.filter(Self.saysSomething).prefix(Self.mostWordings))
    self.question = question.flatMap { Self.saysSomething($0) ? $0 : nil }
    self.good = Array(good.filter(Self.saysSomething).prefix(Self.mostAnswers))
    self.notQuite = Array(notQuite.filter(Self.saysSomething).prefix(Self.mostAnswers))
  }

  private static func saysSomething(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
}
