import Domain

/// One way out of a beat, whatever rule it stands in.
struct Way: Hashable, Sendable {
  var go: Destination
  var condition: Condition?
  /// Whether the condition still holds on arrival: true for `next`, which is asked last.
  var holdsOnArrival: Bool
}

extension Beat {
  /// The ways out in a fixed order: moves, actions, timers, `next`, `otherwise`.
  var ways: [Way] {
    var ways: [Way] = []
    for rule in expect { ways.add(rule.consequence) }
    for rule in actions { ways.add(rule.consequence) }
    for timer in timers { ways.add(timer.consequence) }
    for exit in next { ways.append(Way(go: exit.go, condition: exit.condition, holdsOnArrival: true)) }
    if let otherwise { ways.add(otherwise.consequence) }
    return ways
  }
}

extension [Way] {
  fileprivate mutating func add(_ consequence: Consequence) {
    if let go = consequence.go {
      append(Way(go: go, condition: consequence.condition, holdsOnArrival: false))
    }
  }
}

/// Where a way out is written.
struct WrittenWay: Hashable, Sendable {
  /// The name after `go`.
  var go: Written
  var condition: ExpressionDraft?
}

extension BeatDraft {
  /// The ways out as written, in the order of `Beat.ways`.
  var ways: [WrittenWay] {
    var ways: [WrittenWay] = []
    for rule in expect + actions { ways.add(rule.consequence) }
    for timer in timers { ways.add(timer.consequence) }
    for exit in next {
      if let go = exit.go.first { ways.append(WrittenWay(go: go, condition: exit.condition)) }
    }
    if let otherwise { ways.add(otherwise.consequence) }
    return ways
  }
}

extension [WrittenWay] {
  fileprivate mutating func add(_ consequence: ConsequenceDraft) {
    if let go = consequence.go.first {
      append(WrittenWay(go: go, condition: consequence.condition))
    }
  }
}
