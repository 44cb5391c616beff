import Diagnostics
import Domain

/// A folder of scenarios: finds the files in it and loads one scenario by its id.
public struct Library: Sendable {
  /// The folder.
  public let root: String
  private let files: any LibraryFiles

  /// Folders below each other deeper than this are passed over.
  private static let depthLimit = 16

  /// The library in a folder.
  public init(root: String, files: any LibraryFiles) {
    self.root = root
    self.files = files
  }

  /// Files found, and folders that could not be looked into.
  public struct Found: Hashable, Sendable {
    /// Paths, folder by folder, sorted by name.
    public var paths: [String] = []
    /// What could not be read.
    public var failures: [FileTrouble] = []
  }

  /// A scenario file with the few lines that lists show.
  public struct Entry: Hashable, Sendable {
    /// The scenario's id.
    public var id: String
    /// Its title.
    public var title: String
    /// Where it lies.
    public var path: String
  }

  /// Every `.yaml` and `.yml` file below the folder; links and hidden files are passed over.
  public func allFiles() -> Found {
    var found = Found()
    collect(root, depth: 0, into: &found)
    return found
  }

  private func collect(_ folder: String, depth: Int, into found: inout Found) {
    let entries: [FolderEntry]
    do throws(FileTrouble) { entries = try files.contents(of: folder) } catch {
      found.failures.append(error)
      return
    }
    for entry in entries where !entry.name.hasPrefix(".") {
      let path = PathText.joined(folder, entry.name)
      switch entry.kind {
      case .file: if PathText.isScenarioLike(entry.name) { found.paths.append(path) }
      case .folder: if depth < Self.depthLimit { collect(path, depth: depth + 1, into: &found) }
      case .link, .other: break
      }
    }
  }

  /// The scenarios below the folder by their head lines, without checking them; sorted by id.
  public func scenarios() -> [Entry] {
    allFiles().paths.compactMap(entry).sorted { ($0.id, $0.path) < ($1.id, $1.path) }
  }

  /// The file of a scenario, found by its name first and by its `id:` line otherwise.
  public func path(of id: String) -> String? {
    let paths = allFiles().paths
    let named = paths.filter { PathText.stem(of: PathText.name(of: $0)) == id }
    return (named + paths).first { entry($0)?.id == id }
  }

  /// Loads and checks one scenario by its id; nil when no file has that id.
  public func load(_ id: String, with checker: Checker) -> CheckReport? {
    path(of: id).map { checker.check([$0]) }
  }

  private func entry(_ path: String) -> Entry? {
    guard let bytes = try? files.read(path, limit: NotationReader.largestFile) else { return nil }
    let head = HeadLines(bytes)
    guard head.kind == DocumentKind.scenario.rawValue, let id = head.id else { return nil }
    return Entry(id: id, title: head.title ?? id, path: path)
  }
}

/// The lines at the top level of a file that say what it is, found without reading the rest.
struct HeadLines: Hashable, Sendable {
  private(set) var kind: String?
  private(set) var id: String?
  private(set) var title: String?

  init(_ bytes: [UInt8]) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true) {
      guard let first = line.first, first.isNameByte else { continue }
      if let value = Self.value(of: "format:", in: line) {
        kind = value.split(separator: " ").first.map(String.init)
      }
      if let value = Self.value(of: "id:", in: line) { id = value }
      if let value = Self.value(of: "title:", in: line) { title = value }
      if kind != nil, id != nil, title != nil { return }
    }
  }

  /// What stands after a key, quotes and remark taken off.
  private static func value(of key: StaticString, in line: ArraySlice<UInt8>) -> String? {
    guard key.withUTF8Buffer({ line.starts(with: $0) }) else { return nil }
    var text = Substring(String(decoding: line.dropFirst(key.utf8CodeUnitCount), as: UTF8.self))
    if text.last == "\r" { text.removeLast() }
    if let remark = text.utf8.firstOf("  #") { text = text[..<remark] }
    text = text.trimmingBlanks
    if text.count >= 2, let quote = text.first, quote == "\"" || quote == "'", text.last == quote {
      text = text.dropFirst().dropLast()
    }
    return String(text)
  }
}

extension Substring.UTF8View {
  /// Where a short text first stands.
  fileprivate func firstOf(_ text: String) -> Index? {
    var start = startIndex
    while start < endIndex {
      if self[start...].starts(with: text.utf8) { return start }
      start = index(after: start)
    }
    return nil
  }
}
