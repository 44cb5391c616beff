import Diagnostics
import Language

/// S402: two examples of different moves say almost the same.
enum NearlySharedExample: ScenarioCheck {
  static let page = CheckPage(
    "S402", "nearly-shared-example", .warning, title: "examples of two moves say almost the same",
    why: """
      Whoever says something like them is heard as either move, by a hair. Often one of the two was put under the \
      wrong move, or the two moves are one.
      """,
    triggering: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, my apologies for the wait, this should not have happened]
        explain:
          like: [it was last seen at the depot, your parcel is late and I am sorry, the carrier lost its trace]
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

  /// Cosine of the fast tier from which two examples say almost the same.
  private static let alike: Float = 0.93

  static func findings(in subject: Subject) -> [Diagnostic] {
    guard let hearing = subject.hearing else { return [] }
    let examples = hearing.examples
    let vectors = hearing.recognition.encoder.encode(examples.map(\.text))
    return examples.indices.compactMap { later in
      let earlier = examples[..<later].indices.first { earlier in
        examples[earlier].move != examples[later].move && cosine(vectors[earlier], vectors[later]) >= alike
          && isOneMeaning(examples[earlier].text, examples[later].text)
      }
      return earlier.map { finding(examples[$0], examples[later], subject) }
    }
  }

  private static func cosine(_ one: [Float], _ other: [Float]) -> Float {
    var sum: Float = 0
    for index in one.indices { sum += one[index] * other[index] }
    return sum
  }

  /// "You can cancel" and "you can not cancel" are almost the same words; so are two amounts.
  private static func isOneMeaning(_ one: String, _ other: String) -> Bool {
    let values = [one, other].map { Reply($0).values.map(\.value) }
    return values[0] == values[1] && one.lowercased() != other.lowercased()
      && ExampleWords(one).isMeant(as: ExampleWords(other))
  }

  private static func finding(_ first: MoveExample, _ second: MoveExample, _ subject: Subject) -> Diagnostic {
    page.found(
      "this example of \(subject.quoted(move: second.move)) says almost what one of \(subject.quoted(move: first.move)) says",
      at: second.written.place.label("an example of \(subject.quoted(move: second.move))"),
      others: [first.written.place.label("an example of \(subject.quoted(move: first.move))")],
      help: "move one of them, or let each say what the other does not")
  }
}
