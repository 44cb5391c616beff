import Diagnostics

/// One reading of one file: where it has got to, and what it has found so far.
///
/// Works on bytes and offsets throughout; strings are made only where they are kept. Every line is visited
/// once by the block reader, so the time is linear in the file.
struct Reading {
  /// The deepest nesting of lists and maps; the fields of a scenario need seven.
  static let deepest = 64
  /// The most values of one file.
  static let mostNodes = 250_000
  /// The most findings of one file; what comes after is most likely noise.
  static let mostFindings = 1_000

  let source: SourceFile
  let bytes: [UInt8]
  /// Other sections of the same kind of file, by the keys they allow: for keys put in the wrong place.
  let atlas: KeyAtlas

  /// The line being read; nothing at the end of the file.
  var line: ContentLine?
  /// The block maps and lists that are open, outermost first.
  var levels: [Level] = []
  /// Where the flow reader stands.
  var flow = FlowPlace()
  /// Flow lists and maps that are open.
  var flowDepth = 0
  var nodeCount = 0
  var isStopped = false

  var comments: [Remark] = []
  var findings: [Diagnostic] = []

  init(_ source: SourceFile, atlas: KeyAtlas) {
    self.source = source
    self.bytes = source.bytes
    self.atlas = atlas
  }

  /// A line that holds something: its number from 0, its content without blanks around, its indentation.
  struct ContentLine {
    var index: Int
    var start: Int
    var end: Int
    var indent: Int
  }

  /// An open block: the column its lines begin at (from 0), the key it stands under, what it may hold.
  struct Level {
    var indent: Int
    var name: String
    /// The section of a map; nothing for a list.
    var section: Section?
  }

  /// The key or dash a value belongs to: named in messages.
  struct Owner {
    var name: String
    var span: Span
    /// The column (from 0) that lines below must exceed to belong to it.
    var indent: Int
  }

  // MARK: Findings and places

  /// Keeps a finding. Beyond a thousand, warnings are dropped, and an error ends the reading.
  mutating func report(_ finding: Diagnostic?) {
    guard let finding, !isStopped else { return }
    if findings.count < Self.mostFindings {
      findings.append(finding)
    } else if finding.severity == .error {
      isStopped = true
      line = nil
      findings.append(LongFile.tooManyFindings(at: finding.primary, most: Self.mostFindings))
    }
  }

  func label(_ span: Span, _ text: String = "") -> Label {
    Label(file: source.path, span: span, text: text)
  }

  func edit(_ span: Span, _ text: String) -> Edit { Edit(file: source.path, span: span, text: text) }

  /// The span between two offsets on one line.
  func span(_ start: Int, _ end: Int, row: Int) -> Span {
    Span(source.position(at: start, onLine: row), source.position(at: max(start, end), onLine: row))
  }

  func string(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }

  /// Counts a value against the file's limit and stops the reading beyond it.
  mutating func node(_ value: Node.Value, at span: Span, form: Node.Form = .plain) -> Node {
    nodeCount += 1
    if nodeCount > Self.mostNodes, !isStopped {
      report(LongFile.tooManyValues(at: label(span), most: Self.mostNodes))
      isStopped = true
      line = nil
    }
    return Node(value, at: span, form: form)
  }

  mutating func remark(from start: Int, row: Int, isTrailing: Bool) {
    var end = source.lines[row].end
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    comments.append(
      Remark(text: string(start, end), span: span(start, end, row: row), isTrailing: isTrailing))
  }
}

// MARK: - Lines

extension Reading {
  /// Moves to the next line that holds something, from the line with this index on.
  ///
  /// Remarks on the way are kept; tabs and odd blanks in the indentation are reported and count as blanks.
  mutating func advance(from index: Int) {
    line = nil
    var row = index
    while row < source.lines.count, !isStopped {
      let bounds = source.lines[row]
      var (start, indent, isOdd) = indentation(of: bounds)
      if start == bounds.end {
        row += 1
      } else if bytes[start] == UInt8(ascii: "#") {
        remark(from: start, row: row, isTrailing: false)
        row += 1
      } else if indent == 0, isDocumentMarker(start, bounds.end) {
        report(ForbiddenYAML.marker(self, row: row))
        row += 1
      } else {
        let end = trimmedEnd(start, bounds.end)
        if isOdd {
          let meant = column(ofOdd: ContentLine(index: row, start: start, end: end, indent: indent))
          reportOddIndentation(row: row, end: start, column: meant == indent ? nil : meant)
          indent = meant
        }
        line = ContentLine(index: row, start: start, end: end, indent: indent)
        return
      }
    }
  }

