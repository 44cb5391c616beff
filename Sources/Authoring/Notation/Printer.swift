import Diagnostics

/// Writes documents in their one form, which is what `fmt` does.
///
/// The form keeps every word, remark and single empty line, and whether a list or map stands in brackets or
/// on lines of its own; it settles indentation (two blanks), blanks, quotes, and lines that are too wide. What
/// it writes is valid YAML 1.2 with the same meaning, and printing it again changes nothing.
public enum Printer {
  /// The widest line a list or map in brackets may make, in characters. A wider one fills several lines, or
  /// gets a line an item where a nested one is too wide itself.
  public static let widest = 120

  /// The text of a whole file, remarks included; ends with a line feed.
  public static func print(_ document: ReadDocument) -> String {
    String(decoding: bytes(of: document), as: UTF8.self)
  }

  /// The same in bytes.
  static func bytes(of document: ReadDocument) -> [UInt8] {
    var printing = Printing(document: document)
    printing.map(document.root.entries, indent: 0, until: Int.max)
    return printing.bytes
  }

  /// The text of a map alone, as a file of its own.
  public static func print(_ root: Node) -> String {
    var printing = Printing(document: nil)
    printing.map(root.entries, indent: 0, until: Int.max)
    return String(decoding: printing.bytes, as: UTF8.self)
  }
}

/// One printing: what is written so far, and which remarks are still to be placed.
///
/// Written in bytes, since every file that is checked is printed once to see whether it is in form.
struct Printing {
  private(set) var bytes: [UInt8] = []
  /// Where the line being written begins.
  private var lineStart = 0
  private var margin: Margin

  init(document: ReadDocument?) {
    margin = Margin(document)
    bytes.reserveCapacity(document.map { $0.source.bytes.count + 64 } ?? 0)
  }

  // MARK: Lines

  /// The length of the line being written, in characters.
  private var width: Int { FlowSpelling.width(bytes[lineStart...]) }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func blanks(_ count: Int) { bytes.append(contentsOf: repeatElement(0x20, count: count)) }

  private mutating func feed() {
    bytes.append(0x0A)
    lineStart = bytes.count
  }

  /// Ends the line being written, with the remark that stood on a line of the source, if any.
  private mutating func endLine(remarkOf line: Int? = nil) {
    if let line, let remark = margin.claim(trailing: line) {
      let column = remark.span.start.column - 1
      blanks(max(column - width, 2))
      write(remark.text)
    }
    feed()
  }

  /// Writes remarks and an empty line that stood before a line of the source.
  private mutating func leading(before line: Int, indent: Int, isFirst: Bool) {
    var isFirst = isFirst
    for remark in margin.remarks(before: line) {
      own(remark, indent: indent, isFirst: isFirst)
      isFirst = false
    }
    if margin.hasGap(before: line), !isFirst { feed() }
    margin.pass(line)
  }

  /// Writes the remarks that stand at the end of a block, as far in as its lines.
  private mutating func closing(indent: Int, until line: Int) {
    for remark in margin.remarks(before: line, from: indent) {
      own(remark, indent: indent, isFirst: bytes.isEmpty)
    }
  }

  private mutating func own(_ remark: Remark, indent: Int, isFirst: Bool) {
    if margin.hasGap(before: remark.span.start.line), !isFirst { feed() }
    blanks(indent)
    write(remark.text)
    feed()
    margin.pass(remark.span.start.line)
  }

  // MARK: Blocks

  /// Writes the entries of a map, each on lines of its own.
  ///
  /// - Parameter isInline: whether the first entry goes on with the line being written, behind a dash.
  mutating func map(_ entries: [Node.Entry], indent: Int, until: Int, isInline: Bool = false) {
    for (place, entry) in entries.enumerated() {
      let line = entry.keySpan.start.line
      if !isInline || place > 0 {
        leading(before: line, indent: indent, isFirst: place == 0)
        blanks(indent)
      }
      FlowSpelling.write(key: entry.key, to: &bytes)
      let next = place + 1 < entries.count ? entries[place + 1].keySpan.start.line : until
      value(entry.value, indent: indent, line: line, until: next)
    }
    closing(indent: indent, until: until)
  }

  private mutating func list(_ items: [Node], indent: Int, until: Int) {
    for (place, item) in items.enumerated() {
      let line = item.span.start.line
      leading(before: line, indent: indent, isFirst: place == 0)
      blanks(indent)
      write("-")
      let next = place + 1 < items.count ? items[place + 1].span.start.line : until
      guard case .map(let entries) = item.value, !entries.isEmpty else {
        value(item, indent: indent, line: line, until: next)
        continue
      }
      if bracketed(item, indent: indent, line: line) {
        margin.pass(item.span.end.line)
      } else {
        write(" ")
        map(entries, indent: indent + 2, until: next, isInline: true)
      }
    }
    closing(indent: indent, until: until)
  }

  /// Writes a value behind its key's colon or its dash, and ends the line.
  private mutating func value(_ node: Node, indent: Int, line: Int, until: Int) {
    switch node.value {
    case .nothing: endLine(remarkOf: line)
    case .text(let text): self.text(text, node, indent: indent, line: line)
    case .list(let items):
      if !bracketed(node, indent: indent, line: line) {
        endLine(remarkOf: line)
        list(items, indent: indent + 2, until: until)
      }
    case .map(let entries):
      if !bracketed(node, indent: indent, line: line) {
        endLine(remarkOf: line)
        map(entries, indent: indent + 2, until: until)
      }
    }
    margin.pass(node.span.end.line)
  }

