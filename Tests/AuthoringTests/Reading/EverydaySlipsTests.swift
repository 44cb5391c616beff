import Authoring
import Diagnostics
import Testing

/// One slip: what is written below a pack's header, and every finding as `line:column code`.
struct Slip: CustomTestStringConvertible, Sendable {
  var name: String
  var lines: String
  var found: [String]
  var mended: String?

  init(_ name: String, _ lines: String, _ found: [String], mended: String? = nil) {
    self.name = name
    self.lines = lines
    self.found = found
    self.mended = mended
  }

  var testDescription: String { name }

  /// The header is three lines long: the slip begins on line 4.
  static let header = "format: service-pack 1\nid: shop\ntitle: Shop\n"
}

private let unspoilt: [Slip] = [
  Slip("a comment behind two blanks", "about: Toys  # and more\n", []),
  Slip("an apostrophe inside", "about: It's ours, isn't it?\n", []),
  Slip("a list under its key, dashes at the key's column", "uses:\n- packs/a\n- packs/b\n", []),
  Slip("one blank of indentation", "knowledge:\n KB-1: Be kind.\n KB-2: Be brief.\n", []),
  Slip("a list over several lines", "uses: [\n  packs/a,  # first\n  packs/b,\n]\n", []),
  Slip(
    "braces over several lines",
    "policy:\n  refund: {limit: 40 EUR,\n    say: Hello there\n      and good day}\n", []),
  Slip("a comma in a text in braces", "policy:\n  hold: {say: One moment, please, limit: 2m}\n", []),
  Slip("a block of text", "about: |\n  # one\n   two: {\n\n  three\nuses: []\n", []),
  Slip("keys with blanks around the colon", "about : Toys\n", []),
  Slip("a quoted key", "\"about\": Toys\n", []),
  Slip("lines that end as on Windows", "about: |\r\n  Toys\r\nuses: []\r\n", []),
  Slip("a remark behind a key alone", "moves: # all of them\n  greet:\n    like: [hello]\n", []),
]

