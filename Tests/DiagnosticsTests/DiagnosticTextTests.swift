import Diagnostics
import Testing

/// The first place of some words in a text, as a span.
func span(of words: String, in source: SourceFile, skipping: Int = 0) -> Span {
  let text = Array(source.text.utf8)
  let wanted = Array(words.utf8)
  var left = skipping
  for start in text.indices where text[start...].starts(with: wanted) {
    if left == 0 { return source.span(start, start + wanted.count) }
    left -= 1
  }
  return source.span(0, 0)
}

private let code = DiagnosticCode("S201", "unknown-beat")

private func drawn(
  _ text: String, _ words: String, label: String = "no such beat", others: [(String, String)] = [],
  help: String? = nil, fix: Fix? = nil, width: Int = 80
) -> String {
  let source = SourceFile(path: "a.yaml", text: text)
  let diagnostic = Diagnostic(
    code, .error, "no beat named 'x'",
    at: Label(file: "a.yaml", span: span(of: words, in: source), text: label),
    others: others.map { Label(file: "a.yaml", span: span(of: $0.0, in: source), text: $0.1) },
    help: help, fix: fix)
  return DiagnosticText(source, width: width).text(diagnostic).plain
}

@Suite struct `Diagnostic text` {
  @Test func `draws message, place, line, carets and help`() {
    let expected = """
      error: no beat named 'x' [S201 unknown-beat]
       --> a.yaml:2:5
      2 | go: apologise
        |     ^^^^^^^^^ no such beat
        = help: did you mean 'apologize' (line 12)?

      """
    #expect(
      drawn("beat:\ngo: apologise\n", "apologise", help: "did you mean 'apologize' (line 12)?") == expected)
  }

  @Test func `draws several labels, also on one line`() {
    let expected = """
      error: no beat named 'x' [S201 unknown-beat]
       --> a.yaml:1:13
      1 | one two and three
        | --- ---     ^^^^^ here
        | |   second
        | first
       ...
      4 | five
        | ---- later

      """
    let text = drawn(
      "one two and three\nx\ny\nfive\n", "three", label: "here",
      others: [("one", "first"), ("two", "second"), ("five", "later")])
    #expect(text == expected)
  }

  @Test func `keeps carets under tabs, wide and combining characters`() {
    let expected = """
      error: no beat named 'x' [S201 unknown-beat]
       --> a.yaml:1:9
      1 |     \u{65E5}\u{672C} e\u{301}\u{1F600} go
        |              ^^ no such beat

      """
    #expect(
      drawn("\t\u{65E5}\u{672C} e\u{301}\u{1F600} go\n", "go") == expected)
  }

  @Test func `shows control characters as escapes and keeps the carets right`() {
    let text = drawn("a\u{1B}[31mred\u{202E} go\n", "go")
    #expect(text.contains("1 | a\\u{1B}[31mred\\u{202E} go\n  |                        ^^ no such beat\n"))
    #expect(!text.utf8.contains(0x1B))
  }

  @Test func `shows a long line around what matters`() {
    let long =
      String(repeating: "word ", count: 40) + "go: apologise " + String(repeating: "more ", count: 40)
    let lines = drawn(long, "apologise").split(separator: "\n").map(String.init)
    #expect(lines[2].hasPrefix("1 | ...") && lines[2].hasSuffix("..."))
    #expect(lines.allSatisfy { $0.count <= 80 })
    let caret = lines[3].firstIndex(of: "^").map { lines[3].distance(from: lines[3].startIndex, to: $0) } ?? 0
    #expect(lines[2].dropFirst(caret).hasPrefix("apologise"))
  }

  @Test func `shows the mended line of a fix`() {
    let source = SourceFile(path: "a.yaml", text: "beat:\ngo: apologise\n")
    let fix = Fix(
      "write 'apologize'", [Edit(file: "a.yaml", span: span(of: "apologise", in: source), text: "apologize")])
    let expected = """
        = mend: write 'apologize'
      2 + go: apologize

      """
    #expect(drawn(source.text, "apologise", fix: fix).hasSuffix(expected))
  }

  @Test func `points behind the last character of a line, and into an empty file`() {
    let source = SourceFile(path: "a.yaml", text: "ab")
    let end = Diagnostic(
      code, .warning, "m", at: Label(file: "a.yaml", span: source.span(2, 2), text: "here"))
    #expect(DiagnosticText(source).text(end).plain.hasSuffix("1 | ab\n  |   ^ here\n"))
    let empty = SourceFile(path: "e.yaml", text: "")
    let none = Diagnostic(code, .advice, "m", at: Label(file: "e.yaml", span: empty.span(0, 0)))
    #expect(
      DiagnosticText(empty).text(none).plain
        == "advice: m [S201 unknown-beat]\n --> e.yaml:1:1\n1 | \n  | ^\n")
  }

  @Test func `paints each piece by its role`() {
    let source = SourceFile(path: "a.yaml", text: "go")
    let one = Diagnostic(code, .error, "m", at: Label(file: "a.yaml", span: source.span(0, 2)))
    let painted = DiagnosticText(source).text(one).painted { text, role in
      role == .primary || role == .error ? "<\(text)>" : text
    }
    #expect(painted.hasPrefix("<error>: m"))
    #expect(painted.hasSuffix("<^^>\n"))
  }
}

