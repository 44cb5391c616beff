import Testing
import TouchpointTesting

@Suite struct `The person's own settings` {
  @Test func `vi mode from an inputrc, with a condition on our name`() throws {
    let inputrc = try Stage.file("$if touchpoint\nset editing-mode vi\n$endif\nset keyseq-timeout 50\n")
    let terminal = try Stage.open(environment: ["INPUTRC": inputrc])
    terminal.send("hello world\u{1B}")
    #expect(terminal.waits { $0.cursor.column == 15 })
    terminal.send("0x")
    #expect(terminal.waits { $0.cursorLine == "you> ello world" && $0.cursor.column == 5 })
    terminal.tell("print above")
    #expect(
      terminal.waits { $0.filledLines == ["ready", "above", "you> ello world"] && $0.cursor.column == 5 })
    terminal.send("dwiX\r")
    #expect(terminal.waits(for: "line[Xworld]"))
  }

  @Test func `a full line still takes vi's commands`() throws {
    let inputrc = try Stage.file("set editing-mode vi\nset keyseq-timeout 50\n")
    let terminal = try Stage.open(environment: ["INPUTRC": inputrc])
    terminal.send(String(repeating: "a", count: 70_000) + "\u{1B}")
    #expect(terminal.waits { $0.cursor.column > 5 })
    terminal.send("dd")
    terminal.send("iok\r")
    #expect(terminal.waits(for: "line[ok]"))
  }

  @Test func `Ctrl-X Ctrl-E edits the line in the editor and brings it back to look at`() throws {
    let editor = try Stage.file(
      "#!/bin/sh\nprintf 'and %s\\nmore\\n' \"$(cat \"$1\")\" > \"$1.new\"; mv \"$1.new\" \"$1\"\n")
    let terminal = try Stage.open(environment: ["VISUAL": editor])
    terminal.send("words\u{18}\u{5}")
    #expect(terminal.waits { $0.filledLines.suffix(2) == ["you> and words", "more"] })
    terminal.send("!\r")
    #expect(terminal.waits(for: "line[and words\nmore!]"))
  }

  @Test func `an editor that fails leaves the line as it was`() throws {
    let terminal = try Stage.open(environment: ["EDITOR": "false"])
    terminal.send("words\u{18}\u{5}")
    #expect(terminal.waits(for: "cannot edit with 'false'"))
    #expect(terminal.waits { $0.cursorLine == "you> words" })
    terminal.send("\r")
    #expect(terminal.waits(for: "line[words]"))
  }

  @Test func `a locale that is not UTF-8 can still type accents`() throws {
    let terminal = try Stage.open(environment: ["LANG": "", "LC_ALL": "C"])
    terminal.send("naïve café 日本\u{8}\u{8}\u{8}\r")
    #expect(terminal.waits(for: "line[naïve café]"))
  }
}
