import Testing
import TouchpointTesting

@Suite struct `Tab` {
  @Test func `completes the only word that fits`() throws {
    let terminal = try Stage.open()
    terminal.send("/or\t")
    #expect(terminal.waits { $0.cursorLine == "you> /orders" && $0.cursor.column == 13 })
    terminal.send("now\r")
    #expect(terminal.waits(for: "line[/orders now]"))
  }

  @Test func `lists several with what they mean, and keeps the line`() throws {
    let terminal = try Stage.open()
    terminal.send("/h\t")
    #expect(
      terminal.waits {
        $0.filledLines == [
          "ready", "you> /h", "/help  show what can be typed", "/hold  put the customer on hold", "you> /h",
        ]
      })
    terminal.send("o\t\r")
    #expect(terminal.waits(for: "line[/hold ]"))
  }

  @Test func `goes as far as all words agree`() throws {
    let terminal = try Stage.open()
    terminal.send("say al\t")
    #expect(terminal.waits { $0.cursorLine == "you> say alp" && $0.text.contains("alpha") })
    terminal.send("i\t\r")
    #expect(terminal.waits(for: "line[say alpine ]"))
  }

  @Test func `knows where the cursor is, in characters, also in mid-line`() throws {
    let terminal = try Stage.open()
    terminal.send("äöü at end\u{1B}b\u{1B}[D\t")  // the cursor stands after "at"
    #expect(terminal.waits { $0.cursorLine.hasPrefix("you> äöü at-6") })
  }

  @Test func `completes words with accents`() throws {
    let terminal = try Stage.open()
    terminal.send("übe\t\r")
    #expect(terminal.waits(for: "line[übermorgen ]"))
  }

  @Test func `changes nothing when nothing fits`() throws {
    let terminal = try Stage.open()
    terminal.send("xyz\tq\r")
    #expect(terminal.waits(for: "line[xyzq]"))
  }

  @Test func `lists no more than the screen holds`() throws {
    let terminal = try Stage.open(columns: 40, rows: 6)
    terminal.send("\t")
    #expect(
      terminal.waits {
        $0.lines.suffix(4) == [
          "/help  show what can be typed", "/hold  put the customer on hold", "and 5 more", "you>",
        ]
      })
  }
}

@Suite struct `Remembered lines` {
  @Test func `come back with the up arrow and with Ctrl-R`() throws {
    let terminal = try Stage.open()
    for line in ["first line", "second line"] {
      terminal.send(line + "\r")
      #expect(terminal.waits(for: "line[\(line)]"))
    }
    terminal.send("\u{1B}[A\u{1B}[A")
    #expect(terminal.waits { $0.cursorLine == "you> first line" })
    terminal.send("\u{5}!\r")
    #expect(terminal.waits(for: "line[first line!]"))
    terminal.send("\u{12}second")
    #expect(terminal.waits { $0.cursorLine.hasPrefix("(reverse-i-search)`second': second line") })
    terminal.tell("print a word in between")
    #expect(terminal.waits { $0.filledLines.suffix(2).first == "a word in between" })
    terminal.send("\r")
    #expect(terminal.waits { $0.filledLines.suffix(2) == ["line[second line]", "you>"] })
  }

  @Test func `are kept in a file for their owner, one entry a line, and come back from it`() throws {
    let path = try Stage.folder() + "/history"
    let first = try Stage.open()
    first.send("\u{1B}[200~two\rlines\u{1B}[201~\r")
    #expect(first.waits(for: "line[two"))
    first.send("same\r")
    first.send("same\r")
    #expect(first.waits { $0.filledLines.suffix(2) == ["line[same]", "you>"] })
    first.tell("save " + path)
    #expect(first.waits(for: "done"))
    #expect(Stage.read(path) == "two lines\nsame\n")
    #expect(Stage.mode(path) == 0o600)
    let second = try Stage.open()
    second.tell("load " + path)
    #expect(second.waits(for: "done"))
    second.send("\u{1B}[A\u{1B}[A")
    #expect(second.waits { $0.cursorLine == "you> two lines" })
  }

  @Test func `in a folder that is not there are a typed failure, and the talk goes on`() throws {
    let terminal = try Stage.open()
    terminal.tell("save /nonexistent/history")
    #expect(terminal.waits(for: "cannot write the history '/nonexistent/history': No such file or directory"))
    terminal.send("on\r")
    #expect(terminal.waits(for: "line[on]"))
  }
}
