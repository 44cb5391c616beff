import Diagnostics
import Testing

@Suite struct `A source file` {
  @Test func `counts lines and columns from 1, columns in scalars, offsets in bytes`() {
    let source = SourceFile(path: "a", text: "ab\nd\u{E9}f\n")
    #expect(source.position(at: 0) == Position(line: 1, column: 1, offset: 0))
    #expect(source.position(at: 2) == Position(line: 1, column: 3, offset: 2))
    #expect(source.position(at: 6) == Position(line: 2, column: 3, offset: 6))
    #expect(source.position(at: 99) == Position(line: 3, column: 1, offset: 8))
    #expect(source.position(line: 2, column: 3) == Position(line: 2, column: 3, offset: 6))
    #expect(source.position(line: 9, column: 9) == Position(line: 3, column: 1, offset: 8))
    #expect(source.lineText(2) == "d\u{E9}f")
    #expect(source.lineText(7) == "")
  }

  @Test func `takes line feed, carriage return, and both together as line ends`() {
    let source = SourceFile(path: "a", text: "a\r\nb\rc\nd")
    #expect((1...4).map { source.lineText($0) } == ["a", "b", "c", "d"])
    #expect(source.encoding.carriageReturns == [1, 4])
  }

  @Test func `drops a byte order mark and says so`() {
    let source = SourceFile(path: "a", bytes: [0xEF, 0xBB, 0xBF, 0x61])
    #expect(source.text == "a")
    #expect(source.encoding.hasByteOrderMark)
  }

  @Test func `replaces bytes that are not UTF-8 and remembers where they stood`() {
    let source = SourceFile(path: "a", bytes: [0x61, 0xE9, 0x62, 0xC3, 0xA9, 0xFF])
    #expect(source.text == "a\u{FFFD}b\u{E9}\u{FFFD}")
    #expect(source.encoding.invalid.map(\.fileOffset) == [1, 5])
    #expect(source.encoding.invalid.map(\.offset) == [1, 7])
    #expect(source.encoding.invalid.first?.asWindowsLatin == "\u{E9}")
  }

  @Test func `agrees with the standard library on what is UTF-8`() {
    var generator = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...UInt64.max, using: &generator)
    var random = SplitMix(seed: seed)
    for _ in 0..<2_000 {
      let bytes = (0..<8).map { _ in
        [UInt8](arrayLiteral: 0x41, 0x80, 0xC3, 0xE0, 0xA0, 0xED, 0x9F, 0xF0, 0x90, 0xF4, 0x8F, 0xFF)[
          Int(random.next() % 12)]
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect(
        SourceFile(path: "a", bytes: bytes).encoding.invalid.isEmpty == isValid, "seed \(seed), \(bytes)")
    }
  }

  @Test func `finds columns in long lines that are not ASCII`() {
    let source = SourceFile(path: "a", text: "\n" + String(repeating: "\u{E9}x", count: 5_000))
    for column in [1, 2, 500, 513, 5_001, 9_999, 10_000, 10_001] {
      let offset = 1 + (column - 1) / 2 * 3 + (column - 1) % 2 * 2
      #expect(source.position(at: offset) == Position(line: 2, column: column, offset: offset))
    }
  }

  @Test func `slices nothing beyond its ends`() {
    let source = SourceFile(path: "a", text: "abc")
    #expect(source.text(from: -5, to: 99) == "abc")
    #expect(source.text(from: 2, to: 1) == "")
    #expect(source.text(of: source.span(9, 4)) == "")
  }
}

/// A generator with a seed that can be printed and used again.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
