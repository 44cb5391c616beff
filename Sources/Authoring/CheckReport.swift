import Diagnostics
import Domain

/// Everything one check found out: what is wrong, and the values made from what is right.
public struct CheckReport: Sendable {
  /// Everything found, by file in the order checked and by place within it.
  public var diagnostics: [Diagnostic] = []
  /// The scenarios without errors, in the order checked.
  public var scenarios: [Scenario] = []
  /// The shared rubrics without errors: those checked, and those that scenarios use.
  public var rubrics: [Rubric] = []
  /// The packs without errors of their own: those checked, and those that scenarios use.
  public var packs: [PackSummary] = []
  /// Files that could not be had at all.
  public var failures: [FileTrouble] = []
  /// Every file read, by the path diagnostics name it with.
  public var sources: [String: SourceFile] = [:]

  /// Whether anything found stops play.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Whether a file holds errors.
  public func hasErrors(in file: String) -> Bool {
    diagnostics.contains { $0.severity == .error && $0.primary.file == file }
  }
}

/// A company pack, as lists show it.
public struct PackSummary: Hashable, Sendable {
  /// Its id.
  public var id: String
  /// The company's name.
  public var title: String
  /// Where it was read from.
  public var file: String
}
