import Language
import Testing

@Suite struct `Measures` {
  @Test func `count sentences, words, syllables and capitals`() {
    let measures = TextMeasures(Reply("I'm sorry. YOUR parcel is late!"))
    #expect(measures.sentences == 2)
    #expect(measures.words == 6)
    #expect(measures.syllables == 1 + 2 + 1 + 2 + 1 + 1)
    #expect(measures.longestSentence == 4)
    #expect(measures.letters == 23)
    #expect(measures.capitals == 5)
    #expect(measures.averageSentenceHundredths == 300)
    #expect(measures.capitalsPerMille == 217)
  }

  @Test func `give Kincaid's grade in hundredths`() {
    // 10 words, 1 sentence, 12 syllables: 0.39 * 10 + 11.8 * 1.2 - 15.59 = 2.47
    let reply = Reply("The new train set will be with you very soon.")
    #expect(TextMeasures(reply).words == 10)
    #expect(TextMeasures(reply).syllables == 11)
    #expect(TextMeasures(reply).gradeHundredths == 390 + 1298 - 1559)
  }

  @Test(arguments: ["", "...", "😀", "日本語"])
  func `of little or nothing are harmless`(_ text: String) {
    let measures = TextMeasures(Reply(text))
    #expect(measures.capitalsPerMille == 0)
    #expect((measures.gradeHundredths == nil) == (measures.words == 0))
  }

  @Test(arguments: [
    ("late", 1), ("table", 2), ("asked", 1), ("waited", 2), ("times", 1), ("boxes", 2), ("being", 2),
    ("trial", 2),
    ("apologise", 4), ("immediately", 5), ("refund", 2), ("the", 1), ("create", 2), ("situation", 4),
    ("carrier", 3), ("delivery", 4), ("people", 2), ("nation", 2), ("you", 1), ("create", 2), ("idea", 3),
    ("area", 3),
  ])
  func `know the syllables of common words`(_ word: String, _ expected: Int) {
    #expect(Syllables.count(word) == expected)
  }
}

@Suite struct `Highlights` {
  private func range(_ lower: Int, _ upper: Int) -> TextRange {
    TextRange(utf8: lower..<upper, scalars: lower..<upper)
  }

  @Test func `are merged in order`() {
    let ranges = [range(8, 9), range(0, 3), range(2, 5), range(5, 6), range(7, 7)]
    #expect(Highlight.merged(ranges) == [range(0, 6), range(8, 9)])
    #expect(Highlight.merged([range(0, 3), range(4, 5)], bridging: 1) == [range(0, 5)])
  }

  @Test func `are clipped, and what they leave is known`() {
    #expect(Highlight.clipped([range(0, 4), range(6, 9)], to: range(2, 7)) == [range(2, 4), range(6, 7)])
    #expect(Highlight.uncovered([range(3, 4)], in: range(2, 7)) == [range(2, 3), range(4, 7)])
    #expect(Highlight.coveredBytes([range(0, 3), range(2, 5)]) == 5)
  }
}
