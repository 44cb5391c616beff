import Domain
import Scoring

/// What two versions of a shared rubric differ in without any stored result having to show it, and why not.
public struct UnshownChanges: Hashable, Sendable {
  /// A sentence each, in the order of a rubric's fields.
  public private(set) var notes: [String] = []

  /// - Parameters:
  ///   - doubted: auto-fail rules shown as advice only, since people and machine do not agree on them yet.
  public init(from old: Rubric, to new: Rubric, trusts: (String) -> Bool) {
    if old.passMark != new.passMark {
      notes.append(
        "pass_mark \(old.passMark) -> \(new.passMark): a scenario has a pass mark of its own, which decides; this one "
          + "counts where talks are scored by the rubric alone")
    }
    if old.zeroOnFail != new.zeroOnFail {
      notes.append(
        "zero_on_fail \(old.zeroOnFail) -> \(new.zeroOnFail): reports count a failed attempt as 0 or not; results and "
          + "points stay")
    }
    notes += rules(old.autoFail.filter { !new.autoFail.contains($0) }, "taken out", trusts)
    notes += rules(new.autoFail.filter { !old.autoFail.contains($0) }, "added", trusts)
  }

  private func rules(_ rules: [String], _ what: String, _ trusts: (String) -> Bool) -> [String] {
    rules.map { rule in
      trusts(rule)
        ? "auto_fail '\(rule)' \(what): shown where a stored talk broke it"
        : "auto_fail '\(rule)' \(what): advice only so far, so it decides no result"
    }
  }
}
