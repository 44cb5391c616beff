/// What a text is made of: words, pairs of words, and runs of three to five letters, as numbers.
///
/// Letter runs see through endings and slips of the pen. Bytes that are no ASCII sign count as letters, so any
/// script gives features. Only the first `limit` bytes are read.
struct WordFeatures: Sendable {
  static let limit = 4096

  /// One feature and how often it stands in the text.
  struct Feature: Sendable {
    var key: UInt64
    var count: Int
  }

  /// Words and pairs of words, by rising key.
  let words: [Feature]
  /// Runs of letters, by rising key.
  let runs: [Feature]

  init(_ text: String) {
    var words: [UInt64] = []
    var runs: [UInt64] = []
    var previous: UInt64?
    for word in Self.words(of: text) {
      let own = word.dropFirst().dropLast().reduce(Self.seed, Self.mixed)
      words.append(own)
      if let previous { words.append(Self.mixed(previous &* 31, 0x20) ^ own) }
      previous = own
      Self.addRuns(word, to: &runs)
    }
    self.words = Self.counted(words)
    self.runs = Self.counted(runs)
  }

  private static func counted(_ keys: [UInt64]) -> [Feature] {
    keys.sorted().reduce(into: []) { features, key in
      if features.last?.key == key {
        features[features.count - 1].count += 1
      } else {
        features.append(Feature(key: key, count: 1))
      }
    }
  }

  /// The words in lower case, each between two spaces.
  private static func words(of text: String) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var word: [UInt8] = [0x20]
    for byte in lowered(text) {
      if isLetter(byte) {
        word.append(byte)
      } else if byte != 0x27, word.count > 1 {
        result.append(word + [0x20])
        word = [0x20]
      }
    }
    return word.count == 1 ? result : result + [word + [0x20]]
  }

  /// Plain letters are lowered as bytes: most texts have no others.
  private static func lowered(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8.prefix(limit))
    guard bytes.allSatisfy({ $0 < 0x80 }) else {
      return Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
    }
    return bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }

  private static func addRuns(_ bytes: [UInt8], to runs: inout [UInt64]) {
    for start in bytes.indices {
      var hash = seed
      for (length, byte) in bytes[start...].prefix(5).enumerated() {
        hash = mixed(hash, byte)
        if length >= 2 { runs.append(hash) }
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
    /// The number of each feature.
    private var numbers: [UInt64: Int] = [:]
    /// By number: how rare the feature is, and the texts that have it.
    private let rarity: [Float]
    private var postings: [[Posting]]

    init(_ texts: [[WordFeatures.Feature]]) {
      var holders: [Int] = []
      for feature in texts.joined() {
        if let number = numbers[feature.key] {
          holders[number] += 1
        } else {
          numbers[feature.key] = holders.count
          holders.append(1)
        }
      }
      rarity = holders.map { count in
        Float(Numbers.logarithm(Double(1 + texts.count) / Double(1 + count)) + 1)
      }
      postings = [[Posting]](repeating: [], count: holders.count)
      for (text, features) in texts.enumerated() {
        for (number, weight) in weights(features) {
          postings[number].append(Posting(text: Int32(text), weight: weight))
        }
      }
    }

    /// Weights of length one, in the order of the keys. Features no text has are left out, but count for the length.
    private func weights(_ text: [WordFeatures.Feature]) -> [(number: Int, weight: Float)] {
      var result: [(number: Int, weight: Float)] = []
      result.reserveCapacity(text.count)
      var square: Float = 0
      for feature in text {
        guard let number = numbers[feature.key] else { continue }
        let often = feature.count == 1 ? 0 : Numbers.logarithm(Double(feature.count))
        let weight = rarity[number] * Float(1 + often)
        square += weight * weight
        result.append((number, weight))
      }
      let length = max(square.squareRoot(), 1e-9)
      return result.map { ($0.number, $0.weight / length) }
    }

    func add(_ text: [WordFeatures.Feature], times factor: Float, to result: inout [Float]) {
      for (number, weight) in weights(text) {
        for posting in postings[number] {
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
