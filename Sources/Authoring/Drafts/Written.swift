import Diagnostics

/// A stretch of one file: what a label points at.
struct Place: Hashable, Sendable {
  var file: String
  var span: Span

  /// A label here, with the words beside its carets.
  func label(_ text: String = "") -> Label { Label(file: file, span: span, text: text) }

  /// An edit that puts `text` in place of what stands here.
  func replaced(by text: String) -> Edit { Edit(file: file, span: span, text: text) }

  /// The empty place just before this one, where something can be inserted.
  var before: Place { Place(file: file, span: Span(span.start, span.start)) }

  /// The line, as messages quote it.
  var line: Int { span.start.line }
}

/// A text as its author wrote it, and where.
struct Written: Hashable, Sendable {
  var text: String
  var place: Place

  init(_ text: String, at place: Place) {
    self.text = text
    self.place = place
  }

  /// The place of some of the text's UTF-8 bytes.
  ///
  /// Exact where the text stands in the file as it is, on one line, bare or in quotes; where the notation
  /// changed it (escapes, folded lines) the whole text is meant.
  func place(of range: Range<Int>) -> Place {
    guard let start = startOfText, range.lowerBound >= 0, range.upperBound <= text.utf8.count else {
      return place
    }
    let cut = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    let before = text.utf8[..<cut].scalarCount
    let within = text.utf8[cut...].prefix(range.count).scalarCount
    let from = Position(
      line: start.line, column: start.column + before, offset: start.offset + range.lowerBound)
    let to = Position(
      line: from.line, column: from.column + within, offset: start.offset + range.upperBound)
    return Place(file: place.file, span: Span(from, to))
  }

  /// A part of the text with the place it stands at.
  func part(_ range: Range<Int>) -> Written {
    guard range.count < text.utf8.count else { return Written(text, at: place(of: range)) }
    let bytes = text.utf8.dropFirst(range.lowerBound).prefix(range.count)
    return Written(String(decoding: bytes, as: UTF8.self), at: place(of: range))
  }

  /// Where the first byte of the text stands, or nil where text and file differ.
  private var startOfText: Position? {
    let span = place.span
    guard span.start.line == span.end.line else { return nil }
    let length = text.utf8.count
    switch span.end.offset - span.start.offset - length {
    case 0: return span.start
    case 2:
      return Position(line: span.start.line, column: span.start.column + 1, offset: span.start.offset + 1)
    default: return nil
    }
  }
}

extension Sequence<UInt8> {
  /// How many Unicode scalars these UTF-8 bytes begin.
  fileprivate var scalarCount: Int { reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 } }
}
