extension Int {
  /// Reads a whole number, with a sign or not.
  static func reading(
    _ text: String, within bounds: ClosedRange<Int>, of what: String
  ) throws(ReadingProblem) -> Int {
    let all = 0..<text.utf8.count
    guard let number = Int(text) else {
      throw ReadingProblem(
        range: all, message: "\(what) is a whole number, not '\(text)'",
        help: "for example \(what): \(example(bounds))")
    }
    guard bounds.contains(number) else {
      throw ReadingProblem(
        range: all, message: "\(what) must be \(bounds.lowerBound) to \(bounds.upperBound), not \(number)",
        help: "for example \(what): \(example(bounds))")
    }
    return number
  }

  private static func example(_ bounds: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(bounds.lowerBound, 10), bounds.upperBound)
  }

  /// Reads `3 of 5`.
  static func readingDifficulty(_ text: String) throws(ReadingProblem) -> Int {
    let words = text.split(separator: " ")
    guard words.count == 3, words[1] == "of", words[2] == "5", let level = Int(words[0]),
      (1...5).contains(level)
    else {
      throw ReadingProblem(
        range: 0..<text.utf8.count, message: "difficulty runs from '1 of 5' to '5 of 5', not '\(text)'",
        help: "write 3 of 5")
    }
    return level
  }
}

extension ClosedRange<Int> {
  /// Reads `90..100`, or one number for a range of one.
  static func reading(_ text: String, within bounds: ClosedRange<Int>) throws(ReadingProblem) -> ClosedRange<
    Int
  > {
    let ends = text.ends(separatedBy: "..").compactMap { Int($0) }
    let count = text.ends(separatedBy: "..").count
    guard ends.count == count, let low = ends.first, let high = ends.last, count <= 2 else {
      throw problem(text, "'\(text)' is no range", "write the ends with two full stops between: 90..100")
    }
    guard low <= high else {
      throw problem(text, "this range runs backwards", "write \(high)..\(low)")
    }
    guard bounds.contains(low), bounds.contains(high) else {
      throw problem(
        text, "this range leaves \(bounds.lowerBound)..\(bounds.upperBound)",
        "write \(low.clamped(to: bounds))..\(high.clamped(to: bounds))")
    }
    return low...high
  }

  private static func problem(_ text: String, _ message: String, _ help: String) -> ReadingProblem {
    ReadingProblem(range: 0..<text.utf8.count, message: message, help: help)
  }
}

extension String {
  /// The pieces between two-byte separators, without blanks around them.
  fileprivate func ends(separatedBy separator: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = Substring(self)
    while let dots = rest.firstRange(ofDots: separator) {
      pieces.append(rest[..<dots.lowerBound].trimmingBlanks)
      rest = rest[dots.upperBound...]
    }
    pieces.append(rest.trimmingBlanks)
    return pieces
  }
}

extension Substring {
  fileprivate func firstRange(ofDots separator: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(separator) { return start..<index(start, offsetBy: separator.count) }
      start = index(after: start)
    }
    return nil
  }

  /// Without blanks at either end.
  var trimmingBlanks: Substring {
    var part = self
    while part.first == " " { part.removeFirst() }
    while part.last == " " { part.removeLast() }
    return part
  }
}

extension Int {
  /// The nearest number within bounds.
  func clamped(to bounds: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(self, bounds.lowerBound), bounds.upperBound)
  }
}
