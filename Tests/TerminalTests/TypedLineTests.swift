import Testing
import TouchpointTesting

@Suite struct `The typed line` {
  @Test func `is handed over on Enter`() throws {
    let terminal = try Stage.open()
    terminal.send("hello there\r")
    #expect(
      terminal.waits { $0.filledLines == ["ready", "you> hello there", "line[hello there]", "you>"] })
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

  @Test func `stays intact over several rows, with wide characters, and the cursor on the first row`() throws
  {
    let terminal = try Stage.open(columns: 20)
    let typed = "お待たせして申し訳ございません、小包は明日届きます"
    terminal.send(typed)
    let rows = ["you> お待たせして申", "し訳ございません、小", "包は明日届きます"]
    #expect(terminal.waits { $0.filledLines == ["ready"] + rows })
    terminal.send("\u{1}\u{1B}[C")  // to the start, one right
    #expect(terminal.waits { $0.cursor == .init(row: 1, column: 7) })
    terminal.tell("print まだですか。")
    #expect(terminal.waits { $0.filledLines == ["ready", "まだですか。"] + rows })
    #expect(terminal.waits { $0.cursor == .init(row: 2, column: 7) })
    terminal.send("!\r")
    #expect(terminal.waits { $0.text.contains("line[お!待た") })
  }

  @Test func `stays intact at the bottom of the screen, where everything scrolls`() throws {
    let terminal = try Stage.open(columns: 30, rows: 6)
    for number in 1...10 { terminal.tell("print tick \(number)") }
    #expect(terminal.waits(for: "tick 10"))
    terminal.send(String(repeating: "wrapping words ", count: 5))
    #expect(terminal.waits { $0.lines.last?.hasSuffix("wrapping words") ?? false })
    terminal.tell("print tock")
    #expect(
      terminal.waits {
        $0.lines.suffix(4) == [
          "tock", "you> wrapping words wrapping w", "ords wrapping words wrapping w", "ords wrapping words",
        ]
      })
    #expect(terminal.screen.scrolledOff.contains("tick 6"))
  }

  @Test func `fits a window made narrower, and then wider`() throws {
    let terminal = try Stage.open(columns: 60)
    let typed = "I am sorry that your parcel is late, let me look at that now"
    terminal.send(typed)
    #expect(terminal.waits { $0.filledLines.last == "t now" })
    terminal.resize(columns: 45, rows: 24)
    #expect(terminal.waits(for: "resized 45x24"))
    let narrow = ["you> I am sorry that your parcel is late, let", "me look at that now"]
    #expect(terminal.waits { $0.filledLines.suffix(2).map { String($0.drop { $0 == " " }) } == narrow })
    terminal.resize(columns: 100, rows: 24)
    #expect(terminal.waits(for: "resized 100x24"))
    #expect(terminal.waits { $0.filledLines.last == "you> " + typed })
    terminal.send("\r")
    #expect(terminal.waits(for: "line[\(typed)]"))
  }

  @Test func `keeps its words when the prompt changes`() throws {
    let terminal = try Stage.open()
    terminal.send("half a sen\u{1B}[D\u{1B}[D")
    terminal.tell("prompt on hold 00:12> ")
    #expect(terminal.waits { $0.filledLines == ["ready", "on hold 00:12> half a sen"] })
    #expect(terminal.waits { $0.cursor.column == 23 })
    terminal.send("X\r")
    #expect(terminal.waits(for: "line[half a sXen]"))
  }

  @Test func `is edited by the keys people know`() throws {
    let terminal = try Stage.open()
    terminal.send("one two three\u{17}\u{17}")  // Ctrl-W twice
    terminal.send("four\u{1}zero \u{5} five\u{15}\u{19}\r")  // Ctrl-A, Ctrl-E, Ctrl-U, Ctrl-Y
    #expect(terminal.waits(for: "line[zero one four five]"))
  }

  @Test func `waits at a narrow window too`() throws {
    let terminal = try Stage.open(columns: 12, rows: 4)
    terminal.send("a longer line than fits")
    #expect(terminal.waits { $0.cursorLine == "fits" })
    terminal.tell("print something long as well")
    #expect(terminal.waits { $0.text.contains("ng as well") && $0.cursorLine == "fits" })
    terminal.send("\r")
    #expect(
      terminal.waits {
        $0.scrolledOff + $0.filledLines.dropLast() == [
          "ready", "something lo", "ng as well", "you> a longe", "r line than", "fits", "line[a longe",
          "r line than", "fits]",
        ]
      })
  }

  @Test func `has its colours without losing its place`() throws {
    let terminal = try Stage.open(["--color", "always"])
    terminal.send("abc")
    terminal.tell("print hello")
    #expect(terminal.waits { $0.filledLines == ["ready", "hello", "you> abc"] && $0.cursor.column == 8 })
    #expect(terminal.waits(forBytes: Array("\u{1B}[36mhello\u{1B}[0m".utf8)))
  }
}
