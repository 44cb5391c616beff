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
    var printing = Printing(document: document)
    printing.map(document.root.entries, indent: 0, until: Int.max)
    return printing.text
  }

  /// The text of a map alone, as a file of its own.
  public static func print(_ root: Node) -> String {
    var printing = Printing(document: nil)
    printing.map(root.entries, indent: 0, until: Int.max)
    return printing.text
  }
}

/// One printing: what is written so far, and which remarks are still to be placed.
struct Printing {
  private(set) var text = ""
  /// The line being written, and its length in characters.
  var current = ""
  var margin: Margin

  init(document: ReadDocument?) { margin = Margin(document) }

  // MARK: Lines

  /// Ends the line being written, with the remark that stood on a line of the source, if any.
  mutating func endLine(remarkOf line: Int? = nil) {
    if let line, let remark = margin.claim(trailing: line) {
      let width = FlowSpelling.width(current)
      let column = remark.span.start.column - 1
      current += String(repeating: " ", count: max(column - width, 2)) + remark.text
    }
    text += current + "\n"
    current = ""
  }

  /// Writes remarks and an empty line that stood before a line of the source.
  mutating func leading(before line: Int, indent: Int, isFirst: Bool) {
    var isFirst = isFirst
    for remark in margin.remarks(before: line) {
      own(remark, indent: indent, isFirst: isFirst)
      isFirst = false
    }
    if margin.hasGap(before: line), !isFirst { text += "\n" }
    margin.pass(line)
  }

  /// Writes the remarks that stand at the end of a block, as far in as its lines.
  mutating func closing(indent: Int, until line: Int) {
    for remark in margin.remarks(before: line, from: indent) {
      own(remark, indent: indent, isFirst: text.isEmpty)
    }
  }

  private mutating func own(_ remark: Remark, indent: Int, isFirst: Bool) {
    if margin.hasGap(before: remark.span.start.line), !isFirst { text += "\n" }
    text += String(repeating: " ", count: indent) + remark.text + "\n"
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
        current = String(repeating: " ", count: indent)
      }
      current += Quoting.key(entry.key) + ":"
      let next = place + 1 < entries.count ? entries[place + 1].keySpan.start.line : until
      value(entry.value, indent: indent, line: line, until: next)
    }
    closing(indent: indent, until: until)
  }

  private mutating func list(_ items: [Node], indent: Int, until: Int) {
    for (place, item) in items.enumerated() {
      let line = item.span.start.line
      leading(before: line, indent: indent, isFirst: place == 0)
      current = String(repeating: " ", count: indent) + "-"
      let next = place + 1 < items.count ? items[place + 1].span.start.line : until
      if case .map(let entries) = item.value, !entries.isEmpty, !staysInBrackets(item, line: line) {
        current += " "
        map(entries, indent: indent + 2, until: next, isInline: true)
      } else {
        value(item, indent: indent, line: line, until: next)
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
      if let flow = flow(node, line: line) {
        inline(flow, node)
      } else if let parts = parts(of: node, line: line) {
        fill(parts, in: ("[", "]"), node, indent: indent)
      } else {
        endLine(remarkOf: line)
        list(items, indent: indent + 2, until: until)
      }
    case .map(let entries):
      if let flow = flow(node, line: line) {
        inline(flow, node)
      } else if let parts = parts(of: node, line: line) {
        fill(parts, in: ("{", "}"), node, indent: indent)
      } else {
        endLine(remarkOf: line)
        map(entries, indent: indent + 2, until: until)
      }
    }
    margin.pass(node.span.end.line)
  }

  private mutating func inline(_ text: String, _ node: Node) {
    current += " " + text
    endLine(remarkOf: node.span.end.line)
  }

  // MARK: Texts

  private mutating func text(_ text: String, _ node: Node, indent: Int, line: Int) {
    let room = Printer.widest - 20 - indent
    if node.form == .folded, let lines = BlockSpelling.folded(text, width: max(room, 40)) {
      block(">", lines, text, indent: indent, line: line)
    } else if node.form != .quoted, node.form != .literal, let lines = BlockSpelling.kept(text, node.form) {
      block("|", lines, text, indent: indent, line: line)
    } else {
      inline(FlowSpelling.text(text, node.form, inFlow: false), node)
    }
  }

  private mutating func block(_ mark: String, _ lines: [String], _ text: String, indent: Int, line: Int) {
    current += " " + mark + (text.utf8.last == 0x0A ? "" : "-")
    endLine(remarkOf: line)
    for line in lines {
      self.text += line.isEmpty ? "\n" : String(repeating: " ", count: indent + 2) + line + "\n"
    }
  }

  // MARK: Brackets

  /// The spelt parts of a list or map that was written in brackets, holds no remarks, and is too wide for a line;
  /// nothing when a nested part is too wide itself.
  private func parts(of node: Node, line: Int) -> [String]? {
    guard node.form == .flow, !margin.hasRemark(from: line, before: node.span.end.line) else { return nil }
    var parts: [String] = []
    for item in node.items { parts.append(FlowSpelling.value(item, room: Printer.widest) ?? "") }
    for entry in node.entries { parts.append(FlowSpelling.entry(entry, room: Printer.widest) ?? "") }
    return parts.contains("") ? nil : parts
  }

  /// Writes a list or map that is too wide for its line over as many lines as it fills.
  private mutating func fill(
    _ parts: [String], in brackets: (open: String, close: String), _ node: Node, indent: Int
  ) {
    current += " " + brackets.open
    for (place, part) in parts.enumerated() {
      let piece = part + (place + 1 < parts.count ? "," : brackets.close)
      let width = FlowSpelling.width(current) + 1 + FlowSpelling.width(piece)
      if place > 0, width > Printer.widest {
        text += current + "\n"
        current = String(repeating: " ", count: indent + 4) + piece
      } else {
        current += (place > 0 ? " " : "") + piece
      }
    }
    endLine(remarkOf: node.span.end.line)
  }

  /// Whether a map is written in brackets, on one line or several.
  private func staysInBrackets(_ node: Node, line: Int) -> Bool {
    node.form == .flow && (flow(node, line: line) != nil || parts(of: node, line: line) != nil)
  }

  /// A list or map in brackets, when it was written so, fits the line, and holds no remarks.
  private func flow(_ node: Node, line: Int) -> String? {
    guard node.form == .flow || node.items.isEmpty && node.entries.isEmpty else { return nil }
    guard !margin.hasRemark(from: line, before: node.span.end.line) else { return nil }
    guard let text = FlowSpelling.value(node, room: Printer.widest) else { return nil }
    let isEmpty = text.utf8.count == 2
    let width = FlowSpelling.width(current) + 1 + FlowSpelling.width(text)
    return isEmpty || width <= Printer.widest ? text : nil
  }
}

