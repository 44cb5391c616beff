import Diagnostics
import Domain

/// S605: not even the best play reaches the pass mark.
enum UnreachablePassMark: ScenarioCheck {
  static let page = CheckPage(
    "S605", "unreachable-pass-mark", .error, title: "not even the best play reaches the pass mark",
    why: """
      Each criterion can be earned, but not all in one play: a talk has one ending, and what one way brings \
      another rules out. Nobody could pass.
      """,
    triggering: """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {go: solved}
            explain: {go: informed}
      endings:
        solved: {outcome: success}
        informed: {outcome: success}
      rubric:
        empathy: {weight: 50, earn: apologise and ending solved}
        clarity: {weight: 50, earn: explain and ending informed}
      """,
    clean: """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {go: solved}
            explain: {go: informed}
      endings:
        solved: {outcome: success}
        informed: {outcome: success}
      rubric:
        empathy: {weight: 50, earn: apologise and (ending solved or ending informed)}
        clarity: {weight: 50, earn: explain and (ending solved or ending informed)}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    guard !subject.flow.leadsNowhere, let best = EndingMerits(subject).best else { return [] }
    let passMark = subject.draft.passMark
    guard best < passMark.saturatingTimes(100) else { return [] }
    return [
      page.found(
        "no play earns more than \(best / 100) of 100 points; the pass mark is \(passMark)",
        at: (subject.draft.rubric.place ?? subject.draft.top).label("at most \(best / 100) together"),
        help: "let criteria ask for what one play can bring, or lower 'pass_mark'")
    ]
  }
}

/// What plays are worth by the ending they reach, in hundredths of a point.
struct EndingMerits: Sendable {
  /// For each ending the merit of the scenario's own criteria; nil where no play reaches it.
  private(set) var own: [Merit?]
  /// The shared rubric's part: it may be earned whole, or not at all.
  private let house: Int

  init(_ subject: Subject) {
    let (story, flow) = (subject.story, subject.flow)
    own = flow.finals.enumerated().map { ending, world in
      world.map { Merit(of: story, ending: ending, in: $0, flow.attainable) }
    }
    house = (subject.draft.rubric.house?.weight?.points ?? 0).saturatingTimes(100)
  }

  /// The most a play with this ending may earn; nil where none ends so.
  func most(_ ending: Int) -> Int? { own[ending].map { $0.most.saturatingPlus(house) } }

  /// What every play with this ending earns at least.
  func least(_ ending: Int) -> Int? { own[ending]?.least }

  /// The most any play may earn; nil when none ends.
  var best: Int? { own.indices.compactMap(most).max() }
}
