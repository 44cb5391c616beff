import Testing
import TouchpointTesting

@Suite struct `The pseudo-terminal's screen` {
  private func screen(_ written: String, columns: Int = 10, rows: Int = 4) -> PseudoTerminalScreen {
    var screen = PseudoTerminalScreen(columns: columns, rows: rows)
    screen.feed(written.utf8)
    return screen
  }

  @Test func `wraps only when the next character comes`() {
    #expect(screen("0123456789").cursor == .init(row: 0, column: 9))
    #expect(screen("0123456789\r\nx").lines == ["0123456789", "x", "", ""])
    #expect(screen("0123456789x").lines == ["0123456789", "x", "", ""])
    #expect(screen("012345678語").lines == ["012345678", "語", "", ""])
  }

  @Test func `moves, erases, inserts and deletes`() {
    #expect(screen("abcdef\u{1B}[3D\u{1B}[K").lines[0] == "abc")
    #expect(screen("abcdef\r\u{1B}[2P").lines[0] == "cdef")
    #expect(screen("abcdef\r\u{1B}[2@").lines[0] == "  abcdef")
    #expect(screen("ab\r\ncd\u{1B}[A\u{1B}[J").lines == ["ab", "", "", ""])
    #expect(screen("ab\u{1B}[3;4Hx\u{1B}[1mbold\u{1B}[0m").lines == ["ab", "", "   xbold", ""])
    #expect(screen("abc\u{8}\u{8}X").lines[0] == "aXc")
  }

  @Test func `scrolls and remembers what went`() {
    let scrolled = screen("1\r\n2\r\n3\r\n4\r\n5\r\n6")
    #expect(scrolled.lines == ["3", "4", "5", "6"])
    #expect(scrolled.scrolledOff == ["1", "2"])
  }

  @Test func `knows modes, titles and bells without drawing them`() {
    let seen = screen("\u{1B}[?2004h\u{1B}]0;title\u{7}a\u{7}\u{1B}P+q\u{1B}\\b\u{1B}(Bc")
    #expect(seen.lines[0] == "abc")
    #expect(seen.marksPastes)
    #expect(seen.bells == 1)
  }

  @Test func `takes any bytes`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(seed: seed)
    let pool = Array("\u{1B}[]0123456789;?ABCDGHJKPX@mhlfM78(\u{7}\u{8}\t\r\n語é \u{9B}".utf8) + [0xFF, 0x80]
    print("seed \(seed)")
    for _ in 0..<300 {
      var screen = PseudoTerminalScreen(columns: 1 + Int(random.next() % 9), rows: 1 + Int(random.next() % 4))
      screen.feed((0..<300).map { _ in pool[Int(random.next() % UInt64(pool.count))] })
      screen.resize(columns: Int(random.next() % 9), rows: Int(random.next() % 4))
      screen.feed((0..<50).map { _ in pool[Int(random.next() % UInt64(pool.count))] })
      #expect(screen.lines.count == screen.rows, "seed \(seed)")
    }
  }
}
