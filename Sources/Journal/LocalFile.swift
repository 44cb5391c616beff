import Glibc

/// A file or folder by absolute path: the few calls of the C library a journal needs, each retried on EINTR.
struct LocalFile: Hashable, Sendable {
  let path: String

  /// What tells one file from another under the same name.
  struct Identity: Hashable, Sendable {
    var device: UInt
    var inode: UInt
  }

  /// The file there now; nil when there is none.
  var identity: Identity? { status.map { Identity(device: UInt($0.st_dev), inode: UInt($0.st_ino)) } }

  var exists: Bool { status != nil }
  /// In bytes; nil when there is none.
  var size: Int? { status.map { Int($0.st_size) } }
  var isFolder: Bool { status.map { $0.st_mode & S_IFMT == S_IFDIR } ?? false }
  var isWritable: Bool { access(path, W_OK) == 0 }

  /// The folder it is in.
  var folder: LocalFile {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return LocalFile(path: "/") }
    return LocalFile(path: String(path[..<slash]))
  }

  /// Makes the folder and those above it that are missing, for this user alone (0700) whatever the umask is.
  func makeFolder() throws(SystemError) {
    guard !isFolder else { return }
    if path != "/" { try folder.makeFolder() }
    if mkdir(path, 0o700) != 0 {
      let code = errno
      guard code == EEXIST, isFolder else { throw SystemError(code) }
      return
    }
    guard chmod(path, 0o700) == 0 else { throw SystemError(errno) }
  }

  /// Makes an empty file for this user alone (0600) whatever the umask is; one that is there stays as it is.
  func makePrivate() throws(SystemError) {
    do {
      let file = try OpenFile(path, O_RDWR | O_CREAT | O_EXCL)
      try file.makePrivate()
      try file.synchronize()
    } catch {
      guard error.code == EEXIST else { throw error }
      return
    }
    try OpenFile(folder.path, O_RDONLY | O_DIRECTORY).synchronize()
  }

  /// Whether the disk it is on has no room or no file left for this user.
  var isDiskFull: Bool {
    var answer = statvfs()
    guard statvfs(path, &answer) == 0 else { return false }
    return answer.f_bavail == 0 || (answer.f_files > 0 && answer.f_favail == 0)
  }

  private var status: stat? {
    var answer = stat()
    return stat(path, &answer) == 0 ? answer : nil
  }
}

/// An `errno`.
struct SystemError: Error, Hashable, Sendable {
  let code: Int32

  init(_ code: Int32) { self.code = code }
}

/// An open descriptor, closed when nobody holds it any more; children of this process never inherit it.
final class OpenFile: Sendable {
  let descriptor: Int32

  /// Follows no symbolic link in the last part of `path`; new files get mode 0600, less the umask.
  init(_ path: String, _ flags: Int32) throws(SystemError) {
    var descriptor: Int32
    repeat {
      descriptor = open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
    } while descriptor < 0 && errno == EINTR
    guard descriptor >= 0 else { throw SystemError(errno) }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  func makePrivate() throws(SystemError) {
    guard fchmod(descriptor, 0o600) == 0 else { throw SystemError(errno) }
  }

  func synchronize() throws(SystemError) {
    guard fsync(descriptor) == 0 else { throw SystemError(errno) }
  }

  var identity: LocalFile.Identity? {
    var answer = stat()
    guard fstat(descriptor, &answer) == 0 else { return nil }
    return LocalFile.Identity(device: UInt(answer.st_dev), inode: UInt(answer.st_ino))
  }

  /// Takes the whole-file lock if it is free.
  ///
  /// - Returns: false when somebody else holds it.
  func tryLock() throws(SystemError) -> Bool {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      guard errno == EINTR else { throw SystemError(errno) }
    }
    return true
  }

  /// Writes these bytes at the beginning; returns false when not all could be written.
  func overwrite(with text: String) -> Bool {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { buffer in
        pwrite(descriptor, buffer.baseAddress, buffer.count, written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  /// All there is to read from here, up to `limit` bytes; for files that have no size, as in `/proc`.
  func everything(limit: Int) -> [UInt8] {
    var all: [UInt8] = []
    while all.count < limit {
      let part = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
        count = max(0, read(descriptor, buffer.baseAddress, 65_536))
      }
      guard !part.isEmpty else { break }
      all += part
    }
    return all
  }

  /// Up to `limit` bytes from the beginning.
  func beginning(limit: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, limit, 0))
    }
  }
}

extension LocalFile {
  /// The folder this process works in; `/` when it is gone.
  static var workingFolder: String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }
}
