import Diagnostics
import Domain

/// S614: the customer's survey says the reverse of the outcome.
enum SatisfactionAgainstEnding: ScenarioCheck {
  static let page = CheckPage(
    "S614", "satisfaction-against-ending", .warning, title: "the satisfaction score contradicts the outcome",
    why: """
      After a success a customer gives 3 or more of 5, after a failure 3 or less. Where it must be otherwise, the \
      ending's outcome, its 'csat' or the gauge behind it is not what was meant.
      """,
    triggering: """
      endings:
        solved: {outcome: success, csat: 1}
      """,
    clean: """
      endings:
        solved: {outcome: success, csat: 5}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    subject.story.endings.indices.compactMap { index in
      let ending = subject.story.endings[index]
      guard let marks = marks(ending, in: subject.flow.finals[index]) else { return nil }
      let isOdd =
        switch ending.outcome {
        case .success: marks.upperBound <= 2
        case .failure: marks.lowerBound >= 4
        case .partial: false
        }
      guard isOdd else { return nil }
      let most = ending.outcome == .success ? "at most \(marks.upperBound)" : "at least \(marks.lowerBound)"
      return page.found(
        "'\(ending.name)' is a \(ending.outcome.rawValue), and its customer gives \(most) of 5",
        at: subject.names.endings.names[index].place.label(ending.outcome.rawValue),
        help: "mend 'csat' or 'outcome'")
    }
  }

  /// What the customer may give, 1 to 5; nil when nothing is known of it.
  private static func marks(_ ending: Ending, in world: Possible?) -> ClosedRange<Int>? {
    switch ending.csat {
    case .none: return nil
    case .fixed(let mark): return mark...mark
    case .fromGauge(let gauge):
      guard let world, world.lowest.indices.contains(gauge) else { return nil }
      let (low, high) = (world.lowest[gauge].onGauge, world.highest[gauge].onGauge)
      return low <= high ? Gauge.satisfaction(at: low)...Gauge.satisfaction(at: high) : nil
    }
  }
}
