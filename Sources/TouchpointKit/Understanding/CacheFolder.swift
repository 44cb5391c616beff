/// Where what can be made again is kept: `touchpoint` in the user's XDG cache folder.
public enum CacheFolder {
  /// - Returns: nil when neither XDG_CACHE_HOME nor HOME is an absolute path; then nothing is kept.
  public static func path(_ environment: [String: String]) -> String? {
    if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") { return cache + "/touchpoint" }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return (home == "/" ? "" : home) + "/.cache/touchpoint"
  }
}
