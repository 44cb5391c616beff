import Domain
import Play
import Scoring
import Terminal
import TouchpointKit

/// The debrief: result and four numbers, the customer's survey, at most three things to work on, the strongest words.
///
/// Everything else is there on demand: one criterion, skill or dimension (`deep`), or the whole scorecard (`whole`).
struct DebriefPresenter {
  var summary: SessionSummary
  /// The attempt before at the same scenario.
  var earlier: SessionSummary?
  /// What people said of the session since; nil at its end.
  var file: CaseFile?
  /// Whether it can be seen again.
  var isKept = true
  /// Whether `summary` holds the judgement at the session's end although it was judged anew.
  var isFirst = false
  /// Hundredths of a point by which other words for the same may move the score; 0 where that was never measured.
  var margin = 0
  var drawing: Drawing
  var width: Int

  private var card: Scorecard { summary.scorecard }
  private var debrief: Debrief { Debrief(card, of: summary.transcript, comparedWith: earlier?.scorecard) }
  private var marks: MarkPresenter { MarkPresenter(transcript: summary.transcript, width: width) }
  private var people: StatementsPresenter? {
    file.map { StatementsPresenter(file: $0, shown: card, isFirst: isFirst) }
  }

  /// What a person can take in after a session.
  func lines(next: String) -> [ScreenLine] {
    top + workOn + strongest + breachesAndRemarks + (people?.summary ?? []) + ending(next)
  }

  /// The same with every criterion.
  func whole(next: String) -> [ScreenLine] {
    top + criteria + breachesAndRemarks + workOn + (people?.summary ?? []) + ending(next)
  }

  /// All there is on one criterion, skill or dimension; nil where nothing is called so.
  func deep(_ name: String) -> [ScreenLine]? {
    let found = card.marks.filter { [$0.criterion, $0.skill, $0.dimension].contains(name) }
    let broken = card.breaches.filter { $0.rule == name }
    guard !name.isEmpty, !found.isEmpty || !broken.isEmpty else { return nil }
    let said = found.map { mark in marks.deep(mark) + (people?.lines(on: mark.criterion) ?? []) }
    let rules = found.contains { $0.criterion == name } ? [] : people?.lines(on: name) ?? []
    return [ScreenLine(.heading, "\(summary.scenarioTitle): \(name.spelled)")] + said.flatMap(\.self)
      + broken.flatMap(lines(of:)) + rules
  }

  /// Everything `deep` knows, each name once.
  var names: [String] {
    var seen: Set<String> = [""]
    let all =
      card.marks.map(\.criterion) + card.breaches.map(\.rule) + card.marks.map(\.skill)
      + card.marks.map(\.dimension)
    return all.filter { seen.insert($0).inserted }
  }

  private var top: [ScreenLine] { result + survey + mood + comparison }

  private func ending(_ next: String) -> [ScreenLine] {
    let name = debrief.toWorkOn.first?.criterion ?? card.marks.first?.criterion
    let deep = name.map {
      ScreenLine(.faint, "Deep: touchpoint debrief \(summary.session) --criterion \($0)")
    }
    let start = [ScreenLine(.heading, "Next"), ScreenLine(.plain, next)]
    guard isKept else {
      return start + [ScreenLine(.bad, "This session was not stored; this page is all of it.")]
    }
    return start + [
      ScreenLine(.faint, "See this again: touchpoint debrief \(summary.session)")
    ] + [deep, untimed].compactMap(\.self)
  }

  /// How to practise in peace, when a wait was among the things to work on.
  private var untimed: ScreenLine? {
    let notes = debrief.toWorkOn.flatMap(\.evidence.quotes).map(\.note)
    guard notes.contains(where: { $0.contains("people wait") }) else { return nil }
    return ScreenLine(.faint, "Without a clock: touchpoint play \(summary.scenario) --untimed")
  }

  // MARK: The result

