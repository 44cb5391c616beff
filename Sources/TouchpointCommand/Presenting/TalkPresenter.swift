import Domain
import Play

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
    case .action(let desk): [DeskPresenter(scenario: scenario).outcome(of: desk)]
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

  /// What the effects of one event show. The thread is shown by `thread` and is not among them.
  func lines(for effects: [SessionEffect]) -> [ScreenLine] {
    effects.flatMap(lines(for:))
  }

  private func lines(for effect: SessionEffect) -> [ScreenLine] {
    switch effect {
    case .customerSaid(let text, _): [ScreenLine(.customer(firstName), text)]
    case .customerWaits: [ScreenLine(.stage, "\(firstName) waits for you to go on.")]
    case .handedOff(let origin, let channel): handOff(from: origin, to: channel)
    case .desk(let desk): [DeskPresenter(scenario: scenario).outcome(of: desk)]
    case .unheard:
      [ScreenLine(.desk, "\(firstName) is on hold and cannot hear you; /resume takes them back.")]
    case .hint(let text): [ScreenLine(.desk, "Hint: \(text)")]
    case .ended, .wake: []
    }
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
