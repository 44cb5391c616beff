/// What a stretch of text is, for the reader; how it looks is the palette's business.
public enum Style: String, Hashable, Sendable, CaseIterable {
  case customer, you, system, good, bad, faint, heading
}

/// Text with styles: the only thing a console prints.
///
/// Holds plain words, never escape sequences: those a console makes itself, and whatever in the
/// words looks like one is shown as text. A string literal is a styled text without style.
public struct StyledText: Hashable, Sendable, ExpressibleByStringLiteral {
  /// A stretch of text in one style.
  public struct Run: Hashable, Sendable {
    /// The words.
    public var text: String
    /// What they are; `nil` is the terminal's own colour.
    public var style: Style?

    /// A run; `nil` is the terminal's own colour.
    public init(_ text: String, _ style: Style? = nil) {
      self.text = text
      self.style = style
    }
  }

  /// The text, cut where the style changes. None is empty, no neighbours are alike.
  public private(set) var runs: [Run]

  /// A text in one style throughout.
  public init(_ text: String, _ style: Style? = nil) {
    runs = text.isEmpty ? [] : [Run(text, style)]
  }

  /// A text of these runs. Neighbours of one style become one run; empty ones go.
  public init(runs: [Run]) {
    self.runs = []
    for run in runs { append(run.text, run.style) }
  }

  /// A text without style.
  public init(stringLiteral text: String) {
    self.init(text)
  }

  /// The words alone.
  public var plain: String { runs.map(\.text).joined() }

  /// Whether there are no words.
  public var isEmpty: Bool { runs.isEmpty }

  /// Adds words at the end.
  public mutating func append(_ text: String, _ style: Style? = nil) {
    if text.isEmpty { return }
    if let last = runs.indices.last, runs[last].style == style {
      runs[last].text += text
    } else {
      runs.append(Run(text, style))
    }
  }

  /// One text after the other.
  public static func + (left: StyledText, right: StyledText) -> StyledText {
    StyledText(runs: left.runs + right.runs)
  }

  /// Many texts with another between each two.
  public static func joined(_ texts: [StyledText], separator: StyledText) -> StyledText {
    guard let first = texts.first else { return StyledText("") }
    return texts.dropFirst().reduce(first) { $0 + separator + $1 }
  }
}
