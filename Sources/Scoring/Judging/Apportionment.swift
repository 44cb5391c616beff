import Domain

/// Sharing out a whole number in proportion, without losing or inventing a hundredth.
enum Apportionment {
  /// Parts of `total` in proportion to the weights; they add up to it exactly unless every weight is 0.
  ///
  /// Largest remainder (Hamilton's method); equal remainders go to the earlier part. Weights below 0 count as 0,
  /// above a million million as that; a total below 0 as 0.
  static func share(_ total: Int, by weights: [Int]) -> [Int] {
    let weights = weights.map { min(max($0, 0), 1_000_000_000_000) }
    let sum = weights.reduce(0, +)
    guard sum > 0, total > 0 else { return weights.map { _ in 0 } }
    let divided = weights.map { weight in
      let product = weight.multipliedFullWidth(by: total)
      return sum.dividingFullWidth(product)
    }
    var parts = divided.map(\.quotient)
    let left = total - parts.reduce(0, +)
    let order = divided.indices.sorted { (divided[$1].remainder, $0) < (divided[$0].remainder, $1) }
    for index in order.prefix(left) { parts[index] += 1 }
    return parts
  }
}

/// How much of a criterion's points were earned.
struct Share: Hashable, Sendable {
  var passed: Int
  var asked: Int

  /// The share of questions answered with yes, doubted answers in part; nothing for a breach.
  init(_ evidence: Evidence) {
    let worth = evidence.checks.reduce(0) { $0 + min(max($1.worth, 0), 100) }
    passed = evidence.verdict == .breached ? 0 : worth
    asked = evidence.checks.count * 100
  }

  init(passed: Int, asked: Int) {
    self.passed = passed
    self.asked = asked
  }

  /// That share of `possible`, rounded down; all of it only when every question passed.
  func of(_ possible: Int) -> Int {
    guard asked > 0, passed > 0, possible > 0 else { return 0 }
    let product = possible.multipliedFullWidth(by: min(passed, asked))
    return asked.dividingFullWidth(product).quotient
  }
}
