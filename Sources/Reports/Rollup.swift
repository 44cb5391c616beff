import Domain

/// People by skills: the fold of all finished sessions up to a moment. A cache, never stored as truth.
///
/// Only finished sessions in the trainee's own words are measured. Guided sessions (choosing among sentences) are
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

  /// - Parameter disputed: by session, how many marks are disputed and not decided.
  public init(
    _ summaries: [SessionSummary], asOf: Int, model: SkillModel = .plainMeans, disputed: [String: Int] = [:]
  ) {
    let present = summaries.filter { $0.startedAt <= asOf }
    self.asOf = asOf
    self.model = model.name
    modelLimit = model.limit
    later = summaries.count - present.count
    let byTrainee = Dictionary(grouping: present, by: \.trainee)
    let folded = byTrainee.map { PersonFold($0.key, $0.value, disputed) }
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
  /// When the last session of any kind began.
  public var last: Int
  /// One a skill, in the order of `Rollup.skills`.
  public var cells: [SkillCell]
  /// Shares of measured sessions without an error that hurts customer, business or compliance, in that order.
  public var accuracies: [AccuracyCell] = ErrorClass.allCases.map { AccuracyCell($0, []) }
  /// Marks of measured sessions that are disputed and not decided.
  public var disputed = 0
}

/// The share of sessions without an error of one class; thin data shows no number, as with skills.
public struct AccuracyCell: Hashable, Sendable {
  public var errorClass: ErrorClass
  public var estimate: SkillEstimate
  /// Measured sessions in which the class was judged.
  public var sessions: Int

  init(_ errorClass: ErrorClass, _ measured: [SessionSummary]) {
    let judged = measured.compactMap(\.scorecard.accuracy[errorClass])
    let free = judged.count { $0 }
    self.errorClass = errorClass
    sessions = judged.count
    let level = judged.isEmpty ? nil : (2 * free * 10_000 + judged.count) / (2 * judged.count)
    estimate = SkillEstimate(level: level, standing: Standing(marks: judged.count))
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
  private let disputed: Int
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

  init(_ trainee: String, _ sessions: [SessionSummary], _ disputed: [String: Int]) {
    let finished = sessions.filter { $0.scorecard.result != .unfinished }
    self.trainee = trainee
    measured = finished.filter { $0.style == .free }
      .sorted { ($0.startedAt, $0.session) < ($1.startedAt, $1.session) }
    practice = finished.count - measured.count
    unfinished = sessions.count - finished.count
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
      last: last, cells: cells, accuracies: ErrorClass.allCases.map { AccuracyCell($0, measured) },
      disputed: disputed)
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
