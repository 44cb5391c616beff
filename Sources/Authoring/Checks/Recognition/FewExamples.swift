import Diagnostics

/// S403: a move has too few examples to learn from.
enum FewExamples: ScenarioCheck {
  static let page = CheckPage(
    "S403", "few-examples", .warning, title: "a move has fewer than three examples",
    why: """
      What trainees write is compared with the examples. One or two of them show a sentence, not a meaning: trainees \
      who say it their own way are not understood. Five to nine in different words do well.
      """,
    triggering: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, my apologies for the wait]
        explain:
          like: [it was last seen at the depot, nobody has scanned it since Monday, the carrier lost its trace]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      """,
    clean: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, my apologies for the wait, this should not have happened]
        explain:
          like: [it was last seen at the depot, nobody has scanned it since Monday, the carrier lost its trace]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      """)

  static let fewest = 3

  static func findings(in subject: Subject) -> [Diagnostic] {
    subject.resolution.linked.moves.compactMap { move in
      let count = Set(move.like.map(\.text)).count
      // A move without any has been reported as incomplete.
      guard count > 0, count < fewest else { return nil }
      return page.found(
        "move '\(move.name.text)' has \(count == 1 ? "one example" : "two examples"); it takes at least three",
        at: move.name.place.label("\(count) of \(fewest)"),
        help: "add ways that other people would say it, some short, some long")
    }
  }
}
