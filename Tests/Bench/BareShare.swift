import Foundation

/// A share folder that is all of another but the model files: what is there without them.
struct BareShare {
  let path: String

  /// - Throws: an error of the file system, when the folder cannot be made.
  init(of share: String) throws {
    let files = FileManager.default
    let root = URL(filePath: share).standardizedFileURL.path
    path = files.temporaryDirectory.appending(path: "touchpoint-bench-\(UUID().uuidString)").path
    try files.createDirectory(atPath: path + "/scoring", withIntermediateDirectories: true)
    try files.createSymbolicLink(atPath: path + "/scenarios", withDestinationPath: root + "/scenarios")
    for name in try files.contentsOfDirectory(atPath: root + "/scoring") where name != "model" {
      try files.createSymbolicLink(
        atPath: "\(path)/scoring/\(name)", withDestinationPath: "\(root)/scoring/\(name)")
    }
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
