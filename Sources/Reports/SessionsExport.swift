import Domain

/// One row a judged session, for other programs.
public enum SessionsExport {
  private static let columns = [
    Column("session", "Session"), Column("trainee", "Trainee"), Column("scenario", "Scenario"),
    Column("title", "Title"), Column("started_at", "Started"), Column("active_s", "Active s"),
    Column("mode", "Mode"), Column("style", "Style"), Column("seed", "Seed"), Column("replies", "Replies"),
    Column("hints", "Hints"), Column("ending", "Ending"), Column("outcome", "Outcome"),
    Column("goal_met", "Goal met"), Column("quality", "Quality %"), Column("pass_mark", "Pass mark %"),
    Column("result", "Result"), Column("breaches", "Breaches"), Column("csat", "CSAT"),
    Column("scenario_digest", "Scenario digest"), Column("rubric_digest", "Rubric digests"),
    Column("breached_rules", "Breached rules"), Column("customer_error_free", "Customer error-free"),
    Column("business_error_free", "Business error-free"),
    Column("compliance_error_free", "Compliance error-free"), Column("counted", "Counted %"),
    Column("tier", "Tier"), Column("disputed", "Disputed"), Column("upheld", "Upheld"),
    Column("judged_anew", "Judged anew"), Column("counted_result", "Counted result"),
  ]

  /// Sheet `sessions`, in order of beginning, then of name. The seed is a text: it may pass 2^53.
  ///
  /// - Parameters:
  ///   - asOf: the moment of the export; it leaves nothing out.
  ///   - disputed: by session, how many marks are disputed and not decided.
  ///   - settled: by session, what disputes and new judgements changed; `counted` goes by it, `quality` and `result`
  ///     stay the machine's.
  public static func report(
    _ summaries: [SessionSummary], asOf: Int, provenance: [Provenance] = [], disputed: [String: Int] = [:],
    settled: [String: Settlement] = [:]
  ) -> Report {
    let rows = summaries.inOrder.map { row($0, disputed[$0.session] ?? 0, settled[$0.session]) }
    return Report(
      name: "sessions", title: "Sessions", asOf: asOf, provenance: provenance,
      sheets: [Sheet(name: "sessions", title: "Sessions", columns: columns, rows: rows)])
  }

  private static func row(
    _ summary: SessionSummary, _ disputed: Int, _ settlement: Settlement?
  ) -> [Cell] {
    let conclusion = summary.transcript.conclusion
    let card = summary.scorecard
    let counted = settlement?.scorecard ?? card
    let isJudged = card.result != .notEnglish
    return [
      .text(summary.session), .text(summary.trainee), .text(summary.scenario), .text(summary.scenarioTitle),
      .moment(summary.startedAt), .number(summary.active.count, decimals: 3), .text(summary.mode.rawValue),
      .text(summary.style.rawValue), .text(String(summary.seed)), .number(summary.replies),
      .number(summary.hints), Cell(conclusion?.ending), Cell(conclusion?.outcome.rawValue),
      Cell(conclusion?.goalMet), isJudged ? .number(card.quality, decimals: 2) : .missing,
      .number(card.passMark),
      .text(card.result.rawValue), .number(card.breaches.count), Cell(conclusion?.csat),
      .text(summary.scenarioDigest), .texts(card.rubrics), .texts(card.breaches.map(\.rule)),
      Cell(card.accuracy.customer), Cell(card.accuracy.business), Cell(card.accuracy.compliance),
      isJudged ? .number(counted.counted, decimals: 2) : .missing, Cell(card.tier.isEmpty ? nil : card.tier),
      .number(disputed), .number(settlement?.upheld.count ?? 0), .number(settlement?.judgedAnew ?? 0),
      .text(counted.result.rawValue),
    ]
  }
}

/// One row a mark: what each criterion gave in each judged session, with the words that decided.
public enum MarksExport {
  private static let columns = [
    Column("session", "Session"), Column("trainee", "Trainee"), Column("scenario", "Scenario"),
    Column("criterion", "Criterion"), Column("skill", "Skill"), Column("verdict", "Verdict"),
    Column("possible", "Possible"), Column("earned", "Earned"), Column("quotes", "Quotes"),
    Column("upheld", "Upheld"), Column("counted", "Counted"),
  ]

  /// Sheet `marks`, sessions as in `SessionsExport`, marks in rubric order. Points are of 100; `verdict` and `earned`
  /// are the machine's, `counted` goes by the verdict a dispute won.
  public static func report(
    _ summaries: [SessionSummary], asOf: Int, provenance: [Provenance] = [],
    settled: [String: Settlement] = [:]
  ) -> Report {
    let rows = summaries.inOrder.flatMap { summary in
      let settlement = settled[summary.session]
      let counted = settlement.map { $0.scorecard.marks.map(\.earned) } ?? []
      return summary.scorecard.marks.enumerated().map { place, mark in
        row(
          mark, of: summary, settlement?.upheld[mark.criterion],
          counted: counted.indices.contains(place) ? counted[place] : mark.earned)
      }
    }
    return Report(
      name: "marks", title: "Marks", asOf: asOf, provenance: provenance,
      sheets: [Sheet(name: "marks", title: "Marks", columns: columns, rows: rows)])
  }

  private static func row(
    _ mark: Mark, of summary: SessionSummary, _ upheld: Verdict?, counted: Int
  ) -> [Cell] {
    [
      .text(summary.session), .text(summary.trainee), .text(summary.scenario), .text(mark.criterion),
      .text(mark.skill), .text(mark.evidence.verdict.rawValue), .number(mark.possible, decimals: 2),
      .number(mark.earned, decimals: 2),
      .texts(mark.evidence.quotes.compactMap { summary.transcript.words(of: $0) }), Cell(upheld?.rawValue),
      .number(counted, decimals: 2),
    ]
  }
}

extension [SessionSummary] {
  fileprivate var inOrder: [SessionSummary] {
    sorted { ($0.startedAt, $0.session) < ($1.startedAt, $1.session) }
  }
}

extension Transcript {
  /// The words a quote points at; nil when it points at none.
  fileprivate func words(of quote: Quote) -> String? {
    guard turns.indices.contains(quote.turn), let bytes = turns[quote.turn].text?.utf8 else { return nil }
    let end = Swift.min(Swift.max(quote.range.end, 0), bytes.count)
    let start = Swift.min(Swift.max(quote.range.start, 0), end)
    guard start < end else { return nil }
    return String(decoding: bytes.dropFirst(start).prefix(end - start), as: UTF8.self)
  }
}
