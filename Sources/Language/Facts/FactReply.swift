/// A reply read for facts: as a whole and, where it has several sentences, each of them.
public struct FactReply: Sendable {
  /// Sentences after these are read with the whole alone.
  public static let mostSentences = 16

  let whole: FactText
  let sentences: [FactText]
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
  public func prepare(sentencesOf text: String) -> FactReply {
    prepare(text, sentences: Reply(text).sentences.map { String(text[$0.range]) })
  }

  /// The same of a text already cut into its sentences.
  public func prepare(_ text: String, sentences: [String]) -> FactReply {
    let whole = prepare(text)
    let parts = sentences.count == 1 ? [whole] : sentences.prefix(FactReply.mostSentences).map(prepare)
    return FactReply(whole: whole, sentences: parts)
  }

  /// A whole reply that states a fact no more surely than this holds no sentence that does.
  private static let farOff = 0.1

  /// Judges a reply against a fact: stated where a sentence or the whole states it, contradicted only where one
  /// sentence does so alone, for words of several sentences deny each other by chance.
  public func judge(_ reply: FactReply, _ fact: PreparedFact) -> FactReplyVerdict {
    let whole = judge(reply.whole, fact)
    guard reply.sentences.count > 1 else {
      return FactReplyVerdict(verdict: whole, sentence: reply.sentences.isEmpty ? nil : 0)
    }
    if whole.standing == .silent, whole.score < Self.farOff {
      return FactReplyVerdict(verdict: whole, sentence: nil)
    }
    let parts = reply.sentences.indices.map { (place: $0, verdict: judge(reply.sentences[$0], fact)) }
    let surest = parts.max { $0.verdict.score < $1.verdict.score } ?? parts[0]
    if surest.verdict.standing != .states, whole.standing == .states {
      return FactReplyVerdict(verdict: whole, sentence: nil)
    }
    let denied = parts.filter { $0.verdict.standing == .contradicts }
      .max { $0.verdict.contradiction < $1.verdict.contradiction }
    let decisive = surest.verdict.standing == .states ? surest : denied ?? surest
    return FactReplyVerdict(verdict: decisive.verdict, sentence: decisive.place)
  }
}
