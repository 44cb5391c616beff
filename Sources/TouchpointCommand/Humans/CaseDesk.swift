import Domain
import Journal

/// The finished sessions of a store, by name, with one message for a name that is not there.
struct CaseDesk {
  let store: any JournalStore
  /// In the order judged.
  let files: [CaseFile]

  /// Reads all of them; broken records are named on standard error and left out.
  init(_ store: any JournalStore) throws {
    self.store = store
    let read = try store.caseFiles()
    for broken in read.setAside { Output.note("touchpoint: set aside: \(broken)") }
    files = read.values
  }

  /// - Parameter name: a session's name, or `last` for the newest.
  func file(_ name: String) throws -> CaseFile {
    let found = name == "last" ? files.last : files.last { $0.original.session == name }
    guard let found else {
      throw Stop(
        "no finished session is called '\(name)'", help: "there are: \(known)", status: ExitStatus.usage)
    }
    return found
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

  /// Refuses a criterion the session was not judged by.
  func demand(_ criterion: String) throws {
    guard !criteria.contains(criterion) else { return }
    throw Stop(
      "session \(original.session) has no criterion called '\(criterion)'",
      help: "there are: \(criteria.joined(separator: ", "))", status: ExitStatus.usage)
  }
}

extension CommonOptions {
  /// The store, for writing.
  func storeForWriting() throws -> any JournalStore {
    do {
      return try storeLocation().open(for: .writing)
    } catch let failure as JournalFailure {
      throw Stop("\(failure)", status: ExitStatus.worldFailed)
    }
  }
}
