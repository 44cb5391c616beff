import Diagnostics
import Domain

/// S411: two moves expected in one beat are taken for each other.
enum ConfusedMoves: ScenarioCheck {
  static let page = CheckPage(
    "S411", "confused-moves", .warning, title: "two moves expected in one beat are taken for each other",
    why: """
      Several examples of the one, left out, are heard as the other, and here it matters: the beat answers them \
      differently. Usually they are one move, or their examples share the words that should tell them apart.
      """,
    triggering: """
      moves:
        apologise:
          like:
            - I am sorry your parcel is late
            - my apologies for the wait
            - the depot saw it on Monday
            - it was at the depot on Monday
        explain:
          like:
            - it was last seen at the depot
            - the depot saw it last on Monday
            - last seen in the depot on Monday
            - Monday at the depot
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {mood: trust +8, go: solved}
            explain: {mood: trust +2}
      """,
    clean: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, sorry the parcel came late, the parcel is late and I regret it]
        explain:
          like: [it was last seen at the depot, nobody has scanned it since Monday, the carrier lost its trace]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {mood: trust +8, go: solved}
            explain: {mood: trust +2}
      """)

  /// Two moves that are taken for each other, and where both are expected.
  struct Pair {
    var moves: Set<Int>
    var beat: Int
    var confusions: [Hearing.Confusion]
  }

  /// The pairs with two confused examples or more, each at the first beat that expects both.
  static func pairs(in subject: Subject) -> [Pair] {
    guard let hearing = subject.hearing, !hearing.confusions.isEmpty else { return [] }
    let grouped = Dictionary(grouping: hearing.confusions) { Set([$0.example.move, $0.heard]) }
    return grouped.compactMap { moves, confusions in
      guard confusions.count > 1 else { return nil }
      let beat = subject.story.beats.firstIndex { moves.isSubset(of: $0.expect.map(\.move)) }
      return beat.map { Pair(moves: moves, beat: $0, confusions: confusions) }
    }
  }

  static func findings(in subject: Subject) -> [Diagnostic] {
    pairs(in: subject).map { finding($0, subject) }
  }

  private static func finding(_ pair: Pair, _ subject: Subject) -> Diagnostic {
    let beat = subject.draft.beats[pair.beat]
    let names = pair.moves.sorted().map { subject.quoted(move: $0) }.joined(separator: " and ")
    let expected = beat.expect.first { rule in
      pair.moves.contains { subject.story.moves[$0].name == rule.name.text }
    }
    let shown = pair.confusions.prefix(3).map { confusion in
      confusion.example.written.place.label("heard as \(subject.quoted(move: confusion.heard))")
    }
    return page.found(
      "\(names) are taken for each other, and beat '\(beat.name.text)' expects both",
      at: (expected?.name ?? beat.name).place.label("expected here"), others: shown,
      help: "make them one move, or give each examples with words of its own")
  }
}
