import Diagnostics

extension Reading {
  // MARK: Values

  /// Reads what stands behind a key's colon or an item's dash, on its own line or on the lines below.
  ///
  /// Afterwards the current line is the next one that belongs to something else.
  mutating func blockValue(_ type: FieldType, from start: Int, row: Int, end: Int, _ owner: Owner) -> Node {
    var at = skipBlanks(start, end, row: row)
    if at < end, let next = skipMachinery(at, end, row: row, type) { at = next }
    if at == end || isRemark(at, end, from: start, row: row, type, owner) {
      if at < end { remark(from: at, row: row, isTrailing: true) }
      advance(from: row + 1)
      return nested(type, owner, emptyAt: source.position(at: min(at, end), onLine: row))
    }
    if let block = blockText(at, end, row: row, type, owner) { return checked(block, type, owner) }
    let value = inlineValue(type, at, end, row: row, owner)
    return refuseChildren(value, type, owner, row: row)
  }

  /// Whether what stands behind a colon or dash is only a remark.
  ///
  /// In a text field a remark needs two blanks before its `#`, or lines of its own below the key.
  private mutating func isRemark(
    _ at: Int, _ end: Int, from start: Int, row: Int, _ type: FieldType, _ owner: Owner
  ) -> Bool {
    guard bytes[at] == UInt8(ascii: "#") else { return false }
    guard holdsText(type) else { return true }
    return at - start >= 2 || opensBelow(row: row, owner)
  }

  /// Whether the next line that holds something lies deeper than the owner: looked up, not moved to.
  private func opensBelow(row: Int, _ owner: Owner) -> Bool {
    var next = row + 1
    while next < source.lines.count {
      let (start, indent, _) = indentation(of: source.lines[next])
      if start < source.lines[next].end, bytes[start] != UInt8(ascii: "#") { return indent > owner.indent }
      next += 1
    }
    return false
  }

  /// Whether a field takes any words, so that punctuation in it is just text.
  func holdsText(_ type: FieldType) -> Bool {
    switch type {
    case .text, .anything: true
    case .oneOrList(let item): holdsText(item)
    case .name, .expression, .integer, .truth, .duration, .money, .moneyOrDuration, .range, .gauges, .route,
      .difficulty, .satisfaction, .choice, .list, .section:
      false
    }
  }

  /// Reports an anchor, tag or alias where no text is expected, and gives the offset behind it.
  private mutating func skipMachinery(_ at: Int, _ end: Int, row: Int, _ type: FieldType) -> Int? {
    switch bytes[at] {
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"): break
    default: return nil
    }
    guard !holdsText(type), at + 1 < end, !isBlank(bytes[at + 1]) else { return nil }
    if case .expression = type, bytes[at] == UInt8(ascii: "!") { return nil }
    var next = at
    while next < end, !isBlank(bytes[next]) { next += 1 }
    report(ForbiddenYAML.machinery(self, at, next, row: row))
    return skipBlanks(next, end, row: row)
  }

  // MARK: Values on the same line

  private mutating func inlineValue(
    _ type: FieldType, _ at: Int, _ end: Int, row: Int, _ owner: Owner
  ) -> Node {
    if opensFlow(type, at, end) {
      flow = FlowPlace(at: at, row: row, end: end, ownerIndent: owner.indent)
      let value = flowValue(type, owner)
      finishLine()
      return value
    }
    let value = bareValue(type, at, end, row: row, owner)
    advance(from: row + 1)
    return value
  }

  /// Whether a bracket here opens a list or map, and is not just the first character of a text.
  private func opensFlow(_ type: FieldType, _ at: Int, _ end: Int) -> Bool {
    let isList = bytes[at] == UInt8(ascii: "[")
    guard isList || bytes[at] == UInt8(ascii: "{") else { return false }
    switch type {
    case .section, .list: return true
    case .anything, .oneOrList: return isList ? !isBracketedText(at, end) : !isPlaceholder(at, end)
    case .text: return isList && isListOfQuoted(at, end)
    case .name, .expression, .integer, .truth, .duration, .money, .moneyOrDuration, .range, .gauges, .route,
      .difficulty, .satisfaction, .choice:
      return true
    }
  }

  /// `[sighs] Where is it?`: a bracket that closes again with more text behind it.
  private func isBracketedText(_ at: Int, _ end: Int) -> Bool {
    guard let close = bytes[at..<end].firstIndex(of: UInt8(ascii: "]")) else { return false }
    guard !bytes[at..<close].contains(UInt8(ascii: "\"")) else { return false }
    let next = close + 1 < end ? firstInk(close + 1, end) : end
    return next < end && bytes[next] != UInt8(ascii: "#") && !isFlowEnd(bytes[next])
  }

