import Diagnostics
import Domain
import Language

/// S413: what trainees really say in a beat, again and again, is understood as nothing.
enum UnrecognisedReplies: PlayedCheck {
  static let page = CheckPage(
    "S413", "unrecognised-replies", .advice,
    title: "real trainees say this again and again, and it is understood as nothing",
    why: """
      Real words are the best examples. 'touchpoint check --attempts' reads the stored attempts at the file as it is \
      now (an edit makes a new start) and shows replies in which no move was found in three attempts, or for two \
      trainees. Replies alike in their words are counted together. Nobody is named.
      """,
    triggering: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, my apologies for the wait, we let you down there]
        explain:
          like: [it was last seen at the depot, nobody has scanned it since Monday, the carrier lost its trace]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      """,
    clean: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, my apologies for the wait, we let you down there]
        explain:
          like: [it was last seen at the depot, nobody has scanned it since Monday, the carrier lost its trace,
            the van dropped your box somewhere]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      """)

  static func findings(in subject: PlayedSubject) -> [Diagnostic] {
    guard let attempts = subject.attempts else { return [] }
    let replies = attempts.unrecognised(subject.scenario)
    let names = Set(replies.flatMap { $0.trainee.nameWords })
    return subject.draft.beats.enumerated().flatMap { index, beat in
      let moves = subject.scenario.beats[index].expect.map { "'\(subject.scenario.moves[$0.move].name)'" }
      return LikeReplies.groups(of: replies.filter { $0.beat == index }).filter(\.isFrequent)
        .prefix(mostShown).map { finding($0, in: beat, moves, names) }
    }
  }

  /// Groups shown for one beat: a trainer mends some, and asks again.
  private static let mostShown = 5

  private static func finding(
    _ group: LikeReplies, in beat: BeatDraft, _ moves: [String], _ names: Set<String>
  ) -> Diagnostic {
    let text = group.text.withoutNames(names).asQuoted
    let example = moves.isEmpty ? "a move" : moves.joined(separator: " or ")
    return page.found(
      "\"\(text)\" or the like was understood as nothing in \(counted(group.attempts.count, "attempt")) "
        + "by \(counted(group.trainees.count, "trainee"))",
      at: beat.name.place.label("said in this beat"),
      help: "add it as an example of \(example), or as not_like of the move it must not be heard as")
  }

  private static func counted(_ count: Int, _ thing: String) -> String {
    count == 1 ? "1 \(thing)" : "\(count) \(thing)s"
  }
}

/// Replies that say nearly the same, and how many people said so.
private struct LikeReplies {
  /// The reply that the others are like: the first of the wording met most often.
  let text: String
  private let words: Set<String>
  private(set) var attempts: Set<String> = []
  private(set) var trainees: Set<String> = []

  var isFrequent: Bool { attempts.count >= 3 || trainees.count >= 2 }

  /// The commonest first. Each reply joins the first group it is like, beginning with the commonest wordings.
  static func groups(of replies: [Attempts.Unrecognised]) -> [LikeReplies] {
    var order: [Set<String>] = []
    var alike: [Set<String>: [Attempts.Unrecognised]] = [:]
    for reply in replies.prefix(mostRead) {
      let words = Set(Reply(reply.text).words.map(\.stem))
      guard !words.isEmpty else { continue }
      if alike[words] == nil { order.append(words) }
      alike[words, default: []].append(reply)
    }
    let wordings = order.compactMap { words in alike[words].map { (words, $0) } }
    var groups: [LikeReplies] = []
    for (words, replies) in wordings.sorted(by: { $0.1.count > $1.1.count }) {
      let place = groups.firstIndex { $0.isLike(words) } ?? groups.count
      if place == groups.count { groups.append(LikeReplies(text: replies[0].text, words: words)) }
      for reply in replies { groups[place].take(reply) }
    }
    return groups.sorted { $0.attempts.count > $1.attempts.count }
  }

  /// Replies of one beat that are looked at.
  private static let mostRead = 2_000

  private init(text: String, words: Set<String>) {
    self.text = text
    self.words = words
  }

  private mutating func take(_ reply: Attempts.Unrecognised) {
    attempts.insert(reply.attempt)
    trainees.insert(reply.trainee)
  }

  /// Two thirds of all words of both are words of each.
  private func isLike(_ other: Set<String>) -> Bool {
    words.intersection(other).count * 3 >= words.union(other).count * 2
  }
}

extension String {
  /// The parts of a person's name.
  fileprivate var nameWords: [String] {
    lowercased().split { !$0.isLetter }.filter { $0.count > 1 }.map(String.init)
  }

  /// With `{agent}` for each word that is a trainee's name.
  fileprivate func withoutNames(_ names: Set<String>) -> String {
    var text = ""
    var rest = self[...]
    while let start = rest.firstIndex(where: \.isLetter) {
      text += rest[..<start]
      let word = rest[start...].prefix { $0.isLetter }
      text += names.contains(word.lowercased()) ? "{agent}" : String(word)
      rest = rest[word.endIndex...]
    }
    return text + rest
  }

  /// On one line, 80 characters at most.
  fileprivate var asQuoted: String {
    let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 80 ? line.prefix(79) + "…" : line
  }
}
