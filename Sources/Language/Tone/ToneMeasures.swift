extension ToneLexicon {
  /// Shares and averages, each brought to about 0–1.
  func measures(_ text: ToneText, valence: ToneValence) -> [ToneFeature] {
    let words = text.tokens.filter(\.isWordLike)
    guard !words.isEmpty else { return [] }
    return shape(text, words) + persons(text, words) + difficulty(text) + substance(text, words) + deeds(text)
      + regrets(text)
      + [
        ToneFeature("m:valence", valence.compound),
        ToneFeature("m:positive", max(0, valence.compound), valence.positive.map(\.range)),
        ToneFeature("m:negative", max(0, -valence.compound), valence.negative.map(\.range)),
        ToneFeature("l:words", Self.logarithm(words.count)),
      ]
  }

  private func shape(_ text: ToneText, _ words: [Token]) -> [ToneFeature] {
    let count = Double(words.count)
    let questions = text.tokens.filter { $0.kind == .punctuation && $0.normal == "?" }.map(\.range)
    let marks = text.tokens.filter { $0.kind == .punctuation && $0.normal == "!" }.map(\.range)
    let values = words.filter { $0.value != nil || $0.kind == .identifier || $0.kind == .address }.map(
      \.range)
    let shouting = words.filter { $0.letterCase == .upper && $0.normal.utf8.count > 3 }.map(\.range)
    let sentences = Double(max(1, text.starts.count { $0 }))
    let ended = text.tokens.last.map { !$0.isWordLike } ?? false
    let lowered = words.first?.letterCase == .lower
    return [
      ToneFeature("m:questions", Double(min(questions.count, 3)) / 3, questions),
      ToneFeature("m:question-share", min(1, Double(questions.count) / sentences), questions),
      ToneFeature("m:ends-asking", text.names.last == "?" ? 1 : 0, questions.suffix(1)),
      ToneFeature("m:exclamations", Double(min(marks.count, 3)) / 3, marks),
      ToneFeature("m:values", min(1, Double(values.count) / count * 8), values),
      ToneFeature("m:shouting", min(1, Double(shouting.count) / count * 4), shouting),
      ToneFeature("m:no-end", ended ? 0 : 1), ToneFeature("m:no-capital", lowered ? 1 : 0),
      ToneFeature("m:contractions", min(1, Double(words.count(where: \.isContractionTail)) / count * 8)),
      ToneFeature("m:emoji", text.tokens.contains { $0.kind == .emoji } ? 1 : 0),
      ToneFeature("m:short", count < 6 ? 1 : 0), ToneFeature("m:sentences", min(1, sentences / 8)),
    ]
  }

  private func persons(_ text: ToneText, _ words: [Token]) -> [ToneFeature] {
    func share(_ name: String, _ list: [String]) -> ToneFeature {
      let found = words.filter { list.contains($0.normal) }.map(\.range)
      return ToneFeature(name, min(1, Double(found.count) / Double(words.count) * 6), found)
    }
    let unasserted = words.filter { $0.stance.contains(.hedged) }.count
    let conditional = words.filter { $0.stance.contains(.conditional) }.count
    let negated = words.filter { $0.stance.contains(.negated) }.count
    let count = Double(words.count)
    return [
      share("m:i", ["i", "me", "my", "mine", "myself"]), share("m:we", ["we", "us", "our", "ours"]),
      share("m:you", ["you", "your", "yours", "yourself"]),
      ToneFeature("m:hedged", Double(unasserted) / count),
      ToneFeature("m:conditional", Double(conditional) / count),
      ToneFeature("m:negated", Double(negated) / count),
    ]
  }

  /// What makes a text hard: long sentences, long words, rare words.
  private func difficulty(_ text: ToneText) -> [ToneFeature] {
    let measures = TextMeasures(text.reply)
    let words = text.tokens.filter { $0.kind == .word && !$0.isContractionTail }
    guard measures.words > 0, measures.sentences > 0, !words.isEmpty else { return [] }
    let count = Double(words.count)
    let rare = words.filter { rarity(of: $0) >= 1 && $0.letterCase == .lower }
    let long = words.filter { Syllables.count($0.normal) > 2 }
    let letters = words.reduce(0) { $0 + $1.normal.utf8.count }
    let commas = text.names.count { $0 == "," || $0 == ";" || $0 == ":" || $0 == "-" || $0 == "(" }
    return [
      ToneFeature("m:sentence-length", min(3, Double(measures.words) / Double(measures.sentences) / 20)),
      ToneFeature("m:longest-sentence", min(3, Double(measures.longestSentence) / 30)),
      ToneFeature("m:syllables", min(2, Double(measures.syllables) / Double(measures.words) - 1)),
      ToneFeature("m:word-length", min(2, Double(letters) / count / 5)),
      ToneFeature("m:long-words", Double(long.count) / count, long.map(\.range)),
      ToneFeature("m:rarity", words.reduce(0) { $0 + rarity(of: $1) } / count),
      ToneFeature("m:rare-words", Double(rare.count) / count, rare.map(\.range)),
      ToneFeature("m:joints", min(3, Double(commas) / Double(measures.sentences) / 2)),
    ]
  }

  /// log2(1 + n) by whole steps and a straight line between: the same bits on every machine.
  static func logarithm(_ count: Int) -> Double {
    guard count > 0 else { return 0 }
    let power = Int.bitWidth - 1 - count.leadingZeroBitCount
    return Double(power) + Double(count - (1 << power)) / Double(1 << power)
  }
}
