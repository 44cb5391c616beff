import CEncoder

/// The branch that was taught acts: how surely a text makes each, by one linear answer an act on the branch's vector.
///
/// Made by `scoring/build/acts.py`.
final class ActBranch: Sendable {
  let encoder: EncoderBranch
  /// The answers of each side: their acts' names and where they stand in the file.
  private let sides: [TalkSide: [(name: String, place: Int)]]
  private let weights: [Float]
  private let biases: [Float]

  /// - Throws: `ModelFileTrouble` when the file is damaged or made for another transformer.
  init(_ file: ModelFile, of transformer: TransformerEncoder) throws(ModelFileTrouble) {
    encoder = try EncoderBranch(file, of: transformer)
    weights = file.section(1, of: Float.self).map(Array.init) ?? []
    biases = file.section(2, of: Float.self).map(Array.init) ?? []
    let lines = file.section(3, of: UInt8.self).map { NameTable(lines: $0.span) } ?? NameTable()
    var sides: [TalkSide: [(name: String, place: Int)]] = [:]
    for place in 0..<lines.count {
      let parts = lines.name(place).split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let side = TalkSide(rawValue: String(parts[0])) else { continue }
      sides[side, default: []].append((String(parts[1]), place))
    }
    self.sides = sides
    let count = file.parameter(TP_ROWS)
    guard lines.count == count, biases.count == count, weights.count == count * transformer.dimension else {
      throw .malformed(path: file.path, reason: "its answers are not as many as its header says")
    }
    guard (weights + biases).allSatisfy(\.isFinite) else {
      throw .malformed(path: file.path, reason: ModelFile.reason(TP_BAD_NUMBER))
    }
  }

  /// The acts of a side, in the order of `probabilities`.
  func names(of side: TalkSide) -> [String] { (sides[side] ?? []).map(\.name) }

  /// How surely a text with this vector of the branch makes each act of a side, 0–1. The same bits everywhere.
  func probabilities(of vector: [Float], from side: TalkSide) -> [Double] {
    let width = vector.count
    return weights.withUnsafeBufferPointer { weights in
      vector.withUnsafeBufferPointer { vector in
        guard let row = weights.baseAddress, let vector = vector.baseAddress else { return [] }
        return (sides[side] ?? []).map { answer in
          Numbers.logistic(
            Double(biases[answer.place] + Numbers.dot(row + answer.place * width, vector, width)))
        }
      }
    }
  }
}
