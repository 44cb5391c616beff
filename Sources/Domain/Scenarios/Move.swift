/// What a reply can mean to the story. Moves steer; criteria score.
public struct Move: Hashable, Sendable {
  public var name: String
  /// Examples of replies that make it.
  public var like: [String]
  /// Phrases that rule it out where they stand.
  public var notLike: [String]
  /// The beginner's menu line; always one of its own examples in spirit.
  public var guided: String?

  public init(name: String, like: [String], notLike: [String] = [], guided: String? = nil) {
    self.name = name
    self.like = like
    self.notLike = notLike
    self.guided = guided
  }
}
