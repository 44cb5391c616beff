import Domain
import Play
import Scoring
import Terminal
import TouchpointKit

/// The scorecard: result first, then every criterion with the trainee's own words, then what to do next.
struct DebriefPresenter {
  var summary: SessionSummary
  /// The attempt before at the same scenario.
  var earlier: SessionSummary?
  var drawing: Drawing
  var width: Int

  private var card: Scorecard { summary.scorecard }
  private var debrief: Debrief { Debrief(card, comparedWith: earlier?.scorecard) }

  func lines(next: String) -> [ScreenLine] {
    result + survey + mood + comparison + criteria + breachesAndRemarks + workOn
      + [
        ScreenLine(.heading, "Next"), ScreenLine(.plain, next),
        ScreenLine(.faint, "See this again: touchpoint debrief \(summary.session)"),
      ]
  }

  // MARK: The result

  private var result: [ScreenLine] {
    var lines = [
      ScreenLine(.heading, "Scorecard: \(summary.scenarioTitle)"),
      ScreenLine(passed ? .good : .bad, "Quality \(card.quality.percent) · \(verdict)"),
    ]
    if let conclusion = summary.transcript.conclusion { lines.append(ending(conclusion)) }
    if card.fruitlessCost > 0 {
      lines.append(
        ScreenLine(
          .faint,
          "The talk came to nothing: three tenths of the points count, \(card.fruitlessCost.points) are taken off."
        ))
    }
    if card.hintCost > 0 {
      let hints = summary.hints == 1 ? "1 hint" : "\(summary.hints) hints"
      lines.append(
        ScreenLine(.faint, "\(hints) cost \(card.hintCost.points) points; they are taken off already."))
    }
    return lines
  }

  private var passed: Bool { card.result == .passed }

  private var verdict: String {
    switch card.result {
    case .passed: "passed (pass mark \(card.passMark) %)"
    case .belowPassMark: "not passed: below the pass mark of \(card.passMark) %"
    case .criticalBreach:
      "not passed: critical: \(card.breaches.map(\.title).joined(separator: "; ")); the quality stands as earned"
    case .unfinished: "not passed: you left before the end"
    }
  }

  private func ending(_ conclusion: Conclusion) -> ScreenLine {
    let goal = conclusion.goalMet.map { $0 ? " · goal met" : " · goal not met" } ?? ""
    let name = conclusion.ending.map { "\($0.spelled) (\(conclusion.outcome.rawValue))" } ?? "none"
    return ScreenLine(.plain, "Ending: \(name)\(goal) · \(summary.replies) replies\(duration)")
  }

  /// Nothing for a talk without a clock.
  private var duration: String { summary.active == .zero ? "" : " in \(summary.active.spelled)" }

  // MARK: The customer

  private var survey: [ScreenLine] {
    guard let conclusion = summary.transcript.conclusion, let csat = conclusion.csat else { return [] }
    let comment = conclusion.comment.map { ": \"\($0)\"" } ?? ""
    return [ScreenLine(.plain, "Customer satisfaction (simulated): \(csat) of 5\(comment)")]
  }

  private var mood: [ScreenLine] {
    summary.moods.filter { $0.values.count > 1 }.map { track in
      let bars = Sparkline.draw(track.values.map(Double.init), over: 0...100, as: drawing)
      let arrow = drawing == .unicode ? "→" : "->"
      let (first, last) = (track.values.first ?? 0, track.values.last ?? 0)
      let (low, high) = (track.values.min() ?? 0, track.values.max() ?? 0)
      return ScreenLine(
        .plain,
        "Mood, \(track.gauge.spelled): \(bars)  \(first) \(arrow) \(last), lowest \(low), highest \(high)")
    }
  }

  private var comparison: [ScreenLine] {
    guard let earlier else { return [ScreenLine(.faint, "This was your first finished attempt at it.")] }
    let step = card.quality - earlier.scorecard.quality
    let words =
      step == 0
      ? "the same as last time"
      : "\(step.magnitude.points) points \(step > 0 ? "more" : "less") than last time"
    let moved = debrief.changes.filter { ($0.gain ?? 0) != 0 }.sorted {
      ($0.gain ?? 0).magnitude > ($1.gain ?? 0).magnitude
    }
    let named = moved.prefix(3).map { "\($0.title) \(($0.gain ?? 0) > 0 ? "better" : "weaker")" }
    return [
      ScreenLine(
        step < 0 ? .bad : .good,
        "Compared: \(words)\(named.isEmpty ? "" : " (\(named.joined(separator: ", ")))")")
    ]
  }

