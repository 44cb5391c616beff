import ArgumentParser
import Domain
import FoundationEssentials
import Journal
import Play
import Reports
import Scoring
import Terminal
import TouchpointKit

/// A trainee at the desk: one session from opening or resuming to its debrief.
@MainActor final class Sitting {
  private let workplace: Workplace
  private let loaded: Workplace.Loaded
  private let common: CommonOptions
  private let console: any Console
  private let screen: Screen
  private let store: any JournalStore
  /// Why the store asked for could not be opened.
  private let trouble: JournalFailure?
  private let clock: any SessionClock
  private var lock: SessionLock?
  private var saidNotice = false

  init(_ workplace: Workplace, _ loaded: Workplace.Loaded, _ common: CommonOptions, untimed: Bool) throws {
    self.workplace = workplace
    self.loaded = loaded
    self.common = common
    let location = try common.storeLocation()
    console = try common.console()
    screen = Screen(console: console)
    clock = console.isInteractive && !untimed ? LiveClock() : VirtualClock()
    do throws(JournalFailure) {
      store = try location.open(for: .writing)
      trouble = nil
    } catch {
      screen.show(
        ScreenLine(
          .bad, "\(error). You can practise all the same; nothing is recorded. /save FILE keeps it elsewhere."
        ))
      store = MemoryJournal()
      trouble = error
    }
  }

  /// A session about to be played: its runner and what its opening showed.
  struct Opened {
    var runner: SessionRunner
    var effects: [SessionEffect]
    var style: PlayStyle
  }

  func begin(seed: UInt64, mode: PolicyMode, style: PlayStyle, trainee: String) -> Opened {
    var random = SystemRandomNumberGenerator()
    let runner = runner(SessionName.make(using: &random))
    let talk = TalkPresenter(scenario: loaded.scenario)
    screen.show(talk.welcome(trainee: trainee, mode: mode))
    claim(runner.session)
    let effects = runner.open(
      seed: seed, mode: mode, style: style, trainee: trainee, file: loaded.file.map(Self.absolute))
    let earlier = Transcript(turns: runner.state.transcript.turns.filter(\.isEarlier))
    screen.show(talk.thread(earlier))
    if runner.state.currentBeat.handOffFrom == nil {
      screen.show(talk.channelHeading(runner.state.channel.name))
    }
    return Opened(runner: runner, effects: effects, style: style)
  }

  /// Takes up a stored session at the turn it stopped, with the thread so far on the screen.
  func takeUp(_ session: String, _ events: [SessionEvent], style: PlayStyle) throws -> Opened {
    do {
      lock = try store.lock(session, at: CommonOptions.wallClock())
    } catch {
      console.close()
      throw Stop("\(error)", status: ExitStatus.worldFailed)
    }
    let runner = runner(session)
    let effects = runner.takeUp(events)
    let talk = TalkPresenter(scenario: loaded.scenario)
    screen.show(ScreenLine(.heading, loaded.scenario.title))
    screen.show(talk.thread(runner.state.transcript))
    screen.show(
      ScreenLine(.good, "You are back at turn \(runner.state.world.turn); everything before is kept."))
    return Opened(runner: runner, effects: effects, style: style)
  }

  /// The same file from whichever folder the session is taken up.
  private static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

  private func claim(_ session: String) {
    lock = try? store.lock(session, at: CommonOptions.wallClock())
  }

  private func runner(_ session: String) -> SessionRunner {
    let understanding = ReplyUnderstanding(loaded.scenario, by: workplace.language)
    let (workplace, loaded) = (workplace, loaded)
    return SessionRunner(
      loaded.scenario, session: session, store: store, clock: clock, trouble: trouble,
      wallClock: CommonOptions.wallClock,
      understand: { [self] text in
        sayNotice()
        return understanding.read(text)
      }
    ) { state in
      let judge = try workplace.judge()
      let card = try judge.judge(state.transcript, scenario: loaded.scenario, house: loaded.house)
      let coaching = SessionCoaching(loaded, by: workplace, judge: judge, understanding: understanding)
      return coaching.coached(card, of: state.transcript)
    }
  }

