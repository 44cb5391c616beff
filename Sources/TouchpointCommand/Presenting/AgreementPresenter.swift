import Diagnostics
import Domain
import Scoring

/// How far people and machine agree, as a table; in detail with the confusion and every reply they differ on.
struct AgreementPresenter {
  var results: [GoldenResult]
  var isDetailed: Bool

  var lines: [String] {
    let head = row(["criterion", "replies", "same", "within 1", "kappa", "people", "standing"])
    let counted = results.count { $0.standing == .counts }
    let sum = "\(counted) of \(results.count) count; the others are advice"
    return [head] + results.flatMap(lines(of:)) + ["", sum]
  }

  private func lines(of result: GoldenResult) -> [String] {
    let machine = result.machine
    let line = row([
      result.keyword, "\(machine.total)", percent(machine.same, machine.total),
      percent(machine.withinOneStep, machine.total), hundredths(machine.kappa),
      hundredths(result.people.kappa), result.standing.rawValue,
    ])
    return [line] + (isDetailed ? confusion(machine) + result.disagreements.flatMap(lines(of:)) : [])
  }

  /// Trainers' verdicts down, the machine's across.
  private func confusion(_ agreement: Agreement) -> [String] {
    let names = Agreement.verdicts.map { $0 == .notApplicable ? "n/a" : $0.rawValue }
    let head = "  trainers / machine" + names.map { padded($0, 9) }.joined()
    return ["", head]
      + zip(names, agreement.counts).map { name, counts in
        "  " + name + String(repeating: " ", count: max(0, 18 - name.count))
          + counts.map { padded("\($0)", 9) }.joined()
      }
  }

  private func lines(of disagreement: GoldenResult.Disagreement) -> [String] {
    let reply = disagreement.reply
    let words = reply.transcript.turns.compactMap { turn in
      turn.text.map { "    \(turn.speaker.rawValue): \($0)" }
    }
    return [
      "", "  \(reply.name): trainers \(reply.first.rawValue), machine \(disagreement.machine.rawValue)",
      "    why: \(disagreement.reason)",
    ] + words
  }

  private func row(_ cells: [String]) -> String {
    let widths = [-26, 8, 7, 9, 7, 7, 11]
    return zip(cells, widths).map { padded($0, $1) }.joined()
  }

  /// To the right in `width` columns; to the left where it is negative.
  private func padded(_ text: String, _ width: Int) -> String {
    let blanks = String(repeating: " ", count: max(1, abs(width) - text.count))
    return width < 0 ? text + blanks : blanks + text
  }

  private func percent(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "-" : "\((part * 200 + whole) / (2 * whole)) %"
  }

  private func hundredths(_ number: Double?) -> String {
    guard let number else { return "-" }
    let rounded = Int((number * 100).rounded())
    let (sign, size) = (rounded < 0 ? "-" : "", abs(rounded))
    return "\(sign)\(size / 100).\(size % 100 < 10 ? "0" : "")\(size % 100)"
  }

  // MARK: For machines

  /// Kappas in thousandths, as whole numbers.
  var json: String {
    let rows = results.map { result in
      JSONText.object([
        .init("criterion", .text(result.keyword)), .init("replies", .number(result.machine.total)),
        .init("same", .number(result.machine.same)),
        .init("within_one_step", .number(result.machine.withinOneStep)),
        .init("kappa_thousandths", thousandths(result.machine.kappa)),
        .init("people_kappa_thousandths", thousandths(result.people.kappa)),
        .init("standing", .text(result.standing.rawValue)),
        .init("judged", .list(result.judged.map(judged))),
      ])
    }
    return JSONText.list(rows).line
  }

  private func judged(_ row: GoldenResult.Judged) -> JSONText {
    .object([
      .init("name", .text(row.reply.name)), .init("first", .text(row.reply.first.rawValue)),
      .init("second", .text(row.reply.second.rawValue)), .init("held", .truth(row.reply.isHeldOut)),
      .init("machine", .text(row.evidence.verdict.rawValue)),
      .init(
        "checks",
        .list(
          row.evidence.checks.map {
            .object([.init("question", .text($0.question)), .init("passed", .truth($0.passed))])
          })),
    ])
  }

  private func thousandths(_ value: Double?) -> JSONText {
    value.map { .number(Int(($0 * 1_000).rounded())) } ?? .null
  }
}
