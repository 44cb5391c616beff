/// Everything on record about one finished session: judged, judged anew, reviewed, disputed and decided.
///
/// A pure fold over the journal's records in their order; nothing in it replaces anything.
public struct CaseFile: Hashable, Sendable {
  /// As it was judged at its end.
  public let original: SessionSummary
  public private(set) var rescorings: [Dated<Rescoring>] = []
  public private(set) var reviews: [Dated<Review>] = []
  public private(set) var disputes: [DisputeCase] = []

  /// A record with when it was kept.
  public struct Dated<Value: Hashable & Sendable>: Hashable, Sendable {
    /// Milliseconds since 1970-01-01 UTC.
    public var at: Int
    public var value: Value

    public init(at: Int, value: Value) {
      self.at = at
      self.value = value
    }
  }

  /// A dispute with the decision on it, once there is one.
  public struct DisputeCase: Hashable, Sendable {
    public var at: Int
    public var dispute: Dispute
    public var decision: Decision?

    public init(at: Int, dispute: Dispute, decision: Decision? = nil) {
      self.at = at
      self.dispute = dispute
      self.decision = decision
    }
  }

  public init(_ original: SessionSummary) { self.original = original }

  /// Takes the next record of this session; a first judgement and events are not for it.
  ///
  /// The first decision on a dispute stands; a decision on a dispute that is not there says nothing.
  public mutating func take(_ record: JournalRecord, at moment: Int) {
    switch record {
    case .event, .judged: break
    case .rescored(let rescoring): rescorings.append(Dated(at: moment, value: rescoring))
    case .reviewed(let review): reviews.append(Dated(at: moment, value: review))
    case .disputed(let dispute): disputes.append(DisputeCase(at: moment, dispute: dispute))
    case .decided(let decision):
      let open = disputes.firstIndex { $0.dispute.id == decision.dispute && $0.decision == nil }
      if let open { disputes[open].decision = decision }
    }
  }

  /// The session with its latest judgement: what reports and the debrief go by.
  public var current: SessionSummary {
    var summary = original
    if let latest = rescorings.last { summary.scorecard = latest.value.scorecard }
    return summary
  }

  /// Disputes nobody has decided yet.
  public var open: [DisputeCase] { disputes.filter { $0.decision == nil } }

  /// The verdicts that disputes won, by criterion or rule; the latest where there are several.
  public var upheld: [String: Verdict] {
    let won = disputes.filter { $0.decision?.isUpheld == true }.map {
      ($0.dispute.mark.criterion, $0.dispute.mark.verdict)
    }
    return Dictionary(won) { _, later in later }
  }

  /// The id of the next dispute.
  public var nextDispute: String { "\(original.session).\(disputes.count + 1)" }
}
