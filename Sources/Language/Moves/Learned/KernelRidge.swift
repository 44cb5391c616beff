/// A text as the classifier sees it: its direction and its words.
struct Featured: Sendable {
  var vector: [Float]
  var words: WordFeatures
}

/// How two texts are compared and how much is believed of one example.
struct KernelSetting: Hashable, Sendable {
  /// How fast likeness falls with the angle between two vectors: e to the -sharpness (1 - cosine).
  var sharpness: Double
  /// What the same words, and the same runs of letters, add to it.
  var words: Float
  /// The ridge: the larger, the less a single example decides.
  var ridge: Float

  /// One label an example. Chosen on draws from BANKING77's and CLINC150's training parts (scoring/README.md).
  static let oneLabel = KernelSetting(sharpness: 3, words: 0.1, ridge: 0.15)
  /// Several labels an example; words tell more there. Chosen on draws from NLU++ banking.
  static let severalLabels = KernelSetting(sharpness: 3, words: 0.3, ridge: 0.3)
}

/// Ridge regression on likeness to examples, one target a label: 1 where the example has it, 0 where not.
///
/// Closed form (Saunders, Gammerman, Vovk 1998), no iteration, and what each example would have scored had it not been
/// learned from comes with it. Beyond `mostAnchors` examples, some stand for all (Nyström's method).
struct KernelRidge: Sendable {
  /// Examples that were compared with; all, unless there are too many.
  static let mostAnchors = 2000
  static let anchorsOfMany = 1000

  private let anchors: Matrix
  private let index: WordIndex
  private let setting: KernelSetting
  /// A row a label, a column an anchor.
  private let weights: Matrix
  /// Scores of examples by what was learned from all others; a row for each of `leftOutRows`.
  let leftOut: Matrix
  /// Which examples those are.
  let leftOutRows: [Int]
  /// Which examples the anchors are.
  let anchorRows: [Int]

  init(
    _ examples: [Featured], labels: [[Int]], labelCount: Int, setting: KernelSetting,
    limits: (all: Int, many: Int) = (mostAnchors, anchorsOfMany)
  ) {
    let chosen = Self.anchors(labels, labelCount, limits)
    anchorRows = chosen
    anchors = Matrix(chosen.map { examples[$0].vector }, width: examples.first?.vector.count ?? 0)
    index = WordIndex(chosen.map { examples[$0].words })
    self.setting = setting
    let targets = Self.targets(labels, labelCount)
    let comparison = Comparison(anchors: anchors, index: index, setting: setting)
    let likeness = Matrix(examples.map(comparison.likeness), width: chosen.count)
    let learned =
      chosen.count == examples.count
      ? Self.learnedFromAll(likeness, targets, setting.ridge)
      : Self.learnedFromMany(likeness, targets, setting.ridge, chosen)
    (weights, leftOut, leftOutRows) = learned
  }

  /// One score a label: about 1 for a text like the label's examples, about 0 for one like none.
  func scores(_ text: Featured) -> [Float] {
    scores(likeness: likeness(text))
  }

  /// The same for a text that is so like the anchors.
  func scores(likeness: [Float]) -> [Float] { weights.times(likeness) }

  /// How like a text is to each anchor.
  func likeness(_ text: Featured) -> [Float] {
    Comparison(anchors: anchors, index: index, setting: setting).likeness(text)
  }

  /// The part of `likeness` that comes from the same words and letters.
  func wordLikeness(_ text: Featured) -> [Float] {
    var result = [Float](repeating: 0, count: anchorRows.count)
    index.add(text.words, times: setting.words, to: &result)
    return result
  }

  // MARK: Learning

  private struct Comparison {
    let anchors: Matrix
    let index: WordIndex
    let setting: KernelSetting

    func likeness(_ text: Featured) -> [Float] {
      var result = anchors.times(text.vector)
      for place in result.indices {
        result[place] = Float(Numbers.exponential(setting.sharpness * (Double(result[place]) - 1)))
      }
      index.add(text.words, times: setting.words, to: &result)
      return result
    }
  }

  /// All examples, or as many of each label in turn as there is room for.
  private static func anchors(_ labels: [[Int]], _ labelCount: Int, _ limits: (all: Int, many: Int)) -> [Int]
  {
    guard labels.count > limits.all else { return Array(labels.indices) }
    var queues = [[Int]](repeating: [], count: labelCount + 1)
    for (row, own) in labels.enumerated() { queues[own.first ?? labelCount].append(row) }
    var chosen: [Int] = []
    var round = 0
    while chosen.count < limits.many {
      for queue in queues where round < queue.count && chosen.count < limits.many {
        chosen.append(queue[round])
      }
      round += 1
    }
    return chosen.sorted()
  }

  private static func targets(_ labels: [[Int]], _ labelCount: Int) -> Matrix {
    var targets = Matrix(rows: labelCount, width: labels.count)
    for (row, own) in labels.enumerated() {
      for label in own { targets[label, row] = 1 }
    }
    return targets
  }

  private static func learnedFromAll(_ likeness: Matrix, _ targets: Matrix, _ ridge: Float)
    -> (Matrix, Matrix, [Int])
  {
    var ridged = likeness
    for row in 0..<likeness.rows { ridged[row, row] += ridge }
    let parts = Cholesky(ridged)
    let weights = Matrix(
      (0..<targets.rows).map { parts.solution(targets.row($0)) }, width: likeness.width)
    let inverse = parts.inverseDiagonal()
    var leftOut = Matrix(rows: likeness.rows, width: targets.rows)
    for row in 0..<likeness.rows {
      for label in 0..<targets.rows {
        leftOut[row, label] = targets[label, row] - weights[label, row] / inverse[row]
      }
    }
    return (weights, leftOut, Array(0..<likeness.rows))
  }

  private static func learnedFromMany(
    _ likeness: Matrix, _ targets: Matrix, _ ridge: Float, _ chosen: [Int]
  ) -> (Matrix, Matrix, [Int]) {
    let columns = likeness.transposed
    var normal = columns.rowProducts
    for (row, example) in chosen.enumerated() {
      for column in chosen.indices { normal[row, column] += ridge * likeness[example, column] }
      normal[row, row] += 0.001
    }
    let parts = Cholesky(normal)
    let weights = Matrix(
      (0..<targets.rows).map { parts.solution(columns.times(targets.row($0))) }, width: chosen.count)
    let sample = stride(from: 0, to: likeness.rows, by: max(1, likeness.rows / 1000)).map { $0 }
    let leftOut = sample.map { example in
      let half = parts.halfway(likeness.row(example), from: 0)
      let share = min(Numbers.dot(half, half), 0.99)
      let fitted = weights.times(likeness.row(example))
      return fitted.indices.map { (fitted[$0] - share * targets[$0, example]) / (1 - share) }
    }
    return (weights, Matrix(leftOut, width: targets.rows), sample)
  }
}
