import Domain
import Journal
import Reports
import Scoring

/// The finished sessions of a store, by name, with one message for a name that is not there.
struct CaseDesk {
  let store: any JournalStore
  /// In the order judged.
  let files: [CaseFile]
  /// Records that are there and cannot be used.
  let setAside: [BrokenRecord]

  /// Reads all of them; broken records are named on standard error and left out.
  init(_ store: any JournalStore) throws {
    self.store = store
    let read = try store.caseFiles()
    for broken in read.setAside { Output.note("touchpoint: set aside: \(broken)") }
    files = read.values
    setAside = read.setAside
  }

  /// - Parameter name: a session's name, or `last` for the newest.
  func file(_ name: String) throws -> CaseFile {
    let found = name == "last" ? files.last : files.last { $0.original.session == name }
    if let found { return found }
    if let open = try paused().first(where: { $0.session == name }) {
      throw Stop(
        "session \(name) is paused at turn \(open.replies) and not finished",
        help: "go on with it: touchpoint resume \(name)", status: ExitStatus.usage)
    }
    let near = NearNames(files.map(\.original.session)).nearest(to: name).first
    let guess = near.map { "did you mean '\($0)'? " } ?? ""
    throw Stop(
      "no finished session is called '\(name)'", help: "\(guess)there are: \(known)", status: ExitStatus.usage
    )
  }

  /// All of those named; every one there is when none is.
  func files(_ names: [String]) throws -> [CaseFile] {
    names.isEmpty ? files : try names.map(file)
  }

  /// The newest names, for messages.
  private var known: String {
    guard !files.isEmpty else { return "none yet; begin one: touchpoint scenarios" }
    let newest = files.suffix(Self.mostNamed).map(\.original.session)
    return newest.joined(separator: ", ")
      + (files.count > newest.count ? " (all: touchpoint debrief)" : "")
  }

  private static let mostNamed = 10

  /// How many marks of a session are disputed and not decided, where there are any.
  var disputed: [String: Int] {
    let open = files.map { ($0.original.session, $0.open.count) }.filter { $0.1 > 0 }
    return Dictionary(open) { first, _ in first }
  }

  /// What disputes and new judgements changed, by session; sessions nobody changed are left out.
  var settled: [String: Settlement] {
    let changed = files.compactMap { file in file.settlement.map { (file.original.session, $0) } }
    return Dictionary(changed) { _, later in later }
  }

  /// What a reader of numbers from this store must know: records that are broken, changed or missing.
  var limits: [String] {
    let findings: [String]
    do {
      findings = try store.verify().findings.map { "\($0)" }
    } catch {
      findings = ["\(error)"]
    }
    guard let first = findings.first ?? setAside.first.map({ "\($0)" }) else { return [] }
    let count = max(findings.count, setAside.count)
    return [
      "the journal is not as it was written, and what cannot be read is left out: \(count)"
        + " \(count == 1 ? "finding" : "findings"), the first: \(first); all of them: touchpoint verify"
    ]
  }

  /// Sessions that were begun and neither finished nor left, of everybody.
  func paused() throws -> [SessionIndexEntry] {
    try store.sessions().filter { $0.state == .open && $0.opening != nil }
  }

  /// Keeps one statement about a session.
  func keep(_ record: JournalRecord, of session: String) throws {
    _ = try store.append(record, to: session, at: CommonOptions.wallClock())
  }
}

extension CaseFile {
  /// The marks and broken rules people can speak of, in the scorecard's order.
  var criteria: [String] {
    var seen: Set<String> = []
    let card = current.scorecard
    return (card.marks.map(\.criterion) + card.breaches.map(\.rule)).filter { seen.insert($0).inserted }
  }

  /// The criterion or rule meant, as the session spells it; refuses what it was not judged by.
  func criterion(_ name: String) throws -> String {
    try criteria.meant(by: name) { "session \(original.session) has no criterion called '\($0)'" }
  }

  /// A mark with its criterion as the session spells it.
  func spelled(_ mark: HumanMark) throws -> HumanMark {
    var mark = mark
    mark.criterion = try criterion(mark.criterion)
    return mark
  }

  /// Refuses people who would judge themselves.
  func refuse(ownSession coach: String) throws {
    guard PersonName.key(coach) == PersonName.key(original.trainee) else { return }
    throw Stop(
      "session \(original.session) is \(original.trainee)'s own; somebody else judges it",
      help: "say who you are: --coach NAME", status: ExitStatus.usage)
  }

  /// What disputes and new judgements changed; nil where nothing did.
  fileprivate var settlement: Settlement? {
    let machine = current.scorecard
    let won = upheld.filter { name, verdict in machine.verdict(on: name) != verdict }
    guard !won.isEmpty || !rescorings.isEmpty else { return nil }
    let first = Dictionary(
      original.scorecard.marks.map { ($0.criterion, $0.evidence.verdict) }, uniquingKeysWith: { $1 })
    return Settlement(
      scorecard: machine.upholding(won) ?? machine, upheld: won, judgedAnew: rescorings.count,
      marksAnew: rescorings.isEmpty
        ? 0 : machine.marks.count { first[$0.criterion] != $0.evidence.verdict })
  }
}

extension Scorecard {
  /// The machine's verdict on a criterion or a rule; nil where it gave none.
  func verdict(on name: String) -> Verdict? {
    if let mark = marks.first(where: { $0.criterion == name }) { return mark.evidence.verdict }
    return breaches.contains { $0.rule == name } ? .breached : nil
  }
}

extension [String] {
  /// The name meant: capitals, hyphens and blanks make no difference (`next-step` is `next_step`).
  ///
  /// - Parameter all: where all are to be seen, when they are too many to list.
  /// - Throws: a stop that says `message` with the name, the nearest and all there are.
  func meant(by name: String, seeing all: String? = nil, else message: (String) -> String) throws -> String {
    if contains(name) { return name }
    if let found = first(where: { NearNames.key($0) == NearNames.key(name) }) { return found }
    let near = NearNames(self).nearest(to: name)
    let guess = near.isEmpty ? "" : "did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))? "
    let known = all.map { "see them all: \($0)" } ?? "there are: \(joined(separator: ", "))"
    throw Stop(message(name), help: guess + known, status: ExitStatus.usage)
  }
}

extension CommonOptions {
  /// The store, for writing about sessions that are in it; one that was named must be there.
  func storeForWriting() throws -> any JournalStore {
    if store != nil { _ = try storeForReading() }
    do {
      return try storeLocation().open(for: .writing)
    } catch let failure as JournalFailure {
      throw Stop("\(failure)", status: ExitStatus.worldFailed)
    }
  }
}
