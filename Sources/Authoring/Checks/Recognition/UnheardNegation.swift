import Diagnostics
import Language

/// S410: a move is heard although a reply denies it.
enum UnheardNegation: ScenarioCheck {
  static let page = CheckPage(
    "S410", "unheard-negation", .warning, title: "a move is heard although the reply says the opposite",
    why: """
      "I am not sorry" is no apology, so 'not' is put into an example and the result tried on the recogniser. Where \
      the move is heard all the same, its examples say both the one thing and its opposite.
      """,
    triggering: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, I am not sorry your parcel is late, my apologies for the wait]
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
          like: [it was last seen at the depot, nobody has scanned it since Monday, the carrier lost its trace]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      """)

  /// Examples tried of each move.
  private static let tried = 3

  static func findings(in subject: Subject) -> [Diagnostic] {
    guard let hearing = subject.hearing else { return [] }
    let byMove = Dictionary(grouping: hearing.examples, by: \.move)
    return byMove.values.compactMap { examples in
      let denials = examples.lazy.compactMap { example in Denial.of(example.text).map { (example, $0) } }
      for (example, denial) in denials.prefix(tried) where hearing.moves(in: denial).contains(example.move) {
        let denies = examples.contains { Denial.isDenial($0.text) }
        return finding(example, denial, denies, subject)
      }
      return nil
    }
  }

  private static func finding(_ example: MoveExample, _ denial: String, _ denies: Bool, _ subject: Subject)
    -> Diagnostic
  {
    let move = subject.quoted(move: example.move)
    return page.found(
      "'\(denial)' would be heard as \(move) too",
      at: example.written.place.label("said the other way round"),
      others: subject.origin(of: example.written.place),
      help: denies
        ? "take out examples of \(move) that say the opposite, or give them a move of their own"
        : "put such a denial under its 'not_like', or into a move of its own, if a trainee may well say it")
  }
}

/// A plain statement turned into its denial.
enum Denial {
  private static let subjects: Set<String> = ["i", "we", "you", "it", "this", "that", "they", "he", "she"]
  private static let verbs: Set<String> = [
    "am", "is", "are", "was", "were", "will", "would", "can", "could", "should", "shall", "must", "have",
    "has",
    "had",
  ]
  /// Before these 'not' says less, not the opposite: "not only", "not so sorry".
  private static let adverbs: Set<String> = [
    "only", "so", "very", "really", "truly", "almost", "just", "also", "still", "already", "always", "surely",
    "definitely", "certainly", "probably", "now", "all", "to", "going",
  ]
  private static let endings = ["'m", "'re", "'ll", "'ve"]

  /// "I am sorry" is "I am not sorry"; nil for a question, for what is denied already or has several clauses, and
  /// where no verb is plain.
  static func of(_ text: String) -> String? {
    guard !text.hasSuffix("?"), !text.contains(",") else { return nil }
    var words = text.split(separator: " ").map(String.init)
    let lower = words.map { $0.lowercased() }
    guard !lower.contains(where: isDenying), let place = verb(in: lower), place + 1 < lower.count,
      !adverbs.contains(lower[place + 1])
    else { return nil }
    words.insert("not", at: place + 1)
    return words.joined(separator: " ")
  }

  /// Whether a text denies something.
  static func isDenial(_ text: String) -> Bool {
    text.lowercased().split(separator: " ").map(String.init).contains(where: isDenying)
  }

  private static func isDenying(_ word: String) -> Bool {
    ["not", "no", "never", "nothing", "nobody", "none", "without", "cannot", "nor"].contains(word)
      || word.contains("n't")
  }

  /// The auxiliary of the first clause: right after its subject, which is the first word.
  private static func verb(in words: [String]) -> Int? {
    guard let first = words.first else { return nil }
    if endings.contains(where: first.hasSuffix) { return 0 }
    return words.count > 2 && subjects.contains(first) && verbs.contains(words[1]) ? 1 : nil
  }
}
