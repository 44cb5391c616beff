import Domain

/// Which beat can lead where, by the rules as written, whatever their conditions.
public struct BeatGraph {
  /// By beat: everywhere one of its rules may go.
  public let ways: [[Destination]]

  public init(_ scenario: Scenario) {
    let spent = scenario.gauges.compactMap(\.endingAtZero).map(Destination.ending)
    ways = scenario.beats.map { Self.ways(from: $0) + spent }
  }

  /// The beats from which this ending may still be reached.
  public func beats(leadingTo ending: Int) -> Set<Int> {
    var leading = Set(ways.indices.filter { ways[$0].contains(.ending(ending)) })
    var waiting = Array(leading)
    let origins = origins
    while let beat = waiting.popLast() {
      for origin in origins[beat] where leading.insert(origin).inserted { waiting.append(origin) }
    }
    return leading
  }

  private var origins: [[Int]] {
    var origins = Array(repeating: [Int](), count: ways.count)
    for (beat, destinations) in ways.enumerated() {
      for case .beat(let next) in destinations where ways.indices.contains(next) {
        origins[next].append(beat)
      }
    }
    return origins
  }

  private static func ways(from beat: Beat) -> [Destination] {
    beat.expect.compactMap(\.consequence.go) + beat.actions.compactMap(\.consequence.go)
      + beat.timers.compactMap(\.consequence.go) + beat.next.map(\.go)
      + [beat.otherwise?.consequence.go].compactMap { $0 }
  }
}
