/// Krippendorff's alpha for ordered values given by any number of judges, each of whom may leave cases out.
///
/// After Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), with the ordinal metric; the tests hold its
/// worked example.
public struct OrdinalAlpha: Hashable, Sendable {
  /// Values given to one case count only where another judge gave one too.
  public let pairable: Int
  /// 1 for perfect agreement, 0 for what chance gives; nil where fewer than two values can be compared.
  ///
  /// Where everybody gave one and the same value throughout, chance explains everything; 1 is returned.
  public let value: Double?

  /// - Parameter cases: for every case the values it was given, as whole numbers in their order.
  public init(_ cases: [[Int]]) {
    let compared = cases.filter { $0.count > 1 }
    let values = Set(compared.joined()).sorted()
    let coincidences = Self.coincidences(compared, values)
    let totals = coincidences.map { $0.reduce(0, +) }
    pairable = compared.reduce(0) { $0 + $1.count }
    guard pairable > 1 else {
      value = nil
      return
    }
    var (observed, expected) = (0.0, 0.0)
    for first in values.indices {
      for second in values.indices where second > first {
        let distance = Self.distance(first, second, totals)
        observed += coincidences[first][second] * distance
        expected += totals[first] * totals[second] * distance
      }
    }
    value = expected == 0 ? 1 : 1 - Double(pairable - 1) * observed / expected
  }

  /// How often two values stand beside each other, every case weighed by the judges it had.
  private static func coincidences(_ cases: [[Int]], _ values: [Int]) -> [[Double]] {
    var counts = Array(repeating: Array(repeating: 0.0, count: values.count), count: values.count)
    for given in cases {
      let places = given.compactMap { values.firstIndex(of: $0) }
      for (one, first) in places.enumerated() {
        for (other, second) in places.enumerated() where one != other {
          counts[first][second] += 1 / Double(places.count - 1)
        }
      }
    }
    return counts
  }

  /// The squared number of values that lie between two ranks, half of each end.
  private static func distance(_ first: Int, _ second: Int, _ totals: [Double]) -> Double {
    let between = totals[first...second].reduce(0, +) - (totals[first] + totals[second]) / 2
    return between * between
  }
}
