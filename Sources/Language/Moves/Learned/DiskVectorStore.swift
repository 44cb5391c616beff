import Glibc
import Synchronization

/// Keeps vectors in one file from run to run, and in memory meanwhile.
///
/// A file that is missing, damaged or another's is as good as empty and is written anew; one that cannot be written
/// is done without. Several processes may use it at once: a new file replaces the old one whole, and the worst that
/// can happen is that a vector is encoded twice. What was used last stays when the file is full.
public final class DiskVectorStore: VectorStore {
  /// The most bytes the file may have: some 20,000 vectors of the main tier.
  public static let usualLimit = 32 << 20

  private struct State {
    var file: VectorFile?
    /// What is not in the file yet.
    var fresh: [VectorKey: [Float]] = [:]
    /// What of the file was asked for.
    var used: Set<VectorKey> = []
  }

  private let path: String
  private let limit: Int
  private let state = Mutex(State())

  /// A store in the file at `path`, which is read when a vector is first asked for.
  public init(path: String, limit: Int = usualLimit) {
    self.path = path
    self.limit = limit
  }

  /// The kept vector, if there is one.
  public func vector(for key: VectorKey) -> [Float]? {
    state.withLock { state in
      if let fresh = state.fresh[key] { return fresh }
      let file = state.file ?? VectorFile(StoredBytes.read(path, limit: limit))
      state.file = file
      guard let vector = file.vector(for: key) else { return nil }
      state.used.insert(key)
      return vector
    }
  }

  /// Keeps a vector in memory until `save`. Texts and vectors of more than 65,536 bytes or numbers are not kept.
  public func keep(_ vector: [Float], for key: VectorKey) {
    guard key.text.utf8.count <= VectorFile.longestText, vector.count <= VectorFile.longestText else {
      return
    }
    state.withLock { state in
      if state.fresh.count >= Self.mostFresh { state.fresh.removeAll(keepingCapacity: true) }
      state.fresh[key] = vector
    }
  }

  private static let mostFresh = 50_000

  /// Writes the file anew if there is something new to keep; what used to be in it follows as far as there is room.
  ///
  /// - Returns: whether the file holds everything; false when it could not be written, which harms nothing.
  @discardableResult public func save() -> Bool {
    state.withLock { state in
      guard !state.fresh.isEmpty else { return true }
      // Another process may have written since.
      let now = VectorFile(StoredBytes.read(path, limit: limit))
      let fresh = state.fresh.sorted { ($0.key.model, $0.key.text) < ($1.key.model, $1.key.text) }
      let used = state.used.sorted { ($0.model, $0.text) < ($1.model, $1.text) }
      let records =
        fresh.map { VectorFile.record($0.key, $0.value) }
        + used.compactMap { now.copy(of: $0) ?? state.file?.copy(of: $0) }
        + now.copies(without: state.used.union(state.fresh.keys))
      let bytes = VectorFile.file(records, limit: limit)
      guard StoredBytes.replace(path, with: bytes) else { return false }
      state.file = VectorFile(bytes)
      state.used.formUnion(state.fresh.keys)
      state.fresh.removeAll()
      return true
    }
  }
}

/// A small file of this user's own, read and replaced whole.
private enum StoredBytes {
  /// All of it; nothing when it cannot be read, is no plain file or is larger than `limit`.
  static func read(_ path: String, limit: Int) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return [] }
    defer { close(file) }
    var about = stat()
    guard fstat(file, &about) == 0, about.st_mode & S_IFMT == S_IFREG, about.st_size <= limit else {
      return []
    }
    var bytes = [UInt8](repeating: 0, count: Int(about.st_size))
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return [] }
      done += count
    }
    return bytes
  }

  /// Puts new content in place of the old at once; whoever reads meanwhile has the one or the other.
  static func replace(_ path: String, with bytes: [UInt8]) -> Bool {
    makeFolder(of: path)
    let draft = path + ".part"
    guard let file = ownDraft(draft) else { return false }
    defer { close(file) }
    guard ftruncate(file, 0) == 0, write(bytes, to: file), rename(draft, path) == 0 else {
      unlink(draft)
      return false
    }
    return true
  }

  /// The draft, locked; nil when it cannot be had or another process is writing it.
  private static func ownDraft(_ draft: String) -> Int32? {
    let file = open(draft, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return nil }
    var (mine, named) = (stat(), stat())
    // Who had the lock before may have renamed the file we opened: then it is the real one, and not ours to empty.
    guard flock(file, LOCK_EX | LOCK_NB) == 0, fstat(file, &mine) == 0, stat(draft, &named) == 0,
      mine.st_ino == named.st_ino, mine.st_dev == named.st_dev
    else {
      close(file)
      return nil
    }
    return file
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// The folder and those above it, for this user alone.
  private static func makeFolder(of path: String) {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    var missing: [String] = []
    while parts.count > 1, access(parts.joined(separator: "/"), F_OK) != 0 {
      missing.append(parts.joined(separator: "/"))
      parts = parts.dropLast()
    }
    for folder in missing.reversed() { mkdir(folder, 0o700) }
  }
}
