#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The library on disk. Below a library's root no link is followed, so a shared file cannot reach outside it.
///
/// Every folder on the way is opened from the one before it (`openat` with `O_NOFOLLOW`), so exchanging a folder
/// for a link in the meantime gains nothing.
public struct DiskFiles: LibraryFiles {
  /// The disk as the process sees it.
  public init() {}

  public func read(_ path: String, limit: Int) throws(FileTrouble) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw trouble(path, "open") }
    defer { close(file) }
    return try bytes(of: file, path, limit: limit)
  }

  public func read(_ path: LibraryPath, under root: String, limit: Int) throws(FileTrouble) -> [UInt8] {
    let shown = PathText.joined(root, path.text)
    var current = open(root, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard current >= 0 else { throw trouble(root, "open") }
    defer { close(current) }
    for (index, name) in path.components.enumerated() {
      let isLast = index == path.components.count - 1
      let kind = isLast ? O_NONBLOCK : O_DIRECTORY
      let next = openat(current, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | kind)
      guard next >= 0 else { throw below(current, name, shown) }
      close(current)
      current = next
    }
    return try bytes(of: current, shown, limit: limit)
  }

  public func contents(of folder: String) throws(FileTrouble) -> [FolderEntry] {
    guard let stream = opendir(folder) else { throw trouble(folder, "list") }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != ".", name != ".." else { continue }
      entries.append(FolderEntry(name: name, kind: kind(of: PathText.joined(folder, name))))
    }
    return entries.sorted { $0.name < $1.name }
  }

  public func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private func kind(of path: String) -> FolderEntry.Kind {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .other }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// Reads a regular file to its end or one byte past the limit.
  private func bytes(of file: Int32, _ path: String, limit: Int) throws(FileTrouble) -> [UInt8] {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw trouble(path, "read") }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileTrouble(path: path, operation: "read", reason: .notAFile)
    }
    let most = limit.addingReportingOverflow(1).partialValue
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: min(max(Int(status.st_size), 0) + 1, 1 << 20))
    while bytes.count < most {
      let count = Glibc.read(file, &buffer, min(buffer.count, most - bytes.count))
      if count == 0 { break }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw trouble(path, "read")
      }
      bytes += buffer[..<count]
    }
    return bytes
  }

  private func trouble(_ path: String, _ operation: String) -> FileTrouble {
    let number = errno
    let reason: FileTrouble.Reason =
      switch number {
      case ENOENT, ENOTDIR: .missing
      case EISDIR: .notAFile
      default: .system(number)
      }
    return FileTrouble(path: path, operation: operation, reason: reason)
  }

  /// Why a step below the root failed: a link counts as one even where the system says "no folder".
  private func below(_ folder: Int32, _ name: String, _ shown: String) -> FileTrouble {
    let failure = trouble(shown, "open")
    var status = stat()
    let isLink =
      fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_mode & S_IFMT == S_IFLNK
    return isLink ? FileTrouble(path: shown, operation: "open", reason: .link) : failure
  }
}
