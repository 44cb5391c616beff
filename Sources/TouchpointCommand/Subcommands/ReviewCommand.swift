import ArgumentParser
import Domain
import Terminal
import TouchpointKit

/// `touchpoint review`: a coach's own marks on a session, kept beside the machine's.
struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Give your own marks on a finished session; the machine's stay beside them.",
    usage: "touchpoint review <session> [--coach <name>] [--hidden] [<options>]",
    discussion: """
      EXAMPLES
        touchpoint review last                    the talk, and the machine's marks
        touchpoint review 7k2m9qp4wtx --hidden    the machine's marks hidden
        touchpoint review last --criterion apology --verdict met --coach Ann
        touchpoint review last --criterion next_step --verdict missed --cause process
        touchpoint review last --from marks.tsv   criterion, verdict, comment, cause

      Nothing is overwritten. Exit status: 0 kept, 1 nothing was given, 2 the world failed, 64 no such session.
      """)

  @Argument(help: "A session's name, or 'last'.")
  var session: String

  @Option(help: ArgumentHelp("Your name.", valueName: "name"))
  var coach: String?

  @Flag(help: "Mark without seeing the machine's marks: only such marks are compared by calibrate.")
  var hidden = false

  @Option(help: "One criterion.")
  var criterion: String?

  @Option(help: "Your verdict on it: met, partly, missed, breached or n/a.")
  var verdict: Verdict?

  @Option(help: "Why.")
  var comment = ""

  @Option(help: "Why points were lost, where the machine guessed otherwise.")
  var cause: RootCause?

  @Option(help: ArgumentHelp("A table of marks; - is standard input.", valueName: "file"))
  var from: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if from != nil, criterion != nil || verdict != nil {
      throw ValidationError("--from brings its own criteria: leave out --criterion and --verdict")
    }
    if verdict != nil, criterion == nil { throw ValidationError("say what it is about: --criterion NAME") }
  }

  func run() async throws {
    try await reporting {
      let desk = try CaseDesk(common.storeForWriting())
      let file = try desk.file(session)
      let name = try CommonOptions.person(coach)
      try file.refuse(ownSession: name)
      let marks = try await marks(on: file).map { try file.spelled($0) }
      guard !marks.isEmpty else {
        throw Stop("no mark was given, nothing is kept", status: ExitStatus.answerIsNo)
      }
      let id = file.original.session
      try desk.keep(.reviewed(Review(coach: name, isBlind: hidden, marks: marks)), of: id)
      try Output.lines([
        "Kept: \(marks.count) \(marks.count == 1 ? "mark" : "marks") of \(name) on \(id);"
          + " the machine's stand beside: touchpoint debrief \(id)"
      ])
    }
  }

  private func marks(on file: CaseFile) async throws -> [HumanMark] {
    let criterion = try criterion.map { try file.criterion($0) }
    if let from { return try marksFile(from).marks(of: file.original.session) }
    if let criterion, let verdict {
      return [
        HumanMark(
          criterion: criterion, verdict: verdict, comment: try checkedComment(comment), cause: cause)
      ]
    }
    return try await askMarks(file, isBlind: hidden, only: criterion, common)
  }
}

/// Asks for marks at the console, line by line; a pipe answers the same questions.
@MainActor func askMarks(
  _ file: CaseFile, isBlind: Bool, only criterion: String?, _ common: CommonOptions
) async throws -> [HumanMark] {
  let console = try common.console()
  defer { console.close() }
  let sheet = MarkingSheet(console: console, summary: file.current, isBlind: isBlind, only: criterion)
  guard let marks = await sheet.marks() else {
    throw Stop("the review was broken off, nothing is kept", status: ExitStatus.answerIsNo)
  }
  return marks
}

extension MarksFile {
  /// The marks of a session: those that name it and those that name none.
  func marks(of session: String) -> [HumanMark] {
    rows.filter { $0.session == nil || $0.session == session }.map(\.mark)
  }
}
