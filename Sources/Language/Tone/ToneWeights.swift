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
  /// A signal that a feature moves, by its place in the catalogue, and by how much.
  struct Move: Sendable {
    var signal: Int
    var weight: Double
  }

  /// By signal: one weight for each number of the encoder's vector; empty when it uses none.
  private(set) var vectors: [[Double]]
  private(set) var biases: [Double]
  /// By signal: the weight of the cosine between reply and context.
  private(set) var cosines: [Double]

  private var features = NameTable(expecting: usualFeatures)
  /// The moves of all features, those of one side by side.
  private var moves: [Move] = []
  /// By feature: where its moves begin in `moves`; at the end how many there are.
  private var starts: [Int] = []

  /// About so many features have a weight; only saves time.
  private static let usualFeatures = 8_192

  /// Reads `signals/<name>.tsv` for every signal.
  init(folder: String, tier: EncoderTier?, dimension: Int) throws(ToneTrouble) {
    let count = ToneSignal.allCases.count
    vectors = Array(repeating: [], count: count)
    biases = Array(repeating: 0, count: count)
    cosines = Array(repeating: 0, count: count)
    var read: [(feature: Int, move: Move)] = []
    for (place, signal) in ToneSignal.allCases.enumerated() {
      let file = try ToneFile(folder, "signals/\(signal.rawValue).tsv")
      try self.read(file, signal: place, column: ToneColumn(tier), dimension: dimension, into: &read)
    }
    sort(read)
  }

  /// The signals that a feature moves, in the order of the catalogue.
  func moves(by feature: String) -> ArraySlice<Move> {
    guard let number = features[feature] else { return [] }
    return moves[starts[number]..<starts[number + 1]]
  }

  private mutating func read(
    _ file: ToneFile, signal: Int, column: ToneColumn, dimension: Int,
    into read: inout [(feature: Int, move: Move)]
  ) throws(ToneTrouble) {
    var reader = file.fields
    let (place, columns) = try Self.header(of: file, &reader, column)
    while reader.nextLine() {
      guard let name = reader.nextField() else { continue }
      var field = name
      var count = 1
      while let next = reader.nextField() {
        if count == place { field = next }
        count += 1
      }
      guard count == columns, let weight = field.isEmpty ? 0 : reader.number(field), weight.isFinite else {
        throw file.trouble(line: reader.line, "is not a feature and its weights")
      }
      if weight != 0 {
        add(name, of: reader, Move(signal: signal, weight: weight), dimension: dimension, into: &read)
      }
    }
  }

  /// Where the weights of a column stand, and how many columns there are.
  private static func header(
    of file: ToneFile, _ reader: inout FieldReader, _ column: ToneColumn
  ) throws(ToneTrouble) -> (place: Int, count: Int) {
    var names: [String] = []
    guard reader.nextLine() else { throw ToneTrouble(path: file.path, reason: "is empty") }
    while let name = reader.nextField() { names.append(reader.text(name)) }
    guard
      let place = names.firstIndex(of: column.rawValue) ?? names.firstIndex(of: ToneColumn.words.rawValue)
    else {
      throw ToneTrouble(path: file.path, reason: "has no column '\(column.rawValue)'")
    }
    return (place, names.count)
  }

  private mutating func add(
    _ name: Range<Int>, of reader: FieldReader, _ move: Move, dimension: Int,
    into read: inout [(feature: Int, move: Move)]
  ) {
    if reader.starts(name, with: "e:") {
      guard let place = Int(reader.text(name.dropFirst(2))), place >= 0, place < dimension else { return }
      if vectors[move.signal].isEmpty { vectors[move.signal] = Array(repeating: 0, count: dimension) }
      vectors[move.signal][place] = move.weight
    } else if reader.holds(name, "bias") {
      biases[move.signal] = move.weight
    } else if reader.holds(name, "x:cosine") {
      cosines[move.signal] = move.weight
    } else {
      read.append((features.insert(reader.bytes.span.extracting(name)), move))
    }
  }

  /// Puts the moves of each feature side by side, in the order read.
  private mutating func sort(_ read: [(feature: Int, move: Move)]) {
    var next = [Int](repeating: 0, count: features.count + 1)
    for (feature, _) in read { next[feature + 1] += 1 }
    for feature in next.indices.dropFirst() { next[feature] += next[feature - 1] }
    starts = next
    moves = [Move](repeating: Move(signal: 0, weight: 0), count: read.count)
    for (feature, move) in read {
      moves[next[feature]] = move
      next[feature] += 1
    }
  }
}
