/// A list of words and phrases that do one thing in a talk: hedge, thank, blame.
struct ToneCue: Hashable, Sendable {
  let name: String
  /// The words in plain form, as tokens of a reply have them.
  let words: [String]
  /// Whether it counts at the start of a sentence alone: written with a caret before it.
  let opens: Bool

  init(name: String, words: [String]) {
    self.name = name
    opens = words.first == "^"
    self.words = opens ? Array(words.dropFirst()) : words
  }
}

/// All cues, found by their first word.
struct ToneCueIndex: Sendable {
  private let byFirst: [String: [ToneCue]]

  init(_ cues: [ToneCue]) {
    var table: [String: [ToneCue]] = [:]
    for cue in cues {
      if let first = cue.words.first { table[first, default: []].append(cue) }
    }
    byFirst = table
  }

  /// The cues whose words stand at that place.
  func cues(in names: [String], at index: Int, isStart: Bool) -> [ToneCue] {
    guard let candidates = byFirst[names[index]] else { return [] }
    return candidates.indices.filter { candidate in
      (isStart || !candidates[candidate].opens)
        && Self.stand(candidates[candidate].words, in: names, at: index)
    }.map { candidates[$0] }
  }

  /// Whether words whose first is known to stand at a place stand there all.
  private static func stand(_ words: [String], in names: [String], at index: Int) -> Bool {
    guard index + words.count <= names.count else { return false }
    for place in words.indices.dropFirst() where words[place] != names[index + place] { return false }
    return true
  }
}

extension ToneLexicon {
  /// One feature a cue list, growing with the root of its count, at most that of 4; negated ones apart.
  func cueFeatures(_ text: ToneText) -> [ToneFeature] {
    var found: [String: [TextRange]] = [:]
    let tokens = Array(text.tokens)
    for index in text.names.indices {
      for cue in cues.cues(in: text.names, at: index, isStart: text.starts[index]) {
        let last = index + cue.words.count - 1
        let isNegated = tokens[index].stance.contains(.negated) && !Self.negative.contains(cue.words[0])
        let range = tokens[index].range.through(tokens[last].range)
        let name = (isNegated ? "cn:" : "c:") + cue.name
        if let before = found[name]?.last, before.overlaps(range) { continue }
        found[name, default: []].append(range)
      }
    }
    return found.sorted { $0.key < $1.key }.map { name, ranges in
      ToneFeature(name, Double(min(ranges.count, 4)).squareRoot(), ranges)
    }
  }

  /// Words that are the negation themselves, so that "cannot" does not undo itself.
  private static let negative: Set<String> = [
    "not", "no", "never", "unable", "can", "do", "did", "will", "would",
  ]
}
