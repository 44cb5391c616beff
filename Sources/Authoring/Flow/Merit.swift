import Domain

/// What a scenario's own criteria are worth in plays that end in one way: a bound from both sides.
///
/// Points are counted in hundredths. `most` may be more than any play earns, `least` less, never the reverse.
struct Merit: Hashable, Sendable {
  private(set) var most = 0
  private(set) var least = 0

  /// The merit of plays that end with `ending` (nil: with none) in one of the worlds of `world`.
  init(of story: Story, ending: Int?, in world: Possible, _ attainable: Attainable) {
    for criterion in story.criteria where !criterion.earn.isEmpty {
      let parts = criterion.earn.map { $0.asked(at: ending, goal: story.goal) }
      let possible = parts.count { world.allows($0, attainable) }
      let certain = parts.count { !world.allowsNot($0, attainable) }
      let points = criterion.weight.saturatingTimes(100)
      most = most.saturatingPlus((points.saturatingTimes(possible) + parts.count - 1) / parts.count)
      least = least.saturatingPlus(points.saturatingTimes(certain) / parts.count)
    }
  }
}

extension Condition {
  /// The question as it stands once the talk has ended so: endings and the goal are known by then.
  func asked(at ending: Int?, goal: Condition?) -> Condition {
    switch self {
    case .ended(let wanted): wanted == ending ? .all([]) : .any([])
    case .goal: goal ?? .any([])
    case .all(let parts): .all(parts.map { $0.asked(at: ending, goal: goal) })
    case .any(let parts): .any(parts.map { $0.asked(at: ending, goal: goal) })
    case .not(let part): .not(part.asked(at: ending, goal: goal))
    case .fact, .gauge, .counter, .said, .did: self
    }
  }
}

extension Story {
  /// The same story for a trainee who neither speaks nor acts: only timers and the clock are left.
  var inSilence: Story {
    var story = self
    story.actions = []
    for index in story.gauges.indices { story.gauges[index].everyTurn = 0 }
    for index in story.beats.indices {
      story.beats[index].expect = []
      story.beats[index].actions = []
      story.beats[index].next = []
      story.beats[index].otherwise = nil
    }
    return story
  }
}
