import ArgumentParser
import Domain
import FoundationEssentials
import Journal
import Reports
import TouchpointKit

/// `touchpoint dispute`: a trainee objects to a mark, a coach decides.
struct DisputeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dispute",
    abstract: "Object to a mark; a coach decides. A decision never lowers the score.",
    usage: "touchpoint dispute <session> --criterion <name> [<options>]",
    discussion: """
      EXAMPLES
        touchpoint dispute last --criterion next_step --mark met --comment "I said 4"
        touchpoint dispute --list
        touchpoint dispute decide 7k2m9qp4wtx.1 --upheld --comment "It names a time"
        touchpoint dispute decide 7k2m9qp4wtx.2 --rejected --comment "Soon is no time"
      """,
    subcommands: [DisputeRaiseCommand.self, DisputeDecideCommand.self],
    defaultSubcommand: DisputeRaiseCommand.self)
}

/// `touchpoint dispute SESSION`: the trainee's objection; with `--list` all of them.
struct DisputeRaiseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "raise", abstract: "Object to one mark of a session of yours (the default).")

  @Argument(help: "A session's name, or 'last'.")
  var session: String?

  @Option(help: "The criterion, or the broken rule.")
  var criterion: String?

  @Option(help: "The verdict it should have: met, partly, missed or n/a.")
  var mark: Verdict?

  @Option(help: "Why.")
  var comment = ""

  @Option(name: .customLong("as"), help: ArgumentHelp("Your name.", valueName: "name"))
  var trainee: String?

  @Flag(help: "List all disputes, the open ones first.")
  var list = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard !list else { return }
    if session == nil {
      throw ValidationError("name a session, or list what there is: touchpoint dispute --list")
    }
    if criterion == nil || mark == nil {
      throw ValidationError("say what and how it should be: --criterion NAME --mark met")
    }
    if comment.isEmpty { throw ValidationError("say why, so that a coach can decide: --comment \"...\"") }
  }

  func run() async throws {
    try await reporting {
      if list { return try listAll() }
      guard let session, let criterion, let mark else { return }
      try raise(session, HumanMark(criterion: criterion, verdict: mark, comment: try checkedComment(comment)))
    }
  }

  private func raise(_ session: String, _ mark: HumanMark) throws {
    let store = try common.storeForWriting()
    let id = try CaseDesk(store).file(session).original.session
    let lock = try store.lock(id, at: CommonOptions.wallClock())
    defer { lock.release() }
    let desk = try CaseDesk(store)
    let file = try desk.file(id)
    let name = try CommonOptions.person(trainee)
    guard PersonName.key(name) == PersonName.key(file.original.trainee) else {
      throw Stop(
        "session \(id) is \(file.original.trainee)'s; only they dispute it",
        help: "say who you are: --as NAME", status: ExitStatus.usage)
    }
    let mark = try file.spelled(mark)
    try refusePointless(mark, in: file)
    if let open = file.open.first(where: { $0.dispute.mark.criterion == mark.criterion }) {
      throw Stop(
        "'\(mark.criterion)' is disputed already and not decided: \(open.dispute.id)",
        help: "see it: touchpoint dispute --list", status: ExitStatus.usage)
    }
    let dispute = Dispute(id: file.nextDispute, trainee: name, mark: mark)
    try desk.keep(.disputed(dispute), of: id)
    try Output.lines([
      "Disputed: \(dispute.id), \(mark.criterion) should be \(mark.verdict.rawValue).",
      "A coach decides: touchpoint dispute decide \(dispute.id) --upheld or --rejected",
    ])
  }

  /// A dispute asks for another verdict than stands.
  private func refusePointless(_ mark: HumanMark, in file: CaseFile) throws {
    let standing = file.upheld[mark.criterion] ?? file.current.scorecard.verdict(on: mark.criterion)
    guard mark.verdict == standing else { return }
    throw Stop(
      "'\(mark.criterion)' is \(mark.verdict.rawValue) already; there is nothing to dispute",
      help: "see it: touchpoint debrief \(file.original.session) --criterion \(mark.criterion)",
      status: ExitStatus.usage)
  }

  private func listAll() throws {
    let files = try CaseDesk(common.storeForReading()).files
    let all = files.flatMap { file in file.disputes.map { (file, $0) } }
    guard !all.isEmpty else { return try Output.lines(["No disputes."]) }
    let ordered = all.filter { $0.1.decision == nil } + all.filter { $0.1.decision != nil }
    try Output.wrapped(
      ordered.map { file, disputed in
        let mark = disputed.dispute.mark
        let machine = file.current.scorecard.marks.first { $0.criterion == mark.criterion }
        let given = machine.map { " (machine: \($0.evidence.verdict.rawValue))" } ?? ""
        let state =
          disputed.decision.map { ($0.isUpheld ? "upheld by " : "rejected by ") + $0.coach } ?? "open"
        return "\(disputed.dispute.id)  \(disputed.dispute.trainee)  \(mark.criterion):"
          + " \(mark.verdict.rawValue)\(given)  \(state)  \"\(mark.comment)\""
      })
  }
}

