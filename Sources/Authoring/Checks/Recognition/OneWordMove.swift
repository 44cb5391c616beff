import Diagnostics
import Language

/// S409: one word stands in every example of a move.
enum OneWordMove: ScenarioCheck {
  static let page = CheckPage(
    "S409", "one-word-move", .warning, title: "one word stands in every example of a move",
    why: """
      The word becomes the move: whoever says it is heard as making it, and whoever makes it in other words is not \
      heard. One example without the word shows that it is about the meaning.
      """,
    triggering: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, sorry for the delay, so sorry that you had to call]
        explain:
          like: [it was last seen at the depot, nobody has scanned it since Monday, the carrier lost its trace]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      """,
    clean: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, my apologies for the delay, we let you down with this call]
        explain:
          like: [it was last seen at the depot, nobody has scanned it since Monday, the carrier lost its trace]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    guard subject.hearing != nil else { return [] }
    let placeholders = subject.placeholders
    return subject.resolution.linked.moves.compactMap { move in
      guard move.like.count >= FewExamples.fewest else { return nil }
      let words = move.like.map { ExampleWords(placeholders.filled($0.text)).content }
      let shared = words.dropFirst().reduce(Set(words[0].map(\.stem))) { $0.intersection($1.map(\.stem)) }
      let word = words[0].first { shared.contains($0.stem) }
      return word.map { finding($0.written, move) }
    }
  }

  private static func finding(_ word: String, _ move: MoveDraft) -> Diagnostic {
    page.found(
      "every example of '\(move.name.text)' says '\(word)'",
      at: move.name.place.label("\(move.like.count) examples, one word"),
      help: "add an example that means it without '\(word)' or a word like it")
  }
}
