import Diagnostics

/// The three kinds of file a trainer writes, told apart by their `format:` line.
public enum DocumentKind: String, Hashable, Sendable, CaseIterable {
  case scenario = "service-scenario"
  case pack = "service-pack"
  case rubric = "service-rubric"

  /// The whole value of the `format:` field: kind and version.
  public var format: String { rawValue + " 1" }
}

/// A remark behind `#`, kept so that `fmt` prints it again.
public struct Remark: Hashable, Sendable {
  /// The remark from its `#` to the line end, trailing blanks taken off.
  public var text: String
  /// Where it stands.
  public var span: Span
  /// Whether something else stands before it on its line.
  public var isTrailing: Bool

  /// One remark.
  public init(text: String, span: Span, isTrailing: Bool) {
    self.text = text
    self.span = span
    self.isTrailing = isTrailing
  }
}

/// One file as read: its values, its remarks, and everything that is wrong with how it is written.
public struct ReadDocument: Hashable, Sendable {
  /// The file it was read from.
  public var source: SourceFile
  /// What kind of file it says it is; a guess from its keys when it does not say.
  public var kind: DocumentKind
  /// The file's keys and values: always a map, perhaps empty.
  public var root: Node
  /// All remarks in the order of the file.
  public var comments: [Remark]
  /// Whether it was read at all; what holds no document is one finding and nothing else.
  public var isRead = true
  /// What the reading checks (S101 to S120, S122) found, in the order of the file.
  public var diagnostics: [Diagnostic]

  /// Whether anything was found that stops play.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
