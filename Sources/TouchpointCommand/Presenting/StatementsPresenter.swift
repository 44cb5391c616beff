import Domain
import Scoring

/// What people said of a session beside the machine: reviews, disputes with their decisions, and judgements anew.
struct StatementsPresenter {
  var file: CaseFile
  /// The scorecard the debrief shows.
  var shown: Scorecard
  /// Whether it is the judgement at the session's end, whatever came after.
  var isFirst = false

  /// In a few lines; nothing where nobody said anything.
  var summary: [ScreenLine] {
    let lines = judgedAnew + upheld + disputes + reviews
    return lines.isEmpty ? [] : [ScreenLine(.heading, "What people said")] + lines
  }

  /// On one criterion or rule.
  func lines(on criterion: String) -> [ScreenLine] {
    let marks = file.reviews.flatMap { review in
      review.value.marks.filter { $0.criterion == criterion }.map { mark in
        let blind = review.value.isBlind ? ", blind" : ""
        return ScreenLine(
          .plain, "          coach \(review.value.coach)\(blind): \(words(mark))")
      }
    }
    let disputes = file.disputes.filter { $0.dispute.mark.criterion == criterion }.map { line(of: $0) }
    return marks + disputes
  }

  private var judgedAnew: [ScreenLine] {
    guard let latest = file.rescorings.last else { return [] }
    let first = file.original.scorecard
    let when = UTCTime(milliseconds: latest.at).date
    guard !isFirst else {
      return [
        ScreenLine(.faint, "This is the judgement at the session's end; it was judged anew on \(when).")
      ]
    }
    return [
      ScreenLine(
        .plain,
        "Judged anew on \(when): this is the latest judgement. At its end it had \(first.quality.percent):"
          + " \(first.result.rawValue) (see it: touchpoint debrief \(file.original.session) --first).")
    ]
  }

  private var upheld: [ScreenLine] {
    guard let card = shown.upholding(file.upheld) else { return [] }
    let verdicts = file.upheld.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.rawValue)" }
    return [
      ScreenLine(
        .good,
        "With upheld disputes (\(verdicts.joined(separator: ", "))): \(card.quality.percent),"
          + " \(card.result.rawValue). The machine's own: \(shown.quality.percent), \(shown.result.rawValue)."
      )
    ]
  }

  private var disputes: [ScreenLine] { file.disputes.map(line(of:)) }

  private func line(of disputed: CaseFile.DisputeCase) -> ScreenLine {
    let dispute = disputed.dispute
    let asked = "          dispute \(dispute.id), \(dispute.mark.criterion): \(words(dispute.mark))"
    guard let decision = disputed.decision else { return ScreenLine(.plain, asked + "; open") }
    let outcome = decision.isUpheld ? "upheld" : "rejected"
    let why = decision.comment.isEmpty ? "" : ": \"\(decision.comment)\""
    return ScreenLine(decision.isUpheld ? .good : .plain, "\(asked); \(outcome) by \(decision.coach)\(why)")
  }

  private var reviews: [ScreenLine] {
    file.reviews.map { review in
      let other = review.value.marks.count { mark in
        shown.marks.contains { $0.criterion == mark.criterion && $0.evidence.verdict != mark.verdict }
      }
      let count = review.value.marks.count
      return ScreenLine(
        .plain,
        "          coach \(review.value.coach)\(review.value.isBlind ? " (blind)" : "") gave \(count)"
          + " \(count == 1 ? "mark" : "marks"), \(other) other than the machine")
    }
  }

  private func words(_ mark: HumanMark) -> String {
    let cause = mark.cause.map { ", cause \($0.rawValue)" } ?? ""
    return mark.verdict.rawValue + cause + (mark.comment.isEmpty ? "" : ", \"\(mark.comment)\"")
  }
}
