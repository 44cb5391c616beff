import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#endif

/// Where the program's own data lies: the folder with `scenarios` and `scoring` in it.
public struct ShareFolder: Hashable, Sendable {
  public var path: String

  public init(path: String) { self.path = path }

  public var scenarios: String { path + "/scenarios" }
  public var scoring: String { path + "/scoring" }

  /// No folder with the program's data was found; `tried` lists the places in order.
  public struct Missing: Error, Hashable, Sendable {
    public var tried: [String]

    public init(tried: [String]) { self.tried = tried }

    public var message: String {
      "the bundled scenarios and scoring data were not found; tried: \(tried.joined(separator: ", "))"
    }

    public var help: String {
      "name the folder that holds 'scenarios' and 'scoring' with --share FOLDER or TOUCHPOINT_SHARE"
    }
  }

  /// Finds the folder: the one asked for, else the environment's, else beside the binary, else the checkout.
  ///
  /// - Parameters:
  ///   - asked: what `--share` names.
  ///   - environment: read for `TOUCHPOINT_SHARE`.
  ///   - binary: the running program's path, links resolved.
  public static func find(
    asked: String?, environment: [String: String], binary: String?
  ) throws(Missing) -> ShareFolder {
    if let named = asked ?? environment["TOUCHPOINT_SHARE"], !named.isEmpty {
      guard holdsData(named) else { throw Missing(tried: [named]) }
      return ShareFolder(path: named)
    }
    let places = candidates(near: binary)
    guard let found = places.first(where: holdsData) else { throw Missing(tried: places) }
    return ShareFolder(path: found)
  }

  /// `../share/touchpoint` beside the binary, then every folder above it (a checkout's build folder), then `/usr`.
  private static func candidates(near binary: String?) -> [String] {
    var places: [String] = []
    var parts = (binary ?? "").split(separator: "/").dropLast()
    places.append("/" + parts.dropLast().joined(separator: "/") + "/share/touchpoint")
    while !parts.isEmpty {
      parts = parts.dropLast()
      places.append("/" + parts.joined(separator: "/"))
    }
    return places + ["/usr/local/share/touchpoint", "/usr/share/touchpoint"]
  }

  private static func holdsData(_ folder: String) -> Bool {
    isFolder(folder + "/scenarios") && isFolder(folder + "/scoring/rubrics")
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  /// The running program's path with links resolved, or nil where `/proc` is not there.
  public static var runningBinary: String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  }
}
