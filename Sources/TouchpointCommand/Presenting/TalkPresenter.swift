import Domain
import Play
import Scoring

/// Says what happened in the talk, in lines.
struct TalkPresenter {
  var scenario: Scenario

  private var firstName: String { scenario.customer.firstName }

  /// What a trainee needs to know before the first word.
  func welcome(trainee: String, mode: PolicyMode) -> [ScreenLine] {
    let company = scenario.company.isEmpty ? "" : " You answer for \(scenario.company)."
    let policy =
      switch mode {
      case .coach: "Coach mode: what policy forbids is refused and explained."
      case .exam: "Exam mode: what policy forbids goes through and fails the attempt."
      }
    return [
      ScreenLine(.heading, scenario.title),
      ScreenLine(
        .faint,
        "\(scenario.touchpoint) · \(scenario.journeyStage.rawValue) · difficulty \(scenario.difficulty) of 5"
          + " · about \(scenario.minutes) minutes"),
      ScreenLine(
        .plain,
        "\(trainee), your customer is \(scenario.customer.name).\(company) Answer in your own words;"
          + " /help shows what you can do at your desk."),
      ScreenLine(.faint, policy),
    ]
  }

  /// The thread from before the trainee came in, then everything said since.
  func thread(_ transcript: Transcript) -> [ScreenLine] {
    var lines: [ScreenLine] = []
    var channel: String?
    for turn in transcript.turns {
      if turn.channel != channel {
        lines.append(channelHeading(turn.channel))
        channel = turn.channel
      }
      lines += self.lines(for: turn)
    }
    return lines
  }

  /// The lines of one turn; none for what only scoring needs.
  private func lines(for turn: Turn) -> [ScreenLine] {
    switch turn.content {
    case .words(let text): [ScreenLine(role(of: turn.speaker), text)]
    case .reply(let reply, _): [ScreenLine(.trainee, reply.text)]
    case .action(let desk):
      [DeskPresenter(scenario: scenario).outcome(of: desk) { Self.fact($0, in: turn.facts) }]
    case .hint: []
    }
  }

  private func role(of speaker: Speaker) -> ScreenLine.Role {
    switch speaker {
    case .customer: .customer(firstName)
    case .trainee: .trainee
    case .bot: .bot
    case .agent: .agent
    }
  }

  func channelHeading(_ name: String) -> ScreenLine {
    ScreenLine(.heading, ChannelCatalog.standard[name]?.title ?? name)
  }

  /// Whether a fact held, among those that held then; nil for every other condition.
  private static func fact(_ condition: Condition, in facts: [Bool]) -> Bool? {
    guard case .fact(let fact) = condition, facts.indices.contains(fact) else { return nil }
    return facts[fact]
  }

  /// What the effects of one event show, now that they led to this state. The thread is shown by `thread` and is
  /// not among them.
  func lines(for effects: [SessionEffect], in state: SessionState) -> [ScreenLine] {
    effects.flatMap { lines(for: $0, in: state) }
  }

  private func lines(for effect: SessionEffect, in state: SessionState) -> [ScreenLine] {
    switch effect {
    case .customerSaid(let text, _): [ScreenLine(.customer(firstName), text)]
    case .customerWaits: [ScreenLine(.stage, silence(in: state))]
    case .handedOff(let origin, let channel): handOff(from: origin, to: channel)
    case .desk(let desk):
      [
        DeskPresenter(scenario: scenario).outcome(of: desk) {
          state.world.holds($0, goal: scenario.goal)
        }
      ]
    case .unheard:
      [ScreenLine(.desk, "\(firstName) is on hold and cannot hear you; /resume takes them back.")]
    case .hint(let text, let isFree):
      [
        ScreenLine(
          .desk, "Hint (\(isFree ? "shown before, free" : "\(Judge.hintPrice.points) points")): \(text)")
      ]
    case .ended, .wake: []
    }
  }

  /// What a customer does who took a reply in and has nothing to say to it; the seed decides among the ways.
  private func silence(in state: SessionState) -> String {
    guard case .reply(let reply, _)? = state.transcript.turns.last?.content else {
      return "\(firstName) waits for you to go on."
    }
    if reply.text.contains("?") { return "\(firstName) has no answer to that and waits for you to go on." }
    guard !reply.moves.isEmpty else { return "\(firstName) waits for you to go on." }
    let ways =
      switch state.channel.turnForm {
      case .lines:
        [
          "\(firstName) has read it and stays in the chat.", "\(firstName) reads along.",
          "\(firstName) has taken that in; go on.",
        ]
      case .speech:
        [
          "\(firstName) is listening.", "\"Mhm,\" says \(firstName), and listens.",
          "\(firstName) has taken that in and stays on the line.",
        ]
      case .message:
        ["\(firstName) has your message.", "\(firstName) has read it; nothing has come back yet."]
      }
    let seed = Int(truncatingIfNeeded: (state.opening?.seed ?? 0) % 1_000)
    return ways[(seed + state.world.turn) % ways.count]
  }

  private func handOff(from origin: Channel, to channel: Channel) -> [ScreenLine] {
    [ScreenLine(.heading, "\(origin.title) -> \(channel.title)"), ScreenLine(.stage, channel.arrival)]
  }

  /// Why the last turn went as it did: moves with their words, then the customer's mood.
  func why(_ state: SessionState) -> [ScreenLine] {
    guard let turn = state.transcript.turns.last(where: { $0.speaker == .trainee && $0.text != nil }),
      case .reply(let reply, _) = turn.content
    else {
      return [ScreenLine(.desk, "Nothing to explain yet: /why speaks of your last reply.")]
    }
    var lines = reply.moves.map { move in
      ScreenLine(
        .desk,
        "Understood as '\(move.name.spelled)', nearest to the example \"\(move.example)\""
          + " (\(move.confidence / 10) % sure).")
    }
    if lines.isEmpty { lines = [ScreenLine(.desk, "No move was recognised in your last reply.")] }
    return lines + state.ledger.filter { !$0.mood.isEmpty }.map { ScreenLine(.desk, ledger($0)) }
  }

  private func ledger(_ line: LedgerLine) -> String {
    let steps = line.mood.map { step in
      "\(scenario.gauges[step.gauge].name) \(step.amount > 0 ? "+" : "")\(step.amount)"
    }
    return "\(cause(line.cause)): \(steps.joined(separator: ", "))"
  }

  private func cause(_ cause: LedgerLine.Cause) -> String {
    switch cause {
    case .move(let move): "because you made the move '\(scenario.moves[move].name.spelled)'"
    case .action(let action): "because of /\(scenario.actions[action].name)"
    case .timer: "because of the silence"
    case .otherwise: "because nothing here was what \(firstName) waited for"
    case .everyTurn: "every reply costs"
    case .everyMinute: "every minute costs"
    }
  }
}

extension String {
  /// A name from a file as people read it: `take_ownership` is "take ownership".
  var spelled: String { String(map { $0 == "_" ? " " : $0 }) }
}
