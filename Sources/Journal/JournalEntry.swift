import Domain

/// One record as the journal keeps it.
public struct JournalEntry: Hashable, Sendable {
  /// Its place in the journal, from 1, without gaps.
  public var sequence: Int
  public var session: String
  /// Milliseconds since 1970-01-01 UTC when it was appended.
  public var recordedAt: Int
  public var record: JournalRecord
  /// SHA-256 over the record and the hash before it, in lower-case hexadecimal.
  public var hash: String

  public init(sequence: Int, session: String, recordedAt: Int, record: JournalRecord, hash: String) {
    self.sequence = sequence
    self.session = session
    self.recordedAt = recordedAt
    self.record = record
    self.hash = hash
  }
}

/// A place in the chain and its hash. Who notes one outside the journal can later prove that nothing before it
/// was changed, see `JournalStore.verify(against:)`.
public struct Checkpoint: Hashable, Sendable, Codable {
  public var sequence: Int
  /// Lower-case hexadecimal, 64 digits.
  public var hash: String

  public init(sequence: Int, hash: String) {
    self.sequence = sequence
    self.hash = hash
  }

  /// Reads `412:9f86d0…`, as `description` writes it; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let sequence = Int(parts[0]), sequence >= 0, parts[1].utf8.count == 64 else {
      return nil
    }
    self.init(sequence: sequence, hash: parts[1].lowercased())
  }

  /// Before the first record.
  static let genesis = Checkpoint(sequence: 0, hash: String(repeating: "0", count: 64))
}

extension Checkpoint: CustomStringConvertible {
  /// `412:9f86d0…`, the form to note down.
  public var description: String { "\(sequence):\(hash)" }
}

/// A record that is there and cannot be used. It stays where it is; reading passes over it.
public struct BrokenRecord: Hashable, Sendable {
  public var sequence: Int
  /// As far as it can be read; may be empty.
  public var session: String
  public var reason: Reason

  public enum Reason: Hashable, Sendable {
    /// Its hash is not the one of its content: it was changed after it was written.
    case hashMismatch
    /// Written by a newer version, or damaged.
    case unknownKind(String)
    /// The payload is not what its kind asks for.
    case undecodable(String)
    /// The judgement of a session filed under another one.
    case otherSession(String)
    /// The store could not give it, with its own words.
    case unreadable(String)
    /// It stands before a record with a lower number.
    case outOfOrder
  }

  public init(sequence: Int, session: String, reason: Reason) {
    self.sequence = sequence
    self.session = session
    self.reason = reason
  }
}

extension BrokenRecord: CustomStringConvertible {
  /// `record 12 of session 5f3a: its content was changed after it was written`.
  public var description: String {
    let owner = session.isEmpty ? "" : " of session \(session)"
    return "record \(sequence)\(owner): \(reason)"
  }
}

extension BrokenRecord.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .hashMismatch: "its content is not what was written"
    case .unknownKind(let kind): "kind '\(kind)' is unknown to this version"
    case .undecodable(let why): "its payload cannot be read (\(why))"
    case .otherSession(let session): "it judges session '\(session)'"
    case .unreadable(let why): "the store cannot give it (\(why))"
    case .outOfOrder: "it stands out of order"
    }
  }
}

/// One session in the list of sessions.
public struct SessionIndexEntry: Hashable, Sendable {
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// Not judged yet: it can be resumed. One that crashed between its end and its judgement is open too.
    case open
    case finished
  }

  public var session: String
  /// How it began; nil when that record is broken, and then it cannot be resumed.
  public var opening: Opening?
  /// Milliseconds since 1970-01-01 UTC: by the opening, or when its first record was appended.
  public var started: Int
  /// When its last record was appended.
  public var last: Int
  /// Replies the trainee sent.
  public var replies: Int
  public var state: State

  /// Who plays; empty when the opening is broken.
  public var trainee: String { opening?.trainee ?? "" }
  /// What is played; empty when the opening is broken.
  public var scenario: String { opening?.scenario ?? "" }

  public init(
    session: String, opening: Opening?, started: Int, last: Int, replies: Int, state: State
  ) {
    self.session = session
    self.opening = opening
    self.started = started
    self.last = last
    self.replies = replies
    self.state = state
  }
}