  // MARK: The criteria

  private var criteria: [ScreenLine] {
    debrief.skills.flatMap { skill -> [ScreenLine] in
      let share = skill.percent.map { "\($0) %" } ?? "nothing to judge"
      return [ScreenLine(.heading, "\(skill.skill): \(share)")]
        + card.marks.filter { $0.skill == skill.skill }.flatMap(lines(of:))
    }
  }

  private func lines(of mark: Mark) -> [ScreenLine] {
    guard mark.evidence.verdict != .notApplicable else {
      return [ScreenLine(.faint, "  n/a     \(mark.title): \(mark.evidence.reason)")]
    }
    let head =
      "  \(label(mark.evidence.verdict))  \(mark.title): \(mark.earned.points) of \(mark.possible.points)"
    var lines = [ScreenLine(role(of: mark), head)]
    lines += quotes(mark.evidence.quotes)
    lines.append(ScreenLine(.plain, "          \(mark.evidence.reason)"))
    if mark.earned < mark.possible, let better = mark.evidence.better {
      lines.append(ScreenLine(.plain, "          stronger: \"\(better)\""))
    }
    if !mark.place.isEmpty { lines.append(ScreenLine(.faint, "          asked in \(mark.place)")) }
    return lines
  }

  private func label(_ verdict: Verdict) -> String {
    switch verdict {
    case .met: "met   "
    case .partly: "partly"
    case .missed: "missed"
    case .breached: "breach"
    case .notApplicable: "n/a   "
    }
  }

  private func role(of mark: Mark) -> ScreenLine.Role {
    switch mark.evidence.verdict {
    case .met: .good
    case .partly, .notApplicable: .plain
    case .missed, .breached: .bad
    }
  }

  /// Quoted words, one turn after the other, with marks under what earned (`^`) or lost (`~`).
  private func quotes(_ quotes: [Quote]) -> [ScreenLine] {
    QuotedWords(transcript: summary.transcript, width: width).lines(quotes).map { ScreenLine(.faint, $0) }
  }

  // MARK: Breaches and remarks

  private var breachesAndRemarks: [ScreenLine] {
    let breaches = card.breaches.flatMap { breach -> [ScreenLine] in
      [ScreenLine(.bad, "Critical: \(breach.title), turn \(ordinal(breach.turn)). Why: \(breach.because)")]
        + quotes([breach.quote].compactMap { $0 })
    }
    let notes = summary.remarks.map { ScreenLine(.plain, "Turn \(ordinal($0.turn)): \($0.text)") }
    let heading = breaches.isEmpty && notes.isEmpty ? [] : [ScreenLine(.heading, "Worth knowing")]
    return heading + breaches + notes
  }

  private var workOn: [ScreenLine] {
    let marks = debrief.toWorkOn
    guard !marks.isEmpty else { return [ScreenLine(.good, "Nothing was left on the table. Well done.")] }
    return [ScreenLine(.heading, "Most worth working on")]
      + marks.enumerated().map { place, mark in
        ScreenLine(.plain, "  \(place + 1). \(mark.title) (\((mark.possible - mark.earned).points) points)")
      }
  }

  private func ordinal(_ turn: Int) -> Int { summary.transcript.replyNumber(ofTurn: turn) }
}

extension Transcript {
  /// How the trainee counts: the number of the reply at or before this place in the transcript.
  func replyNumber(ofTurn turn: Int) -> Int {
    turns.prefix(max(turn + 1, 0)).count { if case .reply = $0.content { true } else { false } }
  }
}

extension BinaryInteger {
  /// Hundredths of a point as people read them: `9.6`, `12`.
  var points: String {
    let whole = Int(magnitude)
    let (units, cents) = whole.quotientAndRemainder(dividingBy: 100)
    if cents == 0 { return "\(units)" }
    return cents % 10 == 0 ? "\(units).\(cents / 10)" : "\(units).\(cents < 10 ? "0" : "")\(cents)"
  }
}
