import Language

/// The moves of the scenario 'late-birthday-parcel', as its author wrote them.
enum BirthdayParcel {
  static let moves: [MoveExamples] = [
    MoveExamples(
      name: "apologise",
      like: ["I am sorry your parcel is late", "my apologies for the delay", "sorry you had to chase this"],
      notLike: ["sorry but", "calm down"]),
    MoveExamples(
      name: "take_ownership",
      like: ["I will take care of this for you", "leave this with me", "I am on it right now"]),
    MoveExamples(
      name: "check_identity",
      like: ["can you confirm your full name and postcode", "please tell me your postcode"]),
    MoveExamples(
      name: "explain",
      like: ["the last scan was at the depot on Monday", "the carrier lost track of it at the depot"]),
    MoveExamples(
      name: "ask_again", like: ["what is your order number", "please describe the problem again"]),
    MoveExamples(
      name: "promise_date", like: ["it will definitely arrive tomorrow", "I guarantee you get it tomorrow"]),
    MoveExamples(
      name: "sum_up", like: ["to sum up a new parcel is on its way", "here is what happens next"]),
  ]

  /// The moves a reply makes, by name in alphabetical order.
  static func moves(in reply: String) -> [String] {
    recogniser.understand(Reply(reply), names: ["Ines Moreau"]).matches.map { moves[$0.move].name }.sorted()
  }

  static let recogniser = PhraseRecogniser(moves)
}
