import Diagnostics

/// S610: the skills a file names and those its criteria count for are not the same.
enum UnpractisedSkill: ScenarioCheck, RubricCheck {
  static let page = CheckPage(
    "S610", "unpractised-skill", .warning,
    title: "a skill is named and nothing counts for it, or the other way round",
    why: """
      Trainees choose scenarios by skill, and reports add up by it. A skill without a criterion is promised and \
      never measured; a criterion whose skill is not named turns up in no plan.
      """,
    triggering: """
      skills: [empathy, clarity, honesty]
      """,
    clean: """
      skills: [empathy, clarity]
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    let draft = subject.draft
    let own = draft.rubric.criteria.filter { $0.weight?.points != 0 }.map { criterion in
      criterion.skill ?? Written(criterion.name.text.inPlainWords, at: criterion.name.place)
    }
    // What cannot be had may well count for it.
    guard draft.rubric.house == nil || subject.house != nil, !draft.skills.isEmpty else { return [] }
    let shared = subject.house?.criteria.compactMap(\.skill) ?? []
    return findings(named: draft.skills, measured: own + shared, own: own)
  }

  static func findings(in subject: RubricSubject) -> [Diagnostic] {
    let named = subject.draft.skills.map(\.name)
    let measured = subject.draft.criteria.compactMap(\.skill)
    guard !named.isEmpty, !measured.isEmpty else { return [] }
    return findings(named: named, measured: measured, own: measured)
  }

  /// Skills as the manual spells them: of two that are nearly the same, the other is misspelt.
  private static let usual: Set<String> = [
    "empathy", "ownership", "listening", "clarity", "courtesy", "policy", "identity check", "resolution",
    "honesty",
  ]

  /// A skill that is named and not measured, near to one that is measured and not named, is one slip: where it is
  /// spelt otherwise than in the manual, else where fewer criteria stand behind it.
  private static func findings(named: [Written], measured: [Written], own: [Written]) -> [Diagnostic] {
    let (names, counted) = (Set(named.map(\.text)), Set(measured.map(\.text)))
    let open = counted.subtracting(names).sorted()
    let slips = named.filter { !counted.contains($0.text) }.compactMap { skill in
      nearest(to: skill.text, in: open).map { (skill, $0) }
    }
    let heads = slips.filter { skill, meant in
      usual.contains(meant) || (!usual.contains(skill.text) && measured.count { $0.text == meant } > 1)
    }
    let (written, meant) = (Set(slips.map(\.0.text)), Set(heads.map(\.1)))
    return heads.map(misspelt) + unmeasured(named.filter { !written.contains($0.text) }, by: measured)
      + unnamed(own.filter { !meant.contains($0.text) }, in: named)
  }

  private static func misspelt(_ skill: Written, meant: String) -> Diagnostic {
    page.found(
      "no criterion counts for the skill '\(skill.text)'", at: skill.place.label("named and never measured"),
      help: "did you mean '\(meant)'?",
      fix: Fix("write '\(meant)'", [skill.place.replaced(by: meant)], certainty: .suggested))
  }

  private static func unmeasured(_ named: [Written], by criteria: [Written]) -> [Diagnostic] {
    let measured = Set(criteria.map(\.text))
    return named.filter { !measured.contains($0.text) }.map { skill in
      page.found(
        "no criterion counts for the skill '\(skill.text)'",
        at: skill.place.label("named and never measured"),
        help: "give a criterion 'skill: \(skill.text)', or take it out of 'skills'")
    }
  }

  private static func unnamed(_ measured: [Written], in named: [Written]) -> [Diagnostic] {
    let known = Set(named.map(\.text))
    return measured.filter { !known.contains($0.text) }.map { skill in
      let suggestion = Suggestion(
        for: skill, amongWords: named.map(\.text),
        instead: "give the criterion 'skill:' with one of \(named.map(\.text).quoted), or add it to 'skills'")
      return page.found(
        "the skill '\(skill.text)' is not among this file's skills", at: skill.place.label("not named"),
        help: suggestion.help)
    }
  }
}
