/// A text as Unicode scalars with the byte offset of each: the two counts a `TextRange` needs, in one pass.
struct ScalarText {
  private(set) var scalars: [Unicode.Scalar] = []
  /// The byte offset of each scalar, and at the end the length in bytes.
  private(set) var offsets: [Int] = []
  private(set) var truncated = false

  /// Reads at most `limit` bytes and stops before a scalar that would pass it.
  init(_ text: String, limit: Int) {
    var offset = 0
    scalars.reserveCapacity(min(text.utf8.count, limit))
    offsets.reserveCapacity(min(text.utf8.count, limit) + 1)
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      if offset + width > limit {
        truncated = true
        break
      }
      scalars.append(scalar)
      offsets.append(offset)
      offset += width
    }
    offsets.append(offset)
  }

  var count: Int { scalars.count }

  func range(_ indices: Range<Int>) -> TextRange {
    TextRange(utf8: offsets[indices.lowerBound]..<offsets[indices.upperBound], scalars: indices)
  }

  /// The scalar at an index, nil outside the text.
  func scalar(at index: Int) -> Unicode.Scalar? {
    index >= 0 && index < scalars.count ? scalars[index] : nil
  }

  /// The plain form of a stretch of the letters a to z, as most words are; nil where another sign is in it.
  func lowered(_ indices: Range<Int>) -> String? {
    let isPlain = scalars[indices].allSatisfy { scalar in
      (0x61...0x7A).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
    }
    guard isPlain else { return nil }
    return String(unsafeUninitializedCapacity: indices.count) { bytes in
      for (place, scalar) in zip(bytes.indices, scalars[indices]) {
        bytes[place] = UInt8(truncatingIfNeeded: scalar.value | 0x20)
      }
      return indices.count
    }
  }

  /// The plain form of a stretch: folded, lower case.
  func folded(_ indices: Range<Int>) -> String {
    var text = ""
    for index in indices { Folding.append(scalars[index], to: &text) }
    return text
  }
}

/// The kinds of scalar the scanner tells apart.
enum ScalarClass {
  case space, newline, letter, digit, apostrophe, hyphen, invisible, emoji, sign

  static func of(_ scalar: Unicode.Scalar) -> ScalarClass {
    let value = scalar.value
    switch value {
    case 0x0A, 0x0D, 0x2028, 0x2029, 0x85: return .newline
    case 0x09, 0x0B, 0x0C, 0x20, 0xA0: return .space
    case 0x30...0x39: return .digit
    case 0x41...0x5A, 0x61...0x7A: return .letter
    case 0x27, 0x2019, 0x2018, 0x2BC, 0xFF07: return .apostrophe
    case 0x2D, 0x2010, 0x2011: return .hyphen
    case 0..<0x80: return .sign
    default: return beyondASCII(scalar)
    }
  }

  private static func beyondASCII(_ scalar: Unicode.Scalar) -> ScalarClass {
    if Folding.isDropped(scalar.value) { return .invisible }
    let properties = scalar.properties
    if properties.isWhitespace { return .space }
    if Folding.digit(scalar) != nil { return .digit }
    if properties.isAlphabetic { return .letter }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return .invisible
    case .format, .control, .unassigned, .privateUse: return .sign
    default: return properties.isEmojiPresentation || isPictograph(scalar) ? .emoji : .sign
    }
  }

  private static func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isEmoji && scalar.value >= 0x203C || (0x1F000...0x1FAFF).contains(scalar.value)
  }
}
