/// A stretch of a text to be underlined, and the words to put beside the line.
public struct Underline: Hashable, Sendable {
  /// What the line means.
  public enum Kind: Hashable, Sendable {
    /// The place that matters: `^^^`.
    case primary
    /// Another place: `---`.
    case secondary
    /// What earned points: `^^^`.
    case earned
    /// What lost points: `~~~`.
    case lost

    var stroke: Character {
      switch self {
      case .primary, .earned: "^"
      case .secondary: "-"
      case .lost: "~"
      }
    }

    var role: TextRole {
      switch self {
      case .primary: .primary
      case .secondary: .secondary
      case .earned: .earned
      case .lost: .lost
      }
    }
  }

  /// Where; only its first line is underlined. An empty span gets one stroke.
  public var span: Span
  /// What the line means.
  public var kind: Kind
  /// Words beside the line; may be empty.
  public var text: String

  /// A stretch to be underlined.
  public init(_ span: Span, _ kind: Kind, _ text: String = "") {
    self.span = span
    self.kind = kind
    self.text = text
  }
}
