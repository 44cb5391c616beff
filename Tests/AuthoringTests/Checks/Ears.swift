import Authoring
import TouchpointKit

/// The repository's own fast tier and judge, opened once for all tests.
enum Ears {
  static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(4).joined(separator: "/")
  static let recognition = try? Workplace(ShareFolder(path: root)).recognition()

  static let rehearsal = Workplace(ShareFolder(path: root)).rehearsal

  /// Three attempts at any scenario in which one sentence was said, heard by the phrases of the scenario's moves.
  static let attempts = Attempts { scenario in
    let reply = ReplyUnderstanding(scenario).read("the van dropped your box somewhere")
    guard reply.moves.isEmpty else { return [] }
    return (1...3).map {
      Attempts.Unrecognised(beat: 0, text: reply.text, attempt: "attempt-\($0)", trainee: "Robin")
    }
  }

  /// Only the checks of recognition, and of what pasting comes to, have to hear.
  static func recognition(for page: CheckPage) -> Recognition? {
    page.number.hasPrefix("S4") || page.number == "S613" ? recognition : nil
  }
}
