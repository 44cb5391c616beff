import Domain

/// People by skills: the fold of all finished sessions up to a moment. A cache, never stored as truth.
///
/// Only finished sessions in the trainee's own words, and in English, are measured. Guided sessions (choosing among sentences) are
/// practice; unfinished ones and those that begin after the moment asked for are counted and left out.
public struct Rollup: Hashable, Sendable {
  /// Milliseconds since 1970-01-01 UTC.
  public var asOf: Int
  /// Name and limit of the skill model.
  public var model: String
  public var modelLimit: String
  /// In order of name.
  public var skills: [String]
  /// In order of name.
  public var people: [PersonRollup]
  /// Sessions that begin after `asOf`.
  public var later: Int
  /// Names that were written in several ways and count as one person's, each with its spellings in order.
  public var spellings: [[String]]

  /// - Parameters:
  ///   - disputed: by session, how many marks are disputed and not decided.
  ///   - settled: by session, what disputes and new judgements changed; this counts then.
  public init(
    _ summaries: [SessionSummary], asOf: Int, model: SkillModel = .plainMeans, disputed: [String: Int] = [:],
    settled: [String: Settlement] = [:]
  ) {
    let present = summaries.filter { $0.startedAt <= asOf }.map { summary in
      var summary = summary
      if let settlement = settled[summary.session] { summary.scorecard = settlement.scorecard }
      return summary
    }
    self.asOf = asOf
    self.model = model.name
    modelLimit = model.limit
    later = summaries.count - present.count
    let byTrainee = Dictionary(grouping: present) { PersonName.key($0.trainee) }
    spellings = byTrainee.values.map { Set($0.map(\.trainee)).sorted() }.filter { $0.count > 1 }
      .sorted { $0[0] < $1[0] }
    let folded = byTrainee.values.map { PersonFold($0, disputed, settled) }
    let skills = Set(folded.flatMap(\.skills)).sorted()
    self.skills = skills
    people = folded.map { $0.rollup(skills, model, asOf) }.sorted { $0.trainee < $1.trainee }
  }
}

/// One person's row.
public struct PersonRollup: Hashable, Sendable {
  public var trainee: String
  /// Finished sessions in their own words.
  public var measured: Int
  /// Of those, how many passed.
  public var passed: Int
  /// Guided sessions that were finished.
  public var practice: Int
  public var unfinished: Int
  /// Finished sessions whose words are not English.
  public var notEnglish = 0
  /// When the last session of any kind began.
  public var last: Int
  /// One a skill, in the order of `Rollup.skills`.
  public var cells: [SkillCell]
  /// Shares of measured sessions without an error that hurts customer, business or compliance, in that order.
  public var accuracies: [AccuracyCell] = ErrorClass.allCases.map { AccuracyCell($0, []) }
  /// Marks of measured sessions that are disputed and not decided.
  public var disputed = 0
  /// Marks of measured sessions that a dispute changed.
  public var upheld = 0
  /// Measured sessions judged anew, and how many of their marks that changed.
  public var judgedAnew = 0
  public var marksAnew = 0
}

/// The share of sessions without an error of one class; thin data shows no number, as with skills.
public struct AccuracyCell: Hashable, Sendable {
  public var errorClass: ErrorClass
  public var estimate: SkillEstimate
  /// Measured sessions in which the class was judged.
  public var sessions: Int

  init(_ errorClass: ErrorClass, _ measured: [SessionSummary]) {
    let judged = measured.filter { $0.scorecard.accuracy[errorClass] != nil }
    let free = judged.count { $0.scorecard.accuracy[errorClass] == true }
    self.errorClass = errorClass
    sessions = judged.count
    let level = judged.isEmpty ? nil : (2 * free * 10_000 + judged.count) / (2 * judged.count)
    let scenarios = Set(judged.map(\.scenario)).count
    estimate = SkillEstimate(
      level: level, standing: Standing(marks: judged.count, sessions: judged.count, scenarios: scenarios))
  }
}

