import Diagnostics
import Terminal
import Testing
import TouchpointTesting

@Suite struct `Display width` {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("café", 4), ("cafe\u{301}", 4), ("日本語", 6), ("한국어", 6), ("ᄒ\u{1161}\u{11AB}", 2),
    ("ｆｕｌｌ", 8), ("ﾊﾝ", 2), ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("❤️", 2), ("❤", 1), ("🇬🇧", 2), ("1️⃣", 2),
    ("—“”…£", 5), ("▁█", 2), ("\u{200B}\u{FEFF}", 0), ("नमस्ते", 4), ("\u{E000}", 1), ("漢\u{301}", 2),
  ])
  func `counts the columns a terminal takes`(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test func `cuts between characters, never in one`() {
    #expect(DisplayWidth.prefix(of: "日本語", columns: 5) == "日本")
    #expect(DisplayWidth.prefix(of: "ab👨‍👩‍👧c", columns: 3) == "ab")
    #expect(DisplayWidth.prefix(of: "e\u{301}f", columns: 1) == "e\u{301}")
    #expect(DisplayWidth.prefix(of: "abc", columns: -1) == "")
    #expect(DisplayWidth.padded("日本", columns: 6) == "日本  ")
    #expect(DisplayWidth.padded("日本", columns: 3) == "日本")
  }
}

@Suite struct `Wrapped text` {
  @Test func `breaks between words`() {
    #expect(
      Wrapping(width: 12).lines(of: "the parcel is late again") == ["the parcel", "is late", "again"])
  }

  @Test func `fills a line exactly and drops only the spaces at a break`() {
    #expect(Wrapping(width: 5).lines(of: "abcde fghij") == ["abcde", "fghij"])
    #expect(Wrapping(width: 5).lines(of: "ab   cdef") == ["ab", "cdef"])
    #expect(Wrapping(width: 9).lines(of: "ab   cd  e") == ["ab   cd", "e"])
  }

  @Test func `breaks a word that is longer than a line`() {
    #expect(Wrapping(width: 4).lines(of: "see abcdefghij") == ["see", "abcd", "efgh", "ij"])
  }

  @Test func `measures wide characters`() {
    #expect(Wrapping(width: 5).lines(of: "日本語です") == ["日本", "語で", "す"])
    #expect(Wrapping(width: 1).lines(of: "日a") == ["日", "a"])
  }

  @Test func `keeps line breaks, also empty lines`() {
    #expect(Wrapping(width: 10).lines(of: "a\n\nb c\n") == ["a", "", "b c", ""])
    #expect(Wrapping(width: 10).lines(of: "") == [""])
  }

  @Test func `indents the first line and the others each in its way`() {
    let wrapping = Wrapping(width: 12, indent: "You: ", continuation: "     ")
    #expect(wrapping.lines(of: "let me look now") == ["You: let me", "     look", "     now"])
    #expect(Wrapping(width: 4, indent: "much too long").lines(of: "ab cd") == ["ab", "cd"])
  }

  @Test func `keeps styles across lines`() {
    let text = StyledText("Good: ", .good) + StyledText("well done")
    #expect(
      Wrapping(width: 10).lines(of: text) == [
        StyledText("Good: ", .good) + StyledText("well"), StyledText("done"),
      ])
    #expect(Wrapping(width: 6)(text).plain == "Good:\nwell\ndone")
  }

  @Test func `makes hidden characters visible before it measures`() {
    #expect(Wrapping(width: 8).lines(of: "a\u{1B}[2Jb") == ["a\\u{1B}[", "2Jb"])
  }

  @Test func `loses no word and passes no width, whatever the text`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(seed: seed)
    for _ in 0..<1_000 {
      let pool: [Character] = ["a", "b", " ", " ", "語", "👍", "e\u{301}", "\n"]
      let text = String((0..<Int(random.next() % 40)).map { _ in pool[Int(random.next() % 8)] })
      let width = 2 + Int(random.next() % 12)
      let lines = Wrapping(width: width).lines(of: text)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "seed \(seed), width \(width), \(text)")
      let solid = { (text: String) in text.filter { $0 != " " && $0 != "\n" } }
      #expect(solid(lines.joined()) == solid(text), "seed \(seed), width \(width), \(text)")
    }
  }
}

@Suite struct `Sparklines` {
  @Test func `rise from the lowest bar to the highest`() {
    #expect(Sparkline.draw((0...7).map(Double.init)) == "▁▂▃▄▅▆▇█")
    #expect(Sparkline.draw((0...7).map(Double.init), as: .ascii) == "_.-=+*#@")
  }

  @Test func `leave a gap where there is no value`() {
    #expect(Sparkline.draw([0, nil, 1, .nan, .infinity]) == "▁ █  ")
    #expect(Sparkline.draw([nil, nil]) == "  ")
    #expect(Sparkline.draw([]) == "")
  }

  @Test func `stand in the middle when nothing changes`() {
    #expect(Sparkline.draw([3, 3, 3]) == "▅▅▅")
    #expect(Sparkline.draw([3], as: .ascii) == "+")
  }

  @Test func `keep to the range given`() {
    #expect(Sparkline.draw([-10, 0, 50, 100, 900], over: 0...100) == "▁▁▅██")
    #expect(Sparkline.draw([-Double.greatestFiniteMagnitude, 0, .greatestFiniteMagnitude]) == "▁▅█")
  }
}
