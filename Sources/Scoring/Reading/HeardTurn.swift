import Domain
import Language

/// What somebody other than the trainee said: the customer, a bot, a colleague before.
struct HeardTurn: Sendable {
  /// Index into the transcript's turns.
  var turn: Int
  var speaker: Speaker
  var isEarlier: Bool
  var reply: Reply
  /// Phrases of the lists alone.
  var phrases: [LexiconName: [Hit]]
  /// What was heard by meaning.
  var meaning: HeardActs
  var hits: [LexiconName: [Hit]]

  var acts: [HeardAct] { meaning.acts }

  /// Phrases of a list, however they were meant.
  func mentions(_ list: LexiconName) -> [Hit] { hits[list] ?? [] }
}

/// An act at the desk and where it stands.
struct ReadAction: Sendable {
  var turn: Int
  var act: DeskTurn
  /// How many replies the trainee had sent before it.
  var repliesBefore: Int

  /// Name and argument as typed: `/refund 64.90 EUR`.
  var asTyped: String {
    "/\(act.taken.typed)"
  }

  var isNote: Bool { act.taken.name == "note" }

  /// Whether it happened and did something: looking up, noting down and a hold change nothing for the customer.
  var isDeed: Bool {
    happened && !isNote && !act.taken.name.hasPrefix("lookup")
      && !["hold", "resume"].contains(act.taken.name)
  }

  /// Whether a note tells of something done to the case: "Points credited", "Address changed to number 9".
  var tellsDeed: Bool {
    guard isNote, happened else { return false }
    return Reply(act.taken.argument).tokens.contains { token in
      token.kind == .word && token.stance.isAsserted && Self.doing.contains(token.stem)
        && (token.normal.hasSuffix("ed") || Self.doneForms.contains(token.normal))
    }
  }

  private static let doing = Set(
    Reply(
      """
      corrected reissued issued credited removed set moved changed cancelled refunded activated deactivated restored
      ordered booked rebooked replaced redirected blocked unblocked unlocked reset resent sent waived stopped closed
      opened registered updated switched reversed extended paused added deleted merged upgraded renewed repaired
      """
    ).words.map(\.stem))
  private static let doneForms: Set<String> = ["set", "reset", "sent", "resent"]

  /// Whether it happened, with or against policy.
  var happened: Bool {
    switch act.outcome {
    case .done, .breached: true
    case .refused, .impossible: false
    }
  }
}
