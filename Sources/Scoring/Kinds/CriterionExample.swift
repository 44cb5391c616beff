import Domain

/// A small talk with the verdict a kind must give it.
public struct CriterionExample: Sendable, CustomStringConvertible {
  public var name: String
  public var verdict: Verdict
  /// The trainee's words that must be quoted, in order.
  public var quotes: [String]
  public var lines: [Line]
  /// The customer's name, where it matters.
  public var customerName: String?
  /// Fields of the criterion, where they matter.
  public var settings: [String: [String]]
  /// The world it was played in, where it matters.
  public var scenario: Scenario?

  /// One line of the talk.
  public enum Line: Hashable, Sendable {
    case customer(String)
    case bot(String)
    case trainee(String, channel: String = "chat", waited: Milliseconds = .zero)
    case act(String, String = "", DeskTurn.Outcome = .done)
    case end(Ending.Outcome)
  }

  public init(
    _ name: String, _ verdict: Verdict, quotes: [String] = [], customerName: String? = nil,
    settings: [String: [String]] = [:], scenario: Scenario? = nil, _ lines: [Line]
  ) {
    self.name = name
    self.verdict = verdict
    self.quotes = quotes
    self.lines = lines
    self.customerName = customerName
    self.settings = settings
    self.scenario = scenario
  }

  public var description: String { name }

  /// The talk as a transcript, one second a line.
  public var transcript: Transcript {
    var transcript = Transcript()
    var channel = "chat"
    for (index, line) in lines.enumerated() {
      let at = Milliseconds.seconds(index)
      switch line {
      case .customer(let text): transcript.turns.append(Self.turn(at, .customer, channel, .words(text)))
      case .bot(let text): transcript.turns.append(Self.turn(at, .bot, "bot", .words(text), isEarlier: true))
      case .trainee(let text, let spokenOn, let waited):
        channel = spokenOn
        let reply = ReplyMade(text: text, moves: [], tier: "phrase")
        transcript.turns.append(Self.turn(at, .trainee, channel, .reply(reply, waited: waited)))
      case .act(let name, let argument, let outcome):
        let taken = ActionTaken(action: nil, name: name, argument: argument)
        let act = DeskTurn(taken: taken, outcome: outcome)
        transcript.turns.append(Self.turn(at, .trainee, channel, .action(act)))
      case .end(let outcome):
        transcript.conclusion = Conclusion(
          at: at, ending: "end", outcome: outcome, goalMet: nil, csat: nil, comment: nil)
      }
    }
    return transcript
  }

  private static func turn(
    _ at: Milliseconds, _ speaker: Speaker, _ channel: String, _ content: Turn.Content,
    isEarlier: Bool = false
  ) -> Turn {
    Turn(at: at, speaker: speaker, channel: channel, content: content, isEarlier: isEarlier)
  }
}
