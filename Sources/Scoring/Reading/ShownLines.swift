import Domain
import Language

/// Sentences that the program itself shows: a debrief's stronger versions, the beginner's menu, the hints.
///
/// A sentence learned there and used is learning, and earns. A talk of which half is made of them is a paste, and
/// its shown sentences earn nothing. Choosing from the beginner's menu is no pasting.
struct ShownLines {
  private var runs = WordRuns()

  /// Share of its runs, in thousandths, from which a sentence counts as shown.
  static let share = 800
  /// Words of shown sentences below which nothing is a paste: one long sentence.
  static let fewest = 16

  init(of scenario: Scenario) {
    let lines =
      scenario.moves.compactMap(\.guided) + scenario.beats.compactMap(\.hint)
      + scenario.rubric.criteria.compactMap(\.better)
    for line in lines {
      let reply = Reply(line)
      for sentence in reply.sentences { runs.hear(reply.words(in: sentence.tokens)) }
    }
  }

  /// Whether a sentence was shown, in these words or nearly these.
  func contain(_ words: [String]) -> Bool { runs.share(of: words) >= Self.share }

  /// Whether half of what was said, or more, is shown sentences.
  func areThePlay(of transcript: Transcript) -> Bool {
    var (shown, all) = (0, 0)
    for case .reply(let made, _) in transcript.turns.map(\.content) where !made.isChosen {
      let reply = Reply(made.text)
      for words in reply.sentences.map({ reply.words(in: $0.tokens) }) {
        all += words.count
        if contain(words) { shown += words.count }
      }
    }
    return shown >= Self.fewest && shown * 2 >= all
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
