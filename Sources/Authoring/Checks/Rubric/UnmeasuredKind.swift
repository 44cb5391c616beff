import Diagnostics

/// S619: a criterion of a kind whose verdicts nobody has held against people's.
///
/// Not in the scenario language's first list of checks: golden replies came later.
enum UnmeasuredKind: RubricCheck {
  static let page = CheckPage(
    "S619", "unmeasured-kind", .warning, title: "no golden replies prove this kind of criterion",
    why: """
      A kind counts only where people and machine agree on enough golden replies. Until somebody writes them, \
      this criterion is shown as advice and its points go to its neighbours.
      """,
    triggering: RubricExample.file(
      """
      criteria:
        says_sorry: {kind: apology, title: Says sorry, skill: empathy, weight: 60}
        is_merry: {kind: merriment, title: Is merry, skill: empathy, weight: 40}
      """),
    clean: RubricExample.file(
      """
      criteria:
        says_sorry: {kind: apology, title: Says sorry, skill: empathy, weight: 60}
        stays_calm: {kind: calm, title: Stays calm, skill: empathy, weight: 40}
      """))

  static func findings(in subject: RubricSubject) -> [Diagnostic] {
    guard let measured = subject.vocabulary.measuredKinds else { return [] }
    return subject.draft.criteria.compactMap(\.kind).filter { !measured.contains($0.text) }.map { kind in
      page.found(
        "'\(kind.text)' has too few golden replies; its criterion is shown as advice and does not count",
        at: kind.place.label("not measured"),
        help: "write golden replies and run `touchpoint rubric test`, or use another kind")
    }
  }
}
