/// How much a diagnostic matters: an error stops play, a warning and advice do not.
public enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
  case advice, warning, error

  public static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .advice: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// What kind of trouble: a stable number for machines and a stable word for people.
///
/// `S201` and `unknown-beat` name the same check for ever; neither is reused for another.
public struct DiagnosticCode: Hashable, Sendable {
  public var number: String
  public var name: String

  public init(_ number: String, _ name: String) {
    self.number = number
    self.name = name
  }
}

/// A stretch of a file with a few words beside its carets.
public struct Label: Hashable, Sendable {
  public var file: String
  public var span: Span
  public var text: String

  public init(file: String, span: Span, text: String = "") {
    self.file = file
    self.span = span
    self.text = text
  }
}

/// One replacement in one file. `span` may be empty: then `text` is inserted there.
public struct Edit: Hashable, Sendable {
  public var file: String
  public var span: Span
  public var text: String

  public init(file: String, span: Span, text: String) {
    self.file = file
    self.span = span
    self.text = text
  }
}

/// A mend as edits, and how to say it in a few words.
public struct Fix: Hashable, Sendable {
  /// Whether a machine may apply it without asking, or the author should look first.
  public enum Certainty: String, Hashable, Sendable {
    case certain, suggested
  }

  public var title: String
  public var edits: [Edit]
  public var certainty: Certainty

  public init(_ title: String, _ edits: [Edit], certainty: Certainty = .certain) {
    self.title = title
    self.edits = edits
    self.certainty = certainty
  }
}

/// The author's mistake: what, where, and how to mend it. Gathered, never thrown one at a time.
public struct Diagnostic: Hashable, Sendable {
  public var code: DiagnosticCode
  public var severity: Severity
  /// Names the thing and says the rule; no blame, no final full stop.
  public var message: String
  /// Where, with the words under the carets.
  public var primary: Label
  /// Other places that matter, such as the first use of a repeated key.
  public var others: [Label]
  /// The mend in words: "did you mean 'apologise' (line 12)?"
  public var help: String?
  /// The mend as an edit, when it is certain enough to offer.
  public var fix: Fix?

  public init(
    _ code: DiagnosticCode, _ severity: Severity, _ message: String, at primary: Label,
    others: [Label] = [], help: String? = nil, fix: Fix? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.primary = primary
    self.others = others
    self.help = help
    self.fix = fix
  }
}

/// Several diagnostics as one failure: thrown where a value cannot be had at all.
public struct Diagnosed: Error, Hashable, Sendable {
  public var diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
