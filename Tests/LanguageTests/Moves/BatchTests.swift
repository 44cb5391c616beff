import Testing

@testable import Language

@Suite struct `Moves over rows` {
  static let examples: [(label: String, text: String)] = [
    ("refund", "I want my money back"), ("refund", "please refund the order"),
    ("refund", "can I get a refund for this"), ("delay", "my parcel is late"),
    ("delay", "the delivery has not arrived"), ("delay", "where is my late parcel"),
  ]

  static func batch(_ options: MovesBatch.Options = .init(), _ more: [(label: String, text: String)] = [])
    -> MovesBatch
  {
    MovesBatch(examples: examples + more, options: options, encoder: nil)
  }

  @Test func `words alone tell labels apart when there is no model`() {
    let rows = Self.batch(.init(always: true)).rows(["could you refund it please", "is the parcel late?"])
    #expect(rows.map { $0[0] } == ["refund", "delay"])
  }

  @Test func `what is like no example is none, unless a label is always wanted`() {
    #expect(Self.batch().rows(["zebra xylophone"])[0][0] == "none")
    #expect(Self.batch(.init(always: true)).rows(["zebra xylophone"])[0][0] != "none")
  }

  @Test func `there is a row for every row, empty for a bad one`() {
    let rows = Self.batch().rows(["late parcel", nil, "refund please"])
    #expect(rows.count == 3)
    #expect(rows[1] == ["", "", "", ""])
  }

  @Test func `two clauses make two labels`() {
    let batch = Self.batch(.init(multi: true))
    let rows = batch.rows(["My parcel is late. Please refund the order!"])
    #expect(batch.header == ["label", "score", "second", "second_score", "labels"])
    #expect(rows[0][4] == "refund,delay")
  }

  @Test func `one text under several labels has them all`() {
    let more = [
      (label: "refund", text: "late parcel, money back"), (label: "delay", text: "late parcel, money back"),
    ]
    let rows = Self.batch(.init(multi: true), more).rows(["late parcel, money back"])
    #expect(rows[0][4] == "refund,delay")
  }

  @Test func `a column for each label is the same in number as the labels`() {
    let batch = Self.batch(.init(allScores: true))
    #expect(batch.header.suffix(2) == ["score_refund", "score_delay"])
    #expect(batch.rows(["hello"])[0].count == 6)
  }

  @Test func `background under the label none is no label`() {
    let batch = Self.batch(
      .init(), [(label: "none", text: "the weather is nice"), (label: "none", text: "hello")])
    #expect(batch.labels == ["refund", "delay"])
    #expect(batch.rows(["the weather is nice"])[0][0] == "none")
  }

  @Test func `no examples, empty texts and endless ones are answered`() {
    let empty = MovesBatch(examples: [], options: .init(multi: true, allScores: true), encoder: nil)
    #expect(empty.rows(["anything"]) == [["none", "0.0000", "", "", ""]])
    let long = String(repeating: "late parcel, ", count: 1000)
    #expect(Self.batch(.init(multi: true)).rows(["", long, "\u{0}\u{FFFD}", "🙂"]).count == 4)
    let single = MovesBatch(examples: [("only", "one example")], encoder: nil)
    #expect(single.rows(["one example"])[0][2] == "")
  }

  @Test(arguments: [
    "I am not sorry about the delay", "You said you are sorry about the delay",
    "If I could refund you I would", "I can't promise it comes tomorrow",
  ])
  func `what is denied, supposed or reported is not the label, though it has all its words`(_ text: String) {
    let examples = [
      ("apologise", "I am sorry about the delay"), ("apologise", "so sorry for the wait"),
      ("refund", "I will refund you today"), ("refund", "I have refunded you"),
      ("promise", "I promise it comes tomorrow"), ("promise", "it comes tomorrow, I promise"),
    ].map { (label: $0.0, text: $0.1) }
    let batch = MovesBatch(
      examples: examples, options: .init(multi: true), encoder: BundledModel.encoders.fast)
    #expect(batch.rows([text])[0][0] == "none")
    #expect(batch.rows([text])[0][4] == "")
    #expect(batch.rows(examples.map(\.text)).map { $0[0] } == examples.map(\.label))
  }

  @Test func `what the examples deny themselves may be denied`() {
    let examples = [
      ("refuse", "I can not refund you"), ("refuse", "we do not refund this"), ("greet", "good morning"),
    ].map { (label: $0.0, text: $0.1) }
    let batch = MovesBatch(examples: examples, encoder: nil)
    #expect(batch.rows(["we can not refund you"])[0][0] == "refuse")
  }

  @Test func `the same rows give the same bytes`() {
    let texts = ["late", "refund my parcel", "hello there"]
    #expect(Self.batch(.init(allScores: true)).rows(texts) == Self.batch(.init(allScores: true)).rows(texts))
  }
}

@Suite struct `Tables of tab-separated values` {
  @Test func `columns are found by name and rows keep their places`() throws {
    let table = try TSV(
      Array("\u{FEFF}text\tlabel\r\none\ta\r\nbad\r\ntwo\tb\r\n".utf8), columns: ["label", "text"],
      optional: ["context"])
    #expect(
      table.rows == [
        .fields(["a", "one", ""]), .bad(line: 3, reason: "1 fields where the header has 2"),
        .fields(["b", "two", ""]),
      ])
  }

  @Test func `a missing column is named`() {
    #expect(throws: TSVTrouble(missingColumn: "text", header: ["label"])) {
      try TSV(Array("label\nx\n".utf8), columns: ["text"])
    }
    #expect(throws: TSVTrouble(missingColumn: "text", header: [""])) { try TSV([], columns: ["text"]) }
  }

  @Test func `what is not UTF-8 is a bad row`() throws {
    let table = try TSV(Array("text\n".utf8) + [0xFF, 0x0A], columns: ["text"])
    #expect(table.rows == [.bad(line: 2, reason: "field 1 is not UTF-8")])
  }

  @Test func `numbers have four places and tabs become spaces`() {
    #expect(
      [0, 1, 0.5, 0.00004, 0.99996, -0.25, .nan].map(TSV.decimal)
        == ["0.0000", "1.0000", "0.5000", "0.0000", "1.0000", "-0.2500", ""])
    #expect(TSV.written(header: ["a", "b"], rows: [["x\ty", "z\n"]]) == "a\tb\nx y\tz \n")
  }
}
