import Diagnostics
import FoundationEssentials
import Language
import Scoring

/// The phrase lists as they stand in the repository.
enum BundledLists {
  static let folder = repository + "/scoring/lexicons"

  static let repository = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    return parts.joined(separator: "/")
  }()

  /// A file of the repository.
  static func text(_ path: String) throws -> String {
    try String(decoding: Data(contentsOf: URL(filePath: repository + "/" + path)), as: UTF8.self)
  }

  static func files() throws -> [String: String] {
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasSuffix(".txt") {
      files[name] = try text("scoring/lexicons/" + name)
    }
    return files
  }

  /// Read once for all tests.
  static let lexicons: Result<Lexicons, any Error> = Result {
    try Lexicons(files: files(), spelling: Spelling(text("scoring/spelling/words.txt")))
  }
}
