/// The turns of a session: all that scoring may read.
public struct Transcript: Hashable, Sendable, Codable {
  public var turns: [Turn]
  /// How it ended; nil while the session runs.
  public var conclusion: Conclusion?

  public init(turns: [Turn] = [], conclusion: Conclusion? = nil) {
    self.turns = turns
    self.conclusion = conclusion
  }
}

/// One contribution to the talk: words, or an act at the desk.
public struct Turn: Hashable, Sendable, Codable {
  public var at: Milliseconds
  public var speaker: Speaker
  /// Name of the channel it happened on.
  public var channel: String
  public var content: Content
  /// The facts that held before this turn, in the scenario's order; empty where no scenario is known.
  public var facts: [Bool]
  /// Whether it happened before the trainee came in.
  public var isEarlier: Bool

  public enum Content: Hashable, Sendable, Codable {
    case words(String)
    /// A trainee's reply with the moves found in it and how long the customer had waited for it.
    case reply(ReplyMade, waited: Milliseconds)
    case action(DeskTurn)
    case hint
  }

  public init(
    at: Milliseconds, speaker: Speaker, channel: String, content: Content, facts: [Bool] = [],
    isEarlier: Bool = false
  ) {
    self.at = at
    self.speaker = speaker
    self.channel = channel
    self.content = content
    self.facts = facts
    self.isEarlier = isEarlier
  }

  /// The words said, or nil for an act at the desk.
  public var text: String? {
    switch content {
    case .words(let text): text
    case .reply(let reply, _): reply.text
    case .action, .hint: nil
    }
  }
}

/// An act at the desk and what policy said to it.
public struct DeskTurn: Hashable, Sendable, Codable {
  public var taken: ActionTaken
  public var outcome: Outcome

  public enum Outcome: Hashable, Sendable, Codable {
    case done
    /// Policy did not allow it and it did not happen (coach).
    case refused(PolicyBreach)
    /// Policy did not allow it and it happened all the same (exam).
    case breached(PolicyBreach)
    /// It made no sense here: unknown, not at hand in this beat, or without a usable argument.
    case impossible(String)
  }

  public init(taken: ActionTaken, outcome: Outcome) {
    self.taken = taken
    self.outcome = outcome
  }
}

/// Which rule of the policy an action ran into.
public enum PolicyBreach: Hashable, Sendable, Codable {
  /// What `needs` asks for did not hold.
  case needs
  /// More than the limit.
  case overLimit(limit: Money, asked: Money)
  /// It lasted longer than allowed (a hold).
  case tooLong(limit: Milliseconds)
}

/// How a session ended and what the world held then.
public struct Conclusion: Hashable, Sendable, Codable {
  public var at: Milliseconds
  /// Name of the ending; nil when the trainee left.
  public var ending: String?
  public var outcome: Ending.Outcome
  /// Whether the scenario's goal held; nil when it names none.
  public var goalMet: Bool?
  /// The simulated satisfaction score, 1 to 5.
  public var csat: Int?
  public var comment: String?
  /// The facts and gauges as they stood at the end, in the scenario's order; empty where no scenario is known.
  public var facts: [Bool]
  public var gauges: [Int]

  public init(
    at: Milliseconds, ending: String?, outcome: Ending.Outcome, goalMet: Bool?, csat: Int?, comment: String?,
    facts: [Bool] = [], gauges: [Int] = []
  ) {
    self.at = at
    self.ending = ending
    self.outcome = outcome
    self.goalMet = goalMet
    self.csat = csat
    self.comment = comment
    self.facts = facts
    self.gauges = gauges
  }
}
