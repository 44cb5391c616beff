import Testing

@testable import Language

@Suite struct `Phrase patterns` {
  /// What a single pattern finds in a text, as the words found.
  private func found(_ pattern: String, in text: String, names: NameHints = []) throws -> [String] {
    let set = PhraseSet([try PhrasePattern(pattern)])
    return set.matches(in: Reply(text), names: names).map { text[$0.range] }
  }

  @Test(arguments: [
    ("refund", "I refunded it", ["refunded"]), ("=refund", "I refunded the refund", ["refund"]),
    ("last scan", "the last, scan", ["last, scan"]), ("sorry but", "I'm sorry, but no", ["sorry, but"]),
    ("scan ... depot", "the scan was at the depot", ["scan was at the depot"]),
    ("scan ... depot", "scan depot", ["scan depot"]), ("scan ... depot", "scan a b c d e depot", []),
    ("scan ... depot", "I scan it, then the depot", []),
    ("(refund|pay back) you", "pay back you", ["pay back you"]),
    ("refund <money>", "I refund ten pounds", ["refund ten pounds"]), ("refund <money>", "I refund it", []),
    ("by <date>", "by next Friday", ["by next Friday"]), ("order <id>", "order A-4412", ["order A-4412"]),
    ("within 48 hours", "within two days", ["within two days"]),
    ("£10", "ten pounds or £100", ["ten pounds"]),
    ("10", "100 or 1000 or 10.5", []), ("can't promise", "I cannot promise", ["cannot promise"]),
    ("a (b|c (d|e))", "a c e", ["a c e"]), ("(refund|refunds) you", "I refund you", ["refund you"]),
    ("please (|now) go", "please go", ["please go"]),
    ("please (|now) go", "please now go", ["please now go"]),
    ("(a|b ... c) d", "b x c d", ["b x c d"]), ("hello <name>", "hello Ines", ["hello Ines"]),
  ])
  func `find their words and no others`(_ pattern: String, _ text: String, _ expected: [String]) throws {
    #expect(try found(pattern, in: text) == expected)
  }

  @Test func `find names by hint when there is one`() throws {
    #expect(try found("hello <name>", in: "hello ines", names: ["Ines Moreau"]) == ["hello ines"])
    #expect(try found("hello <name>", in: "hello Bob", names: ["Ines Moreau"]) == [])
  }

  @Test(arguments: [
    ("", PhrasePattern.Trouble.empty), ("(a|b", .unclosed("(")), ("<name", .unclosed("<")),
    ("<nmae>", .unknownClass("nmae")), ("... a", .looseGap), ("a ...", .looseGap), ("a ... ... b", .looseGap),
    ("(a|b ...) ... c", .looseGap), ("(a|b ...)", .looseGap), ("(|a) ... b", .looseGap), ("()", .empty),
    ("(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)", .tooManyVariants(limit: 256)),
  ])
  func `say what is wrong with them`(_ pattern: String, _ trouble: PhrasePattern.Trouble) {
    #expect(throws: trouble) { try PhrasePattern(pattern) }
  }

  @Test func `hold only when meant as the pattern is`() throws {
    let set = PhraseSet([
      try PhrasePattern("sorry"), try PhrasePattern("not happy"), try PhrasePattern("who are you"),
    ])
    func holds(_ text: String) -> [Bool] { set.matches(in: Reply(text)).map(\.holds) }
    #expect(holds("I am sorry") == [true])
    #expect(holds("I am not sorry") == [false])
    #expect(holds("I am not happy") == [true])
    #expect(holds("who are you?") == [true])
    #expect(holds("if I were sorry") == [false])
    #expect((-1...3).map(set.stance) == [[], [], .negated, .asked, []])
  }

  @Test func `of one set are told apart by their index`() throws {
    let set = PhraseSet(
      try ["late", "parcel ... late", "parcel is"].map { text throws in try PhrasePattern(text) })
    #expect(set.matches(in: Reply("your parcel is late")).map(\.pattern) == [2, 0, 1])
  }

  @Test func `take steps in proportion to the reply, not more`() throws {
    let texts = [
      "a ... a ... a ... a ... b", "(a|b) ... (a|b) ... c", "a a a a a a a a c", "<word> ... <word> ... d",
    ]
    let set = PhraseSet(try texts.map { text throws in try PhrasePattern(text) })
    let small = set.counted(in: Reply(String(repeating: "a ", count: 1000))).steps
    let large = set.counted(in: Reply(String(repeating: "a ", count: 32_000))).steps
    #expect(large < small * 33)
    #expect(large < 32_000 * 500)
  }

  @Test(arguments: [
    ("sorry but", false), ("a ... b", true), ("<money>", true), ("=x", true), ("a|b", true),
    ("£5 < 6", false),
  ])
  func `are told from plain words`(_ text: String, _ expected: Bool) {
    #expect(PhrasePattern.hasSigns(text) == expected)
  }
}

@Suite struct `One edit` {
  @Test(arguments: [
    ("garantee", "guarantee"), ("confrim", "confirm"), ("postcde", "postcode"), ("apologgise", "apologise"),
    ("guarantee", "guarantee"), ("confirn", "confirm"),
  ])
  func `brings a mistyped word home`(_ typed: String, _ meant: String) {
    #expect(TypoIndex(["confirm", "guarantee", "postcode", "apologise"]).correction(of: typed) == meant)
  }

  @Test(arguments: ["late", "confirming", "cnfrm", "", "conform", "postal"])
  func `is all that is forgiven`(_ typed: String) {
    let expected = typed == "conform" ? "confirm" : nil
    #expect(TypoIndex(["confirm", "postcode", "lates", "rate"]).correction(of: typed) == expected)
  }
}

@Suite struct `Many phrase patterns` {
  @Test func `are read by one reader as each is by a reader of its own`() throws {
    let patterns = [
      "last scan ... depot", "(refund|reimburse) <money>", "(will|can) refund ten pounds", "=sorry (a|b c)",
      "(will|can) =refund", "not able to (refund|help)", "we (will|can) refund", "refund",
    ]
    var reader = PhraseReader()
    let shared = try patterns.map { try reader.pattern($0) }
    #expect(try shared == patterns.map { try PhrasePattern($0) })
  }

  @Test func `that begin alike lead to every one of their ends`() throws {
    let texts = ["we (will|can) (refund|send) (it|you)", "we will"]
    let set = PhraseSet(try texts.map { try PhrasePattern($0) })
    for words in ["we will refund it", "we will send you", "we can refund you", "we can send it"] {
      #expect(set.matches(in: Reply(words)).contains { $0.pattern == 0 && $0.tokens == 0..<4 }, "\(words)")
    }
    #expect(set.matches(in: Reply("we will see")).map(\.pattern) == [1])
  }
}
