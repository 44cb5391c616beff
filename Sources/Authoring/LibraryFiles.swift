/// Where trainers' files come from: the disk, or memory in tests and embedding programs.
public protocol LibraryFiles: Sendable {
  /// The bytes of a file that a person named; links are followed, as everywhere on a command line.
  ///
  /// - Returns: at most `limit` bytes and one, so that the caller sees when a file is longer.
  func read(_ path: String, limit: Int) throws(FileTrouble) -> [UInt8]

  /// The bytes of a file that another file named: below `root`, with no link on the way.
  func read(_ path: LibraryPath, under root: String, limit: Int) throws(FileTrouble) -> [UInt8]

  /// What a folder holds, sorted by name.
  func contents(of folder: String) throws(FileTrouble) -> [FolderEntry]

  /// Whether this is a folder; links are followed.
  func isFolder(_ path: String) -> Bool
}

/// One thing in a folder.
public struct FolderEntry: Hashable, Sendable {
  /// What it is; a link counts as a link, whatever it leads to.
  public enum Kind: Hashable, Sendable {
    case file, folder, link, other
  }

  /// Its name without the folder.
  public var name: String
  /// What it is.
  public var kind: Kind

  /// One thing in a folder.
  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// The world's failure on a file: which, doing what, and why.
public struct FileTrouble: Error, Hashable, Sendable {
  /// Why it failed.
  public enum Reason: Hashable, Sendable {
    /// Nothing is there.
    case missing
    /// A link stands where only a file or folder of the library may.
    case link
    /// It is a folder, a device or a pipe.
    case notAFile
    /// A folder with no file of a trainer's in it.
    case noFiles
    /// The system's error number.
    case system(Int32)
  }

  /// The path as named.
  public var path: String
  /// `open`, `read` or `list`.
  public var operation: String
  /// Why it failed.
  public var reason: Reason

  /// One failure.
  public init(path: String, operation: String, reason: Reason) {
    self.path = path
    self.operation = operation
    self.reason = reason
  }
}

extension FileTrouble: CustomStringConvertible {
  /// One sentence without a final full stop; the path stands as it is, so a screen must escape it.
  public var description: String {
    let why =
      switch reason {
      case .missing: "nothing is there"
      case .link: "a link stands where only a file or folder of the library may; name the file itself"
      case .notAFile: "it is no file"
      case .noFiles: "no .yaml or .yml file is in it"
      case .system(let code): "the system says no (errno \(code))"
      }
    return "cannot \(operation) '\(path)': \(why)"
  }
}
