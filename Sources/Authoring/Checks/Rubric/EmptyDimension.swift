import Diagnostics

/// S618: a dimension to which no criterion belongs.
///
/// Not in the scenario language's first list of checks: dimensions came later.
enum EmptyDimension: RubricCheck {
  static let page = CheckPage(
    "S618", "empty-dimension", .warning, title: "no criterion belongs to this dimension",
    why: """
      Its points are dealt out to the other dimensions, so the weights people read are not those that count. \
      Often a criterion was moved and its dimension stayed behind.
      """,
    triggering: RubricExample.file(
      """
      dimensions:
        warmth: {weight: {usual: 60}}
        record: {weight: {usual: 40}}
      criteria:
        says_sorry: {kind: apology, title: Says sorry, skill: empathy, dimension: warmth, weight: 100}
      """),
    clean: RubricExample.file(
      """
      dimensions:
        warmth: {weight: {usual: 100}}
      criteria:
        says_sorry: {kind: apology, title: Says sorry, skill: empathy, dimension: warmth, weight: 100}
      """))

  static func findings(in subject: RubricSubject) -> [Diagnostic] {
    subject.draft.dimensions.filter { subject.criteria(of: $0).isEmpty }.map { dimension in
      page.found(
        "no criterion belongs to dimension '\(dimension.name.text)'",
        at: dimension.name.place.label("its points go to the others"),
        help: "give it a criterion, or share its weight out among the others")
    }
  }
}
