import Diagnostics
import Domain

/// S202: one name stands for two things where only one can be meant.
enum DuplicateName: ScenarioCheck {
  static let page = CheckPage(
    "S202", "duplicate-id", .error, title: "one name stands for two things",
    why: """
      A `go` cannot tell a beat from an ending of the same name, a condition cannot tell a fact from a gauge, \
      'earn' cannot tell either from a move, and two scenarios of one id cannot both be played or reported.
      """,
    triggering: """
      facts: {trust: false}
      """,
    clean: """
      facts: {trusted: false}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    let names = subject.names
    return shared(names.beats, "beat", names.endings, "ending")
      + shared(names.facts, "fact", names.gauges, "gauge")
      + shared(names.facts, "fact", names.moves, "move") + shared(names.gauges, "gauge", names.moves, "move")
      + reserved(names.facts, "fact") + reserved(names.gauges, "gauge")
      + shared(
        NameTable(subject.draft.requiredFacts.map(\.name)), "required fact",
        NameTable(subject.resolution.linked.forbiddenClaims.map(\.name)), "forbidden claim")
      + findings(in: subject.draft.tests.map(\.name).filter { !$0.text.isEmpty }, of: "test", "name")
  }

  private static func shared(
    _ first: NameTable, _ one: String, _ second: NameTable, _ other: String
  ) -> [Diagnostic] {
    second.names.compactMap { name in
      guard let index = first[name.text] else { return nil }
      return page.found(
        "'\(name.text)' is both \(article(one)) \(one) and \(article(other)) \(other)",
        at: name.place.label("the \(other)"), others: [first.names[index].place.label("the \(one)")],
        help: "give one of them another name")
    }
  }

  private static func article(_ word: String) -> String { word.hasPrefix("e") ? "an" : "a" }

  /// Words that conditions already give a meaning.
  private static func reserved(_ table: NameTable, _ what: String) -> [Diagnostic] {
    let words =
      Condition.Counter.allCases.map(\.rawValue) + ["and", "or", "not", "true", "false", "ending", "goal"]
    return words.compactMap { word in
      guard let index = table[word] else { return nil }
      return page.found(
        "a \(what) cannot be named '\(word)', which has a meaning of its own in conditions",
        at: table.names[index].place.label("taken"), help: "give it another name")
    }
  }

  /// Files of one run that claim the same id, the later ones reported with the place of the first.
  static func findings(inIDs ids: [Written], of what: String) -> [Diagnostic] {
    findings(in: ids, of: what, "id")
  }

  /// Names that came before in the same list, with the place of the first.
  private static func findings(in names: [Written], of what: String, _ word: String) -> [Diagnostic] {
    var first: [String: Written] = [:]
    return names.compactMap { id in
      guard let known = first[id.text] else {
        first[id.text] = id
        return nil
      }
      return page.found(
        "two \(what)s have the \(word) '\(id.text)'", at: id.place.label("used again"),
        others: [known.place.label("first used here")], help: "give one of them another \(word)")
    }
  }
}
