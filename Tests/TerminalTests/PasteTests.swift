import Testing
import TouchpointTesting

@Suite struct `A paste` {
  static let start = "\u{1B}[200~"
  static let end = "\u{1B}[201~"

  @Test func `of several lines is one line, and sent only on Enter`() throws {
    let terminal = try Stage.open()
    #expect(terminal.screen.marksPastes)
    terminal.send(Self.start + "Dear Ana,\rthank you.\r\rKind regards" + Self.end)
    #expect(
      terminal.waits { $0.filledLines.suffix(4) == ["you> Dear Ana,", "thank you.", "", "Kind regards"] })
    #expect(!terminal.screen.text.contains("line["))
    terminal.send("!\r")
    #expect(terminal.waits(for: "line[Dear Ana,\nthank you.\n\nKind regards!]"))
  }

  @Test func `goes on when its end comes late`() throws {
    let terminal = try Stage.open()
    terminal.send(Self.start + "one\rtw")
    terminal.tell("print while it arrives")
    terminal.send("o\rthree" + Self.end + "\r")
    #expect(terminal.waits(for: "line[one\ntwo\nthree]"))
    #expect(terminal.waits(for: "while it arrives"))
  }

  @Test func `that never ends does not hold up the end of the program`() throws {
    let terminal = try Stage.open()
    terminal.send(Self.start + "never ending\rpaste")
    terminal.signal(15)
    #expect(terminal.waitForExit() == .status(143))
    #expect(terminal.settings.isCooked)
  }

  @Test func `of a megabyte is cut to 64 kB, and we are told`() throws {
    let terminal = try Stage.open()
    terminal.send(Self.start + String(repeating: "0123456789", count: 100_000) + Self.end + "\r")
    #expect(terminal.waits(for: "line of 65536 bytes"))
    #expect(terminal.waits(for: "truncated from 1000000"))
    terminal.send("next\r")
    #expect(terminal.waits(for: "line[next]"))
  }

  @Test func `of wide characters is cut between two of them`() throws {
    let terminal = try Stage.open()
    terminal.send(Self.start + String(repeating: "語", count: 30_000) + Self.end + "\r")
    #expect(terminal.waits(for: "line of 65535 bytes") || terminal.waits(for: "line of 65538 bytes"))
    #expect(terminal.waits(for: "truncated from 90000"))
  }

  @Test func `without marks, a megabyte of typing, is cut and told as well`() throws {
    let terminal = try Stage.open()
    terminal.send(String(repeating: "0123456789", count: 100_000) + "\r")
    #expect(terminal.waits(for: "line of 65536 bytes"))
    #expect(terminal.waits(for: "truncated from 1000000"))
    terminal.send("next\r")
    #expect(terminal.waits(for: "line[next]"))
  }

  @Test func `of invalid UTF-8 is replaced visibly`() throws {
    let terminal = try Stage.open()
    terminal.send(Array("a".utf8) + [0xFF] + Array("b\r".utf8))
    #expect(terminal.waits(for: "line[a\u{FFFD}b]"))
    terminal.send(Array((Self.start + "x").utf8) + [0xE2, 0x82] + Array(("y" + Self.end + "\r").utf8))
    #expect(terminal.waits(for: "line[x\u{FFFD}\u{FFFD}y]"))
  }
}

@Suite struct `Nothing steers the terminal` {
  /// Titles, clipboard, links, queries, answers, moves, C1 forms of the same, bells, bidi, tags.
  static let attacks = [
    "\u{1B}]0;title\u{7}", "\u{1B}]52;c;aGk=\u{7}", "\u{1B}]8;;http://x\u{1B}\\link", "\u{1B}P$q\"p\u{1B}\\",
    "\u{1B}[6n", "\u{1B}[2J", "\u{9B}2J", "\u{9D}0;title\u{9C}", "\u{90}q\u{9C}", "\u{8}\u{8}\u{8}", "\u{7F}",
    "over\rwrite", "\u{202E}txet", "\u{2066}x\u{2069}", "\u{61C}", "\u{200B}", "\u{FEFF}", "\u{E0041}",
    "\u{0}",
    "\u{5}", "\u{E}",
  ]

  @Test(arguments: [[], ["--plain"]]) func `in printed text`(arguments: [String]) throws {
    let terminal = try Stage.open(arguments)
    let before = terminal.output.count
    for (number, attack) in Self.attacks.enumerated() { terminal.tell("print <\(number)\(attack)>") }
    #expect(terminal.waits(for: "<\(Self.attacks.count - 1)\\u{E}>"))
    expectHarmless(Array(terminal.output.dropFirst(before)))
    #expect(terminal.screen.bells == 0)
  }

  @Test func `in a prompt`() throws {
    let terminal = try Stage.open()
    terminal.tell("prompt a\u{1B}[2J\u{9B}1m\u{202E}> ")
    #expect(terminal.waits { $0.cursorLine == "a\\u{1B}[2J\\u{9B}1m\\u{202E}>" })
  }

  @Test func `in a pasted line, while it is edited and after`() throws {
    let terminal = try Stage.open()
    let before = terminal.output.count
    terminal.send("\u{1B}[200~a\u{1B}[2Jb\u{9B}2Jc\u{202E}d\u{7}\u{1B}[201~")
    #expect(terminal.waits { $0.cursorLine == "you> a^[[2Jb\\u{9B}2Jc\\u{202E}d^G" })
    terminal.send("\r")
    #expect(terminal.waits(for: "line[a\\u{1B}[2Jb"))
    expectHarmless(Array(terminal.output.dropFirst(before)))
    #expect(terminal.screen.bells == 0)
  }

  /// Only the sequences readline itself draws with, and no hidden character at all.
  private func expectHarmless(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let hidden = text.unicodeScalars.filter { scalar in
      (scalar.value < 32 && !"\u{1B}\r\n\u{8}".unicodeScalars.contains(scalar))
        || (127..<160).contains(scalar.value)
        || [0x61C, 0x200B, 0x202E, 0x2066, 0x2069, 0xFEFF, 0xE0041].contains(scalar.value)
    }
    #expect(hidden.isEmpty)
    for forbidden in ["\u{1B}]", "\u{1B}P", "\u{1B}[6n", "\u{1B}[2J"] { #expect(!text.contains(forbidden)) }
  }
}