/// One person's marks in one skill.
public struct SkillCell: Hashable, Sendable {
  public var estimate: SkillEstimate
  public var marks: Int
  /// Sessions with at least one of them.
  public var sessions: Int
  /// When the last of those began; nil without a mark.
  public var last: Int?
}

/// One person's sessions, sorted and sorted out.
private struct PersonFold {
  private let trainee: String
  private let measured: [SessionSummary]
  private let practice: Int
  private let unfinished: Int
  private let last: Int
  private let notEnglish: Int
  private let disputed: Int
  private let settlements: [Settlement]
  private var marks: [SkillMark] = []
  private var tallies: [String: Tally] = [:]

  private struct Tally {
    var marks = 0
    var sessions = 0
    /// Index into `measured` of the last session with a mark.
    var last = -1

    mutating func count(session: Int) {
      marks += 1
      if session != last { sessions += 1 }
      last = session
    }
  }

  var skills: some Sequence<String> { tallies.keys }

  /// One person's sessions, one at least; the latest says how the name is written.
  init(_ sessions: [SessionSummary], _ disputed: [String: Int], _ settled: [String: Settlement]) {
    let sessions = sessions.sorted { ($0.startedAt, $0.session) < ($1.startedAt, $1.session) }
    let finished = sessions.filter { $0.scorecard.result != .unfinished }
    let free = finished.filter { $0.style == .free }
    trainee = sessions.last?.trainee ?? ""
    measured = free.filter { $0.scorecard.result != .notEnglish }
    practice = finished.count - free.count
    notEnglish = free.count - measured.count
    unfinished = sessions.count - finished.count
    settlements = measured.compactMap { settled[$0.session] }
    last = sessions.map(\.startedAt).max() ?? 0
    self.disputed = measured.reduce(0) { $0.saturatingPlus(disputed[$1.session] ?? 0) }
    for (index, session) in measured.enumerated() {
      for mark in session.scorecard.marks { take(mark, of: session, index) }
    }
  }

  func rollup(_ skills: [String], _ model: SkillModel, _ asOf: Int) -> PersonRollup {
    let estimates = model.estimates(marks, asOf)
    let cells = skills.map { skill in
      let tally = tallies[skill] ?? Tally()
      return SkillCell(
        estimate: estimates[skill] ?? .nothing, marks: tally.marks, sessions: tally.sessions,
        last: measured.indices.contains(tally.last) ? measured[tally.last].startedAt : nil)
    }
    return PersonRollup(
      trainee: trainee, measured: measured.count,
      passed: measured.count { $0.scorecard.result == .passed }, practice: practice, unfinished: unfinished,
      notEnglish: notEnglish, last: last, cells: cells,
      accuracies: ErrorClass.allCases.map { AccuracyCell($0, measured) },
      disputed: disputed, upheld: settlements.reduce(0) { $0 + $1.upheld.count },
      judgedAnew: settlements.count { $0.judgedAnew > 0 },
      marksAnew: settlements.reduce(0) { $0.saturatingPlus($1.marksAnew) })
  }

  /// Takes a mark that can say something: one that applies and could give points.
  private mutating func take(_ mark: Mark, of session: SessionSummary, _ index: Int) {
    guard mark.possible > 0, mark.evidence.verdict != .notApplicable else { return }
    marks.append(
      SkillMark(
        skill: mark.skill, criterion: mark.criterion, scenario: session.scenario, session: session.session,
        at: session.startedAt, share: mark.share))
    tallies[mark.skill, default: Tally()].count(session: index)
  }
}

extension Mark {
  /// Hundredths of a per cent earned of what was possible; in full width, for a journal may hold any number.
  fileprivate var share: Int {
    let earned = Swift.min(Swift.max(earned, 0), possible)
    return possible.dividingFullWidth(earned.multipliedFullWidth(by: 10_000)).quotient
  }
}
