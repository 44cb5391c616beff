extension PhraseRecogniser {
  /// What speaks for and against every move in a reply, in the order of the moves; words alone decide.
  public func explain(_ reply: Reply, names: NameHints) -> [MoveExplanation] {
    let evidence = evidence(in: reply, names: names)
    let matches = decided(evidence.best, reply).matches
    return moves.indices.map { move in
      let match = matches.first { $0.move == move }
      let best = match ?? evidence.best[move]?.match(in: reply)
      let refusal =
        match == nil
        ? refusal(of: move, best, isForbidden: evidence.vetoes.forbid(move, reply.tokens.indices)) : nil
      return MoveExplanation(
        move: move, confidence: best?.confidence ?? 0, refusal: refusal, spans: best?.spans ?? [],
        nearest: best.map {
          [MoveExplanation.Likeness(example: $0.nearestExample, likeness: $0.confidence, wordShare: 1000)]
        } ?? [],
        shared: best.map { SharedWords.of(reply, evidence.terms, with: $0.nearestExample) } ?? [],
        why: refusal?.reason ?? best?.why ?? "")
    }
  }

  private func refusal(of move: Int, _ best: MoveMatch?, isForbidden: Bool) -> MoveRefusal {
    if isForbidden { return .notLike }
    return (best?.confidence ?? 0) >= MoveExplanation.threshold ? .runnerUp : .unlike
  }
}
