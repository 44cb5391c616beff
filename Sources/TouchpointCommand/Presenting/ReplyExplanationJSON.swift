import Diagnostics
import Language
import TouchpointKit

/// What was understood of a reply, for programs: offsets are UTF-8 bytes of the reply, shares are thousandths.
struct ReplyExplanationJSON {
  private let explained: ReplyExplanation

  init(_ explained: ReplyExplanation) { self.explained = explained }

  private var reply: Reply { explained.reply }

  /// One object.
  var text: JSONText {
    .object([
      .init("tier", .text(explained.tier.rawValue)), .init("truncated", .truth(reply.truncated)),
      .init("clauses", .list(reply.clauses.map(clause))), .init("moves", .list(explained.moves.map(move))),
      .init("facts", .list(explained.facts.map(fact))),
      .init("acts", .list(explained.acts.map(act))),
      .init("tone", explained.tone.map(tone) ?? .null),
    ])
  }

  private func clause(_ clause: Passage) -> JSONText {
    .list(
      reply.tokens[clause.tokens].filter(\.isWordLike).map { token in
        .object([
          .init("word", .text(token.normal)), .init("kind", .text(token.kind.rawValue)),
          .init("value", token.value == nil ? .null : .text(token.stem)),
          .init("stance", .text("\(token.stance)")), .init("place", place(token.range)),
        ])
      })
  }

  private func move(_ move: ReplyExplanation.Move) -> JSONText {
    let told = move.explanation
    return .object([
      .init("name", .text(move.name)), .init("made", .truth(told.isMade)),
      .init("confidence", .number(told.confidence)), .init("threshold", .number(MoveExplanation.threshold)),
      .init("refusal", told.refusal.map { .text($0.rawValue) } ?? .null), .init("why", .text(told.why)),
      .init("places", .list(told.spans.map(place))),
      .init("nearest", .list(told.nearest.map(near))),
      .init("shared", .list(told.shared.map { .text($0) })),
    ])
  }

  private func near(_ likeness: MoveExplanation.Likeness) -> JSONText {
    .object([
      .init("example", .text(likeness.example)), .init("likeness", .number(likeness.likeness)),
      .init("wordShare", .number(likeness.wordShare)),
    ])
  }

  private func fact(_ fact: ReplyExplanation.Fact) -> JSONText {
    .object([
      .init("name", .text(fact.name)), .init("text", .text(fact.text)),
      .init("forbidden", .truth(fact.isForbidden)),
      .init("standing", .text(fact.verdict.standing.rawValue)),
      .init("stated", thousandths(fact.verdict.score)),
      .init("contradicted", thousandths(fact.verdict.contradiction)),
      .init("because", .list(fact.verdict.because.map { .text("\($0)") })),
    ])
  }

  private func act(_ heard: HeardAct) -> JSONText {
    .object([
      .init("act", .text(heard.act.rawValue)), .init("probability", thousandths(heard.probability)),
      .init("place", place(heard.passage.range)),
    ])
  }

  private func tone(_ reading: ToneReading) -> JSONText {
    .object(
      ToneSignal.allCases.map { signal in
        let score = reading[signal]
        return .init(
          signal.rawValue,
          .object([
            .init("value", thousandths(score.value)), .init("raised", .list(score.raised.map(word))),
            .init("lowered", .list(score.lowered.map(word))),
          ]))
      })
  }

  private func word(_ word: ToneWord) -> JSONText {
    .object([.init("word", .text(reply.text[word.range])), .init("place", place(word.range))])
  }

  private func place(_ range: Language.TextRange) -> JSONText {
    .list([.number(range.utf8.lowerBound), .number(range.utf8.upperBound)])
  }

  private func thousandths(_ share: Double) -> JSONText {
    .number(share.isFinite ? Int((min(max(share, 0), 1) * 1000).rounded()) : 0)
  }
}
