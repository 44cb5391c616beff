import Diagnostics

extension Reading {
  // MARK: Maps

  /// Reads the lines of a map whose keys begin at column `indent` (from 0), starting with the current line.
  mutating func blockMap(_ written: Section, indent: Int, name: String) -> Node {
    guard let first = line else { return node(.map([]), at: Span(.start, .start)) }
    let word = written.hasVariants ? blockVariant(of: written.variantKey ?? "", indent: indent) : nil
    let section = variant(of: written, word: word)
    var map = MapBuilder()
    levels.append(Level(indent: indent, name: name, section: section))
    while let current = settledLine(), current.indent == indent {
      blockEntry(current, section, into: &map)
    }
    levels.removeLast()
    let start = source.position(at: first.start, onLine: first.index)
    let end = map.entries.last.map { max($0.value.span.end, $0.keySpan.end) } ?? start
    let place = Span(start, max(start, end))
    reportMissing(section, in: map, at: place, owner: name, isFlow: false)
    return node(.map(map.entries), at: place)
  }

  private mutating func blockEntry(_ current: ContentLine, _ section: Section, into map: inout MapBuilder) {
    guard let key = entryKey(current, section) else {
      report(MissingSeparator.noKey(self, current, section: section))
      skipBlock(under: current.indent)
      return
    }
    let type = fieldType(key, section, &map, row: current.index)
    let owner = Owner(name: key.name, span: key.span, indent: current.indent)
    let value = blockValue(type, from: key.valueStart, row: current.index, end: current.end, owner)
    addEntry(key, value, section, into: &map)
  }

  private mutating func entryKey(_ current: ContentLine, _ section: Section) -> FoundKey? {
    let (start, end, row) = (current.start, current.end, current.index)
    if isDash(current) { return nil }
    if let key = keyMissingBlank(start, end, row: row, section: section) {
      report(MissingSeparator.afterColon(self, key, row: row))
      return key
    }
    if let key = blockKey(start, end, row: row) { return key }
    guard let key = keyMissingColon(start, end, row: row, section: section) else { return nil }
    report(MissingSeparator.noColon(self, key))
    return key
  }

  /// What a key's value holds; reports keys the section does not know, and keys of other YAML machinery.
  mutating func fieldType(_ key: FoundKey, _ section: Section, _ map: inout MapBuilder, row: Int) -> FieldType
  {
    if let place = section.index(of: key.name) { return section.fields[place].type }
    if key.name == "<<", bytes[key.span.start.offset] == UInt8(ascii: "<") {
      report(ForbiddenYAML.mergeKey(self, key))
      return .anything
    }
    if let others = section.others {
      warnOfKey(key)
      return others
    }
    if section.variantKey != nil, section.variants.isEmpty { return .anything }
    let meant = UnknownKey.suggestion(for: key.name, in: section, map)
    if let place = atlas.place(of: key.name) {
      report(MisplacedKey.found(self, key, section: section, place: place))
    } else {
      report(UnknownKey.found(self, key, section: section, suggestion: meant))
      if let meant { map.meant.append(meant.name) }
    }
    return meant?.type ?? .anything
  }

  mutating func addEntry(_ key: FoundKey, _ value: Node, _ section: Section, into map: inout MapBuilder) {
    if let earlier = map.earlier(key.name) {
      report(RepeatedKey.found(self, key, earlier: earlier, isFree: section.form(key.name) == nil))
    } else {
      reportBlank(value, of: key, section)
      map.add(Node.Entry(key: key.name, keySpan: key.span, value: value))
    }
  }

