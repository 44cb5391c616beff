import Diagnostics
import Domain

/// S607: a critical rule that no play can break, or that every success must break.
enum IdleCriticalRule: ScenarioCheck {
  static let page = CheckPage(
    "S607", "idle-critical-rule", .error, title: "a critical rule cannot be broken, or cannot be kept",
    why: """
      A rule that nothing can break trains nobody and looks like a safeguard. A rule that every good play must \
      break fails whoever does it right. Both happen when 'before' asks for the wrong fact.
      """,
    triggering: """
      facts: {order_seen: true}
      critical:
        - {never: promise_date, before: order_seen, because: KB-17}
      """,
    clean: """
      facts: {order_seen: false}
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {go: solved}
          do:
            lookup order: {set: order_seen}
      critical:
        - {never: promise_date, before: order_seen, because: KB-17}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    guard !subject.flow.leadsNowhere else { return [] }
    let rules = zip(subject.story.criticalRules, subject.draft.criticalRules).filter { rule, _ in
      !rule.moves.isEmpty || !rule.actions.isEmpty
    }
    let unavoidable = unavoidable(rules.map(\.0), subject)
    return rules.compactMap { rule, draft in
      if let (reason, place) = whyUnbreakable(rule, draft, subject) {
        return page.found(
          "no play can break 'never \(rule.name)'; \(reason)", at: place.label("cannot be broken"),
          help: "mend what it names, or take the rule away")
      }
      guard unavoidable.contains(rule) else { return nil }
      return page.found(
        "every play that ends in success breaks 'never \(rule.name)'",
        at: draft.never.place.label("no success without it"), help: help(rule, subject))
    }
  }

  private static func whyUnbreakable(
    _ rule: CriticalRule, _ draft: CriticalRuleDraft, _ subject: Subject
  ) -> (String, Place)? {
    let (flow, never) = (subject.flow, draft.never.place)
    let said = rule.moves.contains { flow.attainable.moves.contains($0) }
    if !said, !rule.actions.contains(where: { flow.attainable.actions.contains($0) }) {
      return ("nothing it names can be said or done", never)
    }
    guard let before = rule.before, !flow.anywhere.allowsNot(before) else { return nil }
    return ("what 'before' names holds from the start", draft.before?.written.place ?? never)
  }

  private static func help(_ rule: CriticalRule, _ subject: Subject) -> String {
    guard let before = rule.before, !subject.flow.anywhere.allows(before) else {
      return "leave a way to an ending with the outcome 'success' that keeps the rule"
    }
    return "what 'before' names can never hold; let a rule set it"
  }

  /// The rules without whose breach no success is reached; looked for one by one only where together they bar it.
  private static func unavoidable(_ rules: [CriticalRule], _ subject: Subject) -> Set<CriticalRule> {
    let story = subject.story
    guard !rules.isEmpty, subject.flow.reachesSuccess(of: story) else { return [] }
    func bars(_ rules: [CriticalRule]) -> Bool {
      let kept = story.keeping(rules)
      return kept != story && !Flow(kept).reachesSuccess(of: story)
    }
    return bars(rules) ? Set(rules.filter { bars([$0]) }) : []
  }
}

extension Flow {
  fileprivate func reachesSuccess(of story: Story) -> Bool {
    story.endings.indices.contains { story.endings[$0].outcome == .success && reaches(ending: $0) }
  }
}

extension Story {
  /// The same story for a trainee who keeps these rules: what they forbid does nothing until it is allowed.
  fileprivate func keeping(_ rules: [CriticalRule]) -> Story {
    var story = self
    for rule in rules {
      let allowed = rule.before ?? .any([])
      for beat in story.beats.indices { story.beats[beat].forbid(rule, unless: allowed) }
    }
    return story
  }
}

extension Beat {
  fileprivate mutating func forbid(_ rule: CriticalRule, unless allowed: Condition) {
    for index in expect.indices where rule.moves.contains(expect[index].move) {
      expect[index].consequence.demand(allowed)
    }
    for index in actions.indices where rule.actions.contains(actions[index].action) {
      actions[index].consequence.demand(allowed)
    }
  }
}

extension Consequence {
  fileprivate mutating func demand(_ more: Condition) {
    condition = condition.map { .all([$0, more]) } ?? more
  }
}
