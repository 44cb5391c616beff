import Diagnostics
import Domain

/// S209: something is declared and never used.
enum UnusedName: ScenarioCheck {
  static let page = CheckPage(
    "S209", "unused-name", .warning, title: "something is declared and never used",
    why: """
      What nothing uses is either left over or meant somewhere under another spelling. A move no rule expects \
      changes nothing, an ending nothing leads to is never seen, a criterion of weight 0 counts for nothing.
      """,
    mending: .shown,
    triggering: """
      facts: {identity_ok: false}
      """,
    clean: """
      facts: {}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    let used = Set(subject.uses.compactMap(\.target) + replacing(subject))
    let names = subject.names
    return unused(names.moves, "move", used, subject) { .move($0) }
      + unused(names.facts, "fact", used, subject) { .fact($0) }
      + unused(names.channels, "channel", used, subject) { .channel($0) }
      + unused(names.endings, "ending", used, subject) { .ending($0) }
      + articles(used, subject) + policies(used, subject) + criteria(subject) + overrides(subject)
  }

  /// What replaces a pack's item stands in for it, whoever uses that.
  private static func replacing(_ subject: Subject) -> [NameUse.Target] {
    subject.resolution.linked.hiding.flatMap { hiding -> [NameUse.Target] in
      let name = hiding.own.text
      return [
        subject.names.moves[name].map { .move($0) }, subject.names.articles[name].map { .article($0) },
        subject.names.actions[name].map { .action($0) },
      ].compactMap(\.self)
    }
  }

  private static func unused(
    _ table: NameTable, _ what: String, _ used: Set<NameUse.Target>, _ subject: Subject,
    _ target: (Int) -> NameUse.Target
  ) -> [Diagnostic] {
    table.names.indices.compactMap { index in
      let name = table.names[index]
      guard !used.contains(target(index)), subject.resolution.isOwn(name.place) else { return nil }
      return found(name, what, subject)
    }
  }

  private static func found(_ name: Written, _ what: String, _ subject: Subject) -> Diagnostic {
    page.found(
      "\(what) '\(name.text)' is never used", at: name.place.label("declared here, used nowhere"),
      help: meant(name, subject) ?? help(what))
  }

  private static func help(_ what: String) -> String {
    switch what {
    case "move": "list it under a beat's expect, or take it out"
    case "ending": "let a 'go' or 'at_zero' lead to it, or take it out"
    case "channel": "let a beat be on it, or take it out of channels"
    case "article": "name it in a 'because', or take it out"
    default: "use it, or take it out"
    }
  }

  /// An unknown name nearby that this one may have been meant for.
  private static func meant(_ name: Written, _ subject: Subject) -> String? {
    let unknown = subject.uses.filter { $0.target == nil }.prefix(50)
    guard let near = nearest(to: name.text, in: unknown.map(\.name.text)) else { return nil }
    let line = unknown.first { $0.name.text == near }.map { " (line \($0.name.place.line))" } ?? ""
    return "is it meant by '\(near)'\(line)?"
  }

  /// An article is used when a reason or any text of the story names it.
  private static func articles(_ used: Set<NameUse.Target>, _ subject: Subject) -> [Diagnostic] {
    let unnamed = subject.names.articles.names.enumerated().filter { index, name in
      !used.contains(.article(index)) && subject.resolution.isOwn(name.place)
    }
    guard !unnamed.isEmpty else { return [] }
    let notes = subject.story.beats.flatMap(\.consequences).compactMap(\.note)
    return unnamed.compactMap { _, name in
      notes.contains { $0.utf8.contains(name.text.utf8) } ? nil : found(name, "article", subject)
    }
  }

  /// Policy that no rule reacts to and that does nothing by itself. A hold works without any rule.
  private static func policies(_ used: Set<NameUse.Target>, _ subject: Subject) -> [Diagnostic] {
    subject.resolution.linked.policies.enumerated().compactMap { index, policy in
      let acts =
        !policy.mood.isEmpty || policy.say != nil || ["hold", "resume", "note"].contains(policy.action.text)
      guard !acts, !used.contains(.action(index)), subject.resolution.isOwn(policy.action.place) else {
        return nil
      }
      return page.found(
        "policy '\(policy.action.text)' is never used", at: policy.action.place.label("no rule reacts to it"),
        help: "list it under a beat's do, or take it out")
    }
  }

  private static func criteria(_ subject: Subject) -> [Diagnostic] {
    subject.draft.rubric.criteria.compactMap { criterion in
      guard let weight = criterion.weight, weight.points == 0 else { return nil }
      return page.found(
        "criterion '\(criterion.name.text)' has weight 0 and counts for nothing",
        at: weight.place.label("no points"), others: [criterion.name.place.label()],
        help: "give it points, or take it out")
    }
  }

  private static func overrides(_ subject: Subject) -> [Diagnostic] {
    let hidden = Set(subject.resolution.linked.hiding.map(\.own.text))
    return subject.draft.overrides.filter { !hidden.contains($0.text) }.map { name in
      page.found(
        "override '\(name.text)' replaces nothing of a pack", at: name.place.label("nothing to replace"),
        help: "take it out")
    }
  }
}

extension String.UTF8View {
  /// Whether these bytes hold the others in one piece.
  func contains(_ other: String.UTF8View) -> Bool {
    guard let first = other.first else { return true }
    var start = startIndex
    while let found = self[start...].firstIndex(of: first) {
      if self[found...].starts(with: other) { return true }
      start = index(after: found)
    }
    return false
  }
}
