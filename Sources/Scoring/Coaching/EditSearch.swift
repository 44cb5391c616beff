import Domain
import Language

/// The changes of a trainee's words that are worth trying, the smallest first.
///
/// Taken out: the words that lost points where the rest stands without them, their clause, their sentence. Put in: parts of a model sentence that can
/// stand at the end of another ("by 4 pm today"), or the model as a sentence of its own.
struct EditSearch {
  /// A change of one reply before it was judged.
  struct Candidate: Hashable {
    var turn: Int
    var range: TextRange
    var words: String
    /// Words taken out and put in.
    var size: Int
  }

  /// At most this many are tried for one criterion, and in a talk of more than a hundred turns fewer, since each is
  /// judged with the whole talk: a debrief must not wait.
  static let most = 240

  private let evidence: Evidence
  private let replies: [ReadReply]
  private let models: [String]
  private let limit: Int
  private let parts: [String]

  /// A part of a model sentence about another matter has at most so many words: "by 4 pm today" fits any talk.
  static let longestPart = 4

  /// - Parameters:
  ///   - models: sentences about this talk, put in whole or in parts: the scenario's, the trainee's mended own.
  ///   - general: sentences about some other talk, of which short parts alone may be put in: the rubric's.
  init(_ evidence: Evidence, in reading: Reading, models: [String], general: [String] = []) {
    self.evidence = evidence
    self.models = models
    limit = max(12, Self.most * 100 / max(100, reading.transcript.turns.count))
    parts = general.flatMap(Self.tails(of:)).filter {
      $0.split(separator: " ").count <= Self.longestPart && Self.isKnown($0, in: reading)
    }
    let quoted = Set(evidence.quotes.map(\.turn))
    let named = reading.replies.filter { quoted.contains($0.turn) }
    let others = reading.replies.filter { !quoted.contains($0.turn) }
    replies = Array((named + others.suffix(2)).prefix(4))
  }

  /// Whether a part sets a time, or names something and nothing but what was named in the talk: nobody is told to give
  /// thanks for photos never sent, though an article at the desk may speak of photos.
  private static func isKnown(_ part: String, in reading: Reading) -> Bool {
    let tokens = Reply(part).tokens
    return tokens.contains(where: \.carriesContent)
      && tokens.allSatisfy { token in
        token.kind != .word || !token.carriesContent || reading.customerStems.contains(token.stem)
          || reading.replies.contains { $0.reply.tokens.contains { $0.stem == token.stem } }
      }
  }

  /// By size; of the same size, cuts first, then earlier replies.
  var candidates: [Candidate] {
    var seen: Set<Candidate> = []
    let all = (cuts + swaps + additions).filter { seen.insert($0).inserted }
    let ordered = all.enumerated().sorted {
      ($0.element.size, $0.offset) < ($1.element.size, $1.offset)
    }
    return ordered.prefix(limit).map(\.element)
  }

  // MARK: Taking out

  private var lost: [(reply: ReadReply, range: TextRange)] {
    evidence.quotes.filter { $0.role == .lost && $0.range.start < $0.range.end }.compactMap { quote in
      replies.first { $0.turn == quote.turn }.map { ($0, quote.range) }
    }
  }

  /// The words that lost points where a sentence stands without them, the clause that ends a sentence, the sentence.
  private var cuts: [Candidate] {
    lost.flatMap { reply, range -> [Candidate] in
      let cut = Cut(reply)
      return [cut.words(range), cut.clause(of: range), cut.sentence(of: range)].compactMap(\.self)
        .map { candidate(reply, $0, "") }
    }
  }

  /// The sentence that lost points exchanged for a model one.
  private var swaps: [Candidate] {
    lost.flatMap { reply, range -> [Candidate] in
      guard
        let sentence = reply.sentences.first(where: {
          $0.range.start <= range.start && range.end <= $0.range.end
        })
      else { return [] }
      return models.map { candidate(reply, sentence.range, $0) }
    }
  }

  // MARK: Putting in

