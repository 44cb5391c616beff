import Diagnostics
import Domain

/// One run of the checker: what has been read so far, each file once.
struct CheckRun {
  let checker: Checker
  var report = CheckReport()
  /// Scenarios wait until every file is read, since packs and rubrics may come later in the list.
  var scenarios: [LoadedScenario] = []
  var packs: [String: LoadedPack] = [:]
  /// Rubrics by id; the first of an id counts.
  var rubrics: [String: LoadedRubric] = [:]
  var roots: [String: String?] = [:]
  private var order: [String: Int] = [:]
  private var ids: [DocumentKind: [Written]] = [:]
  /// Files that were fetched and are still to be read, in the order they were named.
  private var fetched: [(path: String, bytes: [UInt8])] = []
  private var isFetched: Set<String> = []

  struct LoadedScenario {
    var draft: ScenarioDraft
    /// Over the file's bytes.
    var hash: SHA256
    var hasErrors: Bool
    var lacksSections: Bool
  }

  struct LoadedPack {
    var draft: PackDraft
    var kind: DocumentKind
    /// SHA-256 of the file.
    var digest: [UInt8]
    var hasErrors: Bool
  }

  struct LoadedRubric {
    var draft: RubricDraft
    var rubric: Rubric?
  }

  init(_ checker: Checker) { self.checker = checker }

  /// Fetches a file that a person named; `takeFetched` reads it.
  mutating func fetch(_ path: String) {
    guard !isFetched.contains(path) else { return }
    do throws(FileTrouble) {
      fetched.append((path, try checker.files.read(path, limit: NotationReader.largestFile)))
      isFetched.insert(path)
    } catch {
      report.failures.append(error)
    }
  }

  mutating func note(_ failures: [FileTrouble]) { report.failures += failures }

  /// Reads every file that was fetched, side by side.
  mutating func takeFetched() {
    let files = fetched.mappedSideBySide { [checker] file in
      ReadFile(SourceFile(path: file.path, bytes: file.bytes), by: checker)
    }
    fetched = []
    for file in files { take(file) }
  }

  /// Takes in one file's text, whatever kind it is.
  mutating func take(_ source: SourceFile) {
    guard report.sources[source.path] == nil else { return }
    take(ReadFile(source, by: checker))
  }

  private mutating func take(_ file: ReadFile) {
    let document = file.document
    order[document.source.path] = order.count
    // What holds no document may be anybody's file: nothing of it is shown.
    report.sources[document.source.path] =
      document.isRead ? document.source : SourceFile(path: document.source.path, bytes: [])
    report.diagnostics += file.diagnostics
    guard document.isRead else { return }
    var drafting = Drafting(document)
    switch document.kind {
    case .scenario:
      guard let draft = file.scenario else { return }
      scenarios.append(
        LoadedScenario(
          draft: draft, hash: file.hash, hasErrors: file.hasErrors, lacksSections: file.lacksSections))
      claim(draft.id, .scenario)
    case .pack: takePack(document, &drafting)
    case .rubric: takeRubric(document, &drafting)
    }
  }

  private mutating func takePack(_ document: ReadDocument, _ drafting: inout Drafting) {
    let draft = drafting.pack(document.root)
    report.diagnostics += drafting.diagnostics
    let hasErrors = document.hasErrors || drafting.hasErrors
    claim(draft.id, .pack)
    packs[document.source.path] = LoadedPack(
      draft: draft, kind: .pack, digest: SHA256.digest(of: document.source.bytes), hasErrors: hasErrors)
    if !hasErrors {
      report.packs.append(
        PackSummary(id: draft.id?.text ?? "", title: draft.title, file: document.source.path))
    }
  }

  private mutating func takeRubric(_ document: ReadDocument, _ drafting: inout Drafting) {
    let draft = drafting.rubric(document.root)
    let subject = RubricSubject(draft: draft, vocabulary: checker.vocabulary)
    var wrong = drafting.diagnostics
    for check in checker.catalog.rubricChecks { wrong += check.findings(in: subject) }
    report.diagnostics += wrong
    claim(draft.id, .rubric)
    let isSound = !document.hasErrors && !wrong.contains { $0.severity == .error }
    let rubric = isSound ? draft.rubric(digest: SHA256.hexadecimal(of: document.source.bytes)) : nil
    if let rubric { report.rubrics.append(rubric) }
    guard let id = draft.id, rubrics[id.text] == nil else { return }
    rubrics[id.text] = LoadedRubric(draft: draft, rubric: rubric)
  }

  private mutating func claim(_ id: Written?, _ kind: DocumentKind) {
    if let id { ids[kind, default: []].append(id) }
  }

  /// Resolves and checks what was read, and puts everything in order.
  mutating func finished() -> CheckReport {
    let doubles = duplicateIDs()
    report.diagnostics += doubles
    let doubled = Set(doubles.map(\.primary.file))
    var ready: [ReadyScenario] = []
    for scenario in scenarios {
      ready.append(linked(scenario, isDoubled: doubled.contains(scenario.draft.file)))
    }
    for checked in ready.mappedSideBySide({ [checker] in $0.checked(by: checker) }) {
      report.diagnostics += checked.found
      if let scenario = checked.scenario { report.scenarios.append(scenario) }
    }
    sortDiagnostics()
    return report
  }

  private func duplicateIDs() -> [Diagnostic] {
    DuplicateName.findings(inIDs: ids[.scenario] ?? [], of: "scenario")
      + DuplicateName.findings(inIDs: ids[.pack] ?? [], of: "pack")
      + DuplicateName.findings(inIDs: ids[.rubric] ?? [], of: "rubric")
  }

  private mutating func linked(_ scenario: LoadedScenario, isDoubled: Bool) -> ReadyScenario {
    var linking = Linking(scenario.draft)
    linking.link(in: &self)
    let house = scenario.draft.rubric.house.flatMap { rubrics[$0.use.text] }
    return ReadyScenario(
      draft: scenario.draft, packs: linking.packs.map(\.draft), house: house?.draft,
      houseRubric: house?.rubric,
      diagnostics: linking.diagnostics, lacksSections: scenario.lacksSections,
      lacksPack: linking.lacksPack || linking.packs.contains(where: \.hasErrors),
      isSound: !scenario.hasErrors && !isDoubled && !linking.packs.contains(where: \.hasErrors),
      digest: Self.digest(of: scenario, with: linking.packs))
  }

  /// Over the scenario's bytes and its packs' digests in the order met.
  private static func digest(of scenario: LoadedScenario, with packs: [LoadedPack]) -> String {
    var hash = scenario.hash
    for pack in packs { hash.update(pack.digest) }
    return hash.hexadecimal
  }

  /// By file in the order read, then by place; what was found twice is told once.
  private mutating func sortDiagnostics() {
    let order = order
    func key(_ diagnostic: Diagnostic) -> (Int, Int, String) {
      (order[diagnostic.primary.file] ?? .max, diagnostic.primary.span.start.offset, diagnostic.code.number)
    }
    report.diagnostics.sort { key($0) < key($1) }
    var seen: Set<Diagnostic> = []
    report.diagnostics.removeAll { !seen.insert($0).inserted }
  }
}

extension Drafting {
  /// Whether a value could not be read.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
