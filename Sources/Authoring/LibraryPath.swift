/// A path inside a library as a trainer writes it: relative, without a way out.
public struct LibraryPath: Hashable, Sendable {
  /// The folder names and the file name, in order; at least one.
  public var components: [String]

  /// Why a path may lead out of the library.
  public enum Trouble: Error, Hashable, Sendable {
    case empty, absolute, home, parent, control

    var words: String {
      switch self {
      case .empty: "is no path"
      case .absolute: "is an absolute path"
      case .home: "begins with '~'"
      case .parent: "goes up with '..'"
      case .control: "holds a control character or a backslash"
      }
    }
  }

  /// Reads `packs/parcel-shop`.
  public init(_ text: String) throws(Trouble) {
    guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) else {
      throw .control
    }
    guard !text.hasPrefix("/") else { throw .absolute }
    guard !text.hasPrefix("~") else { throw .home }
    components = text.split(separator: "/").map(String.init).filter { $0 != "." }
    guard !components.isEmpty else { throw .empty }
    guard !components.contains("..") else { throw .parent }
  }

  /// The path with `.yaml` at its end, unless it has an ending of its own.
  var withEnding: LibraryPath {
    guard let last = components.last, !last.contains(".") else { return self }
    var path = self
    path.components[components.count - 1] = last + ".yaml"
    return path
  }

  /// The path as text.
  public var text: String { components.joined(separator: "/") }
}

/// Paths as text: no file is looked at.
enum PathText {
  static func joined(_ folder: String, _ name: String) -> String {
    if folder.isEmpty || folder == "." { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The folder a path lies in; `.` for a bare name, and `..` above that.
  static func folder(of path: String) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: true)
    let isAbsolute = path.hasPrefix("/")
    guard let last = parts.popLast() else { return isAbsolute ? "/" : ".." }
    if last == ".." || (last == "." && parts.isEmpty) { return path == "." ? ".." : path + "/.." }
    if parts.isEmpty { return isAbsolute ? "/" : "." }
    return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
  }

  static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  static func isScenarioLike(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }
}
