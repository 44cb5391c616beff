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
    let bytes = Self.lowered(text)
    var words: [UInt64] = []
    var runs: [UInt64] = []
    words.reserveCapacity(bytes.count / 2)
    runs.reserveCapacity(bytes.count * 3)
    var previous: UInt64?
    Self.eachWord(in: bytes) { word in
      let own = word.dropFirst().dropLast().reduce(Self.seed, Self.mixed)
      words.append(own)
      if let previous { words.append(Self.mixed(previous &* 31, 0x20) ^ own) }
      previous = own
      Self.addRuns(word, to: &runs)
    }
    self.words = Self.counted(&words)
    self.runs = Self.counted(&runs)
  }

  private static func counted(_ keys: inout [UInt64]) -> [Feature] {
    keys.sort()
    var features: [Feature] = []
    features.reserveCapacity(keys.count)
    var place = 0
    while place < keys.count {
      var next = place + 1
      while next < keys.count, keys[next] == keys[place] { next += 1 }
      features.append(Feature(key: keys[place], count: next - place))
      place = next
    }
    return features
  }

  /// Hands out the words in lower case, each between two spaces, apostrophes left out.
  private static func eachWord(in bytes: [UInt8], _ use: ([UInt8]) -> Void) {
    var word: [UInt8] = [0x20]
    for byte in bytes {
      if isLetter(byte) {
        word.append(byte)
      } else if byte != 0x27, word.count > 1 {
        word.append(0x20)
        use(word)
        word.removeAll(keepingCapacity: true)
        word.append(0x20)
      }
    }
    guard word.count > 1 else { return }
    use(word + [0x20])
  }

  /// Plain letters are lowered as bytes: most texts have no others.
  private static func lowered(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { all in
      let bytes = UnsafeBufferPointer(rebasing: all.prefix(limit))
      guard bytes.allSatisfy({ $0 < 0x80 }) else {
        return Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
      }
      return bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }

  private static func addRuns(_ bytes: [UInt8], to runs: inout [UInt64]) {
    for start in bytes.indices {
      var hash = seed
      for place in start..<min(start + 5, bytes.count) {
        hash = mixed(hash, bytes[place])
        if place >= start + 2 { runs.append(hash) }
      }
    }
  }

  /// FNV-1a (Fowler, Noll, Vo), 64 bits.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
