import ArgumentParser

/// The statuses the program ends with; the README lists them.
enum ExitStatus {
  /// The answer is no: errors found, pass mark missed, a broken journal.
  static let answerIsNo = ExitCode(1)
  /// The world failed: disk, database, terminal.
  static let worldFailed = ExitCode(2)
  static let usage = ExitCode(64)
  /// The reader of our output went away: 128 and SIGPIPE's number.
  static let readerGone = ExitCode(141)
}

/// A failure with its message and status: what is said on standard error before the program ends.
struct Stop: Error {
  var message: String
  var help: String?
  var status: ExitCode

  init(_ message: String, help: String? = nil, status: ExitCode) {
    self.message = message
    self.help = help
    self.status = status
  }
}

/// Runs a subcommand's work and turns failures into one clear message and the documented status.
func reporting<Value>(_ work: () async throws -> Value) async throws -> Value {
  do {
    return try await work()
  } catch let stop as Stop {
    Output.note("touchpoint: \(stop.message)")
    if let help = stop.help { for line in Output.folded("  \(help)") { Output.note(line) } }
    throw stop.status
  } catch let status as ExitCode {
    throw status
  } catch let failure as ValidationError {
    throw failure
  } catch {
    Output.note("touchpoint: \(error)")
    throw ExitStatus.worldFailed
  }
}
