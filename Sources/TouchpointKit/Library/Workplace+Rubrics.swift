import Authoring
import Domain

extension Workplace {
  /// Why a rubric cannot be judged by.
  public enum RubricTrouble: Error, Sendable {
    /// No rubric of the program's data has that id; these are there.
    case unknown(known: [String])
    /// Its file holds errors, or no rubric.
    case faulty(CheckReport)
    case unreadable(FileTrouble)
  }

  /// Loads a shared rubric: an id of the program's data, or a path to a file.
  public func loadRubric(_ name: String) throws(RubricTrouble) -> Rubric {
    guard name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") else {
      guard let rubric = rubric(name) else { throw .unknown(known: rubricIds) }
      return rubric
    }
    let report = checker.check([name])
    if let failure = report.failures.first { throw .unreadable(failure) }
    guard !report.hasErrors, let rubric = report.rubrics.first else { throw .faulty(report) }
    return rubric
  }

  private var rubricIds: [String] {
    names(in: share.scoring + "/rubrics").filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
  }
}
