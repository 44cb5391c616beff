import CEncoder

/// Acts learned from the examples of one side, for the vectors of one encoder.
///
/// Kernel ridge regression, and at the main tier the branch beside it, each for a part of the score; made by
/// `scoring/build/acts.py`, where the arithmetic is described.
final class ActModel: @unchecked Sendable {
  // Unchecked because of the handle: the C engine never changes a model after it is opened.
  /// Every act that was learned, in the order of the scores; nil for one this program does not know.
  let acts: [ServiceAct?]
  let file: ModelFile
  private let handle: OpaquePointer
  private let width: Int
  /// The words, cues and measures it was learned with, by their places in the engine's table.
  private let places: NameTable
  private let curves: [Curve]
  private let path: EncoderPath
  private let side: TalkSide
  private let branch: ActBranch?
  /// How much of each act's score is the branch's; none without one.
  private let shares: [Float]

  private struct Curve {
    var slope: Double
    var shift: Double
    var threshold: Float
  }

  /// - Throws: `ModelFileTrouble` when the file is damaged, or was made for another encoder or beside another branch.
  init(
    _ file: ModelFile, of side: TalkSide, encoder: any SentenceEncoder, branch: ActBranch?,
    path: EncoderPath = .best
  ) throws(ModelFileTrouble) {
    var made: OpaquePointer?
    let status = tp_kernel_open(file.bytes.baseAddress, file.bytes.count, &made)
    guard status == TP_OK, let made else {
      throw .malformed(path: file.path, reason: ModelFile.reason(status))
    }
    self.file = file
    self.path = path
    self.side = side
    self.branch = branch
    shares = branch.map { _ in Self.shares(file) } ?? []
    handle = made
    width = file.parameter(TP_WIDTH)
    let names = Self.table(of: file, 11)
    acts = (0..<names.count).map { ServiceAct(rawValue: names.name($0)) }
    places = Self.table(of: file, 4)
    curves = Self.curves(file)
    try Self.check(file, encoder, names: places.count, acts: acts.count, curves: curves.count)
    try Self.check(file, beside: branch, acts: (0..<names.count).map(names.name), of: side)
  }

  deinit { tp_kernel_close(handle) }

  /// A text as the model sees it: its vector, the branch's where there is one, and its words, cues and measures.
  struct Text {
    var vector: [Float]
    var branched: [Float] = []
    var features: [ToneFeature]
  }

  /// The acts a text with these scores makes, with how surely; none for a text without words.
  func acts(in text: Text, _ scores: [Float]) -> [(act: ServiceAct, probability: Double)] {
    guard !text.features.isEmpty else { return [] }
    return scores.indices.compactMap { index in
      guard let act = acts[index], scores[index] >= curves[index].threshold else { return nil }
      let curve = curves[index]
      return (act, Numbers.logistic(curve.slope * Double(scores[index]) + curve.shift))
    }
  }

  /// One number an act for each text, the same to the bit on every path; none for a vector of another width.
  func scores(of texts: [Text]) -> [[Float]] {
    guard texts.allSatisfy({ $0.vector.count == width }) else { return texts.map { _ in [] } }
    var words: [UInt32] = []
    var counts: [Float] = []
    var starts = [0]
    for text in texts {
      for feature in text.features {
        guard let place = places[feature.name] else { continue }
        words.append(UInt32(truncatingIfNeeded: place))
        counts.append(Float(feature.value))
      }
      starts.append(words.count)
    }
    var scores = [Float](repeating: 0, count: acts.count * texts.count)
    let status = tp_kernel_scores(
      handle, path.number, texts.count, texts.flatMap(\.vector), words, counts, starts, &scores)
    guard status == TP_OK else { return texts.map { _ in [] } }
    return texts.indices.map { index in
      let near = scores[index * acts.count..<(index + 1) * acts.count]
      guard let branch, texts[index].branched.count == width else { return Array(near) }
      let read = branch.probabilities(of: texts[index].branched, from: side)
      return shares.indices.map { act in
        (1 - shares[act]) * near[near.startIndex + act] + shares[act] * Float(read[act])
      }
    }
  }

  // MARK: Reading the file

  /// The names of a section, one a line. One that stands there twice counts once: then `check` refuses the file.
  private static func table(of file: ModelFile, _ section: UInt32) -> NameTable {
    file.section(section, of: UInt8.self).map { NameTable(lines: $0.span) } ?? NameTable()
  }

  /// Four numbers an act: its share, which the engine reads, then slope, shift and threshold.
  private static func curves(_ file: ModelFile) -> [Curve] {
    guard let numbers = file.section(12, of: Float.self) else { return [] }
    return stride(from: 0, to: numbers.count - 3, by: 4).map { start in
      Curve(
        slope: Double(numbers[start + 1]), shift: Double(numbers[start + 2]), threshold: numbers[start + 3])
    }
  }

  private static func shares(_ file: ModelFile) -> [Float] {
    file.section(13, of: Float.self).map(Array.init) ?? []
  }

  private static func check(
    _ file: ModelFile, _ encoder: any SentenceEncoder, names: Int, acts: Int, curves: Int
  ) throws(ModelFileTrouble) {
    let sizes = (file.parameter(TP_PIECES), file.parameter(TP_LAYERS))
    guard sizes == (names, acts), acts == curves else {
      throw .malformed(
        path: file.path, reason: "its lists of words and acts are not as long as its header says")
    }
    try file.requireMade(for: encoder)
  }

  private static func check(
    _ file: ModelFile, beside branch: ActBranch?, acts: [String], of side: TalkSide
  ) throws(ModelFileTrouble) {
    guard let branch else {
      guard file.parameter(TP_BRANCH_MARK) == 0 else {
        throw .malformed(path: file.path, reason: "was made beside a branch, and there is none here")
      }
      return
    }
    let shares = shares(file)
    guard branch.encoder.file.digest.hasPrefix(file.mark(TP_BRANCH_MARK)), branch.names(of: side) == acts,
      shares.count == acts.count, shares.allSatisfy({ (0...1).contains($0) })
    else {
      throw .malformed(path: file.path, reason: "was made beside another branch")
    }
  }
}
