import Testing
import TouchpointTesting

@Suite(.serialized) struct `The typed line` {
  @Test func `is handed over on Enter`() throws {
    let terminal = try Stage.open()
    terminal.send("hello there\r")
    #expect(terminal.waits(for: "line[hello there]"))
    #expect(terminal.screen.filledLines == ["ready", "you> hello there", "line[hello there]", "you>"])
  }

  @Test func `stays intact when text is printed above, with the cursor in mid-line`() throws {
    let terminal = try Stage.open()
    terminal.send("hello world\u{1B}b")  // Alt-B: back a word
    #expect(terminal.waits { $0.cursorLine == "you> hello world" && $0.cursor.column == 11 })
    terminal.tell("print Anyone there?")
    #expect(terminal.waits { $0.filledLines == ["ready", "Anyone there?", "you> hello world"] })
    #expect(terminal.waits { $0.cursor == .init(row: 2, column: 11) })
    terminal.send("big \r")
    #expect(terminal.waits(for: "line[hello big world]"))
  }
}
