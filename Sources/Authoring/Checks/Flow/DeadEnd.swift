import Diagnostics
import Domain

/// S302: a beat can be entered and never left.
enum DeadEnd: ScenarioCheck {
  static let page = CheckPage(
    "S302", "dead-end", .error, title: "a beat can be entered and never left",
    why: """
      The trainee could go on for ever without the talk coming to an end. Every beat needs a way out that some \
      play can take: a 'go' in a rule, a timer, next or otherwise, or a gauge that runs out.
      """,
    triggering: """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {go: waiting}
            explain: {go: solved}
        waiting:
          channel: chat
          say: I am waiting.
          expect:
            apologise: {mood: trust +2}
      """,
    clean: """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {go: waiting}
            explain: {go: solved}
        waiting:
          channel: chat
          say: I am waiting.
          expect:
            apologise: {mood: trust +2}
          otherwise: {go: solved, after_tries: 2}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    subject.flow.deadEnds.map { index in
      let draft = subject.draft.beats[index]
      let all = zip(subject.story.beats[index].ways, draft.ways)
      let ways = all.filter { $0.0.go != .beat(index) }
      return page.found(
        "beat '\(draft.name.text)' has no way out\(ways.isEmpty ? "" : " that can be taken")",
        at: draft.name.place.label("never left"), others: shut(ways),
        help: reason(ways, index, subject) ?? "add a 'go' to a rule, to next or to otherwise")
    }
  }

  private static func shut(_ ways: [(Way, WrittenWay)]) -> [Label] {
    ways.prefix(4).compactMap { $0.1.condition?.written.place.label("can never hold") }
  }

  private static func reason(_ ways: [(Way, WrittenWay)], _ index: Int, _ subject: Subject) -> String? {
    guard let world = subject.flow.inside[index], let condition = ways.first?.0.condition,
      let block = world.blocks(in: condition).first
    else { return nil }
    return ConditionWords(subject.story, world).whyNot(block)
  }
}