private let slips: [Slip] = [
  Slip("Norway", "knowledge: {NO: no}\n", ["4:13 S107", "4:17 S107"]),
  Slip("octal", "knowledge:\n  KB-1: 0123456\n", ["5:9 S107"], mended: "knowledge:\n  KB-1: \"0123456\"\n"),
  Slip("sexagesimal", "about: 12:30\n", ["4:8 S107"]),
  Slip("null", "about: ~\n", ["4:8 S107"]),
  Slip("a trailing nought", "about: 1.10\n", ["4:8 S107"]),
  Slip(
    "a colon in a text", "about: Toys: all kinds\n", ["4:12 S107"], mended: "about: \"Toys: all kinds\"\n"),
  Slip(
    "a number sign in a text", "about: My order #4412 is late\n", ["4:17 S108"],
    mended: "about: \"My order #4412 is late\"\n"),
  Slip(
    "a number sign at the start", "about: #4412 is late\n", ["4:8 S108"], mended: "about: \"#4412 is late\"\n"
  ),
  Slip("an at sign", "about: @shop\n", ["4:8 S109"], mended: "about: \"@shop\"\n"),
  Slip("a per cent sign", "about: %off\n", ["4:8 S109"]),
  Slip("an asterisk", "about: *sighs*\n", ["4:8 S109"]),
  Slip("an ampersand", "about: & more\n", ["4:8 S109"]),
  Slip("an exclamation mark", "about: !!!\n", ["4:8 S109"]),
  Slip("a bracket", "about: [sighs] Toys\n", ["4:8 S109"]),
  Slip("a question mark", "about: ? really\n", ["4:8 S109"]),
  Slip("a question mark in a list", "uses: [?a]\n", ["4:8 S109"], mended: "uses: [\"?a\"]\n"),
  Slip("a dash", "about: - toys\n", ["4:8 S109"]),
  Slip(
    "an apostrophe at the start", "about: 'tis the season\n", ["4:8 S109"],
    mended: "about: \"'tis the season\"\n"),
  Slip(
    "a placeholder at the start", "about: {company} sells toys\n", ["4:8 S109"],
    mended: "about: \"{company} sells toys\"\n"),
  Slip(
    "quotes around the first words", "about: \"Toys\" we call them\n", ["4:8 S109"],
    mended: "about: \"\\\"Toys\\\" we call them\"\n"),
  Slip(
    "a tab", "moves:\n\tgreet:\n\t\tlike: [hello]\n", ["5:1 S101", "6:1 S101"],
    mended: "moves:\n  greet:\n    like: [hello]\n"),
  Slip("a non-breaking blank", "about:\u{A0}Toys\n", ["4:7 S102"], mended: "about: Toys\n"),
  Slip(
    "a non-breaking blank in the indentation", "moves:\n\u{A0}\u{A0}greet:\n    like: [hello]\n",
    ["5:1 S102"],
    mended: "moves:\n  greet:\n    like: [hello]\n"),
  Slip("an escape character", "about: a\u{1B}[31mb\n", ["4:9 S102"], mended: "about: a[31mb\n"),
  Slip("a direction character", "about: a\u{202E}b\n", ["4:9 S102"]),
  Slip("one blank off", "moves:\n  greet:\n    like: [hello]\n   guided: Hello.\n", ["7:4 S103"]),
  Slip("one blank too many", "moves:\n  greet:\n    like: [hello]\n     guided: Hello.\n", ["7:6 S103"]),
  Slip("two blanks too many", "moves:\n  greet:\n    like: [hello]\n      guided: Hello.\n", ["7:7 S104"]),
  Slip("a child under a value", "moves:\n  greet: hello\n    like: [hello]\n", ["6:5 S104"]),
  Slip("a text going on below", "about: Toys\n  and games\n", ["5:3 S104"]),
  Slip(
    "an item going on below", "moves:\n  greet:\n    like:\n      - good\n        morning\n", ["8:9 S104"]),
  Slip("no blank behind a colon", "about:Toys\n", ["4:6 S105"], mended: "about: Toys\n"),
  Slip(
    "no blank behind a colon in braces", "policy:\n  refund: {limit:40 EUR}\n", ["5:17 S105"],
    mended: "policy:\n  refund: {limit: 40 EUR}\n"),
  Slip(
    "no blank behind a dash", "uses:\n  - packs/a\n  -packs/b\n", ["6:3 S105"],
    mended: "uses:\n  - packs/a\n  - packs/b\n"),
  Slip("no blank behind the first dash", "uses:\n  -packs/a\n", ["5:3 S105"], mended: "uses:\n  - packs/a\n"),
  Slip("no colon", "about Toys\n", ["4:1 S105"], mended: "about: Toys\n"),
  Slip("a repeated key", "about: Toys\nabout: Games\n", ["5:1 S106"]),
  Slip("an unclosed quote", "about: \"Toys\nuses: []\n", ["4:8 S110"]),
  Slip("an unclosed quote in a list", "uses: [\"packs/a, packs/b]\n", ["4:8 S110"]),
  Slip("an unclosed bracket", "uses: [packs/a, packs/b\nabout: Toys\n", ["4:7 S110"]),
  Slip("a bracket closed by a brace", "uses: [packs/a}\n", ["4:7 S110"]),
  Slip("a forgotten comma", "uses: [\"packs/a\" \"packs/b\"]\n", ["4:18 S110"]),
  Slip("curly quotes", "about: \u{201C}Toys\u{201D}\n", ["4:8 S111"], mended: "about: \"Toys\"\n"),
  Slip(
    "curly quotes in a list", "uses: [\u{201C}packs/a\u{201D}]\n", ["4:8 S111"],
    mended: "uses: [\"packs/a\"]\n"),
  Slip("carriage returns alone", "about: Toys\ruses: []\r", ["4:12 S112"], mended: "about: Toys\nuses: []\n"),
  Slip("two colons", "about:: Toys\n", ["4:6 S105"], mended: "about: Toys\n"),
  Slip("no words in quotes", "about: \"\"\n", ["4:8 S117"]),
  Slip(
    "a tab of unknown width", "moves:\n  greet:\n    like: [hello]\n\tguided: Hello.\n", ["7:1 S101"],
    mended: "moves:\n  greet:\n    like: [hello]\n    guided: Hello.\n"),
  Slip("an anchor", "uses: &all [packs/a]\n", ["4:7 S113"]),
  Slip("an alias", "policy: *all\n", ["4:9 S113"]),
  Slip("a tag", "uses: !!seq [packs/a]\n", ["4:7 S113"]),
  Slip("a merge key", "moves:\n  <<: all\n  greet:\n    like: [hello]\n", ["5:3 S113"]),
  Slip("a second document", "---\nabout: Toys\n", ["4:1 S113"]),
  Slip("a misspelt key", "abuot: Toys\n", ["4:1 S114"]),
  Slip("a key of another section", "guided: Hello.\n", ["4:1 S115"]),
  Slip("a required key missing", "moves:\n  greet: {guided: Hello.}\n", ["5:10 S116"]),
  Slip("a wrong type", "policy:\n  refund: {over_limit: \"a?\"}\n", ["5:24 S117"]),
  Slip("a text for a map", "policy: none\n", ["4:9 S117"]),
  Slip("a list for a map", "policy:\n  - refund\n", ["5:3 S117"]),
  Slip("no value", "about:\nuses: []\n", ["4:1 S117"]),
  Slip("a text below its key", "about:\n  Toys\n", ["5:3 S117"]),
  Slip("misspelt money", "policy:\n  refund: {limit: \u{20AC}40}\n", ["5:19 S118"]),
  Slip("a misspelt time", "policy:\n  hold: {limit: 2 minutes}\n", ["5:17 S118"]),
  Slip("one text for a list", "uses: packs/a\n", ["4:7 S119"], mended: "uses: [packs/a]\n"),
  Slip("a list for one text", "about:\n  - Toys\n", ["5:3 S119"], mended: "about: Toys\n"),
  Slip(
    "lines without dashes", "uses:\n  packs/a\n  packs/b\n", ["5:3 S119"],
    mended: "uses:\n  - packs/a\n  - packs/b\n"),
  Slip("an unknown escape", "about: \"C:\\dir\"\n", ["4:11 S107"], mended: "about: \"C:\\\\dir\"\n"),
]

