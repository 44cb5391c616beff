import Diagnostics
import Domain

/// S608: something is judged that decides nothing.
enum UncountedCriterion: ScenarioCheck, RubricCheck {
  static let page = CheckPage(
    "S608", "uncounted-criterion", .warning, title: "something is judged and does not count",
    why: """
      A weight of 0 takes a criterion, a dimension or the whole shared rubric out of the score, though readers of \
      the file will think it counts. A critical criterion decides even without points. With 'emphasis: none' it is \
      said on purpose, so that is advice only.
      """,
    triggering: RubricExample.file(
      """
      criteria:
        says_sorry: {kind: apology, title: Says sorry, skill: empathy, weight: 100}
        stays_calm: {kind: calm, title: Stays calm, skill: empathy, weight: 0}
      """),
    clean: RubricExample.file(
      """
      criteria:
        says_sorry: {kind: apology, title: Says sorry, skill: empathy, weight: 60}
        stays_calm: {kind: calm, title: Stays calm, skill: empathy, weight: 40}
      """))

  /// The scenario's own criteria of weight 0 are S209's.
  static func findings(in subject: Subject) -> [Diagnostic] {
    guard let house = subject.draft.rubric.house else { return [] }
    if let weight = house.weight, weight.points == 0 {
      return [
        page.found(
          "the rubric '\(house.use.text)' counts nothing here; its weight is 0",
          at: weight.place.label("no points"), help: "give it a weight, or take 'house' away")
      ]
    }
    return house.emphasis.filter { $0.emphasis == .none }.map { left in
      page.found(
        "dimension '\(left.dimension.text)' is judged and does not count here",
        at: left.dimension.place.label("left out of the score"),
        help: "a breach of its critical criteria still fails the attempt", severity: .advice)
    }
  }

  static func findings(in subject: RubricSubject) -> [Diagnostic] {
    let dimensions = subject.draft.dimensions.filter { dimension in
      !dimension.weights.isEmpty && dimension.weights.allSatisfy { $0.weight.points == 0 }
    }
    let criteria = subject.draft.criteria.filter { $0.weight?.points == 0 && !$0.isCritical }
    return dimensions.map { nothing("dimension '\($0.name.text)'", $0.name) }
      + criteria.map { nothing("criterion '\($0.name.text)'", $0.name) }
  }

  private static func nothing(_ what: String, _ name: Written) -> Diagnostic {
    page.found(
      "\(what) is judged and counts for nothing", at: name.place.label("weight 0"),
      help: "give it a weight, or take it away")
  }
}
