/// Why a reply that sounds like a move does not make it.
public enum MoveRefusal: String, Hashable, Sendable, CaseIterable {
  /// Its words are denied: "I am not sorry".
  case denied
  /// The examples deny what the reply affirms: "send it back" beside "you need not send it back".
  case notDenied = "not-denied"
  /// Said under a condition: "if I could".
  case supposed = "conditional"
  /// Another's words: "you said that".
  case reported
  /// What should have been and was not.
  case missed
  /// A question, where the examples say something.
  case asked
  /// No question, where the examples ask.
  case notAsked = "not-asked"
  /// "It might", where the examples are sure.
  case hedged
  /// Somebody else does it, where the examples say "I".
  case anothers
  /// A `not_like` phrase forbids it.
  case notLike = "not-like"
  /// Tells where or when something is that no example speaks of.
  case otherThing = "other-thing"
  /// Sounds like the move, but is said another way than its examples.
  case strange
  /// Its words already make another move.
  case runnerUp = "runner-up"
  /// Not like the examples enough.
  case unlike = "below-threshold"

  /// In words for a trainer, without a final full stop.
  public var reason: String {
    switch self {
    case .denied: "the words are denied here; the example says it straight"
    case .notDenied: "the nearest example denies it; the reply does not"
    case .supposed: "it is said under a condition (if, unless)"
    case .reported: "it repeats what somebody else said"
    case .missed: "it tells what should have been, not what is done"
    case .asked: "the reply asks; the example says"
    case .notAsked: "the example asks; the reply says"
    case .hedged: "the reply is not sure (might, perhaps); the example is"
    case .anothers: "somebody else does it; the example says 'I'"
    case .notLike: "a 'not_like' phrase of the move stands here"
    case .otherThing: "it tells where or when something is that no example speaks of"
    case .strange: "it sounds like it, but is said another way than the examples"
    case .runnerUp: "these words already make another move"
    case .unlike: "it is not like the examples enough"
    }
  }
}