  private func isPlaceholder(_ at: Int, _ end: Int) -> Bool {
    var next = at + 1
    while next < end, isNameByte(bytes[next]) { next += 1 }
    guard next > at + 1, next < end, bytes[next] == UInt8(ascii: "}") else { return false }
    let after = firstInk(next + 1, end)
    return after < end && bytes[after] != UInt8(ascii: "#")
  }

  private func isListOfQuoted(_ at: Int, _ end: Int) -> Bool {
    let next = firstInk(at + 1, end)
    return next < end && bytes[next] == UInt8(ascii: "\"") && bytes[end - 1] == UInt8(ascii: "]")
  }

  func firstInk(_ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end, isBlank(bytes[at]) { at += 1 }
    return at
  }

  /// What stands behind a closed list or map on its last line, and on to the next line.
  private mutating func finishLine() {
    let row = flow.row
    let end = source.lines[row].end
    let at = skipBlanks(flow.at, end, row: row)
    if at < end {
      if bytes[at] == UInt8(ascii: "#"), at > flow.at {
        remark(from: at, row: row, isTrailing: true)
      } else if !flow.isBroken {
        report(UnclosedQuote.leftover(self, at, trimmedEnd(at, end), row: row))
      }
    }
    advance(from: row + 1)
    if flow.isBroken {
      while let next = line, next.indent > flow.ownerIndent { advance(from: next.index + 1) }
    }
  }

  /// Reads text or a word up to the line end or the remark on it.
  private mutating func bareValue(
    _ type: FieldType, _ at: Int, _ end: Int, row: Int, _ owner: Owner
  ) -> Node {
    var extent = bareExtent(at, end, isText: holdsText(type) || listsText(type))
    if let close = wholeQuote(at, end) {
      let next = firstInk(close, end)
      extent = BareExtent(end: close, remark: next < end ? next : nil)
    }
    if let start = extent.remark { remark(from: start, row: row, isTrailing: true) }
    let value = bareText(at, extent, row: row)
    return settled(value, type, owner)
  }

  /// The end of a quoted text that has nothing but a remark behind it.
  private func wholeQuote(_ at: Int, _ end: Int) -> Int? {
    guard let text = quoted(at, end) ?? curlyQuoted(at, end) else { return nil }
    let next = firstInk(text.end, end)
    return next == end || (bytes[next] == UInt8(ascii: "#") && next > text.end) ? text.end : nil
  }

  private func listsText(_ type: FieldType) -> Bool {
    switch type {
    case .list(let item): holdsText(item)
    case .text, .name, .expression, .integer, .truth, .duration, .money, .moneyOrDuration, .range, .gauges,
      .route, .difficulty, .satisfaction, .choice, .oneOrList, .section, .anything:
      false
    }
  }

  /// Fits one text to the type of its field: checks words, wraps it where a list is wanted.
  mutating func settled(_ value: Node, _ type: FieldType, _ owner: Owner) -> Node {
    switch type {
    case .list(let item):
      if case .section = item { return refused(value, type, owner) }
      report(ListOrText.textForList(self, value, owner))
      return node(.list([checked(value, item, owner)]), at: value.span, form: .flow)
    case .section: return refused(value, type, owner)
    case .oneOrList(let item): return checked(value, item, owner)
    case .text, .name, .expression, .integer, .truth, .duration, .money, .moneyOrDuration, .range, .gauges,
      .route, .difficulty, .satisfaction, .choice, .anything:
      return checked(value, type, owner)
    }
  }

  private mutating func refused(_ value: Node, _ type: FieldType, _ owner: Owner) -> Node {
    // Lines deeper than the key say what the value should have been: that slip is reported there.
    if !opensBelow(row: value.span.start.line - 1, owner) || flowDepth > 0 {
      report(WrongType.shape(self, value, wanted: type, owner))
    }
    return value
  }

  /// Checks a word against its field's type; marks numbers and truth values as such.
  mutating func checked(_ value: Node, _ type: FieldType, _ owner: Owner) -> Node {
    guard let text = value.text else { return value }
    switch type {
    case .text:
      warnOfRetyping(value, text)
      return value
    case .anything: return value
    case .name: warnOfRetyping(value, text)
    case .expression, .integer, .truth, .duration, .money, .moneyOrDuration, .range, .gauges, .route,
      .difficulty, .satisfaction, .choice, .list, .oneOrList, .section:
      break
    }
    switch Spelling.check(text, as: type) {
    case .fine(let isLiteral):
      guard isLiteral, value.form == .plain else { return value }
      return Node(value.value, at: value.span, form: .literal)
    case .wrong(let slip):
      report(WrongType.spelling(self, value, slip, type, owner))
      return value
    }
  }

  // MARK: Values on the lines below

