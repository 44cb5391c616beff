import Diagnostics
import Domain

/// One file as far as it can be understood by itself, without any other file.
struct ReadFile: Sendable {
  let document: ReadDocument
  /// What was found in its notation, and in the values of a scenario.
  private(set) var diagnostics: [Diagnostic]
  /// The draft of a scenario; nil for a pack or rubric.
  private(set) var scenario: ScenarioDraft?
  private(set) var hasErrors: Bool
  /// Whether a whole section of a scenario is missing or could not be read.
  private(set) var lacksSections = false
  /// Over the bytes of a scenario; of nothing for a pack or rubric.
  private(set) var hash = SHA256()

  init(_ source: SourceFile, by checker: Checker) {
    document = NotationReader.read(source, schemas: checker.schemas)
    diagnostics = document.diagnostics
    if checker.advisesOnForm { diagnostics += NotInForm.found(in: document) }
    hasErrors = document.hasErrors
    guard document.isRead, document.kind == .scenario else { return }
    var drafting = Drafting(document)
    scenario = drafting.scenario(document.root)
    hash.update(source.bytes)
    diagnostics += drafting.diagnostics
    hasErrors = hasErrors || drafting.hasErrors
    lacksSections = document.lacksSections
  }
}

/// A scenario with all that other files lend it, ready to be resolved and checked by itself.
struct ReadyScenario: Sendable {
  var draft: ScenarioDraft
  var packs: [PackDraft]
  /// The shared rubric it uses, as written.
  var house: RubricDraft?
  /// The same without errors, for plays.
  var houseRubric: Rubric?
  /// What was wrong with the files it names.
  var diagnostics: [Diagnostic]
  /// Whether a whole section is missing or could not be read: what the rest says of it would be noise.
  var lacksSections: Bool
  /// Whether a pack it uses cannot be had, from which anything may come.
  var lacksPack: Bool
  /// Whether nothing is wrong so far.
  var isSound: Bool
  /// Over its own bytes and its packs' digests.
  var digest: String

  /// Whether a finding is of a name that a pack may hold: an article, or a move or action like no other.
  private static func mayComeFromPack(_ finding: Diagnostic) -> Bool {
    switch finding.code.number {
    case "S207": true
    case "S203", "S205": finding.fix == nil
    default: false
    }
  }

  /// Everything the checks find, and the scenario when nothing is wrong.
  func checked(by checker: Checker) -> (found: [Diagnostic], scenario: Scenario?) {
    guard !lacksSections else { return (diagnostics, nil) }
    let linked = LinkedScenario(draft, packs: packs, digest: digest)
    let resolution = Resolver.resolve(linked, channels: checker.channels)
    let subject = Subject(
      resolution, channels: checker.channels, house: house, recognition: checker.recognition)
    var found = diagnostics
    for check in checker.catalog.scenarioChecks { found += check.findings(in: subject) }
    if lacksPack { found.removeAll(where: Self.mayComeFromPack) }
    guard isSound, !found.contains(where: { $0.severity == .error }) else { return (found, nil) }
    guard let scenario = resolution.scenario() else { return (found, nil) }
    let played = PlayedSubject(
      draft: draft, scenario: scenario, house: houseRubric, hearing: subject.hearing,
      rehearsal: checker.rehearsal,
      attempts: checker.attempts)
    for check in checker.catalog.playedChecks { found += check.findings(in: played) }
    return (found, scenario)
  }
}

extension ReadDocument {
  /// Whether the beats, endings or points are missing, or a section was written as something else.
  fileprivate var lacksSections: Bool {
    if ["beats", "endings", "rubric"].contains(where: { root.entry($0) == nil }) { return true }
    let errors = diagnostics.filter { $0.severity == .error }.map(\.primary.span.start.offset)
    let starts = root.entries.map(\.keySpan.start.offset) + [Int.max]
    return root.entries.enumerated().contains { place, entry in
      Self.sections.contains(entry.key) && entry.value.entries.isEmpty
        && errors.contains { $0 >= starts[place] && $0 < starts[place + 1] }
    }
  }

  private static let sections: Set<String> = ["mood", "facts", "moves", "beats", "endings", "rubric"]
}
