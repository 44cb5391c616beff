extension ToneLexicon {
  /// Single words, pairs and sentence openings, each once, together of length one: a long reply has no more weight.
  func wordFeatures(_ text: ToneText) -> [ToneFeature] {
    var found: [String: [TextRange]] = [:]
    var order: [String] = []
    func note(_ name: String, _ range: TextRange) {
      if found[name] == nil { order.append(name) }
      found[name, default: []].append(range)
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
    guard !order.isEmpty else { return [] }
    let value = 1 / Double(order.count).squareRoot()
    return order.map { ToneFeature($0, value, found[$0] ?? []) }
  }
}
