import Diagnostics

/// S612: something fails an attempt and no reason stands beside it.
///
/// A scenario's `critical` rules cannot be without: there the schema asks for `because`.
enum CriticalWithoutReason: ScenarioCheck, RubricCheck {
  static let page = CheckPage(
    "S612", "critical-without-reason", .warning, title: "a breach fails the attempt and no reason is given",
    why: """
      Somebody who fails wants to know why, and may be right to argue. A critical claim names the article it \
      goes against, a critical criterion says in 'about' what is at stake.
      """,
    triggering: """
      forbidden_claims:
        sure_to_arrive: {claim: It will arrive tomorrow., good: [you have it tomorrow], critical: true}
      """,
    clean: """
      forbidden_claims:
        sure_to_arrive:
          claim: It will arrive tomorrow.
          good: [you have it tomorrow]
          because: KB-17
          critical: true
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    subject.resolution.linked.forbiddenClaims.filter { $0.isCritical && $0.because == nil }.map { claim in
      page.found(
        "making the claim '\(claim.name.text)' fails the attempt, and no reason is given",
        at: claim.name.place.label("critical, without 'because'"),
        others: subject.origin(of: claim.name.place),
        help: "name the article that says why: 'because: KB-17'")
    }
  }

  static func findings(in subject: RubricSubject) -> [Diagnostic] {
    subject.draft.criteria.filter { $0.isCritical && $0.about.isEmpty }.map { criterion in
      page.found(
        "a breach of '\(criterion.name.text)' fails the attempt, and no reason is given",
        at: criterion.name.place.label("critical, without 'about'"),
        help: "say in 'about' what is at stake")
    }
  }
}
