import Domain
import Language

/// A scenario's moves learned as play learns them, and what that shows of their examples.
struct Hearing: Sendable {
  /// An example that, left out, is heard as another move.
  struct Confusion: Hashable, Sendable {
    var example: MoveExample
    /// Index of the move it is heard as.
    var heard: Int
  }

  let recognition: Recognition
  let recogniser: LearnedRecogniser
  let examples: [MoveExample]
  let names: NameHints
  /// The examples that would be heard as another move, had their author not written them; in order.
  let confusions: [Confusion]

  /// How likely another move must be before an example is suspected: what play takes as sure.
  private static let suspicion = 0.5

  init(_ subject: Subject, _ recognition: Recognition) {
    let moves = Self.moves(of: subject)
    let customer = subject.resolution.customer
    self.recognition = recognition
    examples = subject.examples
    names = NameHints([customer.name, customer.firstName])
    recogniser = Self.learned(moves, recognition)
    confusions = Self.confirmed(Self.suspects(recogniser, examples), moves, names, recognition)
  }

  private static func learned(_ moves: [MoveExamples], _ recognition: Recognition) -> LearnedRecogniser {
    LearnedRecogniser(
      moves, encoder: recognition.encoder, store: recognition.store, background: recognition.background)
  }

  private static func moves(of subject: Subject) -> [MoveExamples] {
    let placeholders = subject.placeholders
    return subject.story.moves.map { move in
      MoveExamples(
        name: move.name, like: move.like.map { placeholders.filled($0) },
        notLike: move.notLike.map { placeholders.filled($0) })
    }
  }

  /// The examples that the model, left out, takes for another move as surely as play wants it. Patterns are no
  /// sentences and are passed over.
  private static func suspects(_ recogniser: LearnedRecogniser, _ examples: [MoveExample]) -> [Confusion] {
    var heard: [String: Int] = [:]
    for leftOut in recogniser.leftOut where !leftOut.labels.contains(leftOut.heard) {
      if leftOut.probability >= suspicion { heard[leftOut.text] = leftOut.heard }
    }
    return examples.compactMap { example in heard[example.text].map { Confusion(example: example, heard: $0) }
    }
  }

  /// The suspects that play would really mishear: `not_like`, phrases and stance are asked as well.
  ///
  /// All suspects are left out together, so that one more learning does for all of them.
  private static func confirmed(
    _ suspects: [Confusion], _ moves: [MoveExamples], _ names: NameHints, _ recognition: Recognition
  ) -> [Confusion] {
    guard !suspects.isEmpty else { return [] }
    var others = moves
    for suspect in suspects {
      others[suspect.example.move].like.removeAll { $0 == suspect.example.text }
    }
    let recogniser = learned(others, recognition)
    return suspects.compactMap { suspect in
      let understanding = recogniser.understand(Reply(suspect.example.text), names: names)
      let heard = understanding.matches.map(\.move)
      guard let first = heard.first, !heard.contains(suspect.example.move) else { return nil }
      return Confusion(example: suspect.example, heard: first)
    }
  }

  /// The moves a text is heard as.
  func moves(in text: String) -> [Int] {
    recogniser.understand(Reply(text), names: names).matches.map(\.move)
  }
}
