import Domain
import Scoring

/// One mark in lines: verdict and points, the words that decided, the reason, and what would have been stronger.
struct MarkPresenter {
  var transcript: Transcript
  var width: Int

  /// In a list of marks: everything but the single questions.
  func lines(of mark: Mark) -> [ScreenLine] {
    guard mark.evidence.verdict != .notApplicable else {
      return [ScreenLine(.faint, "  n/a     \(mark.title): \(mark.evidence.reason)")]
    }
    var lines = [head(of: mark)] + quotes(mark.evidence.quotes)
    lines.append(ScreenLine(.plain, "          \(mark.evidence.reason)"))
    lines += mend(of: mark)
    if !mark.place.isEmpty { lines.append(ScreenLine(.faint, "          asked in \(mark.place)")) }
    return lines
  }

  /// Everything the machine has to say on one mark.
  func deep(_ mark: Mark) -> [ScreenLine] {
    var lines = [ScreenLine(.heading, mark.title), head(of: mark)]
    lines += mark.evidence.checks.map(line)
    lines += quotes(mark.evidence.quotes)
    lines.append(ScreenLine(.plain, "          \(mark.evidence.reason)"))
    lines += mend(of: mark)
    if let cause = mark.cause {
      lines.append(ScreenLine(.plain, "          likely cause: \(cause.rawValue)"))
    }
    if let hurt = mark.errorClass {
      lines.append(ScreenLine(.faint, "          an error here hurts: \(hurt.rawValue)"))
    }
    let about = [
      mark.skill.isEmpty ? nil : "skill \(mark.skill)",
      mark.dimension.isEmpty ? nil : "dimension \(mark.dimension)",
      mark.place.isEmpty ? nil : "asked in \(mark.place)",
    ].compactMap(\.self)
    return lines + [ScreenLine(.faint, "          \(about.joined(separator: " · "))")]
  }

  /// A question with its answer, and what a doubted answer counts.
  private func line(of check: CheckResult) -> ScreenLine {
    let why = check.passed ? "doubted" : "came near"
    let doubt = check.counts.map { " (\(why): counts \($0.points))" } ?? ""
    return ScreenLine(
      check.passed ? .good : .bad, "    \(check.passed ? "yes" : "no ")  \(check.question)\(doubt)")
  }

  /// One of the few things to work on: the words that lost, why, and the smallest change.
  func advice(on mark: Mark, number: Int) -> [ScreenLine] {
    let lost = mark.evidence.quotes.filter { $0.role == .lost }
    return [ScreenLine(.plain, "  \(number). \(mark.title) (\(mark.lost.points) points)")]
      + quotes(Array(lost.prefix(2)))
      + [ScreenLine(.plain, "          \(mark.evidence.reason)")] + mend(of: mark)
  }

  func quotes(_ quotes: [Quote]) -> [ScreenLine] {
    QuotedWords(transcript: transcript, width: width).lines(quotes).map { ScreenLine(.faint, $0) }
  }

  private func head(of mark: Mark) -> ScreenLine {
    let points = mark.isAdvice ? "advice, no points" : "\(mark.earned.points) of \(mark.possible.points)"
    return ScreenLine(
      mark.evidence.verdict.role, "  \(mark.evidence.verdict.label)  \(mark.title): \(points)")
  }

  /// The smallest change of their own words and a stronger version of them; else how it was said in another talk.
  private func mend(of mark: Mark) -> [ScreenLine] {
    guard mark.evidence.verdict != .met, mark.earned < mark.possible || mark.isAdvice else { return [] }
    let change = mark.evidence.flip.map {
      ScreenLine(
        .good, "          smallest change: \(EditText(edit: $0, mark: mark, transcript: transcript).text)")
    }
    let better = mark.evidence.better.map { ScreenLine(.plain, "          stronger: \"\($0)\"") }
    let example = mark.evidence.example.map { ScreenLine(.plain, "          in another talk: \"\($0)\"") }
    return [change, better, example].compactMap(\.self)
  }
}

/// A change of a reply in words: `add "by 4 pm today": +3 points`.
struct EditText {
  var edit: Edit
  var mark: Mark
  var transcript: Transcript

  var text: String {
    let gain =
      edit.verdict == .met && !mark.isAdvice
      ? "+\((edit.gain ?? mark.lost).points) points" : "then it is \(edit.verdict.rawValue)"
    return "\(change): \(gain)"
  }

  private var change: String {
    let added = edit.words.drop { $0 == " " }
    guard let removed else { return "add \"\(added)\"" }
    return added.isEmpty ? "leave out \"\(removed)\"" : "in place of \"\(removed)\" say \"\(added)\""
  }

  private var removed: String? {
    guard transcript.turns.indices.contains(edit.turn), let text = transcript.turns[edit.turn].text,
      edit.range.start >= 0, edit.range.start < edit.range.end, edit.range.end <= text.utf8.count
    else { return nil }
    let bytes = text.utf8.dropFirst(edit.range.start).prefix(edit.range.end - edit.range.start)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Verdict {
  /// Six columns wide.
  var label: String {
    switch self {
    case .met: "met   "
    case .partly: "partly"
    case .missed: "missed"
    case .breached: "breach"
    case .notApplicable: "n/a   "
    }
  }

  var role: ScreenLine.Role {
    switch self {
    case .met: .good
    case .partly, .notApplicable: .plain
    case .missed, .breached: .bad
    }
  }
}
