/// What the words of a reply add to each signal, by the places where they stand.
///
/// A feature's share goes to its words in equal parts; the shares of words at one place are added in reading order.
struct ToneShares {
  private var numbers: [TextRange: Int] = [:]
  /// Every place met so far, in the order of its number.
  private var ranges: [TextRange] = []
  /// By signal: what each place adds to it, as far as any does.
  private var sums: [[Double]]

  init(signals: Int) { sums = Array(repeating: [], count: signals) }

  /// The numbers of the places that a feature's share goes to; none where it has no value.
  mutating func places(of feature: ToneFeature) -> [Int] {
    guard feature.value != 0 else { return [] }
    return feature.ranges.prefix(ToneReading.mostWords * 2).map { number(of: $0) }
  }

  private mutating func number(of range: TextRange) -> Int {
    if let known = numbers[range] { return known }
    numbers[range] = ranges.count
    ranges.append(range)
    return ranges.count - 1
  }

  /// Adds a feature's share to a signal.
  mutating func add(_ weight: Double, of feature: ToneFeature, at places: [Int], to signal: Int) {
    guard !places.isEmpty else { return }
    let part = weight * feature.value / Double(feature.ranges.count)
    for place in places {
      while sums[signal].count <= place { sums[signal].append(0) }
      sums[signal][place] += part
    }
  }

  /// The words that moved a signal most one way, strongest first; what is left under a tenth is not worth naming.
  func strongest(of signal: Int, sign: Double) -> [ToneWord] {
    var named: [ToneWord] = []
    for (place, weight) in sums[signal].enumerated() where weight * sign > 0.1 {
      named.append(ToneWord(range: ranges[place], weight: weight))
    }
    named.sort { ($1.weight * sign, $0.range) < ($0.weight * sign, $1.range) }
    return Array(named.prefix(ToneReading.mostWords))
  }
}
