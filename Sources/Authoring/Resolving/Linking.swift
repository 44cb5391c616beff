import Diagnostics
import Domain

/// Finds the packs and the shared rubric a scenario uses.
struct Linking {
  private let draft: ScenarioDraft
  private(set) var packs: [CheckRun.LoadedPack] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether a pack it uses cannot be had.
  private(set) var lacksPack = false
  private var met: Set<String> = []

  /// Packs that use packs deeper than this are refused.
  private static let depthLimit = 16

  init(_ draft: ScenarioDraft) { self.draft = draft }

  mutating func link(in run: inout CheckRun) {
    let roots = run.libraryRoots(of: draft.file)
    for use in draft.uses { follow(use, roots, path: [], in: &run) }
    lacksPack = !diagnostics.isEmpty
    for path in draft.translations { checkTranslation(path, roots, run.checker.files) }
    guard let house = draft.rubric.house, !house.use.text.isEmpty else { return }
    if !run.hasRubric(house.use.text, for: draft.file) {
      diagnostics.append(UnknownPack.missingRubric(house.use, known: run.rubricIDs(for: draft.file)))
    }
  }

  /// A translation stands beside its scenario, or where its path leads from the library's root.
  private mutating func checkTranslation(_ name: Written, _ roots: [String], _ files: any LibraryFiles) {
    do throws(LibraryPath.Trouble) {
      let path = try LibraryPath(name.text)
      let folders = [PathText.folder(of: draft.file)] + roots
      let isThere = folders.contains { (try? files.read(path, under: $0, limit: 0)) != nil }
      if !isThere { diagnostics.append(UnknownPack.missingTranslation(name)) }
    } catch {
      diagnostics.append(UnknownPack.outside(name, error))
    }
  }

  private mutating func follow(_ use: Written, _ roots: [String], path: [String], in run: inout CheckRun) {
    let wanted: LibraryPath
    do throws(LibraryPath.Trouble) { wanted = try LibraryPath(use.text).withEnding } catch {
      diagnostics.append(UnknownPack.outside(use, error))
      return
    }
    guard !path.contains(use.text), path.count < Self.depthLimit else {
      diagnostics.append(UnknownPack.cyclic(use, path: path))
      return
    }
    guard let file = file(of: use, wanted, roots, in: &run), met.insert(file).inserted else { return }
    guard let pack = run.packs[file] else {
      let kind = run.kind(of: file)
      diagnostics.append(UnknownPack.notAPack(use, kind: kind))
      return
    }
    packs.append(pack)
    for inner in pack.draft.uses { follow(inner, roots, path: path + [use.text], in: &run) }
  }

  /// The path of a pack, read by now; nil with a diagnostic when it cannot be had.
  private mutating func file(
    of use: Written, _ wanted: LibraryPath, _ roots: [String], in run: inout CheckRun
  ) -> String? {
    for root in roots {
      do throws(FileTrouble) {
        return try run.load(wanted, under: root)
      } catch {
        guard error.reason == .link else { continue }
        diagnostics.append(UnknownPack.linked(use))
        return nil
      }
    }
    diagnostics.append(UnknownPack.missing(use, root: roots.first, known: run.packPaths(roots)))
    return nil
  }
}

extension CheckRun {
  /// The libraries a file may draw on: its own, then the program's.
  mutating func libraryRoots(of file: String) -> [String] {
    let own = libraryRoot(above: PathText.folder(of: file))
    return [own, checker.bundle.library].compactMap(\.self)
  }

  /// The nearest folder at or above this one that has a `packs` folder.
  private mutating func libraryRoot(above start: String) -> String? {
    if let known = roots[start] { return known }
    var folder = start
    for _ in 0..<32 {
      if checker.files.isFolder(PathText.joined(folder, "packs")) {
        roots[start] = .some(folder)
        return folder
      }
      if folder == "/" { break }
      folder = PathText.folder(of: folder)
    }
    roots[start] = .some(nil)
    return nil
  }

  /// Reads a file of a library unless it is read already, and says the path it is known by.
  mutating func load(_ path: LibraryPath, under root: String) throws(FileTrouble) -> String {
    let shown = PathText.joined(root, path.text)
    guard report.sources[shown] == nil else { return shown }
    let bytes = try checker.files.read(path, under: root, limit: NotationReader.largestFile)
    take(SourceFile(path: shown, bytes: bytes))
    return shown
  }

  /// What kind of file was read from here.
  func kind(of file: String) -> DocumentKind {
    report.sources[file].flatMap { NotationReader.declaredKind(of: $0) } ?? .scenario
  }

  /// The packs of these libraries as `uses` would name them.
  func packPaths(_ roots: [String]) -> [String] {
    roots.flatMap { root in
      let entries = (try? checker.files.contents(of: PathText.joined(root, "packs"))) ?? []
      return entries.filter { $0.kind == .file }.map { "packs/" + PathText.stem(of: $0.name) }
    }
  }

  /// Whether a shared rubric of this id is there, reading its file if need be.
  mutating func hasRubric(_ id: String, for file: String) -> Bool {
    if rubrics[id] != nil { return true }
    guard let path = try? LibraryPath(id + ".yaml"), path.components.count == 1 else { return false }
    for folder in rubricFolders(for: file) {
      if (try? load(path, under: folder)) != nil, rubrics[id] != nil { return true }
    }
    return false
  }

  /// The ids of the shared rubrics there are, going by file names.
  mutating func rubricIDs(for file: String) -> [String] {
    let found = rubricFolders(for: file).flatMap { folder in
      (try? checker.files.contents(of: folder)) ?? []
    }
    let names = found.filter { $0.kind == .file && PathText.isScenarioLike($0.name) }
    return Set(rubrics.keys).union(names.map { PathText.stem(of: $0.name) }).sorted()
  }

  /// `rubrics` in the library, `scoring/rubrics` beside it, and the program's own.
  private mutating func rubricFolders(for file: String) -> [String] {
    guard let root = libraryRoot(above: PathText.folder(of: file)) else {
      return [checker.bundle.rubrics].compactMap(\.self)
    }
    let beside = PathText.joined(PathText.folder(of: root), "scoring/rubrics")
    return [PathText.joined(root, "rubrics"), beside, checker.bundle.rubrics].compactMap(\.self)
  }
}

extension PathText {
  /// A file's name without its last ending.
  static func stem(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
