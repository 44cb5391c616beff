import Domain

/// People by skills for a manager: what is measured, and what cannot be told.
public enum TeamReport {
  /// Sheets `cells` (one row a person and skill), `people`, `accuracies` (one a person and class) and `skills`.
  ///
  /// - Parameter provenance: lines of the caller's own, such as the head of the journal.
  public static func report(_ rollup: Rollup, provenance: [Provenance] = []) -> Report {
    Report(
      name: "team", title: "Team report", asOf: rollup.asOf,
      provenance: [Provenance("model", rollup.model)] + provenance,
      sheets: [cells(rollup), people(rollup), accuracies(rollup), skills(rollup)], limits: limits(rollup))
  }

  private static func cells(_ rollup: Rollup) -> Sheet {
    Sheet(
      name: "cells", title: "People and skills: share of the points earned",
      columns: [
        Column("trainee", "Trainee"), Column("skill", "Skill"), Column("level", "Level %"),
        Column("standing", "Standing"), Column("n_marks", "Marks"), Column("n_sessions", "Sessions"),
        Column("last_at", "Last"),
      ],
      rows: rollup.people.flatMap { person in
        zip(rollup.skills, person.cells).map { skill, cell in
          [
            .text(person.trainee), .text(skill), .level(cell.estimate, marks: cell.marks),
            .text(cell.estimate.standing.rawValue), .number(cell.marks), .number(cell.sessions),
            cell.last.map { .moment($0) } ?? .missing,
          ]
        }
      }, view: .heat)
  }

  private static func people(_ rollup: Rollup) -> Sheet {
    Sheet(
      name: "people", title: "People: sessions",
      columns: [
        Column("trainee", "Trainee"), Column("n_measured", "Measured"), Column("n_passed", "Passed"),
        Column("n_practice", "Practice"), Column("n_unfinished", "Unfinished"),
        Column("last_at", "Last session"),
      ],
      rows: rollup.people.map { person in
        [
          .text(person.trainee), .number(person.measured), .number(person.passed), .number(person.practice),
          .number(person.unfinished), .moment(person.last),
        ]
      })
  }

  /// Classes that nobody was judged in are left out.
  private static func accuracies(_ rollup: Rollup) -> Sheet {
    let judged = Set(rollup.people.flatMap(\.accuracies).filter { $0.sessions > 0 }.map(\.errorClass))
    return Sheet(
      name: "accuracies", title: "People: share of sessions without an error that hurts so",
      columns: [
        Column("trainee", "Trainee"), Column("class", "Hurts"), Column("level", "Free of it %"),
        Column("standing", "Standing"), Column("n_sessions", "Sessions"),
      ],
      rows: rollup.people.flatMap { person in
        person.accuracies.filter { judged.contains($0.errorClass) }.map { cell in
          [
            .text(person.trainee), .text(cell.errorClass.rawValue),
            .level(cell.estimate, marks: cell.sessions), .text(cell.estimate.standing.rawValue),
            .number(cell.sessions),
          ]
        }
      })
  }

  /// `disputed and not decided, counted as the machine gave them: 2 marks (Ada 2)`; nil where there are none.
  private static func disputed(_ rollup: Rollup) -> String? {
    let people = rollup.people.filter { $0.disputed > 0 }
    let count = people.reduce(0) { $0.saturatingPlus($1.disputed) }
    guard count > 0 else { return nil }
    let names = people.map { "\($0.trainee) \($0.disputed)" }.joined(separator: ", ")
    return "\(count) disputed: not decided yet and counted as the machine gave them (\(names))"
  }

  private static func skills(_ rollup: Rollup) -> Sheet {
    Sheet(
      name: "skills", title: "Skills: the people measured",
      columns: [
        Column("skill", "Skill"), Column("median_level", "Median %"), Column("n_measured", "Measured"),
        Column("n_people", "People"),
      ],
      rows: rollup.skills.enumerated().map { index, skill in
        let estimates = rollup.people.map(\.cells[index].estimate)
        let levels = estimates.filter { $0.standing == .measured }.compactMap(\.level).sorted()
        return [
          .text(skill), median(levels).map { .number($0, decimals: 2) } ?? .missing, .number(levels.count),
          .number(estimates.count),
        ]
      })
  }

  /// The middle level; of two, their mean rounded half up.
  private static func median(_ sorted: [Int]) -> Int? {
    guard !sorted.isEmpty else { return nil }
    let upper = sorted[sorted.count / 2]
    return sorted.count % 2 == 1 ? upper : (sorted[sorted.count / 2 - 1] + upper + 1) / 2
  }

  private static func limits(_ rollup: Rollup) -> [String] {
    let standings = rollup.people.flatMap(\.cells).map(\.estimate.standing)
    let without = standings.count { $0 == .none || $0 == .tooFew }
    let provisional = standings.count { $0 == .provisional }
    let practice = rollup.people.map(\.practice).reduce(0, +)
    let unfinished = rollup.people.map(\.unfinished).reduce(0, +)
    return [
      without > 0 ? "\(without) of \(standings.count) cells have fewer than 3 marks and no number" : nil,
      provisional > 0 ? "\(provisional) of \(standings.count) cells are provisional: 3 or 4 marks" : nil,
      practice > 0 ? "practice is not measured: guided sessions left out: \(practice)" : nil,
      unfinished > 0 ? "sessions left before an ending are not measured: \(unfinished)" : nil,
      rollup.later > 0 ? "sessions begun after the as-of date are left out: \(rollup.later)" : nil,
      disputed(rollup),
      rollup.modelLimit,
      "marks of one session hang together: many marks of few sessions say less than they seem to",
      "marks come from written rules about words; how far people would agree with them is not measured here",
    ].compactMap { $0 }
  }
}
