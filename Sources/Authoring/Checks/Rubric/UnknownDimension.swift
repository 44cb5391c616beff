import Diagnostics

/// S615: a dimension is named that the rubric does not have, or none where there are some.
///
/// Not in the scenario language's first list of checks: dimensions came later.
enum UnknownDimension: ScenarioCheck, RubricCheck {
  static let page = CheckPage(
    "S615", "unknown-dimension", .error, title: "a dimension is named that the rubric does not have",
    why: """
      Every criterion of a rubric with dimensions belongs to one of them, by its name, or its points would land \
      where nobody looks for them. A scenario's 'emphasis' names dimensions of the rubric it uses.
      """,
    mending: .shown,
    triggering: RubricExample.file(
      """
      dimensions:
        warmth: {weight: {usual: 100}}
      criteria:
        says_sorry: {kind: apology, title: Says sorry, skill: empathy, dimension: warmht, weight: 100}
        stays_calm: {kind: calm, title: Stays calm, skill: empathy, dimension: warmth, weight: 100}
      """),
    clean: RubricExample.file(
      """
      dimensions:
        warmth: {weight: {usual: 100}}
      criteria:
        says_sorry: {kind: apology, title: Says sorry, skill: empathy, dimension: warmth, weight: 50}
        stays_calm: {kind: calm, title: Stays calm, skill: empathy, dimension: warmth, weight: 50}
      """))

  static func findings(in subject: Subject) -> [Diagnostic] {
    guard let house = subject.house, let uses = subject.draft.rubric.house else { return [] }
    let known = house.dimensions.map(\.name)
    return uses.emphasis.map(\.dimension).compactMap { unknown($0, known, "rubric '\(uses.use.text)'") }
  }

  static func findings(in subject: RubricSubject) -> [Diagnostic] {
    let known = subject.draft.dimensions.map(\.name)
    return subject.draft.criteria.compactMap { criterion in
      if let dimension = criterion.dimension { return unknown(dimension, known, "this rubric") }
      guard !known.isEmpty else { return nil }
      return page.found(
        "criterion '\(criterion.name.text)' belongs to no dimension", at: criterion.name.place.label(),
        help: "add 'dimension:' with one of \(known.map(\.text).quoted)")
    }
  }

  private static func unknown(_ name: Written, _ known: [Written], _ owner: String) -> Diagnostic? {
    guard !known.contains(where: { $0.text == name.text }) else { return nil }
    let suggestion = Suggestion(
      for: name, amongWords: known.map(\.text),
      instead: known.isEmpty ? "it has no dimensions" : "the dimensions are \(known.map(\.text).quoted)")
    return page.found(
      "\(owner) has no dimension '\(name.text)'", at: name.place.label("no such dimension"),
      help: suggestion.help, fix: suggestion.fix)
  }
}
