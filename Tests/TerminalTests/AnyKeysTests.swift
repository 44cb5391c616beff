import Glibc
import Testing
import TouchpointTesting

@Suite struct `Any keys at all` {
  /// Escape sequences, control keys, wide and broken characters, pastes with and without an end.
  /// Without Ctrl-C, Ctrl-D, Ctrl-Z, Ctrl-\\ and Ctrl-S, which have tests of their own.
  private static let keys: [[UInt8]] =
    [
      "a", "word ", "日", "é", "👍", "e\u{301}", "\u{9B}", "\u{202E}", "\t", "\r", "\u{1B}", "\u{1B}[A",
      "\u{1B}[B",
      "\u{1B}[C", "\u{1B}[D", "\u{1B}[200~x\ry\u{1B}[201~", "\u{1B}[201~", "\u{1B}[200~\u{1B}[201~",
      "\u{1B}5", "\u{1B}-", "\u{12}", "\u{16}",
      "\u{1F}",
      "\u{18}(", "\u{18})", "\u{18}e", "\u{1}", "\u{5}", "\u{B}", "\u{15}", "\u{17}", "\u{19}", "\u{1B}y",
      "\u{14}", "\u{8}",
      "\u{1B}d", "\u{1B}u", "\u{1B}.", "\u{1D}", "\u{1B}<", "\u{1B}>", "0", "d", "w", "c", "i", "p", "u", "~",
      "\u{1B}9",
    ].map { Array($0.utf8) } + [[0xFF], [0xE2], [0x82], [0xF0, 0x9F], [0], [0xC3, 0x28]]

  /// Each of these ended the program under readline 8.2 as it is.
  @Test(arguments: [
    "\u{12}\u{1B}[201~x", "\u{12}\u{18}e", "\u{1D}\u{1B}i", "\u{1D}\u{1B}[201~x", "\u{18}e", "\u{1B}y\u{18})",
  ])
  func `typed fast leave the editor working`(keys: String) throws {
    let terminal = try Stage.open()
    terminal.send("word" + keys)
    terminal.tell("print mark")
    #expect(terminal.waits(for: "mark"))
    terminal.send("\u{15}\u{B}\r")
    terminal.tell("print still here")
    #expect(terminal.waits(for: "still here"))
    terminal.signal(SIGTERM)
    #expect(terminal.waitForExit() == .status(143))
  }

  @Test(arguments: ["emacs", "vi"]) func `leave the editor working`(mode: String) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(seed: seed)
    let inputrc = try Stage.file("set editing-mode \(mode)\nset keyseq-timeout 5\n")
    let terminal = try Stage.open(
      columns: 9 + Int(random.next() % 70), environment: ["INPUTRC": inputrc])
    for number in 0..<400 {
      terminal.send(Self.keys[Int(random.next() % UInt64(Self.keys.count))])
      if number % 20 == 0 {
        terminal.tell("print mark \(number)")
        #expect(terminal.waits { _ in terminal.hasWritten("mark \(number)") }, "seed \(seed)")
      }
      switch random.next() % 24 {
      case 0: terminal.tell("print 日本 tick \u{1B}[2J")
      case 1: terminal.tell("prompt p\(random.next() % 100)> ")
      case 2: terminal.resize(columns: 5 + Int(random.next() % 90), rows: 2 + Int(random.next() % 30))
      case 3: terminal.signal(SIGINT)
      default: break
      }
    }
    terminal.resize(columns: 80, rows: 24)
    terminal.tell("print still here")
    #expect(
      terminal.waits { _ in terminal.hasWritten("still here") }, "seed \(seed), \(terminal.screen.lines)")
    terminal.signal(SIGTERM)
    #expect(terminal.waitForExit() == .status(143), "seed \(seed)")
    #expect(terminal.settings == terminal.settingsBefore, "seed \(seed)")
  }
}