  /// Reads a value from the lines below its key, when they are deeper; nothing otherwise.
  mutating func nested(_ type: FieldType, _ owner: Owner, emptyAt: Position? = nil) -> Node {
    let empty = emptyAt ?? owner.span.end
    guard let next = line, opens(next, type, owner) else {
      reportEmpty(type, owner)
      return node(.nothing, at: Span(empty, empty))
    }
    guard levels.count < Self.deepest else {
      report(TooDeep.found(self, next, most: Self.deepest))
      while let deeper = line, deeper.indent > owner.indent { advance(from: deeper.index + 1) }
      return node(.nothing, at: Span(empty, empty))
    }
    switch type {
    case .section(let section): return nestedSection(section, next, owner)
    case .list(let item):
      return isDash(next) || isNearDash(next)
        ? blockList(item, indent: next.indent, owner: owner) : listWithoutDashes(item, next, owner)
    case .oneOrList(let item):
      return isDash(next)
        ? blockList(item, indent: next.indent, owner: owner) : nested(item, owner, emptyAt: emptyAt)
    case .anything: return nestedAnything(next, owner)
    case .text, .name, .expression, .integer, .truth, .duration, .money, .moneyOrDuration, .range, .gauges,
      .route, .difficulty, .satisfaction, .choice:
      return nestedText(type, next, owner)
    }
  }

  /// Whether a line below a key is part of its value: deeper, or a dash right under the key.
  private func opens(_ next: ContentLine, _ type: FieldType, _ owner: Owner) -> Bool {
    if next.indent > owner.indent { return true }
    guard next.indent == owner.indent, isDash(next), let top = levels.last else { return false }
    return top.section != nil
  }

  private func isNearDash(_ next: ContentLine) -> Bool {
    bytes[next.start] == UInt8(ascii: "-") && next.end > next.start + 1
  }

  private mutating func nestedSection(_ section: Section, _ next: ContentLine, _ owner: Owner) -> Node {
    guard isDash(next) else { return blockMap(section, indent: next.indent, name: owner.name) }
    report(WrongType.listForMap(self, next, section: section, owner))
    passList(next, owner)
    return node(.map([]), at: Span(owner.span.end, owner.span.end))
  }

  /// Passes over a list where none belongs: its dashes may stand right under the key.
  private mutating func passList(_ first: ContentLine, _ owner: Owner) {
    while let next = line, next.indent > owner.indent || (next.indent == owner.indent && isDash(next)) {
      advance(from: next.index + 1)
    }
  }

  private mutating func nestedAnything(_ next: ContentLine, _ owner: Owner) -> Node {
    if isDash(next) { return blockList(.anything, indent: next.indent, owner: owner) }
    if blockKey(next.start, next.end, row: next.index) != nil {
      return blockMap(.free, indent: next.indent, name: owner.name)
    }
    return nestedText(.text, next, owner)
  }

  /// Items on lines of their own whose dashes were forgotten.
  private mutating func listWithoutDashes(_ item: FieldType, _ first: ContentLine, _ owner: Owner) -> Node {
    if case .section(let section) = item {
      report(ListOrText.mapForList(self, first, owner))
      let only = blockMap(section, indent: first.indent, name: owner.name)
      return node(.list([only]), at: only.span)
    }
    var items: [Node] = []
    var lines: [ContentLine] = []
    while let next = line, next.indent > owner.indent, !isStopped {
      lines.append(next)
      let here = Owner(
        name: owner.name, span: span(next.start, next.start, row: next.index), indent: next.indent)
      items.append(blockValue(item, from: next.start, row: next.index, end: next.end, here))
    }
    report(ListOrText.linesForList(self, lines, owner))
    let start = source.position(at: first.start, onLine: first.index)
    return node(.list(items), at: Span(start, max(start, items.last?.span.end ?? start)))
  }

  /// One text or word where it stands on lines below its key.
  private mutating func nestedText(_ type: FieldType, _ first: ContentLine, _ owner: Owner) -> Node {
    if isDash(first) {
      let list = blockList(type, indent: first.indent, owner: owner)
      report(ListOrText.listForText(self, list, owner))
      return joined(list)
    }
    var lines: [ContentLine] = []
    while let next = line, next.indent > owner.indent {
      lines.append(next)
      advance(from: next.index + 1)
    }
    let start = source.position(at: first.start, onLine: first.index)
    let end = lines.last.map { source.position(at: $0.end, onLine: $0.index) } ?? start
    let text = lines.map { string($0.start, $0.end) }.joined(separator: " ")
    let value = node(.text(text), at: Span(start, max(start, end)))
    report(WrongType.textBelow(self, value, lines: lines.count, type, owner))
    return value
  }

  /// The texts of a list as one text.
  func joined(_ list: Node) -> Node {
    let text = list.items.compactMap(\.text).joined(separator: " ")
    return Node(.text(text), at: list.span)
  }

  private mutating func reportEmpty(_ type: FieldType, _ owner: Owner) {
    switch type {
    case .section, .list, .anything: return
    case .text, .name, .expression, .integer, .truth, .duration, .money, .moneyOrDuration, .range, .gauges,
      .route, .difficulty, .satisfaction, .choice, .oneOrList:
      report(WrongType.empty(self, type, owner))
    }
  }
}
