import Diagnostics

/// One check's page: what `explain` prints, and two examples that run as tests.
///
/// Every check of the trainer's bench has one. Number and name stand for the same check for ever.
public struct CheckPage: Hashable, Sendable {
  /// How far the check can mend what it finds.
  public enum Mending: String, Hashable, Sendable, CaseIterable {
    /// The mend is certain and can be applied by machine.
    case automatic
    /// The mended line is shown; the author decides.
    case shown
    /// The check says what is wrong and leaves the mending to the author.
    case described
  }

  /// The stable number, such as `S103`.
  public var number: String
  /// The stable word, such as `odd-indentation`.
  public var name: String
  /// The usual severity; a single finding may be milder.
  public var severity: Severity
  /// One sentence saying what is found.
  public var title: String
  /// Why it matters to the author, in two or three sentences.
  public var why: String
  /// How far the finding can be mended without the author.
  public var mending: Mending
  /// A whole small file or snippet in which the check fires.
  public var triggering: String
  /// The same file mended: the check stays silent.
  public var clean: String

  /// Describes one check; `triggering` must make it fire and `clean` must not.
  public init(
    _ number: String, _ name: String, _ severity: Severity, title: String, why: String,
    mending: Mending = .described, triggering: String, clean: String
  ) {
    self.number = number
    self.name = name
    self.severity = severity
    self.title = title
    self.why = why
    self.mending = mending
    self.triggering = triggering
    self.clean = clean
  }

  /// The code that every diagnostic of this check carries.
  public var code: DiagnosticCode { DiagnosticCode(number, name) }

  /// A finding of this check, with the check's own code and, unless told otherwise, its severity.
  public func found(
    _ message: String, at primary: Label, others: [Label] = [], help: String? = nil, fix: Fix? = nil,
    severity: Severity? = nil
  ) -> Diagnostic {
    Diagnostic(
      code, severity ?? self.severity, message, at: primary, others: others, help: help, fix: fix)
  }
}
