/// What a text is made of: words, pairs of words, and runs of three to five letters, as numbers.
///
/// Letter runs see through endings and slips of the pen. Bytes that are no ASCII sign count as letters, so any
/// script gives features. Only the first `limit` bytes are read.
struct WordFeatures: Sendable {
  static let limit = 4096

  /// How often each word or pair of words stands in the text.
  private(set) var words: [UInt64: Int] = [:]
  /// How often each run of letters does.
  private(set) var runs: [UInt64: Int] = [:]

  init(_ text: String) {
    var previous: UInt64?
    for word in Self.words(of: text) {
      let own = word.reduce(Self.seed, Self.mixed)
      words[own, default: 0] += 1
      if let previous { words[Self.mixed(previous &* 31, 0x20) ^ own, default: 0] += 1 }
      previous = own
      addRuns([0x20] + word + [0x20])
    }
  }

  private static func words(of text: String) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var word: [UInt8] = []
    for byte in String(decoding: Array(text.utf8.prefix(limit)), as: UTF8.self).lowercased().utf8 {
      if isLetter(byte) {
        word.append(byte)
      } else if byte != 0x27, !word.isEmpty {
        result.append(word)
        word = []
      }
    }
    return word.isEmpty ? result : result + [word]
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }

  private mutating func addRuns(_ bytes: [UInt8]) {
    for start in bytes.indices {
      var hash = Self.seed
      for (length, byte) in bytes[start...].prefix(5).enumerated() {
        hash = Self.mixed(hash, byte)
        if length >= 2 { runs[hash, default: 0] += 1 }
      }
    }
  }

  /// FNV-1a (Fowler, Noll, Vo), 64 bits.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}

/// Which texts hold which features, weighed as in TF-IDF: rare among the texts counts more, often in one text a little more.
struct WordIndex: Sendable {
  private struct Posting: Sendable {
    var text: Int32
    var weight: Float
  }

  private struct Family: Sendable {
    var rarity: [UInt64: Float] = [:]
    var postings: [UInt64: [Posting]] = [:]

    init(_ texts: [[UInt64: Int]]) {
      var holders: [UInt64: Int] = [:]
      for text in texts { for key in text.keys { holders[key, default: 0] += 1 } }
      for (key, count) in holders {
        rarity[key] = Float(Numbers.logarithm(Double(1 + texts.count) / Double(1 + count)) + 1)
      }
      for (number, text) in texts.enumerated() {
        for (key, weight) in weights(text) {
          postings[key, default: []].append(Posting(text: Int32(number), weight: weight))
        }
      }
    }

    /// Weights of length one, in the order of the keys. Features no text has are left out, but count for the length.
    func weights(_ text: [UInt64: Int]) -> [(UInt64, Float)] {
      var result: [(UInt64, Float)] = []
      var square: Float = 0
      for (key, count) in text.sorted(by: { $0.key < $1.key }) {
        guard let rarity = rarity[key] else { continue }
        let weight = rarity * Float(1 + (count == 1 ? 0 : Numbers.logarithm(Double(count))))
        square += weight * weight
        result.append((key, weight))
      }
      let length = max(square.squareRoot(), 1e-9)
      return result.map { ($0.0, $0.1 / length) }
    }

    func add(_ text: [UInt64: Int], times factor: Float, to result: inout [Float]) {
      for (key, weight) in weights(text) {
        for posting in postings[key] ?? [] {
          result[Int(posting.text)] += factor * weight * posting.weight
        }
      }
    }
  }

  private let words: Family
  private let runs: Family

  init(_ texts: [WordFeatures]) {
    words = Family(texts.map(\.words))
    runs = Family(texts.map(\.runs))
  }

  /// Adds to `result`, one place a text, how alike it is in words and in letters: `factor` where both are the same.
  func add(_ text: WordFeatures, times factor: Float, to result: inout [Float]) {
    words.add(text.words, times: factor, to: &result)
    runs.add(text.runs, times: factor, to: &result)
  }
}
