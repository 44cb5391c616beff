extension SourceFile {
  /// The place of a byte offset; offsets outside the text are moved to its nearest end.
  public func position(at offset: Int) -> Position {
    let place = min(max(offset, 0), bytes.count)
    return position(at: place, onLine: lineIndex(holding: place))
  }

  /// The place of a byte offset whose line (counted from 0) is already known.
  public func position(at offset: Int, onLine index: Int) -> Position {
    let line = lines[index]
    guard !line.isASCII else {
      return Position(line: index + 1, column: offset - line.start + 1, offset: offset)
    }
    var column = 1
    var start = line.start
    if let steps = columnSteps[index], offset > start {
      let step = min((offset - start) / LineTable.step, steps.count - 1)
      column += Int(steps[step])
      start += step * LineTable.step
    }
    for byte in bytes[start..<max(start, min(offset, bytes.count))] where byte & 0xC0 != 0x80 {
      column += 1
    }
    return Position(line: index + 1, column: column, offset: offset)
  }

  /// The place of a line and column counted from 1, clamped to what the text has.
  public func position(line: Int, column: Int) -> Position {
    let index = min(max(line, 1), lines.count) - 1
    let bounds = lines[index]
    var offset = bounds.start
    var at = 1
    while at < column, offset < bounds.end {
      offset += 1
      while offset < bounds.end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      at += 1
    }
    return Position(line: index + 1, column: at, offset: offset)
  }

  /// The span between two byte offsets, clamped to the text.
  public func span(_ start: Int, _ end: Int) -> Span {
    Span(position(at: start), position(at: max(start, end)))
  }

  /// The span of a whole line (counted from 1) without its line ending.
  public func span(ofLine number: Int) -> Span {
    let index = min(max(number, 1), lines.count) - 1
    return Span(
      position(at: lines[index].start, onLine: index), position(at: lines[index].end, onLine: index))
  }

  /// The index (from 0) of the line that holds an offset; a line ending belongs to the line it ends.
  public func lineIndex(holding offset: Int) -> Int {
    var low = 0
    var high = lines.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lines[middle].start <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
