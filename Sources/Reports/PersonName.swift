/// People's names as the program compares them.
public enum PersonName {
  /// The same for names that differ only in capitals or blanks: `Kim`, `kim` and ` Kim ` are one person.
  public static func key(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
