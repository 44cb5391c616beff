// A process that the journal's tests start, kill and question. Every answer is one line on standard output.
//   append PATH SESSION COUNT   appends replies; answers "SEQUENCE HASH" after each is acknowledged
//   hold PATH SESSION           claims a session, answers "held", keeps it until standard input ends
//   stubborn PATH SESSION BYTES appends until no file may grow past BYTES, lifts the limit, appends once more;
//                               answers both failures
//   make PATH                   opens for writing, answers "made"
//   read PATH SESSION           opens for reading, answers the number of records
// Before these may stand: umask OCTAL, user NUMBER. A failure is answered as "failed KIND: SENTENCE", status 2.

import Domain
import Glibc
import Journal

func answer(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
}

/// Whether the limit of file sizes was set and lifted again.
nonisolated(unsafe) var isLifted = false

func setFileLimit(_ bytes: rlim_t) {
  var limit = rlimit()
  getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
  limit.rlim_cur = min(bytes, limit.rlim_max)
  setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
}

func run(_ words: ArraySlice<String>) throws {
  let words = Array(words)
  switch words.first {
  case "umask" where words.count > 2:
    umask(mode_t(words[1], radix: 8) ?? 0)
    try run(words[2...])
  case "user" where words.count > 2:
    guard let user = uid_t(words[1]), setgid(user) == 0, setuid(user) == 0 else { exit(3) }
    try run(words[2...])
  case "append" where words.count == 4:
    let journal = try SQLiteJournal(path: words[1], for: .writing)
    for turn in 0..<(Int(words[3]) ?? 0) {
      let reply = ReplyMade(text: "Reply \(turn) of \(getpid())", moves: [], tier: "phrase")
      let event = SessionEvent(at: Milliseconds(turn), .replied(reply))
      let entry = try journal.append(.event(event), to: words[2], at: 1_700_000_000_000 + turn)
      answer("\(entry.sequence) \(entry.hash)")
    }
  case "hold" where words.count == 3:
    let journal = try SQLiteJournal(path: words[1], for: .writing)
    let lock = try journal.lock(words[2], at: 1_700_000_000_000)
    answer("held")
    while readLine() != nil {}
    lock.release()
  case "stubborn" where words.count == 4:
    let journal = try SQLiteJournal(path: words[1], for: .writing)
    signal(SIGXFSZ, SIG_IGN)
    setFileLimit(rlim_t(words[3]) ?? 0)
    for attempt in 0..<1_000 {
      let reply = ReplyMade(text: String(repeating: "word ", count: 200), moves: [], tier: "phrase")
      let record = JournalRecord.event(SessionEvent(at: Milliseconds(attempt), .replied(reply)))
      do {
        _ = try journal.append(record, to: words[2], at: 0)
        if isLifted { answer("kept after a failure") }
      } catch {
        answer("failed \(error.kind)")
        if isLifted { break }
        setFileLimit(rlim_t.max)
        isLifted = true
      }
    }
  case "make" where words.count == 2:
    _ = try SQLiteJournal(path: words[1], for: .writing)
    answer("made")
  case "read" where words.count == 3:
    let journal = try SQLiteJournal(path: words[1], for: .reading)
    answer("\(try journal.entries(of: words[2]).count)")
  default:
    exit(64)
  }
}

do {
  try run(CommandLine.arguments.dropFirst())
} catch let failure as JournalFailure {
  answer("failed \(failure.kind): \(failure)")
  exit(2)
}
