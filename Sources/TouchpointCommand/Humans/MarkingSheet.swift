import Domain
import Terminal
import TouchpointKit

/// A coach at the console: the talk, then criterion by criterion a verdict, a comment and a cause, a line each.
@MainActor struct MarkingSheet {
  let console: any Console
  let summary: SessionSummary
  let isBlind: Bool
  /// The one criterion to be marked; all where it is nil.
  var only: String?

  /// The marks given; nil when the coach went away without an end (Ctrl-C, a closed window): nothing is kept then.
  func marks() async -> [HumanMark]? {
    let screen = Screen(console: console)
    screen.show(StoredTalk(summary: summary).lines)
    screen.show(
      ScreenLine(
        .faint,
        "A verdict is met, partly, missed, breached or n/a; Enter skips a criterion, q ends and keeps."))
    var events = console.events.makeAsyncIterator()
    var given: [HumanMark] = []
    for mark in summary.scorecard.marks where only.map({ $0 == mark.criterion }) ?? true {
      screen.show(isBlind ? [ScreenLine(.heading, mark.title)] : shown(mark))
      switch await verdict(for: mark, &events) {
      case .gone: return nil
      case .ended: return given
      case .answer(nil): continue
      case .answer(let verdict?):
        guard let answer = await answer(verdict, on: mark, &events) else { return nil }
        given.append(answer.mark)
        if answer.isLast { return given }
      }
    }
    return given
  }

  private typealias Events = AsyncStream<ConsoleEvent>.Iterator

  private enum Answer<Value> {
    case answer(Value)
    /// The coach is done, or the pipe is at its end.
    case ended
    case gone
  }

  private func shown(_ mark: Mark) -> [ScreenLine] {
    MarkPresenter(transcript: summary.transcript, width: Screen(console: console).columns).deep(mark)
  }

  /// Asks until the answer is a verdict; nothing for a skipped criterion.
  private func verdict(for mark: Mark, _ events: inout Events) async -> Answer<Verdict?> {
    while true {
      switch await line("\(mark.criterion)> ", &events) {
      case .gone: return .gone
      case .ended: return .ended
      case .answer(let text):
        if text.isEmpty { return .answer(nil) }
        if Self.ends(text) { return .ended }
        if let verdict = Verdict(spelled: text) { return .answer(verdict) }
        Screen(console: console).show(
          ScreenLine(.bad, "'\(text)' is no verdict; \(Verdict.spellings); q ends"))
      }
    }
  }

  /// Nil when the coach is gone. The end of a pipe, or q, leaves what is still open empty and ends the sheet.
  private func answer(
    _ verdict: Verdict, on mark: Mark, _ events: inout Events
  ) async -> (mark: HumanMark, isLast: Bool)? {
    var given = HumanMark(criterion: mark.criterion, verdict: verdict)
    switch await line("comment> ", &events) {
    case .gone: return nil
    case .ended: return (given, true)
    case .answer(let text) where Self.ends(text): return (given, true)
    case .answer(let text): given.comment = String(text.prefix(HumanMark.longestComment))
    }
    guard [.partly, .missed, .breached].contains(verdict) else { return (given, false) }
    switch await cause(of: mark, &events) {
    case .gone: return nil
    case .ended: return (given, true)
    case .answer(let cause): given.cause = cause
    }
    return (given, false)
  }

  /// Asks until the answer begins a cause; nothing where the machine's guess stands.
  private func cause(of mark: Mark, _ events: inout Events) async -> Answer<RootCause?> {
    let names = RootCause.allCases.map(\.rawValue).joined(separator: ", ")
    let guess = isBlind ? nil : mark.cause.map { "; Enter keeps '\($0.rawValue)'" }
    while true {
      switch await line("cause (\(names)\(guess ?? ""))> ", &events) {
      case .gone: return .gone
      case .ended: return .ended
      case .answer(let text):
        if text.isEmpty { return .answer(nil) }
        if Self.ends(text) { return .ended }
        if let cause = RootCause.allCases.first(where: { $0.rawValue.hasPrefix(text.lowercased()) }) {
          return .answer(cause)
        }
        Screen(console: console).show(ScreenLine(.bad, "'\(text)' is no cause; \(names) are; q ends"))
      }
    }
  }

  private static func ends(_ text: String) -> Bool { ["q", "quit"].contains(text.lowercased()) }

  private func line(_ prompt: String, _ events: inout Events) async -> Answer<String> {
    console.setPrompt(StyledText(prompt))
    while let event = await events.next(isolation: MainActor.shared) {
      switch event {
      case .line(let text, _):
        return .answer(
          String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()))
      case .endOfInput: return .ended
      case .interrupt, .hangup, .terminated, .outputClosed, .outputFailed: return .gone
      case .pasted, .suspended, .resumed, .resized: continue
      }
    }
    return .gone
  }
}

/// A stored talk as it was said, readable without its scenario.
struct StoredTalk {
  var summary: SessionSummary

  var lines: [ScreenLine] {
    [ScreenLine(.heading, "\(summary.scenarioTitle), \(summary.session)")]
      + summary.transcript.turns.compactMap(line(of:))
  }

  private func line(of turn: Turn) -> ScreenLine? {
    switch turn.content {
    case .words(let text): ScreenLine(role(of: turn.speaker), text)
    case .reply(let made, _): ScreenLine(.trainee, made.text)
    case .action(let act):
      ScreenLine(.desk, "/\(act.taken.typed): \(outcome(act.outcome))")
    case .hint: ScreenLine(.faint, "(a hint was asked for)")
    }
  }

  private func role(of speaker: Speaker) -> ScreenLine.Role {
    switch speaker {
    case .customer: .customer("Customer")
    case .trainee: .trainee
    case .bot: .bot
    case .agent: .agent
    }
  }

  private func outcome(_ outcome: DeskTurn.Outcome) -> String {
    switch outcome {
    case .done: "done"
    case .refused: "refused by policy"
    case .breached: "done against policy"
    case .impossible(let why): why.isEmpty ? "not possible" : why
    }
  }
}
