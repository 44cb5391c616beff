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
      + unused(names.articles, "article", used.union(named(subject)), subject) { .article($0) }
      + policies(used, subject) + criteria(subject) + overrides(subject)
  }

  /// Articles that a note to the trainee names.
  private static func named(_ subject: Subject) -> [NameUse.Target] {
    let articles = subject.names.articles
    let notes = subject.story.beats.lazy.flatMap(\.consequences).compactMap(\.note)
    return notes.flatMap { note in
      note.utf8.split { !$0.isNameByte }.compactMap { articles[String(Substring($0))].map { .article($0) } }
    }
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
    let unused = table.names.indices.filter {
      !used.contains(target($0)) && subject.resolution.isOwn(table.names[$0].place)
    }
    guard !unused.isEmpty else { return [] }
    let unknown = subject.uses.filter { $0.target == nil && $0.isWorthGuessing }.prefix(20).map(\.name)
    return unused.map { index in
      let name = table.names[index]
      return page.found(
        "\(what) '\(name.text)' is never used", at: name.place.label("declared here, used nowhere"),
        help: meant(name, unknown) ?? help(what))
    }
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
  private static func meant(_ name: Written, _ unknown: [Written]) -> String? {
    guard let near = nearest(to: name.text, in: unknown.map(\.text)) else { return nil }
    let line = unknown.first { $0.text == near }.map { " (line \($0.place.line))" } ?? ""
    return "is it meant by '\(near)'\(line)?"
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
