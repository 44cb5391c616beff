import Domain

/// Where a talk can go: which beats and endings some play may reach, and what the world may be there.
///
/// A bound over every play: moves, actions allowed or not, silence, any seed. What is called unreachable here
/// cannot be reached; what is called reachable might still need facts that never come together.
struct Flow: Hashable, Sendable {
  /// What the world may be on entering each beat; nothing for a beat that no play reaches.
  private(set) var entries: [Possible?]
  /// What the world may be at any moment within each beat.
  private(set) var inside: [Possible?]
  /// What the world may be when a play ends so; nothing for an ending that no play reaches.
  private(set) var finals: [Possible?]
  /// Reachable beats without any way out.
  private(set) var deadEnds: [Int] = []
  /// What can be said, done and reached over all plays.
  private(set) var attainable: Attainable
  /// What the world may be at any moment of a play.
  private(set) var anywhere: Possible
  /// Whether some `go` leads to a name nobody knows, so that what lies behind it cannot be judged.
  private(set) var leadsNowhere = false

  /// Beats times facts beyond which one bound for the whole scenario stands in for one a beat.
  static let detailLimit = 1_000_000
  /// How often a beat's entry may grow before its gauges are taken to their ends.
  private static let patience = 3

  init(_ story: Story) {
    let drift = Drift(story)
    entries = [Possible?](repeating: nil, count: story.beats.count)
    inside = entries
    finals = [Possible?](repeating: nil, count: story.endings.count)
    anywhere = Possible(opening: story)
    attainable = Attainable(
      actions: FactSet(size: story.actions.count), endings: FactSet(size: story.endings.count),
      moves: FactSet(size: story.moves.count), goal: false)
    explore(story, drift)
    conclude(story)
  }

  func reaches(beat: Int) -> Bool { entries.indices.contains(beat) && entries[beat] != nil }
  func reaches(ending: Int) -> Bool { attainable.endings.contains(ending) }

  /// Follows every way that may be open until nothing new comes up.
  private mutating func explore(_ story: Story, _ drift: Drift) {
    guard story.beats.indices.contains(story.start) else { return }
    var opening = Possible(opening: story)
    if story.beats.count.saturatingTimes(story.facts.count) > Self.detailLimit {
      opening.forgetDetail(of: story)
    }
    entries[story.start] = opening
    var visits = [Int](repeating: 0, count: story.beats.count)
    var queue = [story.start]
    var waiting = Set(queue)
    var at = 0
    while at < queue.count {
      let beat = queue[at]
      at += 1
      waiting.remove(beat)
      for next in follow(beat, story, drift, &visits) where waiting.insert(next).inserted {
        queue.append(next)
      }
    }
  }

  /// Looks at one beat and says which beats must be looked at (again) because of it.
  private mutating func follow(
    _ index: Int, _ story: Story, _ drift: Drift, _ visits: inout [Int]
  ) -> [Int] {
    guard let entry = entries[index] else { return [] }
    let beat = story.beats[index]
    let world = drift.settled(beat, from: entry)
    inside[index] = world
    endWhereSpent(world, story)
    var changed: [Int] = []
    for way in beat.ways where way.condition.map({ world.allows($0) }) ?? true {
      switch way.go {
      case .ending(let ending): attainable.endings.insert(ending)
      case .beat(let next) where entries.indices.contains(next):
        if arrive(at: next, from: world, by: way, &visits) { changed.append(next) }
      case .beat: leadsNowhere = true
      }
    }
    return changed
  }

  private mutating func arrive(
    at next: Int, from world: Possible, by way: Way, _ visits: inout [Int]
  ) -> Bool {
    var arriving = world
    if way.holdsOnArrival, let condition = way.condition { arriving.assume(condition) }
    guard let known = entries[next] else {
      entries[next] = arriving
      return true
    }
    var joined = known
    joined.formUnion(arriving)
    guard joined != known else { return false }
    visits[next] += 1
    if visits[next] > Self.patience { joined.widen(from: known) }
    entries[next] = joined
    return true
  }

  /// A gauge at 0 ends the talk.
  private mutating func endWhereSpent(_ world: Possible, _ story: Story) {
    for (index, gauge) in story.gauges.enumerated() where world.lowest[index] <= 0 {
      if let ending = gauge.endingAtZero { attainable.endings.insert(ending) }
    }
  }

  private mutating func conclude(_ story: Story) {
    for (index, world) in inside.enumerated() {
      guard let world else { continue }
      anywhere.formUnion(world)
      conclude(story.beats[index], world, story)
      for rule in story.beats[index].actions { attainable.actions.insert(rule.action) }
      if !hasWayOut(index, world, story) { deadEnds.append(index) }
    }
    for (index, action) in story.actions.enumerated() where action.isAlwaysAtHand {
      attainable.actions.insert(index)
    }
    for (index, move) in story.moves.enumerated() where !move.like.isEmpty || move.guided != nil {
      attainable.moves.insert(index)
    }
    attainable.goal = story.goal.map { anywhere.allows($0) } ?? false
  }

  /// The endings that a beat leads to, with the worlds they are reached in.
  private mutating func conclude(_ beat: Beat, _ world: Possible, _ story: Story) {
    for way in beat.ways {
      guard case .ending(let ending) = way.go, way.condition.map({ world.allows($0) }) ?? true else {
        continue
      }
      var final = world
      if way.holdsOnArrival, let condition = way.condition { final.assume(condition) }
      end(ending, in: final)
    }
    for (index, gauge) in story.gauges.enumerated() where world.lowest[index] <= 0 {
      guard let ending = gauge.endingAtZero else { continue }
      var final = world
      final.assume(.gauge(index, .atMost, 0))
      end(ending, in: final)
    }
  }

  private mutating func end(_ ending: Int, in world: Possible) {
    guard finals.indices.contains(ending), !world.isEmpty else { return }
    finals[ending]?.formUnion(world)
    if finals[ending] == nil { finals[ending] = world }
  }

  /// A way back into the same beat is none out of it.
  private func hasWayOut(_ beat: Int, _ world: Possible, _ story: Story) -> Bool {
    story.beats[beat].ways.contains { $0.go != .beat(beat) && $0.condition.map { world.allows($0) } ?? true }
      || story.gauges.indices.contains { world.lowest[$0] <= 0 && story.gauges[$0].endingAtZero != nil }
  }
}

extension DeskAction {
  /// Whether the trainee can do this in every beat: what policy speaks of, and what the desk itself does.
  fileprivate var isAlwaysAtHand: Bool { hasPolicy || ["note", "hold", "resume"].contains(name) }
}

extension Possible {
  /// Takes every fact that any rule touches for open, and every gauge for anything: one bound for all beats.
  fileprivate mutating func forgetDetail(of story: Story) {
    for beat in story.beats {
      for consequence in beat.consequences {
        for fact in consequence.set { mayBeTrue.insert(fact) }
        for fact in consequence.clear { mayBeFalse.insert(fact) }
      }
    }
    for gauge in lowest.indices {
      lowest[gauge] = Gauge.range.lowerBound
      highest[gauge] = Gauge.range.upperBound
    }
  }
}