  private var result: [ScreenLine] {
    var lines = [
      ScreenLine(.heading, "Scorecard: \(summary.scenarioTitle)"),
      ScreenLine(passed ? .good : .bad, isJudged ? "Quality \(card.quality.percent) · \(verdict)" : verdict),
      ScreenLine(
        .plain,
        "Critical errors: "
          + ErrorClass.allCases.map { "\($0.rawValue) \(errors($0))" }.joined(separator: " · ")),
    ]
    if let still = leftOpen { lines.insert(ScreenLine(.plain, still), at: 2) }
    if isNearPassMark {
      lines.append(
        ScreenLine(
          .plain,
          "Near the pass mark: other words for the same content move one score in ten by more than "
            + "\((margin + 50) / 100) points, so let a coach look before this counts."))
    }
    if card.isZeroed {
      lines.append(ScreenLine(.faint, "The rubric counts a failed attempt as 0 in averages."))
    }
    if let conclusion = summary.transcript.conclusion { lines.append(ending(conclusion)) }
    if card.fruitlessCost > 0 {
      lines.append(
        ScreenLine(
          .faint,
          "Nothing changed for the customer, so three tenths of the points count: "
            + "\(card.fruitlessCost.points) are taken off."
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

  /// Whether other words for the same might have come out on the other side of the pass mark.
  private var isNearPassMark: Bool {
    (card.result == .passed || card.result == .belowPassMark)
      && abs(card.quality - card.passMark * 100) < margin
  }

  private var isJudged: Bool { card.result != .notEnglish }

  private var verdict: String {
    switch card.result {
    case .passed:
      leftOpen == nil
        ? "passed (pass mark \(card.passMark) %)" : "passed on points (pass mark \(card.passMark) %)"
    case .belowPassMark: "not passed: below the pass mark of \(card.passMark) %"
    case .criticalBreach:
      "not passed: critical: \(card.breaches.map(\.title).joined(separator: "; ")); the quality stands as earned"
    case .unfinished: "not passed: you left before the end"
    case .notEnglish: "Not judged: your replies are not in English, and only English is judged here."
    }
  }

  /// What a pass leaves open: the customer's matter, errors that hurt, or both; nil when it leaves nothing open.
  private var leftOpen: String? {
    guard passed else { return nil }
    let conclusion = summary.transcript.conclusion
    let isOpen = conclusion?.goalMet == false || conclusion?.outcome == .failure
    let hasErrors = ErrorClass.allCases.contains { card.accuracy[$0] == false }
    let open = [
      isOpen ? "the customer did not get what they came for" : nil,
      hasErrors ? "the errors named next need mending" : nil,
    ].compactMap(\.self)
    guard !open.isEmpty else { return nil }
    return "Enough points, and no rule broken that fails a talk; but \(open.joined(separator: ", and "))."
  }

  /// None, or what went wrong by name.
  private func errors(_ errorClass: ErrorClass) -> String {
    guard let isFree = card.accuracy[errorClass] else { return "not judged" }
    guard !isFree else { return "none" }
    let failed = card.marks.filter { $0.errorClass == errorClass && $0.isError }
    let broken = card.breaches.filter { $0.errorClass == errorClass }.map(\.title)
    var seen: Set<String> = []
    let names = (failed.map(\.title) + broken).filter { seen.insert($0).inserted }
    return names.joined(separator: ", ")
  }

  private func ending(_ conclusion: Conclusion) -> ScreenLine {
    let goal = conclusion.goalMet.map { $0 ? " · goal met" : " · goal not met" } ?? ""
    let name = conclusion.ending.map { "\($0.spelled) (\(conclusion.outcome.rawValue))" } ?? "none"
    return ScreenLine(
      .plain,
      "Ending: \(name)\(goal) · \(summary.replies) \(summary.replies == 1 ? "reply" : "replies")\(duration)")
  }

  /// Nothing for a talk without a clock.
  private var duration: String { summary.active == .zero ? "" : " in \(summary.active.spelled)" }

  // MARK: The customer

  private var survey: [ScreenLine] {
    let answers = Survey(summary.transcript, moods: summary.moods)
    guard let csat = answers.csat else { return [] }
    let others = [
      answers.ces.map { "ease \($0) of 7" }, answers.nps.map { "would recommend \($0) of 10" },
    ].compactMap(\.self).map { " · \($0)" }.joined()
    let comment = summary.transcript.conclusion?.comment.map { ": \"\($0)\"" } ?? ""
    return [ScreenLine(.plain, "Customer survey (simulated): satisfaction \(csat) of 5\(others)\(comment)")]
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
    guard isJudged, earlier?.scorecard.result != .notEnglish else { return [] }
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
        + card.marks.filter { $0.skill == skill.skill }.flatMap(marks.lines(of:))
    }
  }

  // MARK: Breaches and remarks

  private var breachesAndRemarks: [ScreenLine] {
    let breaches = card.breaches.flatMap(lines(of:))
    let notes = summary.remarks.map { ScreenLine(.plain, "Turn \(ordinal($0.turn)): \($0.text)") }
    let heading = breaches.isEmpty && notes.isEmpty ? [] : [ScreenLine(.heading, "Worth knowing")]
    return heading + breaches + notes
  }

  private func lines(of breach: Breach) -> [ScreenLine] {
    [ScreenLine(.bad, "Critical: \(breach.title), turn \(ordinal(breach.turn)). Why: \(breach.because)")]
      + marks.quotes([breach.quote].compactMap(\.self))
  }

  // MARK: What to take along

  private var workOn: [ScreenLine] {
    let worst = debrief.toWorkOn
    guard isJudged else { return [] }
    guard !worst.isEmpty else { return [ScreenLine(.good, "Nothing was left on the table. Well done.")] }
    return [ScreenLine(.heading, "Most worth working on")]
      + worst.enumerated().flatMap { place, mark in marks.advice(on: mark, number: place + 1) }
  }

  private var strongest: [ScreenLine] {
    guard let best = debrief.strongest else { return [] }
    return [ScreenLine(.heading, "Your strongest words: \(best.mark.title)")] + marks.quotes([best.quote])
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
