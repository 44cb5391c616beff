import Scoring

/// Golden replies as learned checks see them, one row each, for `scoring/build/checks.py`: keyword, place in the file from
/// 0, both trainers' verdicts, whether it was kept apart, the rule's verdict and answers (`question=1` or `=0`, `|` between
/// them), then one number a feature.
struct FeatureTable {
  var results: [GoldenResult]
  var names: [String]

  var text: String {
    let head = ["keyword", "place", "first", "second", "held", "rule", "answers"] + names
    let rows = results.flatMap { result in
      result.judged.enumerated().filter { !$0.element.features.isEmpty }.map { place, judged in
        row(result.keyword, place, judged)
      }
    }
    return ([head] + rows).map { $0.joined(separator: "\t") + "\n" }.joined()
  }

  private func row(_ keyword: String, _ place: Int, _ judged: GoldenResult.Judged) -> [String] {
    let answers = judged.rules.checks.map { "\($0.question)=\($0.passed ? 1 : 0)" }
    return [
      keyword, "\(place)", judged.reply.first.rawValue, judged.reply.second.rawValue,
      judged.reply.isHeldOut ? "1" : "0", judged.rules.verdict.rawValue, answers.joined(separator: "|"),
    ] + judged.features.map { "\($0)" }
  }
}
