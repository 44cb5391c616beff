import Diagnostics

/// How far a bare text reaches, and what stands in it that other YAML tools would take for more than text.
struct BareExtent {
  /// Offset just past the last byte that is not a blank.
  var end: Int
  /// Offset of the `#` that begins a remark behind the text.
  var remark: Int?
  /// Offset of a `#` with one blank before it: text here, the start of a comment elsewhere.
  var hash: Int?
  /// Offset of a colon with a blank or the end behind it.
  var colon: Int?
}

extension Reading {
  /// Finds the end of a bare text on its line. In text a remark needs two blanks before `#`, else one.
  func bareExtent(_ start: Int, _ end: Int, isText: Bool) -> BareExtent {
    var extent = BareExtent(end: end)
    var at = start
    while at < end {
      let byte = bytes[at]
      if byte == UInt8(ascii: "#"), at > start ? isBlank(bytes[at - 1]) : isText {
        if at > start, !isText || (at - 1 > start && isBlank(bytes[at - 2])) {
          extent.remark = at
          extent.end = trimmedEnd(start, at)
          break
        }
        if extent.hash == nil { extent.hash = at }
      } else if byte == UInt8(ascii: ":"), extent.colon == nil,
        at + 1 == end || isBlank(bytes[at + 1])
      {
        extent.colon = at
      }
      at += 1
    }
    return extent
  }

  /// The text of an extent: quotes taken off where they wrap it wholly, warnings where they are due.
  mutating func bareText(_ start: Int, _ extent: BareExtent, row: Int, inFlow: Bool = false) -> Node {
    let place = span(start, extent.end, row: row)
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      if let node = quotedText(start, extent.end, row: row, place) { return node }
    case 0xE2:
      if let text = curlyQuoted(start, extent.end), text.end == extent.end {
        report(CurlyQuotes.found(self, label: place, text.value))
        return node(.text(text.value), at: place, form: .quoted)
      }
    default: break
    }
    let text = string(start, extent.end)
    warn(of: text, start, extent, row: row, place, inFlow: inFlow)
    return node(.text(text), at: place)
  }

  /// A text that begins with a quote: quoted as a whole, or a quote that never closes.
  private mutating func quotedText(_ start: Int, _ end: Int, row: Int, _ place: Span) -> Node? {
    guard let text = quoted(start, end) else {
      guard bytes[start] == UInt8(ascii: "\"") else { return nil }
      report(UnclosedQuote.quote(self, start, end, row: row))
      return node(.text(string(start + 1, end)), at: place, form: .quoted)
    }
    guard text.end == end else { return nil }
    for offset in text.oddEscapes { report(ReadDifferently.escape(self, offset, row: row)) }
    return node(.text(text.value), at: place, form: .quoted)
  }

  /// Says where other YAML tools would read a bare text differently; at most one finding for a text.
  private mutating func warn(
    of text: String, _ start: Int, _ extent: BareExtent, row: Int, _ place: Span, inFlow: Bool
  ) {
    if extent.hash == start {
      report(CutByComment.found(self, text, place, hash: start, row: row))
    } else if BareSpecialCharacter.isSpecial(self, start, extent.end, inFlow: inFlow) {
      report(BareSpecialCharacter.found(self, text, place, start, row: row))
    } else if let hash = extent.hash {
      report(CutByComment.found(self, text, place, hash: hash, row: row))
    } else if let colon = extent.colon {
      report(ReadDifferently.colon(self, text, place, at: colon, row: row))
    }
  }

  /// Warns of a text whose bare spelling other YAML tools take for a number, date or truth value.
  mutating func warnOfRetyping(_ value: Node, _ text: String) {
    guard value.form == .plain, text.utf8.count <= 30 else { return }
    if YAMLSpelling.reading(of: text) == .changed { report(ReadDifferently.retyped(self, text, value.span)) }
  }

  /// Warns of a freely chosen key that other YAML tools take for a number or truth value.
  mutating func warnOfKey(_ key: FoundKey) {
    guard key.name.utf8.count <= 30, bytes[key.span.start.offset] != UInt8(ascii: "\"") else { return }
    guard bytes[key.span.start.offset] != UInt8(ascii: "'") else { return }
    if YAMLSpelling.reading(of: key.name) == .changed {
      report(ReadDifferently.retyped(self, key.name, key.span))
    }
  }

  // MARK: Blocks of lines

  /// Reads a `|` or `>` block whose header stands here; nothing when it is no header.
  mutating func blockText(_ at: Int, _ end: Int, row: Int, _ type: FieldType, _ owner: Owner) -> Node? {
    guard let header = BlockHeader(self, at, end) else { return nil }
    switch type {
    case .section, .list: return nil
    case .text, .name, .expression, .integer, .truth, .duration, .money, .moneyOrDuration, .range, .gauges,
      .route, .difficulty, .satisfaction, .choice, .oneOrList, .anything:
      break
    }
    if let start = header.remark { remark(from: start, row: row, isTrailing: true) }
    return blockBody(header, at, row: row, owner)
  }

  /// Whether this is the empty line behind the file's last line ending.
  private func isEndOfFile(_ row: Int) -> Bool {
    row == source.lines.count - 1 && source.lines[row].start == bytes.count
  }

  private mutating func blockBody(_ header: BlockHeader, _ at: Int, row: Int, _ owner: Owner) -> Node {
    var lines: [BlockLine] = []
    var indent = header.indent.map { owner.indent + $0 }
    var next = row + 1
    var last = row
    while next < source.lines.count, !isEndOfFile(next) {
      let bounds = source.lines[next]
      let (start, column, isOdd) = indentation(of: bounds)
      if start < bounds.end, column <= owner.indent { break }
      if start < bounds.end {
        if indent == nil { indent = column }
        if isOdd, column < (indent ?? 0) || bytes[bounds.start] == UInt8(ascii: "\t") {
          report(TabInIndentation.found(self, row: next, end: start))
        } else if column < (indent ?? 0) {
          report(OddIndentation.inBlock(self, start, row: next, column: column, wanted: indent ?? 0))
        }
        last = next
      }
      let inside = min(bounds.start + (indent ?? 0), start == bounds.end ? bounds.end : start)
      lines.append(BlockLine(text: string(min(inside, bounds.end), bounds.end)))
      next += 1
    }
    let text = header.isFolded ? BlockLine.folded(lines, header.end) : BlockLine.kept(lines, header.end)
    let start = source.position(at: at, onLine: row)
    let end = source.position(at: source.lines[last].end, onLine: last)
    advance(from: next)
    return node(.text(text), at: Span(start, max(start, end)), form: header.isFolded ? .folded : .block)
  }
}