/// `touchpoint dispute decide ID`: a coach's answer.
struct DisputeDecideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Uphold or reject a dispute, as a coach.",
    discussion: """
      The machine's mark stands; an upheld one is shown beside it with the score it makes. With --golden the talk \
      becomes a golden reply: its words are written out, so ask the trainee first.
      """)

  @Argument(help: "The dispute, as 'touchpoint dispute --list' names it.")
  var dispute: String

  enum Outcome: String, EnumerableFlag {
    case upheld, rejected
  }

  @Flag(help: "Whether the trainee was right.")
  var outcome: Outcome

  @Option(help: "Why.")
  var comment = ""

  @Option(help: ArgumentHelp("Your name.", valueName: "name"))
  var coach: String?

  @Option(
    help: ArgumentHelp("Append the talk with the upheld verdict to this file.", valueName: "file.jsonl"))
  var golden: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if golden != nil, outcome == .rejected {
      throw ValidationError("only what was upheld becomes a golden reply: leave out --golden")
    }
  }

  func run() async throws {
    try await reporting {
      let store = try common.storeForWriting()
      let session = try find(in: CaseDesk(store)).file.original.session
      let lock = try store.lock(session, at: CommonOptions.wallClock())
      defer { lock.release() }
      let desk = try CaseDesk(store)
      let (file, disputed) = try find(in: desk)
      let name = try CommonOptions.person(coach)
      try refuse(disputed, decidedBy: name)
      let decision = Decision(
        dispute: dispute, coach: name, isUpheld: outcome == .upheld, comment: try checkedComment(comment))
      try desk.keep(.decided(decision), of: session)
      try Output.lines([
        "\(outcome == .upheld ? "Upheld" : "Rejected"): \(dispute). The machine's mark stands beside:"
          + " touchpoint debrief \(session)"
      ])
      if let golden { try keepGolden(file, disputed.dispute, golden) }
    }
  }

  private func find(in desk: CaseDesk) throws -> (file: CaseFile, disputed: CaseFile.DisputeCase) {
    for file in desk.files {
      if let found = file.disputes.first(where: { $0.dispute.id == dispute }) { return (file, found) }
    }
    let open = desk.files.flatMap(\.open).map(\.dispute.id)
    throw Stop(
      "no dispute is called '\(dispute)'",
      help: open.isEmpty ? "there is none open" : "open are: \(open.joined(separator: ", "))",
      status: ExitStatus.usage)
  }

  private func refuse(_ disputed: CaseFile.DisputeCase, decidedBy coach: String) throws {
    if let decision = disputed.decision {
      throw Stop(
        "\(dispute) was \(decision.isUpheld ? "upheld" : "rejected") by \(decision.coach) already",
        help: "the trainee can dispute it again with new reasons", status: ExitStatus.usage)
    }
    guard PersonName.key(coach) != PersonName.key(disputed.dispute.trainee) else {
      throw Stop(
        "\(coach) raised this dispute; somebody else decides it", help: "say who you are: --coach NAME",
        status: ExitStatus.usage)
    }
  }

  private func keepGolden(_ file: CaseFile, _ dispute: Dispute, _ path: String) throws {
    let scenario = try? common.workplace().load(file.original.scenario).scenario
    // Of a rule, golden replies say broken or kept.
    let isRule = !file.original.scorecard.marks.contains { $0.criterion == dispute.mark.criterion }
    let line = GoldenLine(
      name: "upheld dispute \(dispute.id) on \(dispute.mark.criterion)", file.original, scenario: scenario,
      verdict: isRule ? (dispute.mark.verdict == .breached ? .breached : .met) : dispute.mark.verdict)
    try OutputFile.append([line.text], to: path)
    try Output.lines(["One golden reply appended to \(path)"])
  }
}
