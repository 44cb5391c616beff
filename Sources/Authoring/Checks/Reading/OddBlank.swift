import Diagnostics

/// S102: a blank or invisible character other than the usual blank.
enum OddBlank {
  static let page = CheckPage(
    "S102", "odd-blank", .error,
    title: "an odd Unicode blank or invisible character",
    why: """
      Text copied from a web page or word processor brings blanks that look right and are not: a key \
      followed by one is not recognised. Control and direction characters can make a line look like \
      something it is not, on the trainee's screen too.
      """,
    mending: .automatic,
    triggering: ReadingExample.pack("about:\u{A0}Sells toys.\n"),
    clean: ReadingExample.pack("about: Sells toys.\n"))

  /// Blanks between an indentation, key, dash and value; nothing when only invisible ones are there.
  static func inStructure(_ reading: Reading, _ start: Int, _ end: Int, row: Int, width: Int) -> Diagnostic? {
    let span = reading.span(start, end, row: row)
    let scalars = reading.string(start, end).unicodeScalars
    guard let odd = scalars.first(where: { $0.value > 0x7F && !isInvisible($0) }) else { return nil }
    return page.found(
      "\(name(odd)) stands where only the usual blank may",
      at: reading.label(span, name(odd)),
      fix: Fix("put a usual blank", [reading.edit(span, String(repeating: " ", count: width))]))
  }

  /// Control, zero-width, direction and tag characters anywhere in the file.
  static func invisible(_ source: SourceFile) -> [Diagnostic] {
    guard source.encoding.hasSuspects else { return [] }
    var found: [Diagnostic] = []
    for (row, line) in source.lines.enumerated() where hasSuspects(source, line) {
      found += invisible(source, line, row: row, most: Reading.mostFindings - found.count)
    }
    return found
  }

  private static func hasSuspects(_ source: SourceFile, _ line: SourceLine) -> Bool {
    !line.isASCII || source.bytes[line.start..<line.end].contains { ($0 < 0x20 && $0 != 9) || $0 == 0x7F }
  }

  private static func invisible(_ source: SourceFile, _ line: SourceLine, row: Int, most: Int) -> [Diagnostic]
  {
    var found: [Diagnostic] = []
    var offset = line.start
    let scalars = Array(source.text(from: line.start, to: line.end).unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      let length = UTF8.width(scalar)
      if found.count < most, isInvisible(scalar), !joins(scalars, at: place) {
        let span = Span(
          source.position(at: offset, onLine: row), source.position(at: offset + length, onLine: row))
        let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
        found.append(
          page.found(
            "\(name(scalar)) cannot be seen; text holds only characters that can",
            at: Label(file: source.path, span: span, text: name(scalar)),
            fix: Fix("take it out", [Edit(file: source.path, span: span, text: "")]),
            severity: isControl || isOverride(scalar) ? .error : .warning))
      }
      offset += length
    }
    return found
  }

  private static func isOverride(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      || scalar.value >= 0xE0000
  }

  /// Joiners between letters or pictures belong to how some languages and emoji are written.
  private static func joins(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
    guard [0x200C, 0x200D].contains(scalars[place].value), place > 0, place + 1 < scalars.count else {
      return false
    }
    return scalars[place - 1].value > 0x7F && scalars[place + 1].value > 0x7F
  }

  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    switch scalar.value {
    case 0xA0: return "a non-breaking blank (\(code))"
    case 0x202F: return "a narrow non-breaking blank (\(code))"
    case 0x3000: return "an ideographic blank (\(code))"
    case 0x200B: return "a zero-width blank (\(code))"
    case 0xFEFF: return "a byte order mark (\(code))"
    case 0x1B: return "an escape character (\(code))"
    default: return "the character \(code)"
    }
  }
}