/// The first line of a block: `|` or `>`, what becomes of its end, and its depth when that is said.
struct BlockHeader {
  /// What happens to the line ends behind the last line.
  enum End { case clip, strip, keep }

  var isFolded: Bool
  var end: End = .clip
  var indent: Int?
  var remark: Int?

  init?(_ reading: Reading, _ start: Int, _ lineEnd: Int) {
    let bytes = reading.bytes
    guard bytes[start] == UInt8(ascii: "|") || bytes[start] == UInt8(ascii: ">") else { return nil }
    isFolded = bytes[start] == UInt8(ascii: ">")
    var at = start + 1
    while at < lineEnd, at < start + 3 {
      switch bytes[at] {
      case UInt8(ascii: "-"): end = .strip
      case UInt8(ascii: "+"): end = .keep
      case UInt8(ascii: "1")...UInt8(ascii: "9"): indent = Int(bytes[at]) - 0x30
      default:
        guard reading.isBlank(bytes[at]) else { return nil }
      }
      if reading.isBlank(bytes[at]) { break }
      at += 1
    }
    let ink = reading.firstInk(at, lineEnd)
    guard ink == lineEnd || (bytes[ink] == UInt8(ascii: "#") && ink > at) else { return nil }
    remark = ink < lineEnd ? ink : nil
  }
}

/// One line of a block, its indentation taken off.
struct BlockLine {
  var text: String

  private var isEmpty: Bool { text.isEmpty }
  /// Lines that begin with a blank are kept as they are even when folding.
  private var isIndented: Bool { text.utf8.first == 0x20 || text.utf8.first == 0x09 }

  static func kept(_ lines: [BlockLine], _ end: BlockHeader.End) -> String {
    let (body, trailing) = split(lines)
    return finish(body.map(\.text).joined(separator: "\n"), isEmpty: body.isEmpty, trailing, end)
  }

  /// Joins lines by blanks; an empty line is a line end, indented lines stay apart (YAML 1.2, 8.1.3).
  static func folded(_ lines: [BlockLine], _ end: BlockHeader.End) -> String {
    let (body, trailing) = split(lines)
    var text = ""
    var pendingBreaks = 0
    var previous: BlockLine?
    for line in body {
      if line.isEmpty {
        pendingBreaks += 1
        continue
      }
      if let before = previous {
        let isApart = before.isIndented || line.isIndented
        text +=
          isApart || pendingBreaks > 0
          ? String(repeating: "\n", count: pendingBreaks + (isApart ? 1 : 0)) : " "
      } else {
        text += String(repeating: "\n", count: pendingBreaks)
      }
      text += line.text
      pendingBreaks = 0
      previous = line
    }
    return finish(text, isEmpty: body.isEmpty, trailing, end)
  }

  private static func split(_ lines: [BlockLine]) -> (body: ArraySlice<BlockLine>, trailing: Int) {
    let count = (lines.lastIndex { !$0.isEmpty }).map { $0 + 1 } ?? 0
    return (lines[..<count], lines.count - count)
  }

  private static func finish(
    _ text: String, isEmpty: Bool, _ trailing: Int, _ end: BlockHeader.End
  ) -> String {
    switch end {
    case .strip: text
    case .clip: isEmpty ? "" : text + "\n"
    case .keep: text + String(repeating: "\n", count: trailing + (isEmpty ? 0 : 1))
    }
  }
}
