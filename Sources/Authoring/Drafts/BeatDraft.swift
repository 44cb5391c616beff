import Domain

/// A beat as written.
struct BeatDraft: Hashable, Sendable {
  var name: Written
  var was: Written?
  /// The channel it is on.
  var channel: Written?
  /// Where the talk comes from, when the beat opens with a hand-off.
  var handOffFrom: Written?
  var say: [Written] = []
  var hint: Written?
  var timers: [TimerDraft] = []
  var expect: [RuleDraft] = []
  var actions: [RuleDraft] = []
  var next: [ExitDraft] = []
  var otherwise: OtherwiseDraft?
}

/// What a rule causes, as written.
struct ConsequenceDraft: Hashable, Sendable {
  var condition: ExpressionDraft?
  var mood: [GaugeStepDraft] = []
  var set: [Written] = []
  var clear: [Written] = []
  var say: [Written] = []
  /// Where it leads; more than one place is a mistake that is reported, and the first counts.
  var go: [Written] = []
  var note: String?
}

/// A rule for a move or an action, as written.
struct RuleDraft: Hashable, Sendable {
  var name: Written
  var consequence = ConsequenceDraft()
}

struct TimerDraft: Hashable, Sendable {
  var after: Milliseconds
  var consequence = ConsequenceDraft()
}

struct ExitDraft: Hashable, Sendable {
  var condition: ExpressionDraft?
  var go: [Written]
}

struct OtherwiseDraft: Hashable, Sendable {
  var consequence = ConsequenceDraft()
  var afterTries = 1
}

/// An ending as written.
struct EndingDraft: Hashable, Sendable {
  var name: Written
  var was: Written?
  var outcome: Ending.Outcome?
  var satisfaction: SatisfactionDraft?
  var comment: Written?
  var say: Written?
}

/// `csat: 4`, or `csat: from satisfaction`.
enum SatisfactionDraft: Hashable, Sendable {
  case fixed(Int)
  case fromGauge(Written)
}
