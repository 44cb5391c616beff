import Diagnostics

/// A value read from a trainer's file: text, a list or a map, each knowing where it stands.
///
/// The schema has already decided which is which (in a text field everything up to the line end is text), so
/// no node is a number or a truth value: the resolver reads those from the text of the fields that want them.
public struct Node: Hashable, Sendable {
  public enum Value: Hashable, Sendable {
    case text(String)
    case list([Node])
    case map([Entry])
    /// A key with nothing after it: an empty value where one was expected.
    case nothing
  }

  /// One `key: value` of a map, in the order written. Keys are unique within a map.
  public struct Entry: Hashable, Sendable {
    public var key: String
    public var keySpan: Span
    public var value: Node

    public init(key: String, keySpan: Span, value: Node) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
  }

  public var value: Value
  /// Where the value stands, quotes included; for a block, from its first to its last child.
  public var span: Span

  public init(_ value: Value, at span: Span) {
    self.value = value
    self.span = span
  }
}
