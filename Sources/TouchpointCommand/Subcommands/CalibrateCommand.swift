import ArgumentParser
import Domain
import Scoring
import TouchpointKit

/// `touchpoint calibrate`: several coaches mark the same sessions blindly; how far they agree.
struct CalibrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Compare coaches' blind marks over the same sessions.",
    usage: "touchpoint calibrate [<sessions> ...] [--report] [<options>]",
    discussion: """
      EXAMPLES
        touchpoint calibrate 7k2m9qp4wtx 8b3n0rs5vuy   mark them in turn, blindly
        touchpoint calibrate 7k2m9qp4wtx --coach Bo --from marks.tsv
        touchpoint calibrate --report                  agreement, strictness, anchors
        touchpoint calibrate --report --criterion apology --anchors apology.jsonl

      Blind reviews (touchpoint review --hidden) count too. Anchors are talks on which all coaches agree, in the form \
      of golden replies; they hold trainees' words.
      """)

  @Argument(help: "Sessions by name, or 'last'.")
  var sessions: [String] = []

  @Option(help: ArgumentHelp("Your name.", valueName: "name"))
  var coach: String?

  @Option(
    help: ArgumentHelp(
      "A table of marks with the columns session, criterion, verdict, comment; - is standard input.",
      valueName: "file"))
  var from: String?

  @Flag(help: "Compare what was marked so far: on the named sessions, or on all.")
  var report = false

  @Option(help: "One criterion.")
  var criterion: String?

  @Option(
    help: ArgumentHelp("Append the agreed talks of one criterion to this file.", valueName: "file.jsonl"))
  var anchors: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if !report, sessions.isEmpty { throw ValidationError("name the sessions to mark, or ask for --report") }
    if !report, coach == nil { throw ValidationError("say who you are: --coach NAME") }
    if anchors != nil, !report || criterion == nil {
      throw ValidationError("a golden file holds one kind: --report --criterion NAME --anchors FILE")
    }
  }

  func run() async throws {
    try await reporting {
      if report { return try compare() }
      try await collect()
    }
  }

  // MARK: Collecting

  private func collect() async throws {
    let desk = try CaseDesk(common.storeForWriting())
    let files = try desk.files(sessions)
    let table = try from.map(marksFile)
    let name = try CommonOptions.person(coach)
    for file in files { try file.refuse(ownSession: name) }
    var reviews: [(session: String, marks: [HumanMark])] = []
    for file in files {
      let session = file.original.session
      let marks = table?.marks(of: session)
      let asked = if let marks { marks } else { try await ask(file) }
      let given = try asked.map { try file.spelled($0) }
      if !given.isEmpty { reviews.append((session, given)) }
      if table == nil, !given.isEmpty { try keep(given, of: session, by: name, desk) }
    }
    if table != nil { for review in reviews { try keep(review.marks, of: review.session, by: name, desk) } }
    guard !reviews.isEmpty else {
      throw Stop("no mark was given, nothing is kept", status: ExitStatus.answerIsNo)
    }
  }

  private func ask(_ file: CaseFile) async throws -> [HumanMark] {
    try await askMarks(
      file, isBlind: true, only: try criterion.map { try file.criterion($0) }, common)
  }

  private func keep(_ marks: [HumanMark], of session: String, by name: String, _ desk: CaseDesk) throws {
    try desk.keep(.reviewed(Review(coach: name, isBlind: true, marks: marks)), of: session)
    try Output.lines([
      "Kept: \(marks.count) blind \(marks.count == 1 ? "mark" : "marks") of \(name) on \(session)"
    ])
  }

  // MARK: Comparing

  private func compare() throws {
    let files = try CaseDesk(common.storeForReading()).files(sessions)
    let given = files.flatMap(\.blindMarks)
    let criterion = try criterion.map { try meant($0, among: given) }
    let marks = given.filter { mark in criterion.map { $0 == mark.criterion } ?? true }
    let calibration = Calibration(marks)
    guard !calibration.criteria.isEmpty else {
      return try Output.lines(["No blind marks yet. Begin: touchpoint calibrate SESSION --coach NAME"])
    }
    let presenter = CalibrationPresenter(calibration: calibration, keepsAnchors: anchors != nil)
    try Output.wrapped(presenter.lines)
    if let anchors { try keep(calibration.anchors, from: files, in: anchors) }
  }

  private func meant(_ criterion: String, among marks: [Calibration.BlindMark]) throws -> String {
    let known = Set(marks.map(\.criterion)).sorted()
    guard known.isEmpty else {
      return try known.meant(by: criterion) { "nobody marked '\($0)' blindly" }
    }
    throw Stop(
      "nobody marked '\(criterion)' blindly", help: "begin: touchpoint calibrate SESSION --coach NAME",
      status: ExitStatus.usage)
  }

  private func keep(_ agreed: [Calibration.Anchor], from files: [CaseFile], in path: String) throws {
    let workplace = try common.workplace()
    let lines = agreed.compactMap { anchor -> String? in
      guard let file = files.last(where: { $0.original.session == anchor.session }) else { return nil }
      return GoldenLine(
        name:
          "\(anchor.criterion) \(anchor.verdict.rawValue), agreed by \(anchor.coaches.count) on \(anchor.session)",
        file.original, scenario: try? workplace.load(file.original.scenario).scenario, verdict: anchor.verdict
      ).text
    }
    try OutputFile.append(lines, to: path)
    try Output.lines(["\(lines.count) golden \(lines.count == 1 ? "reply" : "replies") appended to \(path)"])
  }
}

extension CaseFile {
  /// What coaches gave without seeing the machine's marks, in the order given.
  fileprivate var blindMarks: [Calibration.BlindMark] {
    reviews.filter(\.value.isBlind).flatMap { review in
      review.value.marks.map {
        Calibration.BlindMark(
          session: original.session, coach: review.value.coach, criterion: $0.criterion, verdict: $0.verdict)
      }
    }
  }
}