@Suite struct `Everyday slips` {
  private func read(_ slip: Slip) -> ReadDocument {
    NotationReader.read(SourceFile(path: "pack.yaml", text: Slip.header + slip.lines))
  }

  private func places(_ found: [Diagnostic]) -> [String] {
    found.map { "\($0.primary.span.start.line):\($0.primary.span.start.column) \($0.code.number)" }
  }

  @Test(arguments: slips) func `are each found at their place, and nothing else is`(_ slip: Slip) {
    let found = read(slip).diagnostics
    #expect(places(found) == slip.found, "\(found.map(\.message))")
  }

  @Test(arguments: unspoilt) func `are not seen where there are none`(_ slip: Slip) {
    let found = read(slip).diagnostics
    #expect(found.map(\.message) == [])
  }

  @Test(arguments: slips.filter { $0.mended != nil }) func `are mended as they were meant`(_ slip: Slip) {
    let document = read(slip)
    let mended = Mending.applyCertain(document.diagnostics, to: document.source)
    #expect(mended == Slip.header + (slip.mended ?? ""))
    let again = NotationReader.read(SourceFile(path: "pack.yaml", text: mended))
    #expect(again.diagnostics.map(\.message) == [])
  }

  @Test(arguments: slips) func `can all be drawn`(_ slip: Slip) {
    let document = read(slip)
    let text = DiagnosticText(document.source).text(document.diagnostics).plain
    #expect(text.contains("pack.yaml:\(document.diagnostics[0].primary.span.start.line):"))
  }

  @Test(arguments: [
    (
      "tests:\n- name: one\n    play: [a]\n    goal: true\n  - name: two\n    play: [b]\n    goal: true\n",
      "this item is indented by 0 blanks; the keys below it want 2"
    ),
    (
      "moves:\n  - greet:\n      like: [hi]\n  part:\n    like: [bye]\n",
      "'moves' wants 'key: value' lines, not a list"
    ),
    ("goal: &all seen\n", "'&all' is an anchor of YAML, which is not used here"),
  ])
  func `that shift whole lines are one finding`(_ lines: String, _ message: String) {
    let found = NotationReader.read(SourceFile(path: "s.yaml", text: "format: service-scenario 1\n" + lines))
      .diagnostics.filter { $0.code.number != "S116" }
    #expect(found.map(\.message) == [message])
  }

  @Test func `of one file are all found in one pass`() {
    let text = """
      format: service-pack 1
      id: shop
      title:Shop
      abuot: Toys
      policy:
      \trefund: {limit: EUR 40}
        hold: {limit: 120s, limit: 90s}
      moves:
        greet: {guided: "Hello.}
        part:
          like: see you
           guided: Bye.
      uses: [packs/a
      """
    let found = NotationReader.read(SourceFile(path: "pack.yaml", text: text)).diagnostics
    #expect(
      places(found) == [
        "3:6 S105", "4:1 S114", "6:1 S101", "6:18 S118", "7:23 S106", "9:10 S116", "9:19 S110",
        "11:11 S119", "12:6 S103", "13:7 S110",
      ], "\(found.map(\.message))")
  }
}

