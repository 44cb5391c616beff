import Domain
import Language

/// What can be taken out of a reply so that the rest can still be said.
struct Cut {
  private let reply: ReadReply
  private var tokens: [Token] { reply.reply.tokens }

  init(_ reply: ReadReply) { self.reply = reply }

  /// The words alone: what is set off by signs ("Unfortunately, ..."), adverbs ("probably"), and what a little word
  /// ties to the end of its clause ("as soon as possible"). Without a noun or a verb of its own no sentence stands.
  func words(_ range: TextRange) -> TextRange? {
    let inside = tokens.indices.filter { range.start <= start($0) && end($0) <= range.end }
    guard let first = inside.first, let last = inside.last,
      let sentence = reply.reply.sentences.first(where: { $0.tokens.contains(first) }),
      sentence.tokens.contains(last)
    else { return nil }
    let before = sentence.tokens.lowerBound < first ? tokens[first - 1] : nil
    let after = last + 1 < sentence.tokens.upperBound ? tokens[last + 1] : nil
    let isAtHead = before?.kind ?? .punctuation == .punctuation
    let isAtEnd = after?.kind ?? .punctuation == .punctuation
    let next = last + 2 < sentence.tokens.upperBound ? tokens[last + 2].normal : ""
    let isSetOff = isAtHead && after?.normal == "," && !Self.ties.contains(next) && !Self.joins.contains(next)
    let isTied = isAtEnd && before != nil && Self.ties.contains(tokens[first].normal)
    let isAdverb = inside.allSatisfy { Self.isAdverb(tokens[$0].normal) } && after != nil
    guard isSetOff || isTied || isAdverb, !isCondition(first) else { return nil }
    guard sentence.tokens.count(where: { tokens[$0].isWordLike }) >= inside.count + 2 else { return nil }
    return isSetOff && before == nil
      ? TextRange(range.start, last + 2 < tokens.count ? start(last + 2) : end(last + 1))
      : TextRange(before.map { _ in end(first - 1) } ?? range.start, range.end)
  }

  /// The clause of the words where it ends its sentence and another stands before it; the sign at the end stays.
  func clause(of range: TextRange) -> TextRange? {
    guard
      let sentence = reply.reply.sentences.first(where: { holds(TextRange($0.range), range) }),
      let clause = reply.reply.clauses.first(where: { holds(TextRange($0.range), range) }),
      let lastWord = clause.tokens.last(where: { tokens[$0].isWordLike }),
      !sentence.tokens.contains(where: { $0 > lastWord && tokens[$0].isWordLike }),
      let rest = sentence.tokens.last(where: { $0 < clause.tokens.lowerBound && tokens[$0].isWordLike }),
      !Self.joins.contains(tokens[rest].normal),
      clause.tokens.first(where: { tokens[$0].isWordLike }).map({ !isCondition($0) }) ?? true,
      sentence.tokens.count(where: { $0 <= rest && tokens[$0].isWordLike }) >= 3
    else { return nil }
    return TextRange(end(rest), end(lastWord))
  }

  /// The sentence of the words with the blank beside it, where it is not all that was said.
  func sentence(of range: TextRange) -> TextRange? {
    let sentences = reply.reply.sentences
    guard let place = sentences.firstIndex(where: { holds(TextRange($0.range), range) }), sentences.count > 1
    else { return nil }
    let own = TextRange(sentences[place].range)
    return place > 0
      ? TextRange(TextRange(sentences[place - 1].range).end, own.end)
      : TextRange(own.start, TextRange(sentences[place + 1].range).start)
  }

  /// "I will send it today unless you write": without it a promise would promise more than was meant.
  private func isCondition(_ token: Int) -> Bool {
    Self.conditions.contains(tokens[token].normal)
      && reply.commitments.contains { $0.sentence == reply.sentenceIndex(of: token) }
  }

  private static let conditions: Set<String> = ["if", "unless", "until", "provided", "once", "when"]

  private func holds(_ outer: TextRange, _ inner: TextRange) -> Bool {
    outer.start <= inner.start && inner.end <= outer.end
  }

  private func start(_ token: Int) -> Int { TextRange(tokens[token].range).start }
  private func end(_ token: Int) -> Int { TextRange(tokens[token].range).end }

  private static func isAdverb(_ word: String) -> Bool {
    adverbs.contains(word) || word.hasSuffix("ly") && word.utf8.count > 4 && !kept.contains(word)
  }

  private static let adverbs: Set<String> = [
    "maybe", "perhaps", "just", "quite", "rather", "somewhat", "kinda", "sorta", "very", "really", "soon",
    "shortly", "asap", "always", "still", "already", "again", "then", "simply", "so", "too",
  ]
  /// What ends like an adverb and is none, or turns what is said into its opposite.
  private static let kept: Set<String> = [
    "early", "only", "reply", "supply", "apply", "family", "assembly", "daily", "weekly", "monthly", "yearly",
    "friendly", "likely", "unlikely", "elderly", "lovely", "ugly", "silly", "comply", "imply", "multiply",
    "hardly", "barely", "scarcely", "rarely", "partly", "nearly", "supposedly", "allegedly",
  ]
  /// Words that tie what follows them to a clause that is whole without it; without its "unless" it says something else.
  private static let ties: Set<String> = [
    "as", "at", "by", "in", "within", "on", "for", "because", "since", "if", "when", "until", "after",
    "before", "during", "with", "due",
  ]
  private static let joins: Set<String> = [
    "and", "or", "but", "that", "which", "who", "to", "if", "because", "so",
  ]
}
