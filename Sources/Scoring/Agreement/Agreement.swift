import Domain

/// How two judges agree over the same talks: counts of every pair of verdicts, and what follows from them.
public struct Agreement: Hashable, Sendable {
  /// `counts[first][second]`, in the order of `verdicts`.
  public let counts: [[Int]]

  /// From the worst to the best, and beside them what does not apply.
  public static let verdicts: [Verdict] = [.breached, .missed, .partly, .met, .notApplicable]

  /// Kappa from which agreement is called substantial (Landis and Koch 1977); the gate of a criterion.
  public static let gateKappa = 0.61
  /// Share of pairs at most one step apart that a criterion needs.
  public static let gateShare = 0.85
  /// Kappa an auto-fail rule needs, with no false alarm beside.
  public static let autoFailKappa = 0.80

  /// Counts pairs of verdicts on the same talk.
  public init(_ pairs: [(Verdict, Verdict)]) {
    let size = Self.verdicts.count
    var counts = Array(repeating: Array(repeating: 0, count: size), count: size)
    for (first, second) in pairs {
      guard let row = Self.verdicts.firstIndex(of: first), let column = Self.verdicts.firstIndex(of: second)
      else { continue }
      counts[row][column] += 1
    }
    self.counts = counts
  }

  public var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }

  /// Pairs with the same verdict.
  public var same: Int { counts.indices.reduce(0) { $0 + counts[$1][$1] } }

  /// Pairs at most one step apart: missed and partly, partly and met.
  public var withinOneStep: Int {
    pairs { Self.steps($0, $1) <= 1 }
  }

  /// Pairs in which only the second judge saw a breach.
  public var falseAlarms: Int { pairs { $0 != 0 && $1 == 0 } }

  /// Weighted kappa (Cohen 1968) with linear weights over the steps; 1 for perfect agreement, 0 for what chance gives.
  ///
  /// Nil without pairs. Where both judges gave one and the same verdict throughout, chance explains everything and
  /// kappa says nothing: 1 is returned when they agree.
  public var kappa: Double? { weighted { Double($0) } }

  /// The same with the steps squared, as calibration among coaches reports it: far apart weighs more.
  public var quadraticKappa: Double? { weighted { Double($0 * $0) } }

  private func weighted(by weight: (Int) -> Double) -> Double? {
    guard total > 0 else { return nil }
    let size = counts.count
    let rows = counts.map { Double($0.reduce(0, +)) }
    let columns = (0..<size).map { column in Double(counts.reduce(0) { $0 + $1[column] }) }
    var observed = 0.0
    var expected = 0.0
    for row in 0..<size {
      for column in 0..<size {
        let weight = weight(Self.steps(row, column))
        observed += weight * Double(counts[row][column])
        expected += weight * rows[row] * columns[column] / Double(total)
      }
    }
    return expected == 0 ? 1 : 1 - observed / expected
  }

  /// Whether a criterion may give points.
  public var passesGate: Bool {
    guard let kappa, total > 0 else { return false }
    return kappa >= Self.gateKappa && Double(withinOneStep) >= Self.gateShare * Double(total)
  }

  /// Whether an auto-fail rule may fail an attempt.
  public var passesAutoFailGate: Bool {
    guard let kappa else { return false }
    return kappa >= Self.autoFailKappa && falseAlarms == 0
  }

  /// Steps between two verdicts by index; what does not apply is two steps from everything else.
  private static func steps(_ first: Int, _ second: Int) -> Int {
    if first == second { return 0 }
    let notApplicable = verdicts.count - 1
    return first == notApplicable || second == notApplicable ? 2 : abs(first - second)
  }

  private func pairs(_ matches: (Int, Int) -> Bool) -> Int {
    var sum = 0
    for row in counts.indices {
      for column in counts[row].indices where matches(row, column) { sum += counts[row][column] }
    }
    return sum
  }
}
