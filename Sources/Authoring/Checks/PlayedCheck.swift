import Diagnostics
import Domain

/// A check that looks at plays of a scenario without errors: one file each, its page and its logic side by side.
///
/// Authoring cannot play. Whoever can lends the checker a rehearsal or real attempts; without them it is silent.
protocol PlayedCheck: Sendable {
  static var page: CheckPage { get }

  /// Everything this check finds, in any order.
  static func findings(in subject: PlayedSubject) -> [Diagnostic]
}

/// What checks that look at plays see.
struct PlayedSubject: Sendable {
  /// As written, for the places.
  var draft: ScenarioDraft
  var scenario: Scenario
  /// The shared rubric the scenario uses; nil when it uses none.
  var house: Rubric?
  /// The moves as play hears them; nil when nothing can be heard.
  var hearing: Hearing?
  var rehearsal: Rehearsal?
  var attempts: Attempts?
}
