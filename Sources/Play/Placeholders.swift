import Domain

extension SessionState {
  /// Fills `{customer}`, `{first_name}`, `{agent}`, `{company}`, `{order}` and record names into an author's line.
  ///
  /// A name it does not know stays as written; the checker reports those (S213).
  public func expand(_ line: String) -> String {
    guard line.utf8.contains(UInt8(ascii: "{")) else { return line }
    return scenario.placeholders(agent: opening?.trainee).filled(line)
  }
}