@Suite struct `What is read` {
  private func pack(_ lines: String) -> Node {
    NotationReader.read(SourceFile(path: "pack.yaml", text: Slip.header + lines)).root
  }

  @Test(arguments: [
    ("Toys: all", "Toys: all"), ("My #1 shop", "My #1 shop"), ("Toys  # remark", "Toys"), ("no", "no"),
    ("0123", "0123"), ("'tis", "'tis"), ("\"a\\u00e9\\n\\t\\\"\"", "a\u{E9}\n\t\""), ("'it''s'", "it's"),
    ("{company} sells", "{company} sells"), ("\"\\ud83d\\ude00\"", "\u{1F600}"),
    ("\u{201C}Toys\u{201D}", "Toys"),
    ("[sighs] Toys", "[sighs] Toys"), ("- dash", "- dash"), ("\"say \\\"x\\\"\"  # r", "say \"x\""),
  ]) func `in a text field is the text as written`(_ written: String, _ text: String) {
    #expect(pack("about: \(written)\n")["about"]?.text == text)
  }

  @Test(arguments: [
    ("|\n  a\n   b\n\n  c\n", "a\n b\n\nc\n"), ("|-\n  a\n\n", "a"), ("|+\n  a\n\n", "a\n\n"),
    (">\n  a\n  b\n\n  c\n", "a b\nc\n"),
    (">-\n  a\n  b\n", "a b"), ("|2\n   a\n", " a\n"), ("|  # remark\n  a # b\n", "a # b\n"),
  ]) func `in a block is every line of it`(_ written: String, _ text: String) {
    #expect(pack("about: \(written)")["about"]?.text == text)
  }

  @Test func `has the span of every key and value`() {
    let root = pack("moves:\n  greet: {like: [\"h\u{E9}llo\", bye]}\n")
    let move = root["moves"]?.entry("greet")
    let like = move?.value.entry("like")
    func place(_ span: Span?) -> [Int] {
      span.map { [$0.start.line, $0.start.column, $0.end.line, $0.end.column] } ?? []
    }
    #expect(place(move?.keySpan) == [5, 3, 5, 8])
    #expect(place(move?.value.span) == [5, 10, 5, 32])
    #expect(place(like?.keySpan) == [5, 11, 5, 15])
    #expect(place(like?.value.items.first?.span) == [5, 18, 5, 25])
    #expect(place(like?.value.items.last?.span) == [5, 27, 5, 30])
  }

  @Test func `of a rubric's criterion are the fields its kind brings`() {
    let fields = [
      "phrases": [FieldForm("any_of", .list(.text), required: true, meaning: "phrases", example: "[sorry]")],
      "length": [FieldForm("most", .integer, required: true, meaning: "words", example: "80")],
    ]
    let text = """
      format: service-rubric 1
      id: quality
      title: Quality
      skills: {empathy: Feels along.}
      criteria:
        sorry: {title: Sorry, kind: phrases, skill: empathy, weight: 50, any_of: [sorry], most: 3}
        brief:
          title: Brief
          skill: empathy
          weight: 50
          kind: length
      """
    let document = NotationReader.read(
      SourceFile(path: "r.yaml", text: text), schemas: Schemas(criterionFields: fields))
    #expect(document.diagnostics.map(\.code.number) == ["S114", "S116"])
    #expect(document.kind == .rubric)
  }

  @Test(arguments: [
    ("format: service-scenario 1\nid: early\n", 11),
    ("format: service-scenario 1\nid: early\nbeats: {}\n", 10),
    ("format: service-rubric 1\n", 4),
  ]) func `that stops early names in one finding all that is missing, and its mend adds all of it`(
    _ text: String, _ count: Int
  ) throws {
    let source = SourceFile(path: "early.yaml", text: text)
    let missing = NotationReader.read(source).diagnostics.filter { $0.code.number == "S116" }
    #expect(missing.map(\.primary.text) == ["\(count) keys are missing"])
    let mended = Mending.apply(missing.compactMap(\.fix).flatMap(\.edits), to: source)
    let left = NotationReader.read(SourceFile(path: "early.yaml", text: mended)).diagnostics
    #expect(left.filter { $0.code.number == "S116" }.map(\.message) == [], "\(mended)")
  }

  @Test(arguments: DocumentKind.allCases) func `from a template has no slips`(_ kind: DocumentKind) {
    let text = Template.file(kind)
    let document = NotationReader.read(SourceFile(path: "new.yaml", text: text))
    #expect(document.kind == kind)
    #expect(document.diagnostics.map(\.message) == [], "\(text)")
  }
}
