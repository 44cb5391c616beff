import Domain
import Scoring

/// How far coaches agree with each other, criterion by criterion, and who marks strictly or leniently.
struct CalibrationPresenter {
  var calibration: Calibration

  var lines: [String] {
    let head = row(["criterion", "sessions", "coaches", "same", "kappa", "alpha"])
    let criteria = calibration.criteria.map { found in
      row([
        found.criterion, "\(found.sessions)", "\(found.coaches)", percent(found.same, found.pairs),
        hundredths(found.kappa), hundredths(found.alpha),
      ])
    }
    return [head] + criteria + [""] + calibration.coaches.map(line(of:)) + ["", anchors] + Self.legend
  }

  private static let legend = [
    "kappa: quadratic, mean over pairs of coaches",
    "alpha: Krippendorff's, ordinal, without what does not apply",
  ]

  private func line(of coach: Calibration.CoachBias) -> String {
    let steps =
      coach.bias.map { "\($0 > 0 ? "+" : "")\(decimal(Double($0) / 100)) steps" } ?? "no shared mark"
    return "\(coach.coach): \(coach.words) (\(steps) from the others, \(coach.marks) marks)"
  }

  private var anchors: String {
    let count = calibration.anchors.count
    return "\(count) agreed \(count == 1 ? "anchor" : "anchors")"
      + (count > 0 ? "; keep those of one criterion: --criterion NAME --anchors FILE.jsonl" : "")
  }

  private func row(_ cells: [String]) -> String {
    zip(cells, [-26, 10, 9, 8, 8, 8]).map { cell, width in
      let blanks = String(repeating: " ", count: max(1, abs(width) - cell.count))
      return width < 0 ? cell + blanks : blanks + cell
    }.joined()
  }

  private func percent(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "-" : "\((part * 200 + whole) / (2 * whole)) %"
  }

  private func hundredths(_ number: Double?) -> String { number.map(decimal) ?? "-" }

  private func decimal(_ number: Double) -> String {
    let rounded = Int((number * 100).rounded())
    let (sign, size) = (rounded < 0 ? "-" : "", abs(rounded))
    return "\(sign)\(size / 100).\(size % 100 < 10 ? "0" : "")\(size % 100)"
  }
}