  private var additions: [Candidate] {
    let tails = models.flatMap(Self.tails(of:)) + parts
    return replies.flatMap { reply -> [Candidate] in
      let committed = Set(reply.commitments.map(\.sentence))
      let joined = reply.sentences.indices.suffix(6).flatMap { place in
        let end = Self.end(of: reply.sentences[place], in: reply)
        // A time stands beside what somebody does by then, and nowhere else.
        return tails.filter { committed.contains(place) || !Self.isTime($0) }
          .map { candidate(reply, TextRange(end, end), " " + $0) }
      }
      let bytes = reply.text.utf8.count
      return joined
        + models.map { model in
          Self.greeting(of: model).map { candidate(reply, TextRange(0, 0), $0 + " ") }
            ?? candidate(reply, TextRange(bytes, bytes), " " + model)
        }
    }
  }

  private static func isTime(_ tail: String) -> Bool {
    tail.split(separator: " ").first.map { timing.contains($0.lowercased()) } ?? false
  }

  /// The first sentence of a model that greets, or says who speaks ("Sam from your shop here:"): it opens a reply,
  /// whatever follows it in the model.
  static func greeting(of model: String) -> String? {
    let reply = Reply(model)
    guard let first = reply.words.first, let sentence = reply.sentences.first else { return nil }
    let opens = ["hello", "hi", "hey", "good", "dear", "welcome"].contains(first.normal)
    guard opens || model.hasPrefix("*") || model.hasSuffix(":") else { return nil }
    return String(decoding: Array(model.utf8)[sentence.range.utf8], as: UTF8.self)
  }

  /// Where words can be added to a sentence: before its closing sign.
  private static func end(of sentence: ReadSentence, in reply: ReadReply) -> Int {
    let last = sentence.tokens.last { reply.reply.tokens[$0].isWordLike }
    return last.map { TextRange(reply.reply.tokens[$0].range).end } ?? sentence.range.end
  }

  /// The parts of a model sentence that can complete another one, shortest first: a time, a reason, what it is for. A
  /// clause with a doer of its own completes nothing: it is put in with its sentence.
  static func tails(of model: String) -> [String] {
    let reply = Reply(model)
    let clauses = reply.clauses.map { clause in clause.tokens.filter { reply.tokens[$0].isWordLike } }
    return reply.sentences.flatMap { sentence -> [String] in
      // "Is there anything else I can do for you" has no part that tells something.
      guard reply.tokens[sentence.tokens].last?.normal != "?" else { return [] }
      let words = sentence.tokens.filter { reply.tokens[$0].isWordLike }
      return words.indices.dropFirst().reversed().filter { place in
        completes(Array(words[place...]), clauses, in: reply)
      }.map { place in
        let range = reply.tokens[words[place]].range.through(reply.tokens[words[words.count - 1]].range)
        return String(
          decoding: Array(model.utf8)[range.utf8.lowerBound..<range.utf8.upperBound], as: UTF8.self)
      }
    }
  }

  /// Whether words at the end of a sentence say something whole when they are put at the end of another.
  private static func completes(_ words: [Int], _ clauses: [[Int]], in reply: Reply) -> Bool {
    guard let first = words.first else { return false }
    let lead = reply.tokens[first].normal
    if timing.contains(lead) {
      return words.count <= 6
        && words.contains { index in
          let token = reply.tokens[index]
          return [.date, .time, .duration].contains(token.kind) || days.contains(token.normal)
        }
    }
    if ["because", "since"].contains(lead) { return true }
    let clause = clauses.first { $0.contains(first) } ?? []
    return ["for", "about"].contains(lead) && words.count <= 8 && words.last == clause.last
  }

  private static let timing: Set<String> = [
    "by", "within", "before", "until", "on", "at", "after", "in", "today", "tomorrow", "tonight",
  ]
  private static let days: Set<String> = ["today", "tomorrow", "tonight"]

  private func candidate(_ reply: ReadReply, _ range: TextRange, _ words: String) -> Candidate {
    let removed = range.start < range.end ? Reply(reply.words(at: range)).words.count : 0
    let added = words.split(separator: " ").count
    return Candidate(turn: reply.turn, range: range, words: words, size: removed + added)
  }
}

extension String {
  /// The text with a stretch of its UTF-8 bytes exchanged; unchanged where the stretch lies outside.
  func replacing(_ range: TextRange, with words: String) -> String {
    let bytes = Array(utf8)
    guard range.start >= 0, range.start <= range.end, range.end <= bytes.count else { return self }
    return String(decoding: bytes[..<range.start] + Array(words.utf8) + bytes[range.end...], as: UTF8.self)
  }
}