  // MARK: Texts

  private mutating func text(_ text: String, _ node: Node, indent: Int, line: Int) {
    let room = Printer.widest - 20 - indent
    if node.form == .folded, let lines = BlockSpelling.folded(text, width: max(room, 40)) {
      block(">", lines, text, indent: indent, line: line)
    } else if node.form != .quoted, node.form != .literal, let lines = BlockSpelling.kept(text, node.form) {
      block("|", lines, text, indent: indent, line: line)
    } else {
      write(" ")
      FlowSpelling.write(text, node.form, inFlow: false, to: &bytes)
      endLine(remarkOf: node.span.end.line)
    }
  }

  private mutating func block(_ mark: String, _ lines: [String], _ text: String, indent: Int, line: Int) {
    write(" " + mark + (text.utf8.last == 0x0A ? "" : "-"))
    endLine(remarkOf: line)
    for line in lines {
      if !line.isEmpty { blanks(indent + 2) }
      write(line)
      feed()
    }
  }

  // MARK: Brackets

  /// Writes a list or map in brackets and ends the line; false, with nothing written, when it stands on lines of its own.
  private mutating func bracketed(_ node: Node, indent: Int, line: Int) -> Bool {
    guard node.form == .flow || node.items.isEmpty && node.entries.isEmpty,
      !margin.hasRemark(from: line, before: node.span.end.line)
    else { return false }
    if !fits(node) {
      guard node.form == .flow, let parts = parts(of: node) else { return false }
      fill(parts, of: node, indent: indent)
    }
    endLine(remarkOf: node.span.end.line)
    return true
  }

  /// Writes a list or map in brackets; false, with nothing written, when it does not fit the line. An empty one does.
  private mutating func fits(_ node: Node) -> Bool {
    let (start, before) = (bytes.count, width)
    write(" ")
    if let width = FlowSpelling.write(node, room: Printer.widest, to: &bytes),
      bytes.count == start + 3 || before + 1 + width <= Printer.widest
    {
      return true
    }
    bytes.removeLast(bytes.count - start)
    return false
  }

  /// The spelt parts of a list or map that is too wide for a line; nothing when a nested part is too wide itself.
  private func parts(of node: Node) -> [[UInt8]]? {
    var parts: [[UInt8]] = []
    for item in node.items {
      var part: [UInt8] = []
      guard FlowSpelling.write(item, room: Printer.widest, to: &part) != nil else { return nil }
      parts.append(part)
    }
    for entry in node.entries {
      var part: [UInt8] = []
      guard FlowSpelling.write(entry, room: Printer.widest, to: &part) != nil else { return nil }
      parts.append(part)
    }
    return parts.contains([]) ? nil : parts
  }

  /// Writes a list or map that is too wide for its line over as many lines as it fills.
  private mutating func fill(_ parts: [[UInt8]], of node: Node, indent: Int) {
    let isList = node.entries.isEmpty
    write(isList ? " [" : " {")
    for (place, part) in parts.enumerated() {
      let width = width + 1 + FlowSpelling.width(part[...]) + 1
      if place > 0, width > Printer.widest {
        feed()
        blanks(indent + 4)
      } else if place > 0 {
        write(" ")
      }
      bytes += part
      write(place + 1 < parts.count ? "," : isList ? "]" : "}")
    }
  }
}

/// Texts over several lines.
enum BlockSpelling {
  /// The lines of a `|` block; nothing when the text needs none, or could not be read back the same.
  static func kept(_ text: String, _ form: Node.Form) -> [String]? {
    guard form == .block || form == .folded || text.utf8.contains(0x0A) else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if text.utf8.last == 0x0A { lines.removeLast() }
    guard let first = lines.first?.utf8.first, first != 0x20, let last = lines.last, !last.isEmpty else {
      return nil
    }
    return lines.allSatisfy(isSafe) ? lines : nil
  }

  private static func isSafe(_ line: String) -> Bool {
    line.utf8.last != 0x20 && line.unicodeScalars.allSatisfy(Quoting.isPrintable) && !hasOddEnds(line)
  }

  private static func hasOddEnds(_ line: String) -> Bool {
    guard let first = line.unicodeScalars.first, let last = line.unicodeScalars.last else { return false }
    return first.value > 0x20 && first.properties.isWhitespace || last.properties.isWhitespace
  }

  /// The lines of a `>` block, broken at blanks; nothing when folding would not give the same text back.
  static func folded(_ text: String, width: Int) -> [String]? {
    let body = text.utf8.last == 0x0A ? String(text.unicodeScalars.dropLast()) : text
    let words = body.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.allSatisfy({ !$0.isEmpty && isSafe($0) }) else { return nil }
    var lines: [String] = []
    for word in words {
      let room = width - (lines.last?.unicodeScalars.count ?? width) - 1
      if let last = lines.indices.last, word.unicodeScalars.count <= room {
        lines[last] += " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }
}
