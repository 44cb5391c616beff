import Diagnostics
import Language

/// S407: an example in which no word tells anything.
enum EmptyExample: ScenarioCheck {
  static let page = CheckPage(
    "S407", "empty-example", .warning, title: "an example holds no word that tells anything",
    why: """
      "I am on it" and "it is what it is" are made of words that stand in every reply. Such an example is only heard \
      word for word, and a little of it in everything else.
      """,
    triggering: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, my apologies for the wait, it is what it is]
        explain:
          like: [it was last seen at the depot, the depot saw it last on Monday, last seen in the depot]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      """,
    clean: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, my apologies for the wait, we let you down there]
        explain:
          like: [it was last seen at the depot, the depot saw it last on Monday, last seen in the depot]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    guard subject.hearing != nil else { return [] }
    return subject.examples.compactMap { example in
      guard !example.text.isEmpty, !ExampleWords(example.text).saysSomething else { return nil }
      return page.found(
        "no word of this example tells anything", at: example.written.place.label("only small words"),
        help: "add what it is about, as in 'I am on your parcel right now'")
    }
  }
}