/// Values on one line.
enum FlowSpelling {
  /// The characters of a text, counted as bytes that begin one.
  static func width(_ text: String) -> Int { text.utf8.count { $0 & 0xC0 != 0x80 } }

  /// A value as it stands in brackets; nothing when it cannot, or is surely wider than `room`.
  static func value(_ node: Node, room: Int) -> String? {
    switch node.value {
    case .nothing: return nil
    case .text(let text): return self.text(text, node.form, inFlow: true)
    case .list(let items):
      guard let parts = parts(items, room: room, { value($0, room: $1) }) else { return nil }
      return "[" + parts.joined(separator: ", ") + "]"
    case .map(let entries):
      guard let parts = parts(entries, room: room, { entry($0, room: $1) }) else { return nil }
      return "{" + parts.joined(separator: ", ") + "}"
    }
  }

  private static func parts<Part>(
    _ parts: [Part], room: Int, _ spell: (Part, Int) -> String?
  ) -> [String]? {
    var left = room
    var spelt: [String] = []
    for part in parts {
      guard let text = spell(part, left) else { return nil }
      left -= width(text)
      guard left >= 0 else { return nil }
      spelt.append(text)
    }
    return spelt
  }

  static func entry(_ entry: Node.Entry, room: Int) -> String? {
    let key = Quoting.key(entry.key) + ": "
    if entry.value.value == .nothing { return key }
    return value(entry.value, room: room).map { key + $0 }
  }

  /// A text, in quotes where it was or has to be.
  static func text(_ text: String, _ form: Node.Form, inFlow: Bool) -> String {
    switch form {
    case .literal: text
    case .quoted: Quoting.quoted(text)
    case .plain, .block, .folded, .flow:
      Quoting.canBeBare(text, inFlow: inFlow) ? text : Quoting.quoted(text)
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
