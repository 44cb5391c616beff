import Diagnostics

/// Reads a trainer's file: bytes in, values and everything wrong with their writing out.
///
/// Never fails and never traps, whatever the bytes: one slip is reported and the reading goes on behind it.
public enum NotationReader {
  /// The most bytes a file may hold; a larger one is reported and not read.
  public static let largestFile = 1_048_576

  /// Reads one file.
  ///
  /// - Parameter kind: what the file is when it has no `format:` line of its own.
  public static func read(
    _ source: SourceFile, schemas: Schemas = .standard, kind: DocumentKind? = nil
  ) -> ReadDocument {
    let named = declaredKind(of: source) ?? kind ?? .scenario
    return ReadDocument(
      source: source, kind: named, root: Node(.map([]), at: Span(.start, .start)), comments: [],
      diagnostics: [])
  }

  /// The kind a file's `format:` line names, found without reading the rest.
  public static func declaredKind(of source: SourceFile) -> DocumentKind? {
    let prefix = Array("format:".utf8)
    for line in source.lines where source.bytes[line.start..<line.end].starts(with: prefix) {
      let value = source.text(from: line.start + prefix.count, to: line.end)
      let word = value.split(separator: " ").first.map(String.init) ?? ""
      return DocumentKind(rawValue: word)
    }
    return nil
  }
}
