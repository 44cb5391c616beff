/// One stretch of the talk with one job and its ways out.
public struct Beat: Hashable, Sendable {
  public var name: String
  /// The channel it is on, and the one it comes from when it opens with a hand-off.
  public var channel: Channel
  public var handOffFrom: Channel?
  /// What the customer says on entering; the seed picks one. Empty: the customer waits for the trainee.
  public var say: [String]
  public var hint: String?
  public var timers: [BeatTimer]
  /// What moves cause here, in the order listed; at most one rule a move.
  public var expect: [ExpectedMove]
  public var actions: [ExpectedAction]
  /// Ways out, tried in order after every turn of the trainee.
  public var next: [Exit]
  public var otherwise: Otherwise?

  public init(
    name: String, channel: Channel, handOffFrom: Channel? = nil, say: [String], hint: String? = nil,
    timers: [BeatTimer] = [], expect: [ExpectedMove] = [], actions: [ExpectedAction] = [], next: [Exit] = [],
    otherwise: Otherwise? = nil
  ) {
    self.name = name
    self.channel = channel
    self.handOffFrom = handOffFrom
    self.say = say
    self.hint = hint
    self.timers = timers
    self.expect = expect
    self.actions = actions
    self.next = next
    self.otherwise = otherwise
  }
}

/// Where a rule leads.
public enum Destination: Hashable, Sendable {
  case beat(Int)
  case ending(Int)
}

/// What a rule does when it applies.
public struct Consequence: Hashable, Sendable {
  public var condition: Condition?
  public var mood: [GaugeChange]
  public var set: [Int]
  public var clear: [Int]
  /// What the customer answers; the seed picks one.
  public var say: [String]
  public var go: Destination?
  /// Shown to the trainee in the debrief.
  public var note: String?

  public init(
    condition: Condition? = nil, mood: [GaugeChange] = [], set: [Int] = [], clear: [Int] = [],
    say: [String] = [], go: Destination? = nil, note: String? = nil
  ) {
    self.condition = condition
    self.mood = mood
    self.set = set
    self.clear = clear
    self.say = say
    self.go = go
    self.note = note
  }
}

/// A rule for one move; it applies once a visit to the beat.
public struct ExpectedMove: Hashable, Sendable {
  public var move: Int
  public var consequence: Consequence

  public init(move: Int, consequence: Consequence) {
    self.move = move
    self.consequence = consequence
  }
}

/// A rule for one desk action; it applies once a visit to the beat.
public struct ExpectedAction: Hashable, Sendable {
  public var action: Int
  public var consequence: Consequence

  public init(action: Int, consequence: Consequence) {
    self.action = action
    self.consequence = consequence
  }
}

/// The customer speaks by themselves after a silence; once a visit to the beat.
public struct BeatTimer: Hashable, Sendable {
  /// Silence since the beat began or the trainee last spoke or acted.
  public var after: Milliseconds
  public var consequence: Consequence

  public init(after: Milliseconds, consequence: Consequence) {
    self.after = after
    self.consequence = consequence
  }
}

/// A way out of a beat.
public struct Exit: Hashable, Sendable {
  public var condition: Condition
  public var go: Destination

  public init(condition: Condition, go: Destination) {
    self.condition = condition
    self.go = go
  }
}

/// What happens when a reply meets no rule of the beat.
public struct Otherwise: Hashable, Sendable {
  public var consequence: Consequence
  /// `go` is taken at this many unmatched replies; 1 means at once.
  public var afterTries: Int

  public init(consequence: Consequence, afterTries: Int = 1) {
    self.consequence = consequence
    self.afterTries = afterTries
  }
}

/// A way the encounter can end.
public struct Ending: Hashable, Sendable {
  public enum Outcome: String, Hashable, Sendable, CaseIterable, Codable {
    case success, partial, failure
  }

  /// Where the simulated satisfaction score (1 to 5) comes from.
  public enum Satisfaction: Hashable, Sendable {
    case fixed(Int)
    case fromGauge(Int)
  }

  public var name: String
  public var outcome: Outcome
  public var csat: Satisfaction?
  /// What the customer writes in the survey.
  public var comment: String?
  /// The customer's last words.
  public var say: String?

  public init(
    name: String, outcome: Outcome, csat: Satisfaction? = nil, comment: String? = nil, say: String? = nil
  ) {
    self.name = name
    self.outcome = outcome
    self.csat = csat
    self.comment = comment
    self.say = say
  }
}
