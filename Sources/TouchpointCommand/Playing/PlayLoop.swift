import Diagnostics
import Domain
import Journal
import Play
import Terminal
import TouchpointKit

/// One session at the console: lines in, screens out, and a timer for what the customer says unasked.
@MainActor final class PlayLoop {
  let runner: SessionRunner
  let console: any Console
  let screen: Screen
  let style: PlayStyle
  let asksForNote: Bool
  private var isKept: Bool
  private let openStore: (String) -> Result<any JournalStore, JournalFailure>
  /// What the person is asked before anything else is taken.
  var question: Question?
  private var alarm: Task<Void, Never>?
  private var lastWasInterrupt = false
  private var troubleTold = false
  private var messagesExplained = false
  private(set) var outcome: Outcome?
  private let signals: AsyncStream<Signal>
  private let wake: AsyncStream<Signal>.Continuation

  /// How the loop came to an end.
  enum Outcome {
    /// The talk reached its end; the summary is stored or was said not to be.
    case finished(SessionSummary)
    /// The session is kept and can be taken up again.
    case kept(status: Int32)
    /// The screen is gone or cannot be written.
    case lost(ConsoleFailure?)
  }

  /// - Parameters:
  ///   - asksForNote: whether the rubric has a criterion for a case note.
  ///   - isKept: whether what is stored is still there when the program has ended.
  init(
    _ runner: SessionRunner, console: any Console, style: PlayStyle, asksForNote: Bool, isKept: Bool,
    troubleTold: Bool,
    openStore: @escaping (String) -> Result<any JournalStore, JournalFailure>
  ) {
    self.runner = runner
    self.console = console
    screen = Screen(console: console)
    self.style = style
    self.asksForNote = asksForNote
    self.isKept = isKept
    self.openStore = openStore
    self.troubleTold = troubleTold
    (signals, wake) = AsyncStream.makeStream()
  }

  /// Why the session is not stored; nil where it is.
  var trouble: JournalFailure? { runner.trouble }

  private var scenario: Scenario { runner.state.scenario }
  var talk: TalkPresenter { TalkPresenter(scenario: scenario) }

  /// Plays until the talk ends, the trainee leaves or the console goes away.
  func run(after effects: [SessionEffect]) async -> Outcome {
    console.setCompletions { [weak self] line, cursor in
      self.map { DeskCompletion(state: $0.runner.state).offers(for: line, cursor: cursor) } ?? []
    }
    console.setKeyListener { [weak self] in self?.runner.type() }
    (console as? PlainLines)?.joinsPastes = true
    let typing = forwardConsole()
    explainPlainLines()
    present(effects)
    showDraft()
    if outcome == nil {
      for await signal in signals {
        switch signal {
        case .console(let event): take(event)
        case .alarm: hear(runner.wake())
        }
        if outcome != nil { break }
      }
    }
    alarm?.cancel()
    typing.cancel()
    console.setCompletions(nil)
    console.setKeyListener(nil)
    (console as? PlainLines)?.joinsPastes = false
    return outcome ?? .kept(status: 0)
  }

  /// What wakes the loop: the console, or a timer.
  private enum Signal: Sendable {
    case console(ConsoleEvent)
    case alarm
  }

  private func forwardConsole() -> Task<Void, Never> {
    Task { [console, wake] in
      for await event in console.events { wake.yield(.console(event)) }
      wake.finish()
    }
  }

  private func take(_ event: ConsoleEvent) {
    if case .interrupt = event {} else { lastWasInterrupt = false }
    switch event {
    case .line(let text, let whole): take(line: text, truncatedFrom: whole)
    case .pasted(let text): take(pasted: text)
    case .endOfInput: endOfInput()
    case .interrupt(let lineWasEmpty): interrupt(lineWasEmpty: lineWasEmpty)
    case .suspended: runner.clock.pause()
    case .resumed: runner.clock.resume()
    case .hangup: outcome = .kept(status: 129)
    case .terminated: keep(status: 143)
    case .resized: break
    case .outputClosed: outcome = .lost(nil)
    case .outputFailed(let failure): outcome = .lost(failure)
    }
  }

  private func interrupt(lineWasEmpty: Bool) {
    if question == .note { return finish() }
    if lastWasInterrupt && lineWasEmpty { return keep(status: 130) }
    lastWasInterrupt = true
    screen.show(
      ScreenLine(
        .faint,
        isStored
          ? "Ctrl-C again leaves; everything is kept and you can go on later."
          : "Ctrl-C again leaves; this session is not stored."))
  }

