import Authoring
import Domain
import Scoring

extension Workplace {
  /// Judges every golden reply of the program's data at the judge's tier: one result a kind, then one a rule.
  ///
  /// Kinds without golden replies get a result too: they are unproven. `rubric` lends its criteria's settings.
  public func testGolden(
    _ golden: GoldenFolder, by judge: Judge, rubric: Rubric?, only keyword: String? = nil
  ) -> [GoldenResult] {
    let kinds = judge.kinds.kinds.filter { keyword == nil || $0.keyword == keyword }
    let rules = judge.rules.rules.filter { keyword == nil || "auto-fail/" + $0.keyword == keyword }
    return kinds.map { kind in
      let bare = Criterion(
        name: kind.keyword, title: kind.keyword, kind: kind.keyword, skill: "", weight: 100)
      let criterion = rubric?.criteria.first { $0.kind == kind.keyword } ?? bare
      return judge.test(kind, as: criterion, on: golden.replies[kind.keyword] ?? [])
    } + rules.map { judge.test($0, on: golden.autoFail[$0.keyword] ?? []) }
  }

  /// Reads a rubric file as `check` would: the rubric, or everything that is wrong with it.
  public func rubricFile(_ path: String) -> CheckReport { checker.check([path]) }

  /// A shared rubric of the program's data by its id; nil when there is none without errors.
  public func rubric(_ id: String) -> Rubric? {
    guard !id.contains("/"), !id.hasPrefix(".") else { return nil }
    return checker.check(["\(share.scoring)/rubrics/\(id).yaml"]).rubrics.first { $0.id == id }
  }
}
