/// A text as BERT reads it: lower case, no accents, no control characters, CJK set apart, with the
/// way back to the original for every byte.
///
/// Spaces stand wherever a word must end, so that only spaces and ASCII punctuation part words.
struct CleanText {
  /// UTF-8 of the clean text.
  private(set) var bytes: [UInt8] = []
  /// For each clean byte, where the scalar it came from starts in the original. Empty while every
  /// byte stands where it stood.
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []

  init(_ original: UnsafeBufferPointer<UInt8>, by vocabulary: Vocabulary) {
    bytes.reserveCapacity(original.count)
    if Self.isPlain(original) {
      for byte in original { bytes.append(Self.plain(byte)) }
    } else {
      starts.reserveCapacity(original.count)
      ends.reserveCapacity(original.count)
      clean(original, by: vocabulary)
    }
  }

  /// Where clean bytes stood in the original, as a range of UTF-8 offsets.
  func original(of range: Range<Int>) -> Range<Int> {
    guard !starts.isEmpty, !range.isEmpty else { return range }
    return Int(starts[range.lowerBound])..<Int(ends[range.upperBound - 1])
  }

  // MARK: ASCII keeps its places

  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy(isPlain)
  }

  private static func isPlain(_ byte: UInt8) -> Bool { byte < 0x7F && (byte >= 0x20 || isBlank(byte)) }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 9 || byte == 10 || byte == 13 }

  private static func plain(_ byte: UInt8) -> UInt8 {
    if byte >= 0x41 && byte <= 0x5A { return byte | 0x20 }
    return byte < 0x20 ? 0x20 : byte
  }

  // MARK: Everything else goes scalar by scalar

  private mutating func clean(_ original: UnsafeBufferPointer<UInt8>, by vocabulary: Vocabulary) {
    var place = 0
    while place < original.count {
      if Self.isPlain(original[place]) {
        self.place(Self.plain(original[place]), place, place + 1)
        place += 1
        continue
      }
      let (scalar, length) = Self.scalar(original, at: place)
      add(scalar, from: place, to: place + length, by: vocabulary)
      place += length
    }
  }

  /// The scalar at `place` and its length; a byte that starts none counts as one unknown scalar.
  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (scalar: UInt32, length: Int) {
    let first = bytes[place]
    let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0
    guard length > 0, place + length <= bytes.count else { return (0xFFFD, 1) }
    if length == 1 { return (UInt32(first), 1) }
    var scalar = UInt32(first & (0xFF >> UInt8(length + 1)))
    for next in bytes[(place + 1)..<(place + length)] { scalar = scalar << 6 | UInt32(next & 0x3F) }
    return (scalar, length)
  }

  private mutating func add(_ scalar: UInt32, from: Int, to: Int, by vocabulary: Vocabulary) {
    if let parts = Self.hangul(scalar) {
      for part in parts where part != 0 { append(part, .keep, from, to) }
      return
    }
    let found = vocabulary.scalarClass(scalar)
    guard case .replace(let number) = found else { return append(scalar, found, from, to) }
    var parts: [(UInt32, WordPieceScalarClass)] = []
    vocabulary.replacement(number) { parts.append(($0, $1)) }
    for (part, kind) in parts { append(part, kind, from, to) }
  }

  /// A Hangul syllable's two or three letters (Unicode standard, section 3.12); 0 where there is no third.
  private static func hangul(_ scalar: UInt32) -> [UInt32]? {
    guard scalar >= 0xAC00, scalar <= 0xD7A3 else { return nil }
    let index = scalar - 0xAC00
    let last = index % 28
    return [0x1100 + index / 588, 0x1161 + index % 588 / 28, last == 0 ? 0 : 0x11A7 + last]
  }

  private mutating func append(_ scalar: UInt32, _ kind: WordPieceScalarClass, _ from: Int, _ to: Int) {
    switch kind {
    case .keep: write(scalar, from, to)
    case .space: write(0x20, from, to)
    case .apart:
      write(0x20, from, to)
      write(scalar, from, to)
      write(0x20, from, to)
    case .drop: widenLast(from, to)
    case .replace: break
    }
  }

  /// Lets a letter take in the accent or other dropped scalar right behind it.
  private mutating func widenLast(_ from: Int, _ to: Int) {
    guard let last = ends.indices.last, bytes[last] != 0x20, Int(ends[last]) == from else { return }
    ends[last] = UInt32(truncatingIfNeeded: to)
  }

  private mutating func write(_ scalar: UInt32, _ from: Int, _ to: Int) {
    guard let valid = Unicode.Scalar(scalar), let encoded = UTF8.encode(valid) else { return }
    for byte in encoded { place(byte, from, to) }
  }

  private mutating func place(_ byte: UInt8, _ from: Int, _ to: Int) {
    bytes.append(byte)
    starts.append(UInt32(truncatingIfNeeded: from))
    ends.append(UInt32(truncatingIfNeeded: to))
  }
}
