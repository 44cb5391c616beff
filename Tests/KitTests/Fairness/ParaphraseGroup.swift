import Domain
import Foundation
import Testing

/// The same reply said in six ways, to the same customer on the same channel.
struct ParaphraseGroup: Sendable, CustomTestStringConvertible {
  var name: String
  var channel = "chat"
  var customer = ""
  /// A desk act done before the reply; empty: none.
  var act = ""
  var versions: [Version] = []

  /// One way of saying it.
  struct Version: Hashable, Sendable {
    var manner: String
    var reply: String
  }

  var testDescription: String { name }

  static let manners = ["short", "formal", "plain", "typos", "second language", "dialect"]

  /// Hundredths of a point between a version and the median of its group.
  static let widest = 500

  static let all: [ParaphraseGroup] = (1...13).flatMap { number in
    let path = BundledLibrary.root + "/Tests/KitTests/Fairness/groups-\(number).txt"
    return groups(in: (try? String(contentsOfFile: path, encoding: .utf8)) ?? "")
  }

  /// Reads `key: text` lines; `group` begins one, `#` a comment.
  static func groups(in text: String) -> [ParaphraseGroup] {
    var groups: [ParaphraseGroup] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = String(line[line.index(after: colon)...].drop { $0 == " " })
      switch String(line[..<colon]) {
      case "group": groups.append(ParaphraseGroup(name: value))
      case "channel": groups[groups.count - 1].channel = value
      case "customer": groups[groups.count - 1].customer = value
      case "act": groups[groups.count - 1].act = value
      case let manner: groups[groups.count - 1].versions.append(Version(manner: manner, reply: value))
      }
    }
    return groups
  }

  /// The small talk with one version as its reply.
  func transcript(_ version: Version) -> Transcript {
    var turns = [turn(.customer, .words(customer))]
    if !act.isEmpty {
      let taken = ActionTaken(action: nil, name: act, argument: "")
      turns.append(turn(.trainee, .action(DeskTurn(taken: taken, outcome: .done))))
    }
    let made = ReplyMade(text: version.reply, moves: [], tier: "phrase")
    turns.append(turn(.trainee, .reply(made, waited: .zero)))
    return Transcript(
      turns: turns,
      conclusion: Conclusion(
        at: .minute, ending: "solved", outcome: .success, goalMet: true, csat: nil, comment: nil))
  }

  private func turn(_ speaker: Speaker, _ content: Turn.Content) -> Turn {
    Turn(at: .zero, speaker: speaker, channel: channel, content: content)
  }
}
