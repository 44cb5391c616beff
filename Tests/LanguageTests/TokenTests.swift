import Language
import Testing

@Suite struct `Tokens` {
  private func normals(_ text: String) -> [String] { Reply(text).tokens.map(\.normal) }

  @Test(arguments: [
    ("I'm sorry", ["i", "am", "sorry"]), ("can't won't didn't", ["can", "not", "will", "not", "did", "not"]),
    ("It’s we’ll you’ve I'd", ["it", "is", "we", "will", "you", "have", "i", "would"]),
    ("cannot dont youre", ["can", "not", "do", "not", "you", "are"]),
    ("Ill send it and well call you", ["i", "will", "send", "it", "and", "we", "will", "call", "you"]),
    ("Were full today.", ["we", "are", "full", "today", "."]), ("its not here", ["it", "is", "not", "here"]),
    ("he felt ill before", ["he", "felt", "ill", "before"]),
    ("It works well. Its lid", ["it", "works", "well", ".", "its", "lid"]),
    ("you were full of it", ["you", "were", "full", "of", "it"]),
    ("Id like your photo id", ["i", "would", "like", "your", "photo", "id"]),
    ("your not in your flat", ["you", "are", "not", "in", "your", "flat"]),
    ("You must of got it, of course", ["you", "must", "have", "got", "it", ",", "of", "course"]),
    ("I'm after refunding both", ["i", "have", "just", "refunded", "both"]),
    ("I am after the coat", ["i", "am", "after", "the", "coat"]),
    ("at 3 o'clock", ["at", "3 o'clock"]), ("the parcel's label", ["the", "parcel", "label"]),
    ("Café NAÏVE Zoë", ["cafe", "naive", "zoe"]), ("cafe\u{301} so\u{AD}r\u{200B}ry", ["cafe", "sorry"]),
    ("oﬃce ﬁnd can't", ["office", "find", "can", "not"]),
    ("hand-off e-mail re-send", ["hand", "off", "email", "resend"]), ("ﬁne Ｈｅｌｌｏ", ["fine", "hello"]),
    ("p.m. e.g. U.S.", ["pm", "eg", "us"]), ("wait... what?! no!!", ["wait", "…", "what", "?", "no", "!"]),
    ("bob@shop.com or www.shop.com/a?b", ["bob@shop.com", "or", "www.shop.com/a?b"]),
    ("", []), (" \n\t", []),
  ])
  func `are plain words, contractions written out, accents folded`(_ text: String, _ expected: [String]) {
    #expect(normals(text) == expected)
  }

  @Test func `know their kind`() {
    let kinds = Reply("Refund £10 (10%) for A-4412 by Friday at 3 pm, in 2 days 👍🏽 :-)").tokens.map(\.kind)
    #expect(
      kinds == [
        .word, .money, .punctuation, .percent, .punctuation, .word, .identifier, .word, .date, .word, .time,
        .punctuation, .word, .duration, .emoji, .emoji,
      ])
  }

  @Test func `stand at byte and scalar offsets of the text as written`() {
    let text = "Zoë: I’m £10 short 👍"
    let reply = Reply(text)
    #expect(reply.tokens.map { text[$0.range] } == ["Zoë", ":", "I", "’m", "£10", "short", "👍"])
    #expect(reply.tokens[4].range == TextRange(utf8: 12..<16, scalars: 9..<12))
  }

  @Test func `keep how a word was written`() {
    #expect(
      Reply("sorry Sorry SORRY sOrry").tokens.map(\.letterCase) == [.lower, .capitalised, .upper, .mixed])
  }

  @Test func `of a reply beyond the limit are left out, and that is said`() {
    let long = Reply(String(repeating: "é ", count: 30_000))
    #expect(long.truncated)
    #expect(long.tokens.count == 21_845)
    #expect(!Reply("short").truncated)
  }

  @Test func `are read from any bytes`() {
    let reply = Reply(bytes: [0xFF, 0x49, 0x20, 0xC3, 0x28, 0xF0, 0x9F])
    #expect(reply.tokens.contains { $0.normal == "i" })
  }
}

@Suite struct `Sentences and clauses` {
  @Test(arguments: [
    ("I am sorry. I will call.", ["I am sorry.", "I will call."]),
    ("Mr. Smith paid 10.50 today! OK?", ["Mr. Smith paid 10.50 today!", "OK?"]),
    ("First line\nsecond line", ["First line", "second line"]), ("Hi...", ["Hi..."]),
  ])
  func `sentences end at their signs and at line breaks`(_ text: String, _ expected: [String]) {
    #expect(Reply(text).sentences.map { text[$0.range] } == expected)
  }

  @Test(arguments: [
    (
      "So sorry the parcel is late, leave this with me",
      ["So sorry the parcel is late,", "leave this with me"]
    ),
    ("I am sorry but I cannot", ["I am sorry", "but I cannot"]),
    ("Sorry about that I will fix it", ["Sorry about that", "I will fix it"]),
    ("your full name and postcode", ["your full name and postcode"]),
    ("I see that and I will check", ["I see that", "and I will check"]),
    ("if I could refund you I would", ["if I could refund you", "I would"]),
    ("I don't think I can refund that", ["I don't think I can refund that"]),
  ])
  func `clauses each say one thing`(_ text: String, _ expected: [String]) {
    #expect(Reply(text).clauses.map { text[$0.range] } == expected)
  }
}
