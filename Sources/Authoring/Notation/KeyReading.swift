import Diagnostics

/// A key found at the start of some content, and where what follows its colon begins.
struct FoundKey {
  var name: String
  var span: Span
  /// Offset just past the colon.
  var valueStart: Int
}

extension Reading {
  private static let colon = UInt8(ascii: ":")

  /// Finds `key:` at the start of a block line's content; nothing when no colon with a blank follows.
  func blockKey(_ start: Int, _ end: Int, row: Int) -> FoundKey? {
    if let found = quotedKey(start, end, row: row) { return found }
    if opensQuote(start, end) { return nil }
    guard let colon = colon(start, end, isFlow: false) else { return nil }
    let keyEnd = trimmedEnd(start, colon)
    guard keyEnd > start else { return nil }
    return FoundKey(
      name: string(start, keyEnd), span: span(start, keyEnd, row: row), valueStart: colon + 1)
  }

  /// Finds `key:` at a place inside `{ }`.
  func flowKey(_ start: Int, _ end: Int, row: Int) -> FoundKey? {
    if let found = quotedKey(start, end, row: row) { return found }
    if opensQuote(start, end) { return nil }
    guard let colon = colon(start, end, isFlow: true) else { return nil }
    let keyEnd = trimmedEnd(start, colon)
    guard keyEnd > start else { return nil }
    return FoundKey(
      name: string(start, keyEnd), span: span(start, keyEnd, row: row), valueStart: colon + 1)
  }

  /// Whether a quoted text stands here, so that a colon inside is not a key's.
  private func opensQuote(_ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    return bytes[start] == UInt8(ascii: "\"") || quoted(start, end) != nil
  }

  private func quotedKey(_ start: Int, _ end: Int, row: Int) -> FoundKey? {
    guard start < end, let text = quoted(start, end) else { return nil }
    var at = text.end
    while at < end, isBlank(bytes[at]) { at += 1 }
    guard at < end, bytes[at] == Self.colon else { return nil }
    return FoundKey(name: text.value, span: span(start, text.end, row: row), valueStart: at + 1)
  }

  /// The first colon that a blank or the end follows.
  private func colon(_ start: Int, _ end: Int, isFlow: Bool) -> Int? {
    var at = start
    while at < end {
      let byte = bytes[at]
      if byte == Self.colon, at + 1 == end || isBlank(bytes[at + 1]) || oddBlank(at + 1, end) != nil {
        return at
      }
      if isFlow, byte == Self.colon, isFlowEnd(bytes[at + 1]) { return at }
      if isFlow, isFlowEnd(byte) { return nil }
      at += 1
    }
    return nil
  }

  func isFlowEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
  }

  /// Whether `word:` and a blank stand here: then a comma before it ends a text in `{ }`.
  func looksLikeKey(_ start: Int, _ end: Int, allowsBlanks: Bool) -> Bool {
    guard start < end else { return false }
    if bytes[start] == UInt8(ascii: "\"") { return quotedKey(start, end, row: 0) != nil }
    var at = start
    while at < min(end, start + 48) {
      let byte = bytes[at]
      if byte == Self.colon {
        return at > start && (at + 1 == end || isBlank(bytes[at + 1]) || isFlowEnd(bytes[at + 1]))
      }
      guard isNameByte(byte) || (isBlank(byte) && (allowsBlanks || leadsToColon(at, end))) else {
        return false
      }
      at += 1
    }
    return false
  }

  private func leadsToColon(_ start: Int, _ end: Int) -> Bool {
    var at = start
    while at < end, isBlank(bytes[at]) { at += 1 }
    return at < end && bytes[at] == Self.colon
  }

  /// Letters, digits, `-`, `_` and everything beyond ASCII.
  func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  // MARK: Keys with a slip

  /// Finds `key:value`, a blank missing: the key is one the section knows, or any name where names are free.
  func keyMissingBlank(_ start: Int, _ end: Int, row: Int, section: Section) -> FoundKey? {
    var at = start
    while at < end, isNameByte(bytes[at]) || bytes[at] == UInt8(ascii: " ") { at += 1 }
    guard at > start, at + 1 < end, bytes[at] == Self.colon, !isFlowEnd(bytes[at + 1]) else { return nil }
    guard !isBlank(bytes[at + 1]), oddBlank(at + 1, end) == nil else { return nil }
    var valueStart = at + 1
    while valueStart < end, bytes[valueStart] == Self.colon { valueStart += 1 }
    let key = FoundKey(
      name: string(start, trimmedEnd(start, at)), span: span(start, trimmedEnd(start, at), row: row),
      valueStart: valueStart)
    if section.index(of: key.name) != nil { return key }
    guard section.others != nil, bytes[at + 1] != UInt8(ascii: "/") else { return nil }
    let opener = bytes[at + 1]
    let opensValue = [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\"")].contains(opener)
    return opensValue || blockKey(start, end, row: row) == nil ? key : nil
  }

  /// Finds a known key at the start of a line that has no colon behind it: `title The parcel`.
  func keyMissingColon(_ start: Int, _ end: Int, row: Int, section: Section) -> FoundKey? {
    var at = start
    while at < end, isNameByte(bytes[at]) { at += 1 }
    guard at > start, at == end || isBlank(bytes[at]) else { return nil }
    let name = string(start, at)
    guard section.index(of: name) != nil || (section.others != nil && at == end) else { return nil }
    return FoundKey(name: name, span: span(start, at, row: row), valueStart: at)
  }
}

/// The entries of a map while it is read, each key once.
struct MapBuilder {
  var entries: [Node.Entry] = []
  private var places: [String: Int] = [:]
  /// Required keys that were there but misspelt: not reported as missing too.
  var meant: [String] = []

  /// The entry of a key read before.
  func earlier(_ name: String) -> Node.Entry? {
    if entries.count <= 12 { return entries.first { $0.key == name } }
    return places[name].map { entries[$0] }
  }

  mutating func add(_ entry: Node.Entry) {
    entries.append(entry)
    if entries.count == 13 {
      for (index, entry) in entries.enumerated() { places[entry.key] = index }
    } else if entries.count > 13 {
      places[entry.key] = entries.count - 1
    }
  }

  func holds(_ name: String) -> Bool { earlier(name) != nil || meant.contains(name) }
}
