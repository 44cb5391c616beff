/// A library in memory: paths and texts. For tests, and for programs that bring their scenarios with them.
public struct MemoryFiles: LibraryFiles {
  private var files: [String: [UInt8]]

  /// A library of these texts by path.
  public init(_ texts: [String: String] = [:]) { files = texts.mapValues { Array($0.utf8) } }

  /// A library of these bytes by path.
  public init(bytes: [String: [UInt8]]) { files = bytes }

  public func read(_ path: String, limit: Int) throws(FileTrouble) -> [UInt8] {
    guard let bytes = files[path] else {
      throw FileTrouble(path: path, operation: "open", reason: isFolder(path) ? .notAFile : .missing)
    }
    return Array(bytes.prefix(limit.addingReportingOverflow(1).partialValue))
  }

  public func read(_ path: LibraryPath, under root: String, limit: Int) throws(FileTrouble) -> [UInt8] {
    try read(PathText.joined(root, path.text), limit: limit)
  }

  public func contents(of folder: String) throws(FileTrouble) -> [FolderEntry] {
    let prefix = folder == "." ? "" : folder + "/"
    var kinds: [String: FolderEntry.Kind] = [:]
    for path in files.keys where path.hasPrefix(prefix) {
      let rest = path.dropFirst(prefix.count).split(separator: "/", maxSplits: 1)
      guard let name = rest.first else { continue }
      kinds[String(name)] = rest.count == 1 ? .file : .folder
    }
    guard !kinds.isEmpty else { throw FileTrouble(path: folder, operation: "list", reason: .missing) }
    return kinds.map { FolderEntry(name: $0.key, kind: $0.value) }.sorted { $0.name < $1.name }
  }

  public func isFolder(_ path: String) -> Bool {
    let prefix = path == "." ? "" : path + "/"
    return files.keys.contains { $0.hasPrefix(prefix) }
  }
}
