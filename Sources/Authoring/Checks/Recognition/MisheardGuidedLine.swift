import Diagnostics
import Domain

/// S405: the menu's sentence for a move is heard as another move, or as none.
enum MisheardGuidedLine: ScenarioCheck {
  static let page = CheckPage(
    "S405", "misheard-guided-line", .warning, title: "a guided line is not heard as its own move",
    why: """
      Beginners choose this sentence from the menu and later write it by themselves. Then it must mean what it meant \
      before, so it is tried on the recogniser as if a trainee had typed it.
      """,
    triggering: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, my apologies for the wait, sorry that you had to wait]
          guided: The last place that saw it was the depot.
        explain:
          like: [it was last seen at the depot, the depot saw it last on Monday, last seen in the depot]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      """,
    clean: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, my apologies for the wait, sorry that you had to wait]
          guided: I am sorry that your parcel is this late.
        explain:
          like: [it was last seen at the depot, the depot saw it last on Monday, last seen in the depot]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    guard let hearing = subject.hearing else { return [] }
    let placeholders = subject.placeholders
    return subject.resolution.linked.moves.enumerated().compactMap { move, draft in
      guard let guided = draft.guided, !draft.like.isEmpty else { return nil }
      let heard = hearing.moves(in: placeholders.filled(guided.text))
      return heard.contains(move) ? nil : finding(guided, move, heard.first, subject)
    }
  }

  private static func finding(
    _ guided: Written, _ move: Int, _ heard: Int?, _ subject: Subject
  ) -> Diagnostic {
    let own = subject.quoted(move: move)
    let name = heard.map { subject.resolution.linked.moves[$0].name }
    let origin = name.map { subject.origin(of: guided.place, unlessWith: $0.place) } ?? []
    return page.found(
      heard.map { "the guided line of \(own) is heard as \(subject.quoted(move: $0))" }
        ?? "the guided line of \(own) is heard as no move",
      at: guided.place.label(heard.map { "heard as \(subject.quoted(move: $0))" } ?? "not heard"),
      others: (name.map { [$0.place.label("this move")] } ?? []) + origin,
      help: "say it more like the examples of \(own), or add examples like this line")
  }
}
