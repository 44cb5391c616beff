import Language
import Testing

/// A small generator, so that a failing run can be had again from its printed seed.
private struct Dice {
  var state: UInt64

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(sides))
  }
}

@Suite struct `Hostile replies` {
  static let pieces =
    """
    I I'm can't not sorry £ 10 10 pounds A-4412 tomorrow , . ? ! if you said that the parcel 3 pm half past " ' - ( ) … 😀 \
    and but unless don't hundred million third March 3rd o'clock % € 3:30 12/05/2024 #44 e.g. re-send www.x.y a@b.c to \
    sum up =x <id> | \u{200B} é ﬁ ٣٤ 👨‍👩‍👧 \u{202E} :) half an hour 1,000.5 99999999999999999999 ...
    """.split(separator: " ").map(String.init)

  @Test(arguments: [UInt64(1), 20_26, 777])
  func `are cut into tokens that lie in order inside the text`(_ seed: UInt64) {
    var dice = Dice(state: seed)
    for _ in 0..<500 {
      var text = ""
      for _ in 0..<dice.roll(15) {
        text += Self.pieces[dice.roll(Self.pieces.count)] + (dice.roll(3) == 0 ? "" : " ")
      }
      let reply = Reply(text)
      let bounds = reply.tokens.flatMap { [$0.range.utf8.lowerBound, $0.range.utf8.upperBound] }
      #expect(bounds == bounds.sorted(), "seed \(seed): \(text)")
      #expect(!reply.tokens.contains { $0.range.isEmpty || $0.normal.isEmpty }, "seed \(seed): \(text)")
      #expect((bounds.last ?? 0) <= text.utf8.count, "seed \(seed): \(text)")
      #expect(
        reply.clauses.flatMap { Array($0.tokens) } == Array(reply.tokens.indices), "seed \(seed): \(text)")
      #expect(
        reply.sentences.flatMap { Array($0.tokens) } == Array(reply.tokens.indices), "seed \(seed): \(text)")
      _ = BirthdayParcel.recogniser.understand(reply)
      _ = try? PhrasePattern(text)
      _ = TextMeasures(reply)
    }
  }

  @Test(arguments: [
    "a", "a ", "@", "a@", "a. ", "1 ", "1-", "1:", "one hundred and ", "sorry, ", "not ", "if ", "\"", "a.b.",
    "a'", "a-",
    "😀\u{200D}", "e\u{301}", "half past ", "you said ", "\n", "www.a ", "1k2m", "(",
  ])
  func `of 64 kB are read to the end`(_ piece: String) {
    let reply = Reply(String(repeating: piece, count: 70_000 / piece.utf8.count))
    #expect(reply.truncated)
    #expect(reply.tokens.last.map { $0.range.utf8.upperBound > Reply.limit - 64 } ?? true)
    #expect(BirthdayParcel.recogniser.understand(reply, names: []).matches.allSatisfy { $0.move == 0 })
  }
}