  /// Says once, when the first words are to be understood, what is wrong with the model files.
  private func sayNotice() {
    guard !saidNotice else { return }
    saidNotice = true
    if let notice = workplace.language.notice { screen.show(ScreenLine(.bad, notice)) }
  }

  /// Plays to the end and shows the debrief.
  ///
  /// - Throws: the exit status: 1 when the pass mark was missed, 128 and more when it was cut off.
  func play(after opened: Opened) async throws {
    let earlier = lastAttempt(of: opened.runner.state.opening?.trainee)
    let history = historyPath
    if let history { try? console.loadHistory(from: history) }
    let loop = PlayLoop(
      opened.runner, console: console, style: opened.style, asksForNote: asksForNote, isKept: isKept,
      troubleTold: trouble != nil,
      openStore: Self.openOther)
    let outcome = await loop.run(after: opened.effects)
    if let history { try? console.saveHistory(to: history) }
    try finish(outcome, comparedWith: earlier, trouble: loop.trouble)
  }

  private func finish(
    _ outcome: PlayLoop.Outcome, comparedWith earlier: SessionSummary?, trouble: JournalFailure?
  ) throws {
    defer { console.close() }
    switch outcome {
    case .finished(let summary):
      let debrief = DebriefPresenter(
        summary: summary, earlier: earlier, isKept: trouble == nil && !isInMemory,
        margin: workplace.margin(of: summary.scorecard), drawing: drawing,
        width: screen.columns)
      screen.show(debrief.lines(next: nextPractice(after: summary)))
      if trouble != nil { throw ExitStatus.worldFailed }
      if summary.scorecard.result != .passed { throw ExitStatus.answerIsNo }
    case .kept(let status):
      if status == 0, trouble != nil { throw ExitStatus.worldFailed }
      if status != 0 { throw ExitCode(status) }
    case .lost(let failure):
      guard let failure else { throw ExitStatus.readerGone }
      throw Stop("\(failure)", status: ExitStatus.worldFailed)
    }
  }

  /// Whether nothing outlives the program, as was asked for.
  private var isInMemory: Bool { (try? common.storeLocation()) == .memory }

  /// Whether the talk is judged by its case note too.
  private var asksForNote: Bool {
    loaded.scenario.rubric.house != nil && loaded.house?.criteria.contains { $0.kind == "case-note" } ?? false
  }

  private var isKept: Bool { !isInMemory && trouble == nil }

  private var drawing: Drawing { Drawing(environment: CommonOptions.environment) }

  private func lastAttempt(of trainee: String?) -> SessionSummary? {
    (try? store.summaries())?.last {
      PersonName.key($0.trainee) == PersonName.key(trainee ?? "") && $0.scenario == loaded.scenario.id
    }
  }

  private func nextPractice(after summary: SessionSummary) -> String {
    let done =
      ((try? store.summaries()) ?? []).filter {
        PersonName.key($0.trainee) == PersonName.key(summary.trainee)
      } + [summary]
    return NextPractice(scenarios: workplace.scenarios, done: done).command(after: summary)
  }

  /// History stays with the store and the scenario, and is never shared between users.
  private var historyPath: String? {
    guard case .sqlite(let path)? = try? common.storeLocation(), console.isInteractive else { return nil }
    return path + ".history"
  }

  private static func openOther(_ place: String) -> Result<any JournalStore, JournalFailure> {
    do {
      let location = try StoreLocation.parse(place, home: CommonOptions.environment["HOME"])
      return .success(try location.open(for: .writing))
    } catch let failure as JournalFailure {
      return .failure(failure)
    } catch {
      return .failure(JournalFailure(.open, at: place, .notADatabase))
    }
  }
}
