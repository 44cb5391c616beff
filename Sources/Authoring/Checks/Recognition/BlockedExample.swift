import Diagnostics
import Language

/// S406: a move's `not_like` rules out one of its own examples.
enum BlockedExample: ScenarioCheck {
  static let page = CheckPage(
    "S406", "blocked-example", .error, title: "a 'not_like' rules out an example of its own move",
    why: """
      What not_like names forbids the move wherever it stands, so this example can never be heard. One of the two is \
      too wide or under the wrong move.
      """,
    triggering: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, sorry but that is our mistake, sorry that you had to wait]
          not_like: [sorry but]
        explain:
          like: [it was last seen at the depot, the depot saw it last on Monday, last seen in the depot]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      """,
    clean: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, sorry, that is our mistake, sorry that you had to wait]
          not_like: [sorry but]
        explain:
          like: [it was last seen at the depot, the depot saw it last on Monday, last seen in the depot]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    let placeholders = subject.placeholders
    return subject.resolution.linked.moves.flatMap { move -> [Diagnostic] in
      let phrases = move.notLike.compactMap { written in
        ExamplePattern.read(placeholders.filled(written.text)).map { (written, $0) }
      }
      guard !phrases.isEmpty else { return [] }
      let forbidden = PhraseSet(phrases.map(\.1))
      return move.like.compactMap { example in
        let match = forbidden.matches(in: Reply(placeholders.filled(example.text))).first
        return match.map { finding(example, phrases[$0.pattern].0, move.name.text) }
      }
    }
  }

  private static func finding(_ example: Written, _ phrase: Written, _ move: String) -> Diagnostic {
    page.found(
      "not_like '\(phrase.text)' rules out this example of '\(move)'",
      at: example.place.label("can never be heard"), others: [phrase.place.label("ruled out by this")],
      help: "say the example without '\(phrase.text)', or make the not_like longer")
  }
}
