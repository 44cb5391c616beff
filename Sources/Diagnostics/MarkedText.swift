/// What a stretch of a drawn text is; what it looks like is up to whoever paints it.
public enum TextRole: String, Hashable, Sendable, CaseIterable {
  case plain, error, warning, advice
  /// Path, line and column.
  case place
  /// Line numbers and the bar behind them.
  case gutter
  /// The author's or trainee's own words.
  case source
  /// Carets under the place that matters, and the words beside them.
  case primary
  /// Dashes under other places.
  case secondary
  /// Carets under what earned points.
  case earned
  /// Waves under what lost points.
  case lost
  case help
  /// A line as it would be after the mend.
  case mended
}

/// A drawn text: pieces with roles, free of control characters but for its own line feeds.
public struct MarkedText: Hashable, Sendable {
  /// A stretch in one role.
  public struct Piece: Hashable, Sendable {
    /// The words, safe to print as they are.
    public var text: String
    /// What they are.
    public var role: TextRole
  }

  /// The stretches in order; neighbours differ in role.
  public private(set) var pieces: [Piece] = []

  /// An empty text.
  public init() {}

  /// The words alone.
  public var plain: String { pieces.map(\.text).joined() }

  /// The words, each stretch dressed as its role wants: by escape sequences, HTML, or nothing.
  public func painted(_ paint: (String, TextRole) -> String) -> String {
    pieces.map { paint($0.text, $0.role) }.joined()
  }

  /// Adds words; the caller has made them visible.
  mutating func add(_ text: String, _ role: TextRole = .plain) {
    guard !text.isEmpty else { return }
    if let last = pieces.indices.last, pieces[last].role == role {
      pieces[last].text += text
    } else {
      pieces.append(Piece(text: text, role: role))
    }
  }

  /// Adds another text behind this one.
  public mutating func append(_ other: MarkedText) {
    for piece in other.pieces { add(piece.text, piece.role) }
  }
}
