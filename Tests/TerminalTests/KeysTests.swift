import Glibc
import Testing
import TouchpointTesting

@Suite struct `Keys that stop things` {
  @Test func `are told of while a line is typed, and not before`() throws {
    let terminal = try Stage.open(["--keys"])
    #expect(terminal.waits(for: "ready"))
    terminal.send("\u{1}a")
    #expect(terminal.waits { $0.filledLines == ["ready", "key", "you> a"] })
    terminal.send("b")
    #expect(terminal.waits { $0.filledLines == ["ready", "key", "key", "you> ab"] })
  }

  @Test func `Ctrl-C leaves a typed line behind and says there was one`() throws {
    let terminal = try Stage.open()
    terminal.send("never mind")
    #expect(terminal.waits { $0.cursorLine == "you> never mind" })
    terminal.send("\u{3}")
    #expect(terminal.waits(for: "interrupt on text"))
    #expect(
      terminal.waits { $0.filledLines == ["ready", "you> never mind^C", "interrupt on text", "you>"] })
    terminal.send("next\r")
    #expect(terminal.waits(for: "line[next]"))
  }

  @Test func `Ctrl-C on an empty line says so`() throws {
    let terminal = try Stage.open()
    terminal.send("\u{3}")
    #expect(terminal.waits(for: "interrupt on empty"))
    #expect(terminal.waits { $0.cursorLine == "you>" })
  }

  @Test func `Ctrl-C ends a history search and clears a wrapped line`() throws {
    let terminal = try Stage.open(columns: 30)
    terminal.send("first words\r")
    #expect(terminal.waits(for: "line[first words]"))
    terminal.send("\u{12}first")
    #expect(terminal.waits(for: "(reverse-i-search)`first'"))
    terminal.send("\u{3}")
    #expect(terminal.waits(for: "interrupt on text"))
    terminal.send(String(repeating: "long ", count: 15))
    #expect(terminal.waits { $0.cursor.column == 20 })
    terminal.send("\u{3}")
    #expect(terminal.waits { $0.filledLines.suffix(2) == ["interrupt on text", "you>"] })
    terminal.send("ok\r")
    #expect(terminal.waits(for: "line[ok]"))
  }

  @Test func `Ctrl-D on an empty line is the end of input, and the terminal is as before`() throws {
    let terminal = try PseudoTerminal(Stage.probe, environment: Stage.environment())
    #expect(terminal.waits(for: "you>"))
    #expect(!terminal.settings.isCooked)
    terminal.send("abc\u{1}\u{4}\u{B}")  // Ctrl-D in a line deletes; Ctrl-K the rest
    terminal.send("\u{4}")
    #expect(terminal.waits(for: "end of input"))
    #expect(terminal.waitForExit() == .status(0))
    #expect(terminal.settings == terminal.settingsBefore)
    #expect(!terminal.screen.marksPastes)
    #expect(terminal.screen.filledLines == ["ready", "you>", "end of input"])
  }

  @Test func `Ctrl-Z gives the shell its terminal, and fg brings the typed line back`() throws {
    let terminal = try PseudoTerminal(
      "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"],
      environment: Stage.environment(["PS1": "shell$ "]))
    #expect(terminal.waits { $0.cursorLine == "shell$" })
    let before = terminal.settings
    terminal.send(Stage.probe + "\n")
    #expect(terminal.waits { $0.cursorLine == "you>" })
    terminal.send("half a line")
    #expect(terminal.waits { $0.cursorLine == "you> half a line" })
    terminal.send("\u{1A}")
    #expect(terminal.waits { $0.text.contains("suspended") && $0.cursorLine == "shell$" })
    #expect(terminal.settings == before)
    #expect(!terminal.screen.marksPastes)
    terminal.send("echo in between\nfg\n")
    #expect(terminal.waits(for: "resumed"))
    #expect(terminal.waits { $0.cursorLine == "you> half a line" })
    terminal.send(" more\r")
    #expect(terminal.waits(for: "line[half a line more]"))
    terminal.send("quit\r")
    #expect(terminal.waits { $0.cursorLine == "shell$" })
    #expect(terminal.settings == before)
    terminal.send("exit\n")
    #expect(terminal.waitForExit() == .status(0))
  }

  @Test func `Ctrl-Z in the person's editor stops the editor and us, and fg goes on in the editor`() throws {
    let editor = try Stage.file("#!/bin/sh\necho editing; read words; echo \"$words\" > \"$1\"\n")
    let terminal = try PseudoTerminal(
      "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"],
      environment: Stage.environment(["PS1": "shell$ ", "VISUAL": editor]))
    #expect(terminal.waits { $0.cursorLine == "shell$" })
    terminal.send(Stage.probe + "\n")
    #expect(terminal.waits { $0.cursorLine == "you>" })
    terminal.send("words\u{18}\u{5}")
    #expect(terminal.waits(for: "editing"))
    terminal.send("\u{1A}")
    #expect(terminal.waits { $0.cursorLine == "shell$" })
    terminal.send("fg\n")
    #expect(terminal.waits { $0.cursor.column == 0 && $0.filledLines.last == Stage.probe })
    terminal.send("better words\n")
    #expect(terminal.waits { $0.cursorLine == "you> better words" })
    terminal.send("\r")
    #expect(terminal.waits(for: "line[better words]"))
  }

  @Test func `a stop from outside is survived too`() throws {
    let terminal = try Stage.open()
    terminal.send("words")
    #expect(terminal.waits { $0.cursorLine == "you> words" })
    terminal.signal(SIGSTOP)
    terminal.signal(SIGCONT)
    #expect(terminal.waits(for: "resumed"))
    terminal.send("!\r")
    #expect(terminal.waits(for: "line[words!]"))
  }

  @Test func `Ctrl-Z where no shell could wake us changes nothing`() throws {
    let terminal = try Stage.open()
    terminal.send("words")
    #expect(terminal.waits { $0.cursorLine == "you> words" })
    terminal.send("\u{1A}")
    #expect(terminal.waits(for: "resumed"))
    terminal.send("!\r")
    #expect(terminal.waits(for: "line[words!]"))
  }
}

