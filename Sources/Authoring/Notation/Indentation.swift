import Diagnostics

extension Reading {
  /// The current line once it is clear which open block it belongs to.
  ///
  /// A line whose indentation fits no open block is reported and moved to the block it most likely means,
  /// so that the lines behind it are read as if it stood there.
  mutating func settledLine() -> ContentLine? {
    guard var current = line, let top = levels.last, current.indent != top.indent else { return line }
    if current.indent < top.indent, let inner = innerLevel(below: current.indent), inner != levels.count - 1 {
      return current
    }
    let outer = levels.last { $0.indent <= current.indent }
    if let outer, outer.indent == current.indent { return current }
    let chosen = choose(current, outer: outer, inner: top)
    report(OddIndentation.found(self, current, outer: outer, inner: top, chosen: chosen))
    current.indent = chosen.indent
    line = current
    return current
  }

  /// The outermost level deeper than a column.
  private func innerLevel(below indent: Int) -> Int? { levels.firstIndex { $0.indent > indent } }

  private func choose(_ current: ContentLine, outer: Level?, inner: Level) -> Level {
    guard let outer, outer.indent != inner.indent else { return inner }
    let outerFit = fit(current, outer)
    let innerFit = fit(current, inner)
    if outerFit != innerFit { return outerFit > innerFit ? outer : inner }
    return current.indent - outer.indent < inner.indent - current.indent ? outer : inner
  }

  /// How well a line fits a block: 2 for a key the section names, 1 for a free key or an item, 0 for neither.
  func fit(_ current: ContentLine, _ level: Level) -> Int {
    guard let section = level.section else { return isDash(current) ? 1 : 0 }
    guard !isDash(current), let key = blockKey(current.start, current.end, row: current.index) else {
      return 0
    }
    if section.index(of: key.name) != nil { return 2 }
    return section.others == nil ? 0 : 1
  }

  /// Deals with lines deeper than a key or item whose value already stood on its own line.
  ///
  /// - Returns: the value, with what could be saved of those lines.
  mutating func refuseChildren(_ value: Node, _ type: FieldType, _ owner: Owner, row: Int) -> Node {
    guard let next = line, next.indent > owner.indent else { return value }
    if let top = levels.last, top.indent == owner.indent, fit(next, top) > 0, isStray(next, top) {
      if next.indent == owner.indent + 1 {
        report(OddIndentation.found(self, next, outer: nil, inner: top, chosen: top))
      } else {
        report(ChildUnderValue.sibling(self, next, owner))
      }
      line?.indent = owner.indent
      return value
    }
    switch type {
    case .section, .list, .anything, .oneOrList:
      if value.text != nil, value.form == .plain, isContainer(type) || isDash(next) {
        report(ChildUnderValue.extraValue(self, next, owner, value))
        return nested(type, owner)
      }
      return joinLines(value, owner)
    case .text, .name, .expression, .integer, .truth, .duration, .money, .moneyOrDuration, .range, .gauges,
      .route, .difficulty, .satisfaction, .choice:
      return joinLines(value, owner)
    }
  }

  private func isContainer(_ type: FieldType) -> Bool {
    switch type {
    case .section, .list: true
    case .text, .name, .expression, .integer, .truth, .duration, .money, .moneyOrDuration, .range, .gauges,
      .route, .difficulty, .satisfaction, .choice, .oneOrList, .anything:
      false
    }
  }

  /// Whether a line below a finished value is a neighbour pushed too far in, not more of the value.
  private func isStray(_ next: ContentLine, _ top: Level) -> Bool {
    fit(next, top) == 2 || top.section == nil || next.indent == top.indent + 1
  }

  private mutating func joinLines(_ value: Node, _ owner: Owner) -> Node {
    guard let first = line else { return value }
    var joined = value
    var lines: [ContentLine] = []
    while let next = line, next.indent > owner.indent {
      lines.append(next)
      advance(from: next.index + 1)
    }
    report(ChildUnderValue.moreText(self, first, lines, owner, value))
    if let text = value.text, value.form == .plain {
      joined.value = .text(([text] + lines.map { string($0.start, $0.end) }).joined(separator: " "))
    }
    return joined
  }
}
