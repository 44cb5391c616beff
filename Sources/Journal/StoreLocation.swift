/// Where a journal is: what `--store URL` and TOUCHPOINT_STORE name, or this user's data folder.
///
/// The kinds of store there are stand in `schemes`; a new store adds a case, a scheme and a line in `open(for:)`.
public enum StoreLocation: Hashable, Sendable {
  /// A SQLite file by its path, absolute or from the working folder.
  case sqlite(path: String)
  /// In this process alone; gone when it ends.
  case memory

  /// The schemes of store URLs, as messages show them.
  public static let schemes = ["sqlite:///PATH", "memory:"]

  /// Why a location is none, in one sentence without a final full stop.
  public enum Failure: Error, Hashable, Sendable {
    case empty
    case unknownScheme(String)
    /// `sqlite:` without `///` and a path.
    case notAPath(String)
    /// The text holds a NUL.
    case impossiblePath
    /// Neither XDG_DATA_HOME nor HOME names a folder by an absolute path.
    case noHome
  }

  /// The location named by the option, else by TOUCHPOINT_STORE, else `touchpoint/journal.sqlite` in the data
  /// folder of the XDG base directory specification: XDG_DATA_HOME when it is absolute, else `~/.local/share`.
  ///
  /// - Parameters:
  ///   - option: what stood after `--store`; nil when it was not given. An empty text is an error, not a default.
  ///   - environment: the process's environment. An empty variable counts as unset.
  public static func choose(
    option: String?, environment: [String: String]
  ) throws(Failure) -> StoreLocation {
    if let option { return try parse(option, home: environment["HOME"]) }
    if let variable = environment["TOUCHPOINT_STORE"], !variable.isEmpty {
      return try parse(variable, home: environment["HOME"])
    }
    return .sqlite(path: try dataFolder(environment) + "/touchpoint/journal.sqlite")
  }

  /// Reads `sqlite:///path` (percent-encoding undone), `memory:`, or a plain path, taken as it is but for a
  /// leading `~/`. A path with a colon in its first part is written `./so:`.
  public static func parse(_ text: String, home: String? = nil) throws(Failure) -> StoreLocation {
    guard !text.isEmpty else { throw .empty }
    guard !text.utf8.contains(0) else { throw .impossiblePath }
    guard let scheme = scheme(of: text) else { return .sqlite(path: expanded(text, home: home)) }
    switch scheme.lowercased() {
    case "memory":
      guard text.utf8.count == scheme.utf8.count + 1 else { throw .notAPath(text) }
      return .memory
    case "sqlite": return .sqlite(path: try path(ofURL: text))
    default: throw .unknownScheme(scheme)
    }
  }

  /// Opens the journal there.
  public func open(for purpose: SQLiteJournal.Purpose) throws(JournalFailure) -> any JournalStore {
    switch self {
    case .memory: MemoryJournal()
    case .sqlite(let path): try SQLiteJournal(path: path, for: purpose)
    }
  }

  private static func dataFolder(_ environment: [String: String]) throws(Failure) -> String {
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data }
    guard let home = environment["HOME"], home.hasPrefix("/") else { throw .noHome }
    return (home == "/" ? "" : home) + "/.local/share"
  }

  /// What stands before the first colon, when it can be a URL's scheme (RFC 3986, 3.1).
  private static func scheme(of text: String) -> String? {
    guard let colon = text.firstIndex(of: ":"), let first = text.utf8.first, first.isLetter else {
      return nil
    }
    let word = text[..<colon]
    let allowed = word.utf8.allSatisfy { $0.isLetter || (48...57).contains($0) || [43, 45, 46].contains($0) }
    return allowed ? String(word) : nil
  }

  private static func path(ofURL text: String) throws(Failure) -> String {
    let rest = text.utf8.dropFirst("sqlite:".utf8.count)
    guard rest.starts(with: "///".utf8), let bytes = decoded(Array(rest.dropFirst(2))), bytes.count > 1,
      !bytes.contains(0)
    else { throw .notAPath(text) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Undoes percent-encoding; nil when a `%` is not followed by two hexadecimal digits.
  private static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        result.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) else {
        return nil
      }
      result.append(value)
      rest = rest.dropFirst(2)
    }
    return result
  }

  private static func expanded(_ path: String, home: String?) -> String {
    guard path.hasPrefix("~/"), let home, home.hasPrefix("/") else { return path }
    return home + path.dropFirst()
  }
}

extension StoreLocation.Failure: CustomStringConvertible {
  public var description: String {
    let allowed = StoreLocation.schemes.joined(separator: ", ")
    switch self {
    case .empty: return "the store's name is empty; give a path, or one of \(allowed)"
    case .unknownScheme(let scheme):
      return
        "no store is named '\(scheme):'; give a path (./\(scheme):… for a file of that name), or one of \(allowed)"
    case .notAPath(let text): return "'\(text)' names no store; give a path, or one of \(allowed)"
    case .impossiblePath: return "the store's path holds a NUL; give another"
    case .noHome:
      return "neither XDG_DATA_HOME nor HOME is an absolute path; set HOME, or name a store with --store"
    }
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (65...90).contains(self) || (97...122).contains(self) }
}
