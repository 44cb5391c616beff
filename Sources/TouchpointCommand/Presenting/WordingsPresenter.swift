import Diagnostics
import Domain
import TouchpointKit

/// How steady scores are in other words: the sum, what moves them, and the groups that do not hold.
struct WordingsPresenter {
  var results: [WordingResult]
  /// Whether every odd version is shown in its words.
  var isDetailed: Bool

  private var summary: WordingSummary { WordingSummary(results) }
  private var unsteady: [WordingResult] {
    results.filter { !$0.holds }.sorted { ($1.spread, $0.group.name) < ($0.spread, $1.group.name) }
  }

  var lines: [String] {
    let summary = summary
    var lines = [
      "\(summary.held) of \(summary.groups) groups hold: every version within 5 points of its group's median",
      "best and worst version lie \(tenths(summary.spread)) points apart on the mean",
      "nine of ten versions lie within \(tenths(summary.margin)) points of their median",
      "", row("manner", "points", "5 off"),
    ]
    lines += summary.manners.map { manner in
      row(manner.name, signed(manner.shift), "\(manner.odd)")
    }
    if !summary.causes.isEmpty {
      lines += ["", row("what moved the scores", "%", "")]
      lines += summary.causes.prefix(8).map { row($0.criterion, "\($0.percent)", "") }
    }
    if !unsteady.isEmpty { lines += ["", "groups that do not hold, the widest first:"] }
    return lines + unsteady.flatMap(lines(of:))
  }

  private func lines(of result: WordingResult) -> [String] {
    let head = "  \(result.group.name): \(tenths(result.spread)) apart"
    let odd = result.odd.flatMap { odd in
      let line = "    \(odd.version.manner): \(tenths(odd.quality)), most \(tenths(result.median))"
      return [line] + listed(odd.criteria) + (isDetailed ? ["      \(odd.version.reply)"] : [])
    }
    return [head] + odd
  }

  /// The criteria judged otherwise, on lines of at most 80 columns.
  private func listed(_ criteria: [String]) -> [String] {
    guard !criteria.isEmpty else { return ["      no question answered otherwise: points were kept back"] }
    return criteria.reduce(into: [String]()) { lines, name in
      if let last = lines.last, last.count + name.count + 3 <= 80 {
        lines[lines.count - 1] = "\(last), \(name)"
      } else {
        if let last = lines.last { lines[lines.count - 1] = last + "," }
        lines.append("      \(name)")
      }
    }
  }

  private func row(_ name: String, _ number: String, _ count: String) -> String {
    let blank = { (text: String, width: Int) in String(repeating: " ", count: max(1, width - text.count)) }
    let start = name + blank(name, 24) + blank(number, 7) + number
    return count.isEmpty ? start : start + blank(count, 8) + count
  }

  private func signed(_ hundredths: Int) -> String { (hundredths >= 5 ? "+" : "") + tenths(hundredths) }

  /// Hundredths as a number with one decimal place, halves away from nought.
  private func tenths(_ hundredths: Int) -> String {
    let size = (abs(hundredths) + 5) / 10
    return "\(hundredths < 0 && size > 0 ? "-" : "")\(size / 10).\(size % 10)"
  }

  // MARK: For machines

  /// Points in hundredths.
  var json: String {
    let summary = summary
    return JSONText.object([
      .init("groups", .number(summary.groups)), .init("held", .number(summary.held)),
      .init("mean_spread", .hundredths(summary.spread)), .init("margin", .hundredths(summary.margin)),
      .init(
        "manners",
        .list(
          summary.manners.map {
            .object([
              .init("name", .text($0.name)), .init("shift", .hundredths($0.shift)),
              .init("odd", .number($0.odd)),
            ])
          })),
      .init(
        "causes",
        .list(
          summary.causes.map {
            .object([.init("criterion", .text($0.criterion)), .init("percent", .number($0.percent))])
          })),
      .init("results", .list(results.map(json(of:)))),
    ]).line
  }

  private func json(of result: WordingResult) -> JSONText {
    let odd = Dictionary(result.odd.map { ($0.version, $0.criteria) }) { first, _ in first }
    return .object([
      .init("name", .text(result.group.name)), .init("holds", .truth(result.holds)),
      .init("median", .hundredths(result.median)),
      .init(
        "versions",
        .list(
          zip(result.group.versions, result.cards).map { version, card in
            .object([
              .init("manner", .text(version.manner)), .init("quality", .hundredths(card.quality)),
              .init("judged_otherwise", .list((odd[version] ?? []).map { .text($0) })),
            ])
          })),
    ])
  }
}
