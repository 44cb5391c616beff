import Diagnostics
import Domain

/// The one door from trainers' files to checked values: reads, resolves and checks, and reports everything at once.
///
/// Never fails on a poor file; only a file that cannot be read at all is a failure, kept in the report.
public struct Checker: Sendable {
  /// Where the program's own library lies: used when a file's own library lacks what it asks for.
  public struct Bundle: Hashable, Sendable {
    /// The folder that holds `packs`; nothing when there is none.
    public var library: String?
    /// The folder that holds shared rubrics, one file each, named by id.
    public var rubrics: String?

    /// The program's own library.
    public init(library: String? = nil, rubrics: String? = nil) {
      self.library = library
      self.rubrics = rubrics
    }
  }

  let schemas: Schemas
  let vocabulary: RubricVocabulary
  let channels: ChannelCatalog
  let files: any LibraryFiles
  let bundle: Bundle
  let catalog: CheckCatalog
  let advisesOnForm: Bool
  private(set) var recognition: Recognition?
  private(set) var rehearsal: Rehearsal?
  private(set) var attempts: Attempts?

  /// - Parameters:
  ///   - kinds: the fields each kind of criterion takes, by keyword; rubric files are read by these.
  ///   - vocabulary: the other words rubric files may use; what is not known of it is not checked.
  ///   - advisesOnForm: whether to compare each file with what `fmt` would print (S121); play does without.
  public init(
    kinds: [String: [CriterionField]], vocabulary: RubricVocabulary = RubricVocabulary(),
    channels: ChannelCatalog = .standard, files: any LibraryFiles,
    bundle: Bundle = Bundle(), catalog: CheckCatalog = .standard, advisesOnForm: Bool = true
  ) {
    self.advisesOnForm = advisesOnForm
    schemas = Schemas(kinds: kinds)
    self.vocabulary = vocabulary
    self.channels = channels
    self.files = files
    self.bundle = bundle
    self.catalog = catalog
  }

  /// The same checker with ears: the checks of recognition (S4) try the examples as play would hear them.
  public func hearing(with recognition: Recognition) -> Checker {
    var checker = self
    checker.recognition = recognition
    return checker
  }

  /// The same checker with somebody to play: a scenario without errors is tried by who pastes all examples (S613).
  public func rehearsing(with rehearsal: Rehearsal) -> Checker {
    var checker = self
    checker.rehearsal = rehearsal
    return checker
  }

  /// The same checker with what real trainees said: replies understood as nothing are shown (S413).
  public func reading(_ attempts: Attempts) -> Checker {
    var checker = self
    checker.attempts = attempts
    return checker
  }

  /// Checks files and all scenario, pack and rubric files below folders.
  public func check(_ paths: [String]) -> CheckReport {
    var run = CheckRun(self)
    for path in paths {
      guard files.isFolder(path) else {
        run.fetch(path)
        continue
      }
      let found = Library(root: path, files: files).allFiles()
      for file in found.paths { run.fetch(file) }
      run.note(found.failures)
      if found.paths.isEmpty, found.failures.isEmpty {
        run.note([FileTrouble(path: path, operation: "check", reason: .noFiles)])
      }
    }
    run.takeFetched()
    return run.finished()
  }

  /// Checks texts that are already in memory; packs and rubrics still come from the library's files.
  public func check(_ sources: [SourceFile]) -> CheckReport {
    var run = CheckRun(self)
    for source in sources { run.take(source) }
    return run.finished()
  }
}
