import Domain

/// People by skills for a manager: what is measured, and what cannot be told.
public enum TeamReport {
  /// Sheets `cells` (one row a person and skill), `people`, `accuracies` (one a person and class) and `skills`.
  ///
  /// - Parameters:
  ///   - provenance: lines of the caller's own, such as the head of the journal.
  ///   - limits: what the caller knows besides, such as records that could not be read; said first.
  public static func report(
    _ rollup: Rollup, provenance: [Provenance] = [], limits: [String] = []
  ) -> Report {
    Report(
      name: "team", title: "Team report", asOf: rollup.asOf,
      provenance: [Provenance("model", rollup.model)] + provenance,
      sheets: [cells(rollup), people(rollup), accuracies(rollup), skills(rollup)],
      limits: limits + Self.limits(rollup))
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
        Column("n_practice", "Practice"), Column("n_unfinished", "Left early"),
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

  /// `2 disputed: counted so (Ada 2)`; nil where there are none.
  private static func tally(
    _ rollup: Rollup, _ count: (PersonRollup) -> Int, _ line: (_ sum: Int, _ names: String) -> String
  ) -> String? {
    let people = rollup.people.filter { count($0) > 0 }
    let sum = people.reduce(0) { $0.saturatingPlus(count($1)) }
    guard sum > 0 else { return nil }
    return line(sum, people.map { "\($0.trainee) \(count($0))" }.joined(separator: ", "))
  }

  /// What people said of marks, and what counts.
  private static func statements(_ rollup: Rollup) -> [String] {
    let marksAnew = rollup.people.reduce(0) { $0.saturatingPlus($1.marksAnew) }
    return [
      tally(rollup, \.disputed) {
        "\($0) disputed: not decided yet and counted as the machine gave them (\($1))"
      },
      tally(rollup, \.upheld) { "marks changed by upheld disputes, and counted as decided: \($0) (\($1))" },
      tally(rollup, \.judgedAnew) {
        "sessions judged anew, counted by the latest judgement: \($0) (\($1)); marks that changed: \(marksAnew)"
      },
      rollup.spellings.isEmpty
        ? nil
        : "names that differ only in capitals or blanks count as one person: "
          + rollup.spellings.map { $0.joined(separator: " = ") }.joined(separator: ", "),
    ].compactMap { $0 }
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

  /// A median of fewer people would be somebody's own level.
  private static let fewestPeople = 3

  /// The middle level; of two, their mean rounded half up. Nil where too few are measured.
  private static func median(_ sorted: [Int]) -> Int? {
    guard sorted.count >= fewestPeople else { return nil }
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
      without > 0 ? "cells with fewer than 3 marks, without a number: \(without) of \(standings.count)" : nil,
      provisional > 0
        ? "provisional cells, of \(Standing.provisionalMeans): \(provisional) of \(standings.count)" : nil,
      rollup.people.isEmpty ? nil : "no median stands for fewer than \(fewestPeople) people measured",
      practice > 0 ? "practice is not measured: guided sessions left out: \(practice)" : nil,
      unfinished > 0 ? "sessions left before an ending are not measured: \(unfinished)" : nil,
      tally(rollup, \.notEnglish) { "sessions whose words are not English are not measured: \($0) (\($1))" },
      rollup.later > 0 ? "sessions begun after the as-of date are left out: \(rollup.later)" : nil,
    ].compactMap { $0 } + statements(rollup) + [
      rollup.modelLimit,
      "marks of one session hang together: many marks of few sessions say less than they seem to",
      "marks come from written rules about words; how far people would agree with them is not measured here",
    ]
  }
}