  /// Reports texts of a section's own field that hold no words.
  private mutating func reportBlank(_ value: Node, of key: FoundKey, _ section: Section) {
    guard let place = section.index(of: key.name), section.fields[place].type.holdsWords else { return }
    let texts = value.text == nil ? value.items : [value]
    for text in texts where text.text?.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A }) == true {
      report(WrongType.blank(self, text, key))
    }
  }

  /// Passes over the current line and every line deeper than a column.
  mutating func skipBlock(under indent: Int) {
    guard let current = line else { return }
    advance(from: current.index + 1)
    while let next = line, next.indent > indent { advance(from: next.index + 1) }
  }

  // MARK: Lists

  /// Reads the items of a list whose dashes stand at column `indent`, starting with the current line.
  mutating func blockList(_ item: FieldType, indent: Int, owner: Owner) -> Node {
    guard let first = line else { return node(.list([]), at: Span(.start, .start)) }
    let missing = blanksMissing(before: first, item)
    if missing > 0 {
      report(OddIndentation.dash(self, first, wanted: indent + missing))
      line?.indent += missing
    }
    let indent = indent + missing
    var items: [Node] = []
    levels.append(Level(indent: indent, name: owner.name, section: nil))
    while let current = settledLine(), current.indent == indent {
      if isDash(current) {
        items.append(listItem(item, current, owner))
      } else if indent > owner.indent {
        items.append(itemWithoutDash(item, current, owner))
      } else {
        break
      }
    }
    levels.removeLast()
    let start = source.position(at: first.start, onLine: first.index)
    return node(.list(items), at: Span(start, max(start, items.last?.span.end ?? start)))
  }

  /// How far left of its own keys a list's first item begins; 0 where they agree, or where the keys may be the slip.
  private func blanksMissing(before first: ContentLine, _ item: FieldType) -> Int {
    guard case .section(let section) = item, isDash(first) else { return 0 }
    let at = firstInk(first.start + 1, first.end)
    let column = first.indent + at - first.start
    guard blockKey(at, first.end, row: first.index) != nil, let next = inkLine(after: first.index),
      next.indent > column, let key = blockKey(next.start, next.end, row: next.index),
      section.index(of: key.name) != nil
    else { return 0 }
    var later = next
    while later.indent >= next.indent {
      guard let further = inkLine(after: later.index) else { return next.indent - column }
      later = further
    }
    let missing = next.indent - column
    let isNeighbour = isDash(later) && later.indent == first.indent + missing
    return isNeighbour || (!isDash(later) && later.indent <= first.indent) ? missing : 0
  }

  /// The next line with more than a remark on it: looked up, not moved to.
  private func inkLine(after index: Int) -> ContentLine? {
    var row = index + 1
    while row < source.lines.count {
      let bounds = source.lines[row]
      let (start, indent, _) = indentation(of: bounds)
      if start < bounds.end, bytes[start] != UInt8(ascii: "#") {
        return ContentLine(index: row, start: start, end: trimmedEnd(start, bounds.end), indent: indent)
      }
      row += 1
    }
    return nil
  }

  private mutating func listItem(_ type: FieldType, _ current: ContentLine, _ owner: Owner) -> Node {
    let at = skipBlanks(current.start + 1, current.end, row: current.index)
    let dash = Owner(
      name: owner.name, span: span(current.start, current.start + 1, row: current.index),
      indent: current.indent)
    let column = current.indent + (at - current.start)
    if opensMap(type, at, current) {
      line = ContentLine(index: current.index, start: at, end: current.end, indent: column)
      return nestedMap(type, indent: column, dash)
    }
    if opensList(type), isDash(at, current.end) {
      line = ContentLine(index: current.index, start: at, end: current.end, indent: column)
      return nested(type, dash)
    }
    return blockValue(type, from: current.start + 1, row: current.index, end: current.end, dash)
  }

  /// Whether the first `key:` of a map stands behind the dash.
  private func opensMap(_ type: FieldType, _ at: Int, _ current: ContentLine) -> Bool {
    guard at < current.end, bytes[at] != UInt8(ascii: "{"), bytes[at] != UInt8(ascii: "#") else {
      return false
    }
    switch type {
    case .section(let section):
      return blockKey(at, current.end, row: current.index) != nil
        || keyMissingBlank(at, current.end, row: current.index, section: section) != nil
    case .anything:
      return bytes[at] != UInt8(ascii: "[") && blockKey(at, current.end, row: current.index) != nil
    case .text, .name, .expression, .integer, .truth, .duration, .money, .moneyOrDuration, .range, .gauges,
      .route, .difficulty, .satisfaction, .choice, .list, .oneOrList:
      return false
    }
  }

  private func opensList(_ type: FieldType) -> Bool {
    switch type {
    case .list, .oneOrList, .anything: true
    case .text, .name, .expression, .integer, .truth, .duration, .money, .moneyOrDuration, .range, .gauges,
      .route, .difficulty, .satisfaction, .choice, .section:
      false
    }
  }

  private mutating func nestedMap(_ type: FieldType, indent: Int, _ owner: Owner) -> Node {
    switch type {
    case .section(let section): return blockMap(section, indent: indent, name: owner.name)
    case .text, .name, .expression, .integer, .truth, .duration, .money, .moneyOrDuration, .range, .gauges,
      .route, .difficulty, .satisfaction, .choice, .list, .oneOrList, .anything:
      return blockMap(.free, indent: indent, name: owner.name)
    }
  }

  /// An item whose dash is missing, or whose dash lacks the blank behind it.
  private mutating func itemWithoutDash(_ type: FieldType, _ current: ContentLine, _ owner: Owner) -> Node {
    let hasDash = bytes[current.start] == UInt8(ascii: "-")
    report(MissingSeparator.dash(self, current, hasDash: hasDash))
    let here = Owner(
      name: owner.name, span: span(current.start, current.start, row: current.index), indent: current.indent)
    let start = current.start + (hasDash ? 1 : 0)
    return blockValue(type, from: start, row: current.index, end: current.end, here)
  }
}

extension Section {
  /// Whether one of its fields brings others that are known here.
  var hasVariants: Bool { variantKey != nil && !variants.isEmpty }

  /// A map that may hold anything: what is read below keys nobody knows.
  static let free = Section("map", [], others: .anything)
}

// MARK: - Fields that another field brings

extension Reading {
  /// The section with the fields that its variant word brings, when it has one.
  func variant(of section: Section, word: String?) -> Section {
    guard section.hasVariants else { return section }
    var whole = section
    whole.variantKey = nil
    if let word, let own = section.variants[word] {
      whole.fields += own
    } else {
      let known = section.variants.keys.sorted().flatMap { section.variants[$0] ?? [] }
      for field in known where whole.form(field.name) == nil {
        var optional = field
        optional.isRequired = false
        whole.fields.append(optional)
      }
    }
    return whole
  }

  /// The value of a key of the block map at a column, looked up ahead of the reading.
  private func blockVariant(of key: String, indent: Int) -> String? {
    guard let current = line else { return nil }
    var start = current.start
    var row = current.index
    while true {
      let end = source.lines[row].end
      if let found = blockKey(start, end, row: row), found.name == key {
        return bareWord(found.valueStart, end)
      }
      row += 1
      guard row < source.lines.count else { return nil }
      let (next, column, _) = indentation(of: source.lines[row])
      start = next
      let isBare = next == source.lines[row].end || bytes[next] == UInt8(ascii: "#")
      if !isBare, column < indent { return nil }
    }
  }

  /// One word, its quotes and anything behind it left out.
  func bareWord(_ start: Int, _ end: Int) -> String {
    var at = start
    while at < end, isBlank(bytes[at]) { at += 1 }
    if let text = quoted(at, end) { return text.value }
    let first = at
    while at < end, isNameByte(bytes[at]) { at += 1 }
    return string(first, at)
  }
}