  /// Whether the session can be taken up again.
  private var isStored: Bool { runner.isSaved && isKept }

  func keep(status: Int32) {
    if question == .note { return finish() }
    tellTrouble()
    let turn = "at turn \(runner.state.world.turn)"
    screen.show(
      isStored
        ? ScreenLine(.good, "Paused \(turn). To go on: touchpoint resume \(runner.session)")
        : ScreenLine(.bad, "Left \(turn); this session was not stored."))
    outcome = .kept(status: status)
  }

  // MARK: What was typed

  func take(line: String, truncatedFrom whole: Int?) {
    if let whole {
      screen.show(
        ScreenLine(.bad, "That line had \(whole) bytes; only the first \(line.utf8.count) were taken."))
    }
    if !console.isInteractive { echo(line) }
    console.remember(line)
    let input = console.isInteractive ? TraineeInput(line) : TraineeInput.scripted(line)
    if question == .note { return takeNote(input) }
    if asksForSlash(input) { return }
    if runner.state.isPaused, !input.isLeaving { present(runner.resume()) }
    if !composes || !compose(input) { take(input) }
    showPrompt()
  }

  private func take(_ input: TraineeInput) {
    if input == .leave { return leave() }
    question = nil
    switch input {
    case .say(let text): say(text)
    case .desk(let typed): act(typed)
    case .wait(let wait): pass(wait)
    case .show(let page): screen.show(lines(of: page))
    case .hint: present(runner.hint())
    case .why: screen.show(talk.why(runner.state))
    case .pause:
      present(runner.pause())
      screen.show(ScreenLine(.stage, "The clock stands still. Enter goes on; Ctrl-D leaves and keeps it."))
    case .send, .discard:
      screen.show(ScreenLine(.desk, "Here every line goes out by itself when you press Enter."))
    case .save(let place): save(to: place)
    case .leave, .nothing: break
    case .incomplete(let reason): screen.show(ScreenLine(.desk, reason))
    }
  }

  /// An act at the desk; a slip of the keys is asked back about and does not count as one.
  private func act(_ typed: String) {
    let state = runner.state
    let acts = DeskCompletion(state: state)
    if state.action(typed: typed).action == nil, !acts.isKnown(typed), let near = acts.nearest(to: typed) {
      return screen.show(ScreenLine(.desk, "There is no /\(near.slip); did you mean /\(near.act)?"))
    }
    let effects = runner.act(typed)
    present(effects)
    if !effects.contains(where: \.opensMenu) { showMenu() }
  }

  private func say(_ text: String) {
    let menu = style == .guided ? runner.state.guidedMenu : []
    let acts = style == .guided ? runner.state.guidedActs : []
    guard let number = Int(text), !menu.isEmpty || !acts.isEmpty else {
      return reply(console.isInteractive ? text : text.unescapingLineBreaks())
    }
    if menu.indices.contains(number - 1) {
      screen.show(ScreenLine(.trainee, menu[number - 1].text))
      present(runner.choose(menu[number - 1]), marking: true)
    } else if acts.indices.contains(number - 1 - menu.count) {
      screen.show(ScreenLine(.faint, "> /\(acts[number - 1 - menu.count])"))
      act(acts[number - 1 - menu.count])
    } else {
      screen.show(
        ScreenLine(
          .desk, "Choose a number from 1 to \(menu.count + acts.count), or write your own words."))
    }
  }

  func reply(_ text: String) { present(runner.say(text), marking: true) }

  private func pass(_ wait: Milliseconds) {
    guard let clock = runner.clock as? VirtualClock else {
      return screen.show(ScreenLine(.desk, "Time passes by itself here; /pause stops it."))
    }
    clock.advance(by: wait)
    present(runner.wake())
  }

  func lines(of page: TraineeInput.Screen) -> [ScreenLine] {
    let desk = DeskPresenter(scenario: scenario)
    return switch page {
    case .help: HelpPresenter().lines(runner.state, style: style)
    case .customer: desk.customer()
    case .orders: desk.orders()
    case .policy: desk.policy()
    case .knowledge(let words): desk.knowledge(words)
    }
  }

  private func save(to place: String) {
    do {
      try runner.save(to: try openStore(place).get())
      troubleTold = false
      isKept = true
      screen.show(ScreenLine(.good, "Saved to \(place); the session goes on there."))
    } catch {
      screen.show(ScreenLine(.bad, "\(error)"))
    }
  }

  // MARK: What is shown