@Suite struct `A trainee's reply` {
  @Test func `is drawn with what earned and what lost points`() {
    let reply = "I'm sorry you were charged twice, you will have it by Friday."
    let source = SourceFile(path: "reply", text: reply)
    let marks = [
      Underline(span(of: "by Friday", in: source), .lost),
      Underline(span(of: "I'm sorry", in: source), .earned),
    ]
    let expected = """
      turn 3 | I'm sorry you were charged twice, you will have it by Friday.
             | ^^^^^^^^^                                          ~~~~~~~~~

      """
    #expect(AnnotatedText.reply(reply, name: "turn 3", marks: marks).plain == expected)
  }

  @Test func `goes on on further lines when it is long, its strokes with it`() {
    let reply = "one two three four five six seven eight nine ten eleven twelve"
    let source = SourceFile(path: "reply", text: reply)
    let marks = [Underline(span(of: "seven eight", in: source), .earned, "good")]
    let expected = """
      turn 3 | one two three four five six
             | seven eight nine ten eleven
             | ^^^^^^^^^^^ good
             | twelve

      """
    #expect(AnnotatedText.reply(reply, name: "turn 3", marks: marks, width: 40).plain == expected)
  }

  @Test func `of more than a few lines is shown where its strokes are`() {
    let reply = "Dear Ines,\n\nI am sorry.\n\nYour set waits in Lyon.\n\nKind regards,\nRobin"
    let source = SourceFile(path: "reply", text: reply)
    let marks = [
      Underline(span(of: "sorry", in: source), .earned), Underline(span(of: "Robin", in: source), .earned),
    ]
    let expected = """
      turn 3 | ...
             | I am sorry.
             |      ^^^^^
             | ...
             | Robin
             | ^^^^^

      """
    #expect(AnnotatedText.reply(reply, name: "turn 3", marks: marks).plain == expected)
    #expect(AnnotatedText.reply(reply, name: "turn 3", marks: []).plain.contains("Your set waits"))
  }

  @Test func `shows overlapping strokes on rows of their own`() {
    let source = SourceFile(path: "reply", text: "so very sorry")
    let marks = [
      Underline(span(of: "very sorry", in: source), .earned, "intense"),
      Underline(span(of: "sorry", in: source), .lost, "late"),
    ]
    let expected = """
      t | so very sorry
        |    ^^^^^^^^^^ intense
        |         ~~~~~ late

      """
    #expect(AnnotatedText.reply("so very sorry", name: "t", marks: marks).plain == expected)
  }
}
