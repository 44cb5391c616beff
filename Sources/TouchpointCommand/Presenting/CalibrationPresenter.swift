import Domain
import Scoring

/// How far coaches agree with each other, criterion by criterion, and who marks strictly or leniently.
struct CalibrationPresenter {
  var calibration: Calibration
  /// Whether the agreed talks are being kept now.
  var keepsAnchors = false

  /// Fewer talks prove nothing: no coefficient and no distance is told from them (`scoring/README.md`).
  static let fewest = 20

  var lines: [String] {
    let head = row(["criterion", "sessions", "coaches", "same", "kappa", "alpha"])
    let criteria = calibration.criteria.map { found in
      row([
        found.criterion, "\(found.sessions)", "\(found.coaches)", percent(found.same, found.pairs),
        found.sessions < Self.fewest ? "-" : hundredths(found.kappa),
        found.sessions < Self.fewest ? "-" : hundredths(found.alpha),
      ])
    }
    return [head] + criteria + [""] + calibration.coaches.map(line(of:)) + [""] + few + [anchors]
      + Self.legend
  }

  /// How many talks are still to be marked by two coaches.
  private var few: [String] {
    let short = calibration.criteria.filter { $0.sessions < Self.fewest }
    guard !short.isEmpty else { return [] }
    let missing = short.map { "\($0.criterion) \(Self.fewest - $0.sessions) more" }.joined(separator: ", ")
    return ["kappa and alpha are told from \(Self.fewest) shared talks on: \(missing)"]
  }

  private static let legend = [
    "kappa: quadratic, mean over pairs of coaches",
    "alpha: Krippendorff's, ordinal, without what does not apply",
  ]

  private func line(of coach: Calibration.CoachBias) -> String {
    guard coach.marks >= Self.fewest else {
      let shared = "\(coach.marks) shared \(coach.marks == 1 ? "mark" : "marks")"
      return "\(coach.coach): too few to tell (\(shared); \(Self.fewest - coach.marks) more are needed)"
    }
    let steps =
      coach.bias.map { "\($0 > 0 ? "+" : "")\(decimal(Double($0) / 100)) steps" } ?? "no shared mark"
    return "\(coach.coach): \(coach.words) (\(steps) from the others, \(coach.marks) marks)"
  }

  private var anchors: String {
    let count = calibration.anchors.count
    return "\(count) agreed \(count == 1 ? "anchor" : "anchors")"
      + (count > 0 && !keepsAnchors
        ? "; keep those of one criterion: --criterion NAME --anchors FILE.jsonl" : "")
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
