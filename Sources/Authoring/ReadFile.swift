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
  /// Over the bytes of a scenario; of nothing for a pack or rubric.
  private(set) var hash = SHA256()

  init(_ source: SourceFile, by checker: Checker) {
    document = NotationReader.read(source, schemas: checker.schemas)
    diagnostics = document.diagnostics
    if checker.advisesOnForm { diagnostics += NotInForm.found(in: document) }
    hasErrors = document.hasErrors
    guard document.kind == .scenario else { return }
    var drafting = Drafting(document)
    scenario = drafting.scenario(document.root)
    hash.update(source.bytes)
    diagnostics += drafting.diagnostics
    hasErrors = hasErrors || drafting.hasErrors
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
  /// Whether nothing is wrong so far.
  var isSound: Bool
  /// Over its own bytes and its packs' digests.
  var digest: String

  /// Everything the checks find, and the scenario when nothing is wrong.
  func checked(by checker: Checker) -> (found: [Diagnostic], scenario: Scenario?) {
    let linked = LinkedScenario(draft, packs: packs, digest: digest)
    let resolution = Resolver.resolve(linked, channels: checker.channels)
    let subject = Subject(
      resolution, channels: checker.channels, house: house, recognition: checker.recognition)
    var found = diagnostics
    for check in checker.catalog.scenarioChecks { found += check.findings(in: subject) }
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