  /// Shows what an event did; `marking` says after a reply that it is stored.
  func present(_ effects: [SessionEffect], marking: Bool = false) {
    if marking, !effects.contains(.unheard) { screen.show(savedMark) }
    tellTrouble()
    screen.show(talk.lines(for: effects, in: runner.state))
    explainMessages()
    if case .wake(let due)? = effects.last { setAlarm(due) }
    if runner.state.transcript.conclusion != nil {
      close()
    } else if marking || effects.contains(where: \.opensMenu) {
      showMenu()
    }
    showPrompt()
  }

  func finish() {
    do {
      guard let summary = try runner.finish() else { return }
      tellTrouble()
      outcome = .finished(summary)
    } catch {
      screen.show(ScreenLine(.bad, "The talk is over and kept, but it cannot be judged: \(error)"))
      outcome = .kept(status: 2)
    }
  }

  /// The append-only screen sees a line when it is entered: no key before, and no end of a paste.
  private func explainPlainLines() {
    guard console is PlainLines, console.isInteractive else { return }
    if !writesMessage {
      screen.show(
        ScreenLine(
          .faint, "Enter sends a line. Lines pasted together wait for one more Enter and go as one reply."))
    }
    guard runner.clock is LiveClock else { return }
    screen.show(ScreenLine(.faint, "Nobody sees you type here: /pause stops the clock while you write."))
  }

  /// Says once how a message is sent, when the talk comes to a channel of messages.
  private func explainMessages() {
    guard writesMessage, !messagesExplained else { return }
    messagesExplained = true
    screen.show(
      ScreenLine(.faint, "Write over as many lines as you like; /send sends it, /discard starts again."))
  }

  /// What was written and not sent before the session was left.
  private func showDraft() {
    guard !runner.state.draft.isEmpty else { return }
    screen.show(
      ScreenLine(
        .faint, "You have written so far\(writesMessage ? "" : "; Enter sends it, /discard drops it"):"))
    screen.show(runner.state.draft.map { ScreenLine(.trainee, $0) })
  }

  private var savedMark: ScreenLine {
    let turn = runner.state.world.turn
    return runner.isSaved
      ? ScreenLine(.faint, "(turn \(turn) saved)") : ScreenLine(.bad, "(turn \(turn) not saved)")
  }

  func tellTrouble() {
    guard let trouble = runner.trouble, !troubleTold else { return }
    troubleTold = true
    screen.show(
      ScreenLine(
        .bad, "\(trouble). The session goes on in memory; /save FILE keeps it elsewhere."))
  }

  private func showMenu() {
    guard style == .guided, runner.state.isRunning else { return }
    let choices = runner.state.guidedMenu.map(\.text) + runner.state.guidedActs.map { "/\($0)" }
    for (place, choice) in choices.enumerated() {
      screen.show(ScreenLine(.plain, "  \(place + 1)  \(choice)"))
    }
  }

  private func showPrompt() {
    guard outcome == nil else { return console.setPrompt("") }
    if question == .note { return console.setPrompt(StyledText("note> ", .you)) }
    let channel = runner.state.channel.name
    let call = runner.state.channel.turnForm == .speech ? " \(runner.state.clock.clockFace)" : ""
    let lines = runner.state.draft.isEmpty ? "" : " \(runner.state.draft.count + 1)"
    console.setPrompt(StyledText("\(channel)\(call)\(lines)> ", .you))
  }

  // MARK: Time

  /// What time has brought; on the append-only screen a later time alone is no line worth hearing.
  private func hear(_ effects: [SessionEffect]) {
    if console is PlainLines, effects.count == 1, case .wake(let due)? = effects.last { return setAlarm(due) }
    present(effects)
  }

  private func setAlarm(_ due: Milliseconds?) {
    alarm?.cancel()
    alarm = nil
    guard let due, runner.clock is LiveClock, runner.state.isRunning else { return }
    let wait = max(due - runner.clock.now, .zero)
    alarm = Task { [wake] in
      try? await Task.sleep(for: .milliseconds(wait.count))
      if !Task.isCancelled { wake.yield(.alarm) }
    }
  }
}

extension SessionEffect {
  /// Whether a guided menu belongs under it.
  fileprivate var opensMenu: Bool {
    switch self {
    case .customerSaid, .handedOff: true
    case .customerWaits, .desk, .unheard, .hint, .ended, .wake: false
    }
  }
}

extension TraineeInput {
  fileprivate var isLeaving: Bool { self == .leave }
}

extension Milliseconds {
  /// A call clock: `02:13`.
  var clockFace: String {
    let seconds = max(count, 0) / 1_000
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(seconds / 60)):\(two(seconds % 60))"
  }
}
