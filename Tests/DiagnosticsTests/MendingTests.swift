import Diagnostics
import Testing

@Suite struct `Mending a text` {
  private let source = SourceFile(path: "a", text: "one two three")

  private func edit(_ start: Int, _ end: Int, _ text: String) -> Edit {
    Edit(file: "a", span: source.span(start, end), text: text)
  }

  @Test func `applies edits in any order`() {
    #expect(Mending.apply([edit(8, 13, "3"), edit(0, 3, "1"), edit(3, 3, "!")], to: source) == "1! two 3")
  }

  @Test func `leaves out an edit that overlaps an earlier one`() {
    #expect(Mending.apply([edit(0, 5, "X"), edit(4, 7, "Y")], to: source) == "Xwo three")
  }

  @Test func `takes only fixes that are certain, and whole ones`() {
    func found(_ edits: [Edit], _ certainty: Fix.Certainty) -> Diagnostic {
      Diagnostic(
        DiagnosticCode("S1", "x"), .error, "m", at: Label(file: "a", span: source.span(0, 1)),
        fix: Fix("f", edits, certainty: certainty))
    }
    let all = [
      found([edit(0, 3, "1")], .certain), found([edit(4, 7, "2")], .suggested),
      found([edit(0, 1, "X"), edit(8, 13, "Y")], .certain),
    ]
    #expect(Mending.applyCertain(all, to: source) == "1 two three")
  }
}

@Suite struct `The closest name` {
  @Test(arguments: [
    ("apologize", "apologise"), ("aplogise", "apologise"), ("apolgoise", "apologise"), ("Trust", "trust"),
    ("not-like", "not_like"), ("tilte", "title"), ("abuot", "about"),
  ]) func `is found across a slip or two`(_ name: String, _ meant: String) {
    #expect(closest(to: name, in: ["trust", "apologise", "title", "not_like", "about", "goal"]) == meant)
  }

  @Test(arguments: ["refund", "x", "", "apolo", String(repeating: "a", count: 5_000)])
  func `is none where nothing is near`(_ name: String) {
    #expect(closest(to: name, in: ["trust", "apologise", "title"]) == nil)
  }

  @Test func `is not the name itself`() {
    #expect(closest(to: "title", in: ["title"]) == nil)
  }
}

@Suite struct `Diagnostics as JSON` {
  @Test func `hold every member, lines and columns from 1`() {
    let source = SourceFile(path: "a.yaml", text: "x: \u{E9}\u{E9} y\n")
    let place = source.span(5, 7)
    let all = [
      Diagnostic(
        DiagnosticCode("S101", "tab"), .error, "say \"no\"\n", at: Label(file: "a.yaml", span: place),
        help: "h\u{1B}\u{202E}\\",
        fix: Fix("f", [Edit(file: "a.yaml", span: place, text: "\t\u{1F600}")])),
      Diagnostic(DiagnosticCode("S102", "odd"), .advice, "m", at: Label(file: "a.yaml", span: place)),
    ]
    let expected =
      #"{"diagnostics":[{"code":"S101","name":"tab","severity":"error","file":"a.yaml","line":1,"column":5,"#
      + #""endLine":1,"endColumn":6,"message":"say \"no\"\n","help":"h\u001b\u202e\\","fix":{"title":"f","#
      + #""edits":[{"line":1,"column":5,"endLine":1,"endColumn":6,"text":"\t"# + "\u{1F600}" + #""}]}},"#
      + #"{"code":"S102","name":"odd","severity":"advice","file":"a.yaml","line":1,"column":5,"#
      + #""endLine":1,"endColumn":6,"message":"m","help":null,"fix":null}]}"#
    #expect(DiagnosticsJSON.text(for: all) == expected)
  }

  @Test func `are an empty list when there are none`() {
    #expect(DiagnosticsJSON.text(for: []) == #"{"diagnostics":[]}"#)
  }

  @Test func `write a tag character as two escapes`() {
    #expect(JSONText.text("\u{E0041}").line == #""\udb40\udc41""#)
  }
}
