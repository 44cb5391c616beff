import Diagnostics
import Domain

/// S404: an example that, had it not been written down, would be heard as another move.
enum MisheardExample: ScenarioCheck {
  static let page = CheckPage(
    "S404", "misheard-example", .warning,
    title: "without this example, a reply in its words is heard as another move",
    why: """
      Each example is left out in turn, and the rest are asked what it means. Where they say another move, a trainee \
      who puts it only slightly differently is misheard: the example stands alone among its own, or under the wrong move.
      """,
    mending: .shown,
    triggering: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, my apologies for the wait, it was seen at the depot last]
        explain:
          like: [it was last seen at the depot, the depot saw it last on Monday, last seen in the depot]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      """,
    clean: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, my apologies for the wait, sorry that you had to wait]
        explain:
          like: [it was last seen at the depot, the depot saw it last on Monday, last seen in the depot]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    guard let hearing = subject.hearing else { return [] }
    let pairs = ConfusedMoves.pairs(in: subject).map(\.moves)
    let alone = hearing.confusions.filter { !pairs.contains([$0.example.move, $0.heard]) }
    return alone.map { finding($0, subject) }
  }

  private static func finding(_ confusion: Hearing.Confusion, _ subject: Subject) -> Diagnostic {
    let own = subject.quoted(move: confusion.example.move)
    let other = subject.quoted(move: confusion.heard)
    let name = subject.resolution.linked.moves[confusion.heard].name
    let place = confusion.example.written.place
    return page.found(
      "left out, this example of \(own) would be heard as \(other)", at: place.label("heard as \(other)"),
      others: [name.place.label("this move")] + subject.origin(of: place, unlessWith: name.place),
      help:
        "give \(own) more examples like it, put it under \(other), or say it in words that \(other) has not")
  }
}