  /// Where a line's content begins, how far it is indented, and whether anything but blanks does it.
  func indentation(of bounds: SourceLine) -> (start: Int, indent: Int, isOdd: Bool) {
    var at = bounds.start
    while at < bounds.end, bytes[at] == UInt8(ascii: " ") { at += 1 }
    guard at < bounds.end, isBlank(bytes[at]) || bytes[at] >= 0x80 else {
      return (at, at - bounds.start, false)
    }
    var indent = at - bounds.start
    while at < bounds.end {
      if bytes[at] == UInt8(ascii: "\t") {
        indent += 2
        at += 1
      } else if bytes[at] == UInt8(ascii: " ") {
        indent += 1
        at += 1
      } else if let length = oddBlank(at, bounds.end) {
        indent += 1
        at += length
      } else {
        break
      }
    }
    return (at, indent, at > bounds.start)
  }

  /// Where a line indented with a tab most likely stands: nobody knows how wide the tab was, but a key that an open
  /// block names belongs to it.
  private func column(ofOdd found: ContentLine) -> Int {
    let counted = levels.last { $0.indent == found.indent }.map { fit(found, $0) } ?? 0
    return counted == 2 ? found.indent : levels.last { fit(found, $0) == 2 }?.indent ?? found.indent
  }

  private mutating func reportOddIndentation(row: Int, end: Int, column: Int?) {
    let start = source.lines[row].start
    if bytes[start..<end].contains(UInt8(ascii: "\t")) {
      report(TabInIndentation.found(self, row: row, end: end, column: column))
    } else if bytes[start..<end].contains(where: { $0 >= 0x80 }) {
      report(OddBlank.inStructure(self, start, end, row: row, width: indentWidth(start, end)))
    }
  }

  private func indentWidth(_ start: Int, _ end: Int) -> Int {
    bytes[start..<end].count { $0 & 0xC0 != 0x80 }
  }

  private func isDocumentMarker(_ start: Int, _ end: Int) -> Bool {
    if bytes[start] == UInt8(ascii: "%") { return true }
    guard end - start >= 3, bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: ".") else {
      return false
    }
    let isTriple = bytes[start + 1] == bytes[start] && bytes[start + 2] == bytes[start]
    return isTriple && (end - start == 3 || isBlank(bytes[start + 3]))
  }

  func trimmedEnd(_ start: Int, _ end: Int) -> Int {
    var last = end
    while last > start, isBlank(bytes[last - 1]) { last -= 1 }
    return last
  }

  func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  /// The length of a Unicode blank other than the usual one, or of an invisible character, at this offset.
  func oddBlank(_ at: Int, _ end: Int) -> Int? {
    guard at < end, bytes[at] >= 0x80 else { return nil }
    let second = at + 1 < end ? bytes[at + 1] : 0
    let third = at + 2 < end ? bytes[at + 2] : 0
    switch (bytes[at], second, third) {
    case (0xC2, 0xA0, _): return 2
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
      (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
      return 3
    default: return nil
    }
  }

  /// Skips blanks; odd ones are reported and skipped too.
  mutating func skipBlanks(_ start: Int, _ end: Int, row: Int) -> Int {
    var at = start
    while at < end, isBlank(bytes[at]) { at += 1 }
    guard at < end, bytes[at] >= 0x80, oddBlank(at, end) != nil else { return at }
    let first = at
    while at < end {
      if isBlank(bytes[at]) {
        at += 1
      } else if let length = oddBlank(at, end) {
        at += length
      } else {
        break
      }
    }
    report(OddBlank.inStructure(self, first, at, row: row, width: first > start ? 0 : 1))
    return at
  }

  /// Whether a dash that opens a list item stands here.
  func isDash(_ at: Int, _ end: Int) -> Bool {
    guard at < end, bytes[at] == UInt8(ascii: "-") else { return false }
    return at + 1 == end || isBlank(bytes[at + 1]) || oddBlank(at + 1, end) != nil
  }

  func isDash(_ line: ContentLine) -> Bool { isDash(line.start, line.end) }
}
