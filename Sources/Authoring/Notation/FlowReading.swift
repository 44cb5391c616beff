import Diagnostics

/// Where the reader of `[ ]` and `{ }` stands: such a value may run over several lines.
struct FlowPlace {
  var at = 0
  var row = 0
  /// End of the current line's content.
  var end = 0
  /// Lines must be deeper than this column (from 0), or begin with a closing bracket, to belong to the value.
  var ownerIndent = -1
  /// Set once a bracket proves to be unclosed: what is open is left without another word.
  var isBroken = false
}

extension Reading {
  private static let comma = UInt8(ascii: ",")

  /// Moves to the next byte that is not a blank, over line ends and remarks; nothing where the value must end.
  mutating func flowByte() -> UInt8? {
    if flow.isBroken { return nil }
    while true {
      flow.at = skipBlanks(flow.at, flow.end, row: flow.row)
      if flow.at < flow.end, bytes[flow.at] != UInt8(ascii: "#") { return bytes[flow.at] }
      if flow.at < flow.end {
        remark(from: flow.at, row: flow.row, isTrailing: true)
        flow.at = flow.end
      }
      guard moveToNextFlowRow() else { return nil }
    }
  }

  private mutating func moveToNextFlowRow() -> Bool {
    var row = flow.row + 1
    while row < source.lines.count {
      let bounds = source.lines[row]
      let (start, indent, _) = indentation(of: bounds)
      if start == bounds.end {
        row += 1
      } else if bytes[start] == UInt8(ascii: "#") {
        if indent > flow.ownerIndent {
          remark(from: start, row: row, isTrailing: false)
        } else {
          return false
        }
        flow.row = row
        flow.at = bounds.end
        flow.end = bounds.end
        row += 1
      } else {
        let isCloser = bytes[start] == UInt8(ascii: "]") || bytes[start] == UInt8(ascii: "}")
        guard indent > flow.ownerIndent || isCloser else { return false }
        flow.row = row
        flow.at = start
        flow.end = trimmedEnd(start, bounds.end)
        return true
      }
    }
    return false
  }

  private func flowPosition() -> Position { source.position(at: flow.at, onLine: flow.row) }

  // MARK: Values

  /// Reads a value of a type at the current place of the flow reader.
  mutating func flowValue(_ type: FieldType, _ owner: Owner, inMap section: Section? = nil) -> Node {
    guard let byte = flowByte(), !isFlowEnd(byte) else {
      reportEmptyInFlow(type, owner)
      return node(.nothing, at: Span(flowPosition(), flowPosition()))
    }
    switch byte {
    case UInt8(ascii: "["): if let list = flowListValue(type, owner) { return list }
    case UInt8(ascii: "{"): if let map = flowMapValue(type, owner) { return map }
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
      if skipFlowMachinery(type) { return flowValue(type, owner, inMap: section) }
    default: break
    }
    return settled(flowText(type, owner, inMap: section), type, owner)
  }

  private mutating func reportEmptyInFlow(_ type: FieldType, _ owner: Owner) {
    if !flow.isBroken, !holdsContainer(type) { report(WrongType.empty(self, type, owner)) }
  }

  private func holdsContainer(_ type: FieldType) -> Bool {
    switch type {
    case .section, .list, .anything: true
    case .text, .name, .expression, .integer, .truth, .duration, .money, .moneyOrDuration, .range, .gauges,
      .route, .difficulty, .satisfaction, .choice, .oneOrList:
      false
    }
  }

  private mutating func skipFlowMachinery(_ type: FieldType) -> Bool {
    guard !holdsText(type), flow.at + 1 < flow.end else { return false }
    var next = flow.at
    while next < flow.end, !isBlank(bytes[next]), !isFlowEnd(bytes[next]) { next += 1 }
    report(ForbiddenYAML.machinery(self, flow.at, next, row: flow.row))
    flow.at = next
    return true
  }

  /// A list in brackets; nothing when the bracket is a text's first character.
  private mutating func flowListValue(_ type: FieldType, _ owner: Owner) -> Node? {
    switch type {
    case .list(let item), .oneOrList(let item): return flowList(item, owner)
    case .anything: return flowList(.anything, owner)
    case .section:
      let list = flowList(.anything, owner)
      if !flow.isBroken { report(WrongType.shape(self, list, wanted: type, owner)) }
      return node(.map([]), at: list.span, form: .flow)
    case .text where textBracket(flow.at) != nil: return nil
    case .text, .name, .expression, .integer, .truth, .duration, .money, .moneyOrDuration, .range, .gauges,
      .route, .difficulty, .satisfaction, .choice:
      let list = flowList(type, owner)
      if !flow.isBroken { report(ListOrText.listForText(self, list, owner)) }
      return joined(list)
    }
  }

