import Terminal
import Testing

@Suite struct `Colour` {
  private static let terminal = ["TERM": "xterm"]

  @Test(
    arguments: [
      ([:], true, true), ([:], false, false),
      (["NO_COLOR": "1"], true, false), (["NO_COLOR": ""], true, true),
      (["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], true, false),
      (["CLICOLOR_FORCE": "1"], false, true), (["CLICOLOR_FORCE": "0"], false, false),
      (["CLICOLOR_FORCE": "1", "CLICOLOR": "0"], true, true),
      (["CLICOLOR": "0"], true, false), (["CLICOLOR": "1"], true, true), (["CLICOLOR": "1"], false, false),
      (["TERM": "dumb"], true, false), (["TERM": ""], true, false),
      (["TERM": "nosuchterm"], true, false), (["TERM": "xterm-kitty"], true, true),
      (["TERM": "dumb", "CLICOLOR_FORCE": "1"], true, true),
    ] as [([String: String], Bool, Bool)])
  func `goes by the environment`(changes: [String: String], isTerminal: Bool, expected: Bool) {
    let environment = Self.terminal.merging(changes) { $1 }
    #expect(ColourChoice.auto.allowsColour(isTerminal: isTerminal, environment: environment) == expected)
    #expect(ColourChoice.always.allowsColour(isTerminal: isTerminal, environment: environment))
    #expect(!ColourChoice.never.allowsColour(isTerminal: isTerminal, environment: environment))
  }

  @Test func `is drawn with the user's own sixteen, one line at a time`() {
    let text = StyledText("a\n\nb", .customer) + StyledText(" c") + StyledText("d", .bad)
    #expect(
      Palette(usesColour: true).draw(text)
        == "\u{1B}[36ma\u{1B}[0m\n\n\u{1B}[36mb\u{1B}[0m c\u{1B}[1;33md\u{1B}[0m")
    #expect(Palette.plain.draw(text) == "a\n\nb cd")
  }

  @Test func `tells every style from every other`() {
    let palette = Palette(usesColour: true)
    let drawn = Style.allCases.map { palette.draw(StyledText("x", $0)) }
    #expect(Set(drawn).count == Style.allCases.count)
  }

  @Test func `cannot be smuggled in with the words`() {
    #expect(Palette(usesColour: true).draw("\u{1B}[31mred") == "\\u{1B}[31mred")
  }
}

@Suite struct `Styled text` {
  @Test func `joins neighbours of one style and drops empty runs`() {
    let text = StyledText(runs: [.init("a", .you), .init("b", .you), .init("", .bad), .init("c")])
    #expect(text.runs == [.init("ab", .you), .init("c")])
    #expect(text.plain == "abc")
    #expect(StyledText("").isEmpty)
    #expect(StyledText.joined(["a", "b", "c"], separator: ", ") == "a, b, c")
    #expect(StyledText.joined([], separator: ", ") == "")
  }
}

@Suite struct `The locale` {
  @Test(
    arguments: [
      ([:], .ascii), (["LANG": "C"], .ascii), (["LANG": "POSIX"], .ascii),
      (["LANG": "en_GB.UTF-8"], .unicode),
      (["LANG": "C.utf8"], .unicode), (["LANG": "de_DE.UTF-8@euro"], .unicode),
      (["LANG": "de_DE.ISO-8859-1"], .ascii),
      (["LANG": "en_GB.UTF-8", "LC_ALL": "C"], .ascii), (["LC_CTYPE": "C.UTF-8", "LANG": "C"], .unicode),
      (["LC_ALL": "", "LANG": "C.UTF-8"], .unicode), (["LANG": "utf-8"], .ascii),
    ] as [([String: String], Drawing)])
  func `says what can be drawn`(environment: [String: String], drawing: Drawing) {
    #expect(Drawing(environment: environment) == drawing)
  }
}

@Suite struct `The window's size` {
  @Test func `comes from the environment where there is no terminal, else is 80 by 24`() {
    let size = { TerminalSize.current(descriptors: [], environment: $0) }
    #expect(size(["COLUMNS": "40", "LINES": "12"]) == TerminalSize(columns: 40, rows: 12))
    #expect(size([:]) == TerminalSize(columns: 80, rows: 24))
    for wrong in ["0", "-3", "x", "", "99999999999999999999"] {
      #expect(size(["COLUMNS": wrong]) == .usual)
    }
    #expect(TerminalSize(columns: 0, rows: -1) == TerminalSize(columns: 1, rows: 1))
  }
}
