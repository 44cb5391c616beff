/// A reply read for facts: as a whole and, where it has several sentences, each of them.
public struct FactReply: Sendable {
  /// Sentences after these are read with the whole alone.
  public static let mostSentences = 16

  let whole: FactText
  let sentences: [FactText]
  /// For each sentence, which term of the whole each of its terms is; nil for one that is read otherwise there.
  let columns: [[Int?]]

  init(whole: FactText, sentences: [FactText]) {
    self.whole = whole
    self.sentences = sentences
    var next = 0
    columns = sentences.map { sentence in
      sentence.terms.map { term in
        let near = next..<min(next + Self.farthest, whole.terms.count)
        guard let place = near.first(where: { whole.terms[$0].isSame(as: term) }) else { return nil }
        next = place + 1
        return place
      }
    }
  }

  /// A term is looked for among so many of the whole; one that is not found is compared anew.
  private static let farthest = 8
}

/// What was decided about a reply of several sentences, and which of them decided.
public struct FactReplyVerdict: Sendable {
  /// The verdict; places in it count from the start of the sentence that decided.
  public let verdict: FactVerdict
  /// The number of the sentence that decided; nil when only the reply as a whole does.
  public let sentence: Int?
}

extension FactReader {
  /// Reads a reply, to be judged against many facts sentence by sentence.
  public func prepare(sentencesOf text: String) -> FactReply { prepare(sentencesOf: Reply(text)) }

  /// The same of a reply that is already read.
  public func prepare(sentencesOf reply: Reply) -> FactReply {
    prepare(prepare(reply), sentences: reply.sentences.map { reply.text[$0.range] })
  }

  /// The same of a text already cut into its sentences.
  public func prepare(_ text: String, sentences: [String]) -> FactReply {
    prepare(prepare(text), sentences: sentences)
  }

  private func prepare(_ whole: FactText, sentences: [String]) -> FactReply {
    let parts = sentences.count == 1 ? [whole] : sentences.prefix(FactReply.mostSentences).map(prepare)
    return FactReply(whole: whole, sentences: parts)
  }

  /// A whole reply that states a fact no more surely than this holds no sentence that does.
  private static let farOff = 0.1

  /// Judges a reply against a fact: stated where a sentence or the whole states it, contradicted only where one
  /// sentence does so alone, for words of several sentences deny each other by chance.
  public func judge(_ reply: FactReply, _ fact: PreparedFact) -> FactReplyVerdict {
    let pairs = Self.pairs(fact, reply.whole)
    let whole = judgement(reply.whole, fact, pairs)
    guard reply.sentences.count > 1 else {
      return FactReplyVerdict(verdict: verdict(whole), sentence: reply.sentences.isEmpty ? nil : 0)
    }
    let isFarOff = whole?.standing ?? .silent == .silent && whole?.states ?? 0 < Self.farOff
    if isFarOff || reply.whole.isCorrected {
      return FactReplyVerdict(verdict: verdict(whole), sentence: nil)
    }
    let parts = reply.sentences.indices.map { (place: $0, found: judgement(of: $0, in: reply, fact, pairs)) }
    let surest = parts.max { $0.found?.states ?? 0 < $1.found?.states ?? 0 } ?? parts[0]
    if surest.found?.standing != .states, whole?.standing == .states {
      return FactReplyVerdict(verdict: verdict(whole), sentence: nil)
    }
    let denied = parts.filter { $0.found?.standing == .contradicts }
      .max { $0.found?.contradicts ?? 0 < $1.found?.contradicts ?? 0 }
    let decisive = surest.found?.standing == .states ? surest : denied ?? surest
    return FactReplyVerdict(verdict: verdict(decisive.found), sentence: decisive.place)
  }

  private func judgement(
    of sentence: Int, in reply: FactReply, _ fact: PreparedFact, _ whole: [TermPairs]
  ) -> FactJudgement? {
    let text = reply.sentences[sentence]
    let pairs = zip(fact.wordings, whole).map {
      TermPairs($0, text, from: $1, columns: reply.columns[sentence])
    }
    return judgement(text, fact, pairs)
  }
}