  /// A map in braces; nothing when the brace is a text's first character.
  private mutating func flowMapValue(_ type: FieldType, _ owner: Owner) -> Node? {
    switch type {
    case .section(let section): return flowMap(section, owner)
    case .list(.section(let section)):
      let map = flowMap(section, owner)
      if !flow.isBroken { report(ListOrText.mapInFlowForList(self, map, owner)) }
      return node(.list([map]), at: map.span, form: .flow)
    case .anything: return textBracket(flow.at) == nil ? flowMap(.free, owner) : nil
    case .text, .name, .expression, .integer, .truth, .duration, .money, .moneyOrDuration, .range, .gauges,
      .route, .difficulty, .satisfaction, .choice, .list, .oneOrList:
      if textBracket(flow.at) != nil { return nil }
      let map = flowMap(.free, owner)
      if !flow.isBroken { report(WrongType.shape(self, map, wanted: type, owner)) }
      return node(.nothing, at: map.span)
    }
  }

  // MARK: Lists and maps

  private mutating func flowList(_ item: FieldType, _ owner: Owner) -> Node {
    let (open, openRow) = (flow.at, flow.row)
    guard enterFlow(open, openRow) else { return node(.list([]), at: span(open, open + 1, row: openRow)) }
    var items: [Node] = []
    while let byte = flowByte(), !isStopped {
      if byte == UInt8(ascii: "]") {
        return closeFlow(.list(items), open, openRow)
      } else if byte == Self.comma {
        flow.at += 1
      } else if byte == UInt8(ascii: "}") {
        break
      } else {
        items.append(flowValue(item, owner))
        expectComma(before: UInt8(ascii: "]"))
      }
    }
    return leaveFlow(.list(items), open, openRow)
  }

  private mutating func flowMap(_ written: Section, _ owner: Owner) -> Node {
    let (open, openRow) = (flow.at, flow.row)
    let word = written.hasVariants ? flowVariant(of: written.variantKey ?? "", open, openRow) : nil
    let section = variant(of: written, word: word)
    guard enterFlow(open, openRow) else { return node(.map([]), at: span(open, open + 1, row: openRow)) }
    var map = MapBuilder()
    while let byte = flowByte(), !isStopped {
      if byte == UInt8(ascii: "}") {
        let closed = closeFlow(.map(map.entries), open, openRow)
        reportMissing(section, in: map, at: closed.span, owner: owner.name, isFlow: true)
        return closed
      } else if byte == Self.comma {
        flow.at += 1
      } else if byte == UInt8(ascii: "]") {
        break
      } else {
        flowEntry(section, &map)
        expectComma(before: UInt8(ascii: "}"))
      }
    }
    return leaveFlow(.map(map.entries), open, openRow)
  }

  private mutating func enterFlow(_ open: Int, _ row: Int) -> Bool {
    guard flowDepth + levels.count < Self.deepest else {
      report(TooDeep.bracket(self, open, row: row, most: Self.deepest))
      flow.isBroken = true
      return false
    }
    flowDepth += 1
    flow.at += 1
    return true
  }

  private mutating func closeFlow(_ value: Node.Value, _ open: Int, _ openRow: Int) -> Node {
    flowDepth -= 1
    flow.at += 1
    return node(value, at: Span(source.position(at: open, onLine: openRow), flowPosition()), form: .flow)
  }

  /// Leaves a list or map whose bracket was never closed.
  private mutating func leaveFlow(_ value: Node.Value, _ open: Int, _ openRow: Int) -> Node {
    flowDepth -= 1
    if !flow.isBroken {
      let isStray = flow.at < flow.end
      report(UnclosedQuote.bracket(self, open, row: openRow, stray: isStray ? flowPosition() : nil))
      if !isStray { flow.isBroken = true } else if flowDepth == 0 { flow.at += 1 }
    }
    return node(value, at: Span(source.position(at: open, onLine: openRow), flowPosition()), form: .flow)
  }

  /// Reports a comma forgotten behind a value.
  private mutating func expectComma(before closer: UInt8) {
    guard let byte = flowByte(), !isFlowEnd(byte) else { return }
    report(UnclosedQuote.missingComma(self, flow.at, row: flow.row, closer: closer))
  }

  private mutating func flowEntry(_ section: Section, _ map: inout MapBuilder) {
    let (start, row) = (flow.at, flow.row)
    guard let key = flowEntryKey(section) else {
      let end = max(flowSkipEnd(start), start + 1)
      report(MissingSeparator.noFlowKey(self, start, end, row: row, section: section))
      flow.at = end
      return
    }
    let type = fieldType(key, section, &map, row: row)
    flow.at = key.valueStart
    let owner = Owner(name: key.name, span: key.span, indent: flow.ownerIndent)
    let value = flowValue(type, owner, inMap: section)
    addEntry(key, value, section, into: &map)
  }

  private mutating func flowEntryKey(_ section: Section) -> FoundKey? {
    let (start, end, row) = (flow.at, flow.end, flow.row)
    if let key = keyMissingBlank(start, end, row: row, section: section) {
      report(MissingSeparator.afterColon(self, key, row: row))
      return key
    }
    return flowKey(start, end, row: row)
  }

  private func flowSkipEnd(_ start: Int) -> Int {
    var at = start
    while at < flow.end, !isFlowEnd(bytes[at]) { at += 1 }
    return at
  }

