/// Which texts hold which features, weighed as in TF-IDF: rare among the texts counts more, often in one text a little more.
struct WordIndex: Sendable {
  private struct Posting: Sendable {
    var text: Int32
    var weight: Float
  }

  private struct Family: Sendable {
    /// The number of each feature.
    private let numbers: FeatureNumbers
    /// By number: how rare the feature is, and the texts that have it.
    private let rarity: [Float]
    private var postings: [[Posting]]

    init(_ texts: [[WordFeatures.Feature]]) {
      var numbers = FeatureNumbers()
      var holders: [Int] = []
      for features in texts {
        for feature in features {
          let number = numbers.number(of: feature.key, orNew: holders.count)
          if number == holders.count { holders.append(0) }
          holders[number] += 1
        }
      }
      self.numbers = numbers
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
        guard let number = numbers.number(of: feature.key) else { continue }
        let often = feature.count == 1 ? 0 : Numbers.logarithm(Double(feature.count))
        let weight = rarity[number] * Float(1 + often)
        square += weight * weight
        result.append((number, weight))
      }
      let length = max(square.squareRoot(), 1e-9)
      return result.map { ($0.number, $0.weight / length) }
    }

    func add(_ text: [WordFeatures.Feature], times factor: Float, to result: inout [Float]) {
      let weights = weights(text)
      result.withUnsafeMutableBufferPointer { result in
        for (number, weight) in weights {
          let part = factor * weight
          for posting in postings[number] { result[Int(posting.text)] += part * posting.weight }
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

/// The numbers of features, by their keys: at most half full, and searched from the key's own place on.
///
/// Keys are hashes already, so they are not hashed again.
private struct FeatureNumbers: Sendable {
  private struct Place: Sendable {
    var key: UInt64 = 0
    /// -1 in an empty place.
    var number: Int32 = -1
  }

  private var places = [Place](repeating: Place(), count: 1024)
  private var count = 0

  /// The number of a feature that is known.
  func number(of key: UInt64) -> Int? {
    let number = places[place(of: key)].number
    return number < 0 ? nil : Int(number)
  }

  /// The number of a feature, which is `new` when it was not known.
  mutating func number(of key: UInt64, orNew new: Int) -> Int {
    let known = places[place(of: key)].number
    if known >= 0 { return Int(known) }
    if (count + 1) * 2 > places.count { grow() }
    places[place(of: key)] = Place(key: key, number: Int32(truncatingIfNeeded: new))
    count += 1
    return new
  }

  private mutating func grow() {
    let full = places
    places = [Place](repeating: Place(), count: full.count * 2)
    for known in full where known.number >= 0 { places[place(of: known.key)] = known }
  }

  /// Where the key stands, or would. The number of places is a power of two.
  private func place(of key: UInt64) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while places[place].number >= 0, places[place].key != key { place = (place + 1) & mask }
    return place
  }
}
