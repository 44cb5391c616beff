import Domain
import Scoring
import TouchpointKit

/// What a change does to stored sessions, in lines: how many cross the pass line, each with before and after.
struct ChangeLines {
  var changes: [ScoreChange]
  var leftOut: [Rejudging.LeftOut]
  /// `would cross`, or `crossed`.
  var verb: String
  /// What was changed besides, a sentence each.
  var notes: [String] = []

  var lines: [String] {
    let crossing = changes.filter(\.crosses)
    let moved = changes.filter { $0.isChange && !$0.crosses }
    let head =
      "\(crossing.count) of \(changes.count) results \(verb) the pass line"
      + "; \(moved.count) more differ in points"
    return [head] + (crossing + moved).map(line(of:)) + reasons + notes.flatMap(wrapped)
  }

  private func wrapped(_ note: String) -> [String] {
    let lines = note.wrapped(to: 72)
    return lines.prefix(1).map { "  also: \($0)" } + lines.dropFirst().map { "        \($0)" }
  }

  private func line(of change: ScoreChange) -> String {
    "  \(change.session)  \(change.trainee)  \(change.scenario)  \(words(change.before)) -> \(words(change.after))"
  }

  private func words(_ card: Scorecard) -> String { "\(card.quality.percent) \(card.result.rawValue)" }

  private var reasons: [String] {
    Rejudging.LeftOut.allCases.compactMap { reason in
      let count = leftOut.count { $0 == reason }
      return count == 0
        ? nil : "  left out: \(count) \(count == 1 ? "session" : "sessions") (\(reason.rawValue))"
    }
  }
}

/// The rubric asked for by its id or its file, or a stop that says what is wrong with it.
func rubricAsked(_ name: String, in workplace: Workplace) throws -> Rubric {
  do throws(Workplace.RubricTrouble) {
    return try workplace.loadRubric(name)
  } catch {
    switch error {
    case .unknown(let known):
      let meant = try known.meant(by: name) { "no rubric is called '\($0)'" }
      guard meant != name else { throw Stop("no rubric is called '\(name)'", status: ExitStatus.usage) }
      return try rubricAsked(meant, in: workplace)
    case .faulty(let report):
      try CheckPrinter(report: report, colour: false).printToError()
      throw Stop("'\(name)' holds no rubric without errors", status: ExitStatus.answerIsNo)
    case .unreadable(let trouble):
      throw Stop("\(trouble)", status: ExitStatus.worldFailed)
    }
  }
}

/// The one rubric of a file, or a stop with everything that is wrong with it.
func sharedRubric(at path: String, in workplace: Workplace, _ common: CommonOptions) throws -> Rubric {
  let report = workplace.rubricFile(path)
  if let failure = report.failures.first { throw Stop("\(failure)", status: ExitStatus.worldFailed) }
  guard !report.hasErrors, let rubric = report.rubrics.first else {
    try CheckPrinter(report: report, colour: common.palette().usesColour).printToError()
    throw Stop("'\(path)' holds no rubric that can be used", status: ExitStatus.answerIsNo)
  }
  return rubric
}
