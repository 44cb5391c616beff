/// The names most like one that nobody has.
struct NearNames {
  private let names: [String]

  init(_ names: [String]) { self.names = names }

  /// A name as it is compared: capitals, hyphens and blanks make no difference.
  static func key(_ name: String) -> String {
    String(name.lowercased().map { "-_ ".contains($0) ? "_" : $0 })
  }

  /// Two at most: those that begin so or hold it, else those a few letters away.
  func nearest(to name: String) -> [String] {
    guard (2...64).contains(name.count) else { return [] }
    let name = Self.key(name)
    let holding = names.filter { Self.key($0).contains(name) || name.contains(Self.key($0)) }
    guard holding.isEmpty else { return Array(holding.prefix(2)) }
    let most = max(1, name.count / 3)
    let ranked = names.map { (name: $0, steps: Self.steps(Array(Self.key($0)), Array(name))) }.filter {
      $0.steps <= most
    }
    return ranked.sorted { ($0.steps, $0.name) < ($1.steps, $1.name) }.prefix(2).map(\.name)
  }

  /// Letters to change, add or leave out (Levenshtein's distance).
  private static func steps(_ one: [Character], _ other: [Character]) -> Int {
    var row = Array(0...other.count)
    for (place, letter) in one.enumerated() {
      var corner = row[0]
      row[0] = place + 1
      for (index, against) in other.enumerated() {
        let change = corner + (letter == against ? 0 : 1)
        corner = row[index + 1]
        row[index + 1] = min(change, row[index] + 1, row[index + 1] + 1)
      }
    }
    return row[other.count]
  }
}
