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
    #expect(rows[0][4] == "delay,refund")
    #expect(rows[0][0] == "delay")
  }

  @Test func `one text under several labels has them all`() {
    let more = [
      (label: "refund", text: "late parcel, money back"), (label: "delay", text: "late parcel, money back"),
    ]
    let rows = Self.batch(.init(multi: true), more).rows(["late parcel, money back"])
    #expect(rows[0][4] == "delay,refund")
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

  private static let acts: [(label: String, text: String)] = [
    ("apologise", "We apologise for the trouble this caused."),
    ("apologise", "I am so sorry about the outage."),
    ("apologise", "Please accept our apologies for the poor line."),
    ("ask_account", "What is your account number?"), ("ask_account", "May I have your customer number?"),
    ("ask_account", "Could you tell me the account number, please?"),
    ("line_fixed", "We have fixed the fault."), ("line_fixed", "The line has been repaired."),
    ("line_fixed", "Your internet is working again."),
    ("call_back", "I'll call you back this afternoon."), ("call_back", "We will ring you tomorrow."),
    ("call_back", "I will phone you once I know more."),
    ("refuse_cancel", "You cannot leave the contract early."),
    ("refuse_cancel", "I'm afraid I can't cancel the contract before the end date."),
    ("refuse_cancel", "We don't allow early cancellation."),
  ].map { (label: $0.0, text: $0.1) }

  private static let actBatch = MovesBatch(
    examples: acts, background: BundledModel.background, options: .init(multi: true),
    spelling: Spelling(BundledModel.text("scoring/spelling/words.txt")), encoder: BundledModel.encoders.best)

  @Test(
    .enabled(if: BundledModel.encoders.main != nil),
    arguments: [
      "There is nothing to be sorry about.", "You should apologise for that.",
      "You needn't give me your account number.",
      "Your account number is 8841.", "Thanks for the account number.", "Was the line repaired?",
      "We'll tell you when the line is repaired.", "Please call us back tomorrow.",
      "You can ring us on Monday.",
      "Do you want me to call you back?", "Of course I can cancel the contract.",
    ])
  func `what is denied, asked, another's to do or still to come is not the label`(_ text: String) {
    #expect(Self.actBatch.rows([text])[0][0] == "none")
    #expect(Self.actBatch.rows([text])[0][4] == "")
  }

  @Test(
    .enabled(if: BundledModel.encoders.main != nil),
    arguments: [("so sory for teh outage", "apologise"), ("wats ur acount number pls", "ask_account")])
  func `what was typed in haste is read as it was meant`(_ text: String, _ label: String) {
    #expect(Self.actBatch.rows([text])[0][0] == label)
  }

  @Test func `a text under two labels by mistake leaves strangers strangers`() {
    let examples = [("sorry", "I am sorry."), ("thanks", "I am sorry."), ("thanks", "Thank you.")]
    let batch = MovesBatch(
      examples: examples.map { (label: $0.0, text: $0.1) }, options: .init(multi: true), encoder: nil)
    #expect(batch.rows(["The moon is round."])[0][0] == "none")
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

  @Test func `lines may end in a carriage return alone`() throws {
    let table = try TSV(Array("text\rone\rtwo\r".utf8), columns: ["text"])
    #expect(table.rows == [.fields(["one"]), .fields(["two"])])
  }

  private static func trouble(_ bytes: [UInt8], _ columns: [String] = ["text"]) -> TSVTrouble? {
    do throws(TSVTrouble) {
      _ = try TSV(bytes, columns: columns, optional: ["context"])
      return nil
    } catch { return error }
  }

  @Test func `a missing column is named`() {
    #expect(Self.trouble(Array("label\nx\n".utf8)) == .missingColumn("text", header: ["label"]))
    #expect(Self.trouble([]) == .missingColumn("text", header: [""]))
  }

  @Test(arguments: [
    ("Text\tlabel", "the header has no column 'text'; it has 'Text': did you mean 'text'?"),
    (" text \tlabel", "the header has no column 'text'; it has ' text ': did you mean 'text'?"),
    (
      "\"text\"\tx", "the header has no column 'text'; it has '\"text\"': did you mean 'text' without quotes?"
    ),
    ("text,label", "the header has no column 'text'; it has 'text,label': columns are parted by tabs"),
    ("a\tb", "the header has no column 'text'; it has 'a', 'b'"),
    ("text\tcontext\tcontext", "the header has the column 'context' twice"),
    ("text\ttext", "the header has the column 'text' twice"),
  ])
  func `a header that cannot be used is told with what was meant`(_ header: String, _ message: String) {
    #expect(Self.trouble(Array((header + "\nx\ty\n").utf8))?.description == message)
  }

  @Test func `text in pairs of bytes is named`() {
    let bytes: [UInt8] = [0xFF, 0xFE] + "text\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(Self.trouble(bytes) == .notUTF8)
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
