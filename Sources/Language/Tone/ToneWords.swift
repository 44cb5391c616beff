extension ToneLexicon {
  /// Single words, pairs and sentence openings, each once, together of length one: a long reply has no more weight.
  func wordFeatures(_ text: ToneText) -> [ToneFeature] {
    var places: [String: Int] = [:]
    places.reserveCapacity(text.names.count * 2)
    var found: [(name: String, ranges: [TextRange])] = []
    func note(_ name: String, _ range: TextRange) {
      if let place = places[name] {
        found[place].ranges.append(range)
      } else {
        places[name] = found.count
        found.append((name, [range]))
      }
    }
    let ranges = text.tokens.map(\.range)
    for index in text.names.indices {
      let name = text.names[index]
      note("w:" + name, ranges[index])
      if text.starts[index] { note("w:^_" + name, ranges[index]) }
      if index > 0, !text.starts[index] {
        note("w:" + text.names[index - 1] + "_" + name, ranges[index - 1].through(ranges[index]))
      }
    }
    guard !found.isEmpty else { return [] }
    let value = 1 / Double(found.count).squareRoot()
    return found.map { ToneFeature($0.name, value, $0.ranges) }
  }
}
