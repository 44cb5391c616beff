import Domain
import Language
import Synchronization

/// Sentences that the program itself shows: a rubric's and a debrief's stronger versions, the beginner's menu, the hints.
///
/// A sentence learned there and used is learning, and earns. A talk of which half is made of them is a paste, and
/// its shown sentences earn nothing. Choosing from the beginner's menu is no pasting.
struct ShownLines {
  private var runs = WordRuns()

  /// Share of its runs, in thousandths, from which a sentence counts as shown.
  static let share = 800
  /// Words of shown sentences below which nothing is a paste.
  static let fewest = 16
  /// Shown sentences below which nothing is a paste: one or two were learned.
  static let fewestSentences = 3

  init(_ lines: [String]) {
    for line in lines {
      let reply = Reply(line)
      for sentence in reply.sentences { runs.hear(reply.words(in: sentence.tokens)) }
    }
  }

  /// What a scenario and the shared rubric have to show.
  static func written(in scenario: Scenario?, _ house: Rubric?) -> [String] {
    let general = house?.criteria.compactMap(\.better) ?? []
    guard let scenario else { return general }
    return general + scenario.moves.compactMap(\.guided) + scenario.beats.compactMap(\.hint)
      + scenario.rubric.criteria.compactMap(\.better)
  }

  /// Whether a sentence was shown, in these words or nearly these.
  func contain(_ words: [String]) -> Bool { runs.share(of: words) >= Self.share }

  /// Whether half of what was said, or more, is shown sentences, and more than one or two of them.
  func areThePlay(of transcript: Transcript) -> Bool {
    var (shown, all, sentences) = (0, 0, 0)
    for case .reply(let made, _) in transcript.turns.map(\.content) where !made.isChosen {
      let reply = Reply(made.text)
      for words in reply.sentences.map({ reply.words(in: $0.tokens) }) {
        all += words.count
        guard contain(words) else { continue }
        shown += words.count
        sentences += 1
      }
    }
    return sentences >= Self.fewestSentences && shown >= Self.fewest && shown * 2 >= all
  }
}

/// The lines of the scenarios and rubrics at hand, cut once: every reading asks for the same ones.
final class KeptLines: Sendable {
  private let known = Mutex<[[String]: ShownLines]>([:])

  private static let most = 256

  func lines(of scenario: Scenario?, _ house: Rubric?) -> ShownLines {
    let wanted = ShownLines.written(in: scenario, house)
    if let shown = known.withLock({ $0[wanted] }) { return shown }
    let shown = ShownLines(wanted)
    known.withLock { known in
      if known.count >= Self.most { known.removeAll() }
      known[wanted] = shown
    }
    return shown
  }
}

extension ReplyMade {
  /// Whether it was chosen from the beginner's menu.
  var isChosen: Bool { tier == "guided" }
}

extension Reply {
  /// The words and values of a stretch in normal form.
  func words(in tokens: Range<Int>) -> [String] {
    self.tokens[tokens].filter(\.isWordLike).map(\.normal)
  }
}
