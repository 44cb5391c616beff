import Authoring
import Domain

/// What to practise next: the same again after a miss, else something not yet done, else the weakest.
struct NextPractice {
  var scenarios: [Library.Entry]
  var done: [SessionSummary]

  /// The command to type next.
  func command(after summary: SessionSummary) -> String {
    guard summary.scorecard.result == .passed else { return "touchpoint play \(summary.scenario)" }
    return suggestion.map { "touchpoint play \($0.id)" } ?? "touchpoint play \(summary.scenario)"
  }

  /// The first scenario never finished, else the one whose best attempt is weakest; nil for an empty library.
  var suggestion: Library.Entry? {
    let best = Dictionary(grouping: done, by: \.scenario).mapValues { attempts in
      attempts.map(\.scorecard.counted).max() ?? 0
    }
    if let fresh = scenarios.first(where: { best[$0.id] == nil }) { return fresh }
    return scenarios.min { (best[$0.id] ?? 0, $0.id) < (best[$1.id] ?? 0, $1.id) }
  }
}
