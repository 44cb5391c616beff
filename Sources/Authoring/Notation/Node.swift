import Diagnostics

/// A value read from a trainer's file: text, a list or a map, each knowing where it stands.
///
/// The schema has already decided which is which (in a text field everything up to the line end is text), so
/// no node is a number or a truth value: the resolver reads those from the text of the fields that want them.
public struct Node: Hashable, Sendable {
  /// What was written: one text, several values, several named values, or nothing.
  public enum Value: Hashable, Sendable {
    case text(String)
    case list([Node])
    case map([Entry])
    /// A key with nothing after it: an empty value where one was expected.
    case nothing
  }

  /// How it was written, as far as `fmt` keeps it.
  public enum Form: String, Hashable, Sendable {
    /// Text without quotes, or a list or map over several lines.
    case plain
    /// A number or truth value of a field that wants one: never quoted.
    case literal
    /// Text in quotes.
    case quoted
    /// A `|` block: line ends are kept.
    case block
    /// A `>` block: line ends become blanks.
    case folded
    /// A list in `[ ]` or a map in `{ }`.
    case flow
  }

  /// One `key: value` of a map, in the order written. Keys are unique within a map.
  public struct Entry: Hashable, Sendable {
    /// The key, quotes taken off.
    public var key: String
    /// Where the key stands, quotes included.
    public var keySpan: Span
    /// What stands after its colon.
    public var value: Node

    /// One key with its value.
    public init(key: String, keySpan: Span, value: Node) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
  }

  /// What was written.
  public var value: Value
  /// Where the value stands, quotes included; for a block, from its first to its last child.
  public var span: Span
  /// How it was written.
  public var form: Form

  /// A value that stands at `span`.
  public init(_ value: Value, at span: Span, form: Form = .plain) {
    self.value = value
    self.span = span
    self.form = form
  }
}

extension Node {
  /// The text, when this is one.
  public var text: String? {
    if case .text(let text) = value { text } else { nil }
  }

  /// The items of a list; empty for anything else.
  public var items: [Node] {
    if case .list(let items) = value { items } else { [] }
  }

  /// The entries of a map; empty for anything else.
  public var entries: [Entry] {
    if case .map(let entries) = value { entries } else { [] }
  }

  /// The entry of a map with this key, if any.
  public func entry(_ key: String) -> Entry? { entries.first { $0.key == key } }

  /// The value of a map's key, if any.
  public subscript(key: String) -> Node? { entry(key)?.value }
}
