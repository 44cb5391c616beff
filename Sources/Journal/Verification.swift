import Domain

/// What reading the whole journal found.
public struct VerificationReport: Hashable, Sendable {
  /// Records present, broken ones included.
  public var count: Int
  /// The last record, to be noted down outside the journal; nil when it is empty.
  public var head: Checkpoint?
  /// Everything that is not as it was written, in the order of the chain.
  public var findings: [Finding]

  /// Whether nothing was found.
  public var isIntact: Bool { findings.isEmpty }

  /// The first record from which the chain cannot be trusted.
  public var firstBreak: Int? { findings.compactMap(\.sequence).min() }

  /// Every record that is there but cannot be used.
  public var broken: [BrokenRecord] {
    findings.compactMap { finding in
      if case .broken(let record) = finding { record } else { nil }
    }
  }

  public enum Finding: Hashable, Sendable {
    case broken(BrokenRecord)
    /// This record was not written after the one that stands before it.
    case unlinked(Int)
    /// These records were written and are not there.
    case missing(ClosedRange<Int>)
    /// The journal's own note of its last record names another than stands there, or none.
    case headDiffers(Int)
    /// A checkpoint kept outside saw another record at this place: older, exchanged or rewritten.
    case rewritten(Int)
    /// The checkpoint beside the journal is unreadable: it can neither confirm nor deny.
    case checkpointUnreadable
    /// What SQLite says of its own pages.
    case pages(String)

    /// The first record concerned, where there is one.
    public var sequence: Int? {
      switch self {
      case .broken(let record): record.sequence
      case .unlinked(let sequence), .headDiffers(let sequence), .rewritten(let sequence): sequence
      case .missing(let range): range.lowerBound
      case .checkpointUnreadable, .pages: nil
      }
    }
  }

  public init(count: Int, head: Checkpoint?, findings: [Finding]) {
    self.count = count
    self.head = head
    self.findings = findings
  }
}

extension VerificationReport.Finding: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .broken(let record): record.description
    case .unlinked(let sequence): "record \(sequence): it was not written after the record before it"
    case .missing(let range):
      range.count == 1
        ? "record \(range.lowerBound) is missing"
        : "records \(range.lowerBound) to \(range.upperBound) are missing"
    case .headDiffers(let sequence): "record \(sequence): the journal's own note of its end disagrees"
    case .rewritten(let sequence): "record \(sequence): a checkpoint saw another one here"
    case .checkpointUnreadable: "the checkpoint beside the journal cannot be read"
    case .pages(let words): "SQLite: \(words)"
    }
  }
}

/// Walks the chain once, row by row.
struct ChainVerifier {
  /// Places seen from outside that the chain must pass through.
  private let checkpoints: [Checkpoint]
  private var previous = Checkpoint.genesis
  private var count = 0
  private var findings: [VerificationReport.Finding] = []

  init(checkpoints: [Checkpoint]) {
    self.checkpoints = checkpoints.filter { $0.sequence > 0 }
  }

  mutating func take(_ row: StoredRow) {
    count += 1
    guard row.sequence > previous.sequence else {
      findings.append(
        .broken(BrokenRecord(sequence: row.sequence, session: row.session, reason: .outOfOrder)))
      return
    }
    compareLink(row)
    if case .failure(let broken) = row.opened() { findings.append(.broken(broken)) }
    if checkpoints.contains(where: { $0.sequence == row.sequence && $0.hash != row.hash }) {
      findings.append(.rewritten(row.sequence))
    }
    previous = row.checkpoint
  }

  /// A row, or one that the store could not give.
  mutating func take(_ found: Result<StoredRow, BrokenRecord>) {
    switch found {
    case .success(let row): take(row)
    case .failure(let record):
      count += 1
      findings.append(.broken(record))
      if record.sequence > previous.sequence { previous = Checkpoint(sequence: record.sequence, hash: "") }
    }
  }

  /// - Parameter head: the journal's own note of its last record.
  func report(head: Checkpoint?) -> VerificationReport {
    var findings = findings
    let last = previous.sequence
    let furthest = ([head].compactMap { $0 } + checkpoints).map(\.sequence).max() ?? 0
    if furthest > last { findings.append(.missing(last + 1...furthest)) }
    if count > 0, head.map({ $0.sequence < last || $0.sequence == last && $0.hash != previous.hash }) ?? true
    {
      findings.append(.headDiffers(last))
    }
    return VerificationReport(count: count, head: count == 0 ? nil : previous, findings: findings)
  }

  private mutating func compareLink(_ row: StoredRow) {
    let (gap, _) = row.sequence.subtractingReportingOverflow(previous.sequence)
    if gap > 1 {
      findings.append(.missing(previous.sequence + 1...row.sequence - 1))
    } else if row.previousHash != previous.hash, !previous.hash.isEmpty {
      findings.append(.unlinked(row.sequence))
    }
  }
}
