import Diagnostics
import Domain
import FoundationEssentials
import Journal
import Terminal
import TouchpointKit

#if canImport(Glibc)
  import Glibc
#endif

extension CommonOptions {
  /// The process's environment.
  static var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// The bundled data, or a stop that says where it was looked for.
  func workplace() throws -> Workplace {
    do throws(ShareFolder.Missing) {
      let found = try ShareFolder.find(
        asked: share, environment: Self.environment, binary: ShareFolder.runningBinary)
      return Workplace(found, cache: CacheFolder.path(Self.environment))
    } catch {
      throw Stop(error.message, help: error.help, status: ExitStatus.worldFailed)
    }
  }

  /// Where sessions are kept.
  func storeLocation() throws -> StoreLocation {
    do throws(StoreLocation.Failure) {
      return try StoreLocation.choose(option: store, environment: Self.environment)
    } catch {
      throw Stop("\(error)", status: store == nil ? ExitStatus.worldFailed : ExitStatus.usage)
    }
  }

  /// The store, for reading; an empty one in memory when nothing was ever stored. One that was named must be there.
  ///
  /// - Parameter mayBeNew: whether a named one may be about to begin.
  func storeForReading(mayBeNew: Bool = false) throws -> any JournalStore {
    do {
      return try storeLocation().open(for: .reading)
    } catch let failure as JournalFailure {
      guard failure.kind == .missing, store == nil || mayBeNew else {
        throw Stop("\(failure)", status: ExitStatus.worldFailed)
      }
      return MemoryJournal()
    }
  }

  /// The console of a session.
  ///
  /// - Parameter readsNothing: for pages that are shown and done: plain lines, whatever the terminal can do.
  @MainActor func console(readsNothing: Bool = false) throws -> any Console {
    let colour: ColourChoice =
      switch color {
      case .auto: .auto
      case .always: .always
      case .never: .never
      }
    return try openConsole(
      ConsoleOptions(plain: plainUI || readsNothing, colour: colour, environment: Self.environment))
  }

  /// Colour for a stream that is printed and done.
  func palette() -> Palette {
    let choice = ColourChoice(rawValue: color.rawValue) ?? .auto
    return Palette(
      usesColour: choice.allowsColour(isTerminal: Output.isTerminal, environment: Self.environment))
  }

  /// Who practises or judges: what was said, else TOUCHPOINT_TRAINEE, else the login name; blanks around are dropped.
  ///
  /// - Throws: when a name was given and is blank.
  static func person(_ asked: String?) throws -> String {
    let names = [asked, environment["TOUCHPOINT_TRAINEE"], environment["USER"], environment["LOGNAME"]]
    let written = names.compactMap { $0?.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    if asked != nil, written.first?.isEmpty == true {
      throw Stop(
        "a name cannot be blank", help: "leave the option out to go by your login name",
        status: ExitStatus.usage)
    }
    return String((written.first { !$0.isEmpty } ?? "Trainee").prefix(80))
  }

  /// Milliseconds since 1970-01-01 UTC.
  static func wallClock() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec.saturatingTimes(1_000).saturatingPlus(time.tv_nsec / 1_000_000)
  }
}

/// Loads a scenario or stops with everything that is wrong and the documented status.
func loadScenario(_ name: String, from workplace: Workplace, _ options: CommonOptions) throws
  -> Workplace.Loaded
{
  do throws(Workplace.Unavailable) {
    return try workplace.load(name)
  } catch {
    switch error {
    case .unknown(let name, let near):
      let guess = near.prefix(3).map { "'\($0)'" }.joined(separator: " or ")
      throw Stop(
        "no scenario is called '\(name)'",
        help: near.isEmpty ? "see them all: touchpoint scenarios" : "did you mean \(guess)?",
        status: ExitStatus.usage)
    case .faulty(let report):
      try CheckPrinter(report: report, colour: options.palette().usesColour).printToError()
      throw Stop("'\(name)' has errors and is not played", status: ExitStatus.answerIsNo)
    case .unreadable(let trouble):
      throw Stop("\(trouble)", status: ExitStatus.worldFailed)
    }
  }
}
