/// Which of a signal's weights are used: those learned with an encoder's vectors, or without.
enum ToneColumn: String, CaseIterable, Hashable, Sendable {
  case words, fast, main

  init(_ tier: EncoderTier?) {
    switch tier {
    case .none: self = .words
    case .fast: self = .fast
    case .main: self = .main
    }
  }
}

/// The weights of all signals for one tier: one lookup a feature.
struct ToneWeights: Sendable {
  /// By feature name: the signals it moves, by their place in the catalogue, and by how much.
  private(set) var byFeature: [String: [(signal: Int, weight: Double)]] = [:]
  /// By signal: one weight for each number of the encoder's vector; empty when it uses none.
  private(set) var vectors: [[Double]]
  private(set) var biases: [Double]
  /// By signal: the weight of the cosine between reply and context.
  private(set) var cosines: [Double]

  /// Reads `signals/<name>.tsv` for every signal.
  init(folder: String, tier: EncoderTier?, dimension: Int) throws(ToneTrouble) {
    let count = ToneSignal.allCases.count
    byFeature.reserveCapacity(Self.usualFeatures)
    vectors = Array(repeating: [], count: count)
    biases = Array(repeating: 0, count: count)
    cosines = Array(repeating: 0, count: count)
    for (place, signal) in ToneSignal.allCases.enumerated() {
      let file = try ToneFile(folder, "signals/\(signal.rawValue).tsv")
      try read(file, signal: place, column: ToneColumn(tier), dimension: dimension)
    }
  }

  /// About so many features have a weight; only saves time.
  private static let usualFeatures = 8_192

  private mutating func read(_ file: ToneFile, signal: Int, column: ToneColumn, dimension: Int)
    throws(ToneTrouble)
  {
    guard let header = file.lines.first.map({ file.fields($0.bytes).map(file.text) }) else {
      throw ToneTrouble(path: file.path, reason: "is empty")
    }
    guard
      let place = header.firstIndex(of: column.rawValue) ?? header.firstIndex(of: ToneColumn.words.rawValue)
    else {
      throw ToneTrouble(path: file.path, reason: "has no column '\(column.rawValue)'")
    }
    for line in file.lines.dropFirst() {
      let fields = file.fields(line.bytes)
      guard fields.count == header.count,
        let weight = fields[place].isEmpty ? 0 : file.number(fields[place]), weight.isFinite
      else {
        throw ToneTrouble(path: file.path, reason: "line \(line.number) is not a feature and its weights")
      }
      if weight == 0 || dimension == 0 && file.starts(fields[0], with: "e:") { continue }
      add(file.text(fields[0]), weight, signal: signal, dimension: dimension)
    }
  }

  private mutating func add(_ name: String, _ weight: Double, signal: Int, dimension: Int) {
    if name == "bias" {
      biases[signal] = weight
    } else if name == "x:cosine" {
      cosines[signal] = weight
    } else if name.hasPrefix("e:") {
      guard let place = Int(name.dropFirst(2)), place >= 0, place < dimension else { return }
      if vectors[signal].isEmpty { vectors[signal] = Array(repeating: 0, count: dimension) }
      vectors[signal][place] = weight
    } else {
      byFeature[name, default: []].append((signal, weight))
    }
  }
}
