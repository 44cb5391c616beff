import Diagnostics

/// S617: a rule under `auto_fail` that there is not.
///
/// Not in the scenario language's first list of checks: auto-fail rules came later.
enum UnknownAutoFail: RubricCheck {
  static let page = CheckPage(
    "S617", "unknown-auto-fail", .error, title: "a rule under auto_fail is not known",
    why: """
      A rule nobody knows finds nothing, so the breach it was meant to stop would pass in silence. The rules \
      are those scoring/README.md lists.
      """,
    mending: .shown,
    triggering: RubricExample.file(
      """
      criteria:
        says_sorry: {kind: apology, title: Says sorry, skill: empathy, weight: 100}
      auto_fail: [insult-or-thread]
      """),
    clean: RubricExample.file(
      """
      criteria:
        says_sorry: {kind: apology, title: Says sorry, skill: empathy, weight: 100}
      auto_fail: [insult-or-threat]
      """))

  static func findings(in subject: RubricSubject) -> [Diagnostic] {
    guard let known = subject.vocabulary.autoFail else { return [] }
    return subject.draft.autoFail.filter { !known.contains($0.text) }.map { rule in
      let suggestion = Suggestion(for: rule, amongWords: known, instead: "the rules are \(known.quoted)")
      return page.found(
        "there is no auto-fail rule '\(rule.text)'", at: rule.place.label("no such rule"),
        help: suggestion.help, fix: suggestion.fix)
    }
  }
}
