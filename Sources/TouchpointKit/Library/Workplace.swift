import Authoring
import Diagnostics
import Domain
import Language
import FoundationEssentials
import Language
import Play
import Scoring

/// Everything a program needs to play and judge: the bundled scenarios and rubrics, the checker and the judge.
public struct Workplace: Sendable {
  public let share: ShareFolder
  public let checker: Checker
  public let kinds: CriterionCatalog
  /// What replies are understood with; read when first asked for.
  public let language: LanguageModels
  /// The same checker without advice on spelling: what stands between a file and play.
  private let doorkeeper: Checker
  let files: any LibraryFiles

  /// The program's own data is there but cannot be used.
  public struct Unusable: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String
  }

  /// Opens the program's data. Nothing is read yet but what `rubric test` last found.
  ///
  /// - Parameter cache: the folder for what is kept from run to run to save time; nothing is kept without one.
  public init(
    _ share: ShareFolder, kinds: CriterionCatalog = .standard, files: any LibraryFiles = DiskFiles(),
    cache: String? = nil
  ) {
    self.share = share
    self.files = files
    self.kinds = kinds
    language = LanguageModels(scoring: share.scoring, files: files, cache: cache)
    let bundle = Checker.Bundle(library: share.scenarios, rubrics: share.scoring + "/rubrics")
    let words = Self.vocabulary(Self.agreement(share, files))
    checker = Checker(kinds: kinds.forms, vocabulary: words, files: files, bundle: bundle)
    doorkeeper = Checker(
      kinds: kinds.forms, vocabulary: words, files: files, bundle: bundle, advisesOnForm: false)
  }

  /// The words that rubric files may use.
  private static func vocabulary(_ agreement: AgreementRecord?) -> RubricVocabulary {
    let measured = agreement?.rows.filter { $0.standing != .unproven }.map(\.keyword)
    return RubricVocabulary(
      autoFail: AutoFailCatalog.standard.rules.map(\.keyword),
      channels: Set(ChannelCatalog.standard.channels.map(\.name) + ChannelFormCatalog.standard.channels)
        .sorted(),
      measuredKinds: measured.map(Set.init))
  }

  /// A checked scenario with the shared rubric it uses.
  public struct Loaded: Sendable {
    public var scenario: Scenario
    public var house: Rubric?
    /// The file it was asked for by, or nil when it is one of the library.
    public var file: String?
    /// What the checker said of its files.
    public var report: CheckReport
  }

  /// Why a scenario cannot be played.
  public enum Unavailable: Error, Sendable {
    /// No scenario has that id; the nearest ids, best first.
    case unknown(String, near: [String])
    /// Its files hold errors; nothing is played.
    case faulty(CheckReport)
    case unreadable(FileTrouble)
  }

  /// The bundled scenarios by their head lines, sorted by id.
  public var scenarios: [Library.Entry] { library.scenarios() }

  private var library: Library { Library(root: share.scenarios, files: files) }

  /// Loads one scenario: an id of the bundled library, or a path to a file.
  public func load(_ name: String) throws(Unavailable) -> Loaded {
    guard name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") else {
      guard let report = library.load(name, with: doorkeeper) else {
        throw .unknown(name, near: near(name))
      }
      return try loaded(report, file: nil)
    }
    return try loaded(doorkeeper.check([name]), file: name)
  }

  private func loaded(_ report: CheckReport, file: String?) throws(Unavailable) -> Loaded {
    if let failure = report.failures.first { throw .unreadable(failure) }
    guard !report.hasErrors, let scenario = report.scenarios.first else { throw .faulty(report) }
    return Loaded(
      scenario: scenario, house: house(of: scenario, in: report), file: file, report: report)
  }

  /// The shared rubric a scenario uses, its places named from the program's data folder, not from this machine's root.
  fileprivate func house(of scenario: Scenario, in report: CheckReport) -> Rubric? {
    guard let house = scenario.rubric.house,
      var rubric = report.rubrics.first(where: { $0.id == house.rubric })
    else { return nil }
    for place in rubric.criteria.indices where rubric.criteria[place].place.hasPrefix(share.path + "/") {
      rubric.criteria[place].place.removeFirst(share.path.count + 1)
    }
    return rubric
  }

  private func near(_ name: String) -> [String] {
    let ids = scenarios.map(\.id)
    let part = ids.filter { $0.contains(name) || name.contains($0) }
    return part.isEmpty ? closest(to: name, in: ids).map { [$0] } ?? [] : part
  }

  /// The judge, with the phrase lists read and compiled: some time is spent here, so do it once, where it is needed.
  ///
  /// - Throws: when a phrase list cannot be read or holds a pattern that is none.
  ///
  /// Kinds on which people and machine do not agree well enough at this tier are shown as advice.
  public func judge() throws(Unusable) -> Judge {
    try judge(at: language.encoders.best?.tier)
  }

  /// The same, reading at one tier (nil: words alone).
  public func judge(at tier: EncoderTier?) throws(Unusable) -> Judge {
    let understanding = language.understanding(at: tier)
    let gate = agreement?.gate(for: kinds, tier: understanding.tier) ?? .open
    return Judge(kinds: kinds, lexicons: try lexicons(), understanding: understanding, gate: gate)
  }

  /// A judge that counts every kind, reading at one tier (nil: words alone): for measuring.
  public func ungatedJudge(_ tier: EncoderTier?) throws(Unusable) -> Judge {
    Judge(kinds: kinds, lexicons: try lexicons(), understanding: language.understanding(at: tier))
  }

  /// What `rubric test` last found on the golden replies; nil where it was never kept.
  public var agreement: AgreementRecord? { Self.agreement(share, files) }

  private static func agreement(_ share: ShareFolder, _ files: any LibraryFiles) -> AgreementRecord? {
    guard let bytes = try? files.read(agreementPath(share), limit: 1 << 24) else { return nil }
    return AgreementRecord(String(decoding: bytes, as: UTF8.self))
  }

  /// Where `rubric test` keeps what it found.
  public var agreementPath: String { Self.agreementPath(share) }

  private static func agreementPath(_ share: ShareFolder) -> String {
    share.scoring + "/golden/agreement.tsv"
  }

  /// Names of the files in a folder of the program's data, sorted; none where there is no such folder.
  func names(in folder: String) -> [String] {
    let entries = (try? files.contents(of: folder)) ?? []
    return entries.filter { $0.kind == .file }.map(\.name).sorted()
  }

  /// A file of the program's data; nil when it cannot be read.
  func bytes(of path: String) -> [UInt8]? { try? files.read(path, limit: 1 << 24) }

  private func lexicons() throws(Unusable) -> Lexicons {
    let folder = share.scoring + "/lexicons"
    var texts: [String: String] = [:]
    do {
      for entry in try files.contents(of: folder) where entry.kind == .file && entry.name.hasSuffix(".txt") {
        let bytes = try files.read(folder + "/" + entry.name, limit: 1 << 20)
        texts[entry.name] = String(decoding: bytes, as: UTF8.self)
      }
      let words = try files.read(share.scoring + "/spelling/words.txt", limit: 1 << 20)
      return try Lexicons(files: texts, spelling: Spelling(String(decoding: words, as: UTF8.self)))
    } catch {
      throw Unusable(description: "the lexicons in '\(folder)' cannot be used: \(error)")
    }
  }
}

extension Workplace {
  /// Runs a checked scenario's inline tests.
  ///
  /// - Throws: when the rubric names a kind of criterion this version lacks; a checked scenario never does.
  public func runTests(
    of scenario: Scenario, in report: CheckReport, by judge: Judge
  ) throws(Diagnosed) -> [ScenarioTester.Result] {
    let loaded = Loaded(
      scenario: scenario,
      house: house(of: scenario, in: report), file: nil, report: report)
    let understanding = ReplyUnderstanding(scenario, by: language)
    return try ScenarioTester(scenario, understand: understanding.read) { state throws(Diagnosed) in
      try judge.judge(state.transcript, scenario: loaded.scenario, house: loaded.house)
    }.run()
  }
}