  /// The variant word of a map in braces, looked up near the start of its first line.
  private func flowVariant(of key: String, _ open: Int, _ row: Int) -> String? {
    var at = open + 1
    let end = min(trimmedEnd(open, source.lines[row].end), open + 2_048)
    while at < end {
      let start = firstInk(at, end)
      if let found = flowKey(start, end, row: row), found.name == key {
        return bareWord(found.valueStart, end)
      }
      at = start
      while at < end, bytes[at] != Self.comma { at += 1 }
      at += 1
    }
    return nil
  }

  // MARK: Texts inside brackets

  /// Reads a text or word inside brackets. In a map a comma is part of it unless a key follows.
  private mutating func flowText(_ type: FieldType, _ owner: Owner, inMap section: Section?) -> Node {
    let (start, row) = (flow.at, flow.row)
    if let node = flowQuoted() { return node }
    let isText = holdsText(type)
    let stop = flowTextEnd(isText: isText, inMap: section)
    let extent = bareExtent(start, stop, isText: isText)
    flow.at = extent.remark ?? stop
    let end = max(trimmedEnd(start, extent.end), start)
    guard end > start else {
      flow.at = max(stop, start + 1)
      return node(.nothing, at: span(start, flow.at, row: row))
    }
    var text = extent
    text.end = end
    let value = bareText(start, text, row: row, inFlow: true)
    return isText && section != nil ? foldFlowText(value, section) : value
  }

  /// A quoted text with nothing but a comma, a bracket, a remark or the line's end behind it.
  private mutating func flowQuoted() -> Node? {
    let (start, row) = (flow.at, flow.row)
    guard let text = quoted(start, flow.end) ?? curlyQuoted(start, flow.end) else { return nil }
    let next = firstInk(text.end, flow.end)
    let isWhole = next == flow.end || isFlowEnd(bytes[next]) || bytes[next] == UInt8(ascii: "#")
    let isNewItem = next < flow.end && bytes[next] == UInt8(ascii: "\"")
    guard isWhole || isNewItem else { return nil }
    let place = span(start, text.end, row: row)
    if bytes[start] == 0xE2 { report(CurlyQuotes.found(self, label: place, text.value)) }
    for offset in text.oddEscapes { report(ReadDifferently.escape(self, offset, row: row)) }
    flow.at = text.end
    return node(.text(text.value), at: place, form: .quoted)
  }

  private func flowTextEnd(isText: Bool, inMap section: Section?) -> Int {
    var at = flow.at
    while at < flow.end {
      switch bytes[at] {
      case Self.comma: if endsText(at, isText: isText, section) { return at }
      case UInt8(ascii: "}"), UInt8(ascii: "]"): return at
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if isText, let close = textBracket(at) { at = close }
      default: break
      }
      at += 1
    }
    return at
  }

  private func endsText(_ comma: Int, isText: Bool, _ section: Section?) -> Bool {
    guard isText, let section else { return true }
    let next = firstInk(comma + 1, flow.end)
    if next == flow.end || isFlowEnd(bytes[next]) { return true }
    return looksLikeKey(next, flow.end, allowsBlanks: section.others != nil)
      || keyMissingBlank(next, flow.end, row: flow.row, section: section).map { section.form($0.name) != nil }
        ?? false
  }

  /// The end of a bracket that is part of a text: `{first_name}` or `[sighs]` with more words around it.
  func textBracket(_ open: Int) -> Int? {
    let closer = bytes[open] == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]")
    var at = open + 1
    while at < flow.end, isNameByte(bytes[at]) || (closer == UInt8(ascii: "]") && isBlank(bytes[at])) {
      at += 1
    }
    guard at > open + 1, at < flow.end, bytes[at] == closer else { return nil }
    if open == flow.at, closer == UInt8(ascii: "]") {
      let next = firstInk(at + 1, flow.end)
      guard next < flow.end, !isFlowEnd(bytes[next]), bytes[next] != UInt8(ascii: "#") else { return nil }
    }
    return at
  }

  /// Goes on with a text in a map on its next lines, as YAML folds them, until a comma, bracket or key.
  private mutating func foldFlowText(_ value: Node, _ section: Section?) -> Node {
    guard value.form == .plain, var text = value.text else { return value }
    var end = value.span.end
    while flow.at >= flow.end || bytes[flow.at] == UInt8(ascii: "#") {
      let before = flow
      guard let byte = flowByte(), !isFlowEnd(byte), flow.row > before.row else { break }
      if looksLikeKey(flow.at, flow.end, allowsBlanks: false) { break }
      let start = flow.at
      let stop = flowTextEnd(isText: true, inMap: section)
      let extent = bareExtent(start, stop, isText: true)
      flow.at = extent.remark ?? stop
      text += " " + string(start, extent.end)
      end = source.position(at: trimmedEnd(start, extent.end), onLine: flow.row)
      if trimmedEnd(start, extent.end) == start { break }
    }
    return Node(.text(text), at: Span(value.span.start, end))
  }
}
