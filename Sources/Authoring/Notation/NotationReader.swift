import Diagnostics

/// Reads a trainer's file: bytes in, values and everything wrong with their writing out.
///
/// Never fails and never traps, whatever the bytes: one slip is reported and the reading goes on behind it.
public enum NotationReader {
  /// The most bytes a file may hold; a larger one is reported and not read.
  public static let largestFile = 1_048_576

  /// Reads one file by the schema of its kind.
  ///
  /// - Parameter kind: what the file is when it has no `format:` line of its own.
  public static func read(
    _ source: SourceFile, schemas: Schemas = .standard, kind: DocumentKind? = nil
  ) -> ReadDocument {
    guard source.bytes.count <= largestFile else {
      return unread(source, kind, LongFile.tooLarge(source, most: largestFile))
    }
    if let finding = NoDocument.found(in: source, keys: schemas.topKeys) {
      return unread(source, kind, finding)
    }
    let kind = evidentKind(of: source) ?? declaredKind(of: source) ?? kind ?? .scenario
    return read(source, as: kind, by: schemas[kind], schemas.atlas(of: kind))
  }

  /// Reads a file by any schema: what `read` does once the kind is known.
  static func read(
    _ source: SourceFile, as kind: DocumentKind, by section: Section, _ atlas: KeyAtlas? = nil
  ) -> ReadDocument {
    var reading = Reading(source, atlas: atlas ?? KeyAtlas(section))
    let root = reading.wholeFile(section)
    let others = OddEncoding.found(in: source) + OddBlank.invisible(source) + LongFile.found(in: source)
    let findings = (reading.findings + others).enumerated().sorted {
      ($0.element.primary.span.start.offset, $0.offset) < ($1.element.primary.span.start.offset, $1.offset)
    }
    var document = document(source, kind: kind, findings: findings.map(\.element))
    document.root = root
    document.comments = reading.comments
    return document
  }

  private static func unread(
    _ source: SourceFile, _ kind: DocumentKind?, _ finding: Diagnostic
  ) -> ReadDocument {
    var document = document(source, kind: kind ?? .scenario, findings: [finding])
    document.isRead = false
    return document
  }

  private static func document(
    _ source: SourceFile, kind: DocumentKind, findings: [Diagnostic]
  ) -> ReadDocument {
    ReadDocument(
      source: source, kind: kind, root: Node(.map([]), at: Span(.start, .start)), comments: [],
      diagnostics: findings)
  }

  /// The kind a file's `format:` line names, found without reading the rest.
  public static func declaredKind(of source: SourceFile) -> DocumentKind? {
    guard let value = value(of: "format", in: source) else { return nil }
    let word = value.split(separator: " ").first.map(String.init) ?? ""
    return DocumentKind(rawValue: word)
  }

  /// The kind a file must be from the keys at its left edge, whatever its `format:` line says.
  private static func evidentKind(of source: SourceFile) -> DocumentKind? {
    if value(of: "beats", in: source) != nil { return .scenario }
    if value(of: "criteria", in: source) != nil { return .rubric }
    return value(of: "sign_off", in: source) != nil ? .pack : nil
  }

  private static func value(of key: String, in source: SourceFile) -> String? {
    let prefix = Array((key + ":").utf8)
    for line in source.lines where source.bytes[line.start..<line.end].starts(with: prefix) {
      return source.text(from: line.start + prefix.count, to: line.end)
    }
    return nil
  }
}

extension Reading {
  /// Reads the whole file as one map.
  mutating func wholeFile(_ section: Section) -> Node {
    advance(from: 0)
    var map: Node
    if let first = line {
      map = blockMap(section, indent: first.indent, name: "")
    } else {
      map = node(.map([]), at: Span(.start, .start))
      reportMissing(section, in: MapBuilder(), at: map.span, owner: "", isFlow: false)
    }
    map.span = Span(.start, source.position(at: bytes.count))
    return map
  }
}