@Suite struct `However it ends` {
  @Test func `a closed window is a hang-up, and the half-typed line is not sent`() throws {
    let log = try Stage.folder() + "/log"
    let terminal = try Stage.open(["--log", log])
    terminal.send("half a li")
    #expect(terminal.waits { $0.cursorLine == "you> half a li" })
    terminal.hangUp()
    #expect(terminal.waitForExit() == .status(129))
    #expect(Stage.read(log) == "ready\nhangup\n")
  }

  @Test(arguments: [[], ["--plain"]])
  func `a window closed is told by shell and kernel, and the second word cuts nothing short`(_ mode: [String])
    throws
  {
    let log = try Stage.folder() + "/log"
    let terminal = try Stage.open(["--log", log, "--hung-up-twice"] + mode)
    terminal.hangUp()
    #expect(terminal.waitForExit() == .status(129))
    #expect(Stage.read(log) == "ready\nhangup\n")
  }

  @Test func `SIGTERM is heard, and the terminal is as before`() throws {
    let terminal = try Stage.open()
    terminal.send("words")
    #expect(terminal.waits { $0.cursorLine == "you> words" })
    terminal.signal(SIGTERM)
    #expect(terminal.waitForExit() == .status(143))
    #expect(terminal.screen.filledLines == ["ready", "terminated"])
    #expect(terminal.settings == terminal.settingsBefore)
  }

  @Test func `SIGHUP alone is a hang-up`() throws {
    let terminal = try Stage.open()
    terminal.signal(SIGHUP)
    #expect(terminal.waitForExit() == .status(129))
    #expect(terminal.settings.isCooked)
  }

  @Test(arguments: [
    ("trap", [SIGILL, SIGTRAP]), ("segfault", [SIGSEGV]), ("abort", [SIGABRT]),
  ])
  func `a crash gives the terminal back before it kills`(order: String, signals: [Int32]) throws {
    let terminal = try Stage.open()
    terminal.send("half a line")
    #expect(terminal.waits { $0.cursorLine == "you> half a line" })
    terminal.tell(order)
    let exit = terminal.waitForExit()
    #expect(signals.contains { exit == .signal($0) })
    #expect(terminal.settings == terminal.settingsBefore)
    #expect(!terminal.screen.marksPastes)
  }

  @Test func `the quit key gives the terminal back too`() throws {
    let terminal = try Stage.open()
    terminal.send("\u{1C}")
    #expect(terminal.waitForExit() == .signal(SIGQUIT))
    #expect(terminal.settings == terminal.settingsBefore)
  }

  @Test func `an exit in the middle of everything gives the terminal back`() throws {
    let terminal = try Stage.open()
    terminal.send("half a line")
    terminal.tell("exit")
    #expect(terminal.waitForExit() == .status(7))
    #expect(terminal.settings == terminal.settingsBefore)
    #expect(!terminal.screen.marksPastes)
  }
}
