/// Every run of four words of some texts, to see how much of another text stands in them word for word.
struct WordRuns: Hashable, Sendable {
  private var marks: Set<UInt64> = []

  /// Words a run has: fewer would find "I will call you" everywhere, more would miss what was changed a little.
  static let length = 4

  /// Remembers words.
  mutating func hear(_ words: [String]) {
    for run in Self.runs(of: words) { marks.insert(run) }
  }

  /// How many of the words' runs are known, in thousandths; 0 for fewer than four words.
  func share(of words: [String]) -> Int {
    let runs = Self.runs(of: words)
    return runs.isEmpty ? 0 : runs.count { marks.contains($0) } * 1_000 / runs.count
  }

  /// How many of the words stand in known runs, in thousandths; 0 for fewer than four words.
  func cover(of words: [String]) -> Int {
    var (covered, end) = (0, 0)
    for (start, run) in Self.runs(of: words).enumerated() where marks.contains(run) {
      covered += start + Self.length - max(start, end)
      end = start + Self.length
    }
    return words.isEmpty ? 0 : covered * 1_000 / words.count
  }

  private static func runs(of words: [String]) -> [UInt64] {
    guard words.count >= length else { return [] }
    return (0...(words.count - length)).map { mark(of: words[$0..<$0 + length]) }
  }

  /// FNV-1a over the words (Fowler, Noll, Vo: 64-bit offset basis and prime); the same in every run.
  static func mark(of words: ArraySlice<String>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for word in words {
      for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0x20) &* 0x100_0000_01b3
    }
    return hash
  }
}
