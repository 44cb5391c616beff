extension LearnedRecogniser {
  /// What speaks for and against every move in a reply, in the order of the moves.
  ///
  /// It agrees with `understand`: what is made here is made there, from the same numbers.
  public func explain(_ reply: Reply, names: NameHints) -> [MoveExplanation] {
    let heard = heard(in: reply, names: names)
    let matches = decided(heard.candidates, reply).matches
    return moves.indices.map { move in
      if let match = matches.first(where: { $0.move == move }) { return made(match, reply, heard) }
      return refused(move, reply, heard)
    }
  }

  private func made(_ match: MoveMatch, _ reply: Reply, _ heard: Heard) -> MoveExplanation {
    let hearing = heard.hearings.filter { hearing in
      match.spans.contains { $0.overlaps(hearing.window.range) }
    }.max { $0.probabilities[match.move] < $1.probabilities[match.move] }
    return MoveExplanation(
      move: match.move, confidence: match.confidence, refusal: nil, spans: match.spans,
      nearest: hearing.map { nearest(match.move, $0) } ?? [],
      shared: SharedWords.of(reply, heard.evidence.terms, with: match.nearestExample), why: match.why)
  }

  private func refused(_ move: Int, _ reply: Reply, _ heard: Heard) -> MoveExplanation {
    let candidate = heard.candidates.filter { $0.move == move }.max { $0.confidence < $1.confidence }
    guard let hearing = heard.hearings.max(by: { $0.probabilities[move] < $1.probabilities[move] }) else {
      return MoveExplanation(
        move: move, confidence: candidate?.confidence ?? 0, refusal: .unlike, spans: [], nearest: [],
        shared: [],
        why: MoveRefusal.unlike.reason)
    }
    let near = nearest(move, hearing)
    let refusal = refusal(of: move, candidate, hearing)
    let isWorthShowing = hearing.probabilities[move] >= 0.1
    return MoveExplanation(
      move: move, confidence: candidate?.confidence ?? 0, refusal: refusal,
      spans: isWorthShowing ? [hearing.window.range] : [], nearest: near,
      shared: near.first.map { SharedWords.of(reply, heard.evidence.terms, with: $0.example) } ?? [],
      why: refusal.reason)
  }

  private func refusal(of move: Int, _ candidate: Candidate?, _ hearing: Hearing) -> MoveRefusal {
    if let candidate, candidate.confidence >= MoveExplanation.threshold { return .runnerUp }
    let isLikely = hearing.probabilities[move] >= 0.25
    if isLikely, let refusal = hearing.refusals[move] { return refusal }
    return Self.confidence(hearing.probabilities[move]) >= MoveExplanation.threshold ? .strange : .unlike
  }

  private func nearest(_ move: Int, _ hearing: Hearing) -> [MoveExplanation.Likeness] {
    model.nearest(likeness: hearing.likeness, label: move, most: 2).map { anchor in
      let (example, likeness) = (model.text(ofAnchor: anchor), hearing.likeness[anchor])
      let words = model.wordLikeness(hearing.text, to: example)
      return MoveExplanation.Likeness(
        example: example, likeness: Self.thousandths(likeness),
        wordShare: likeness > 0 ? Self.thousandths(words / likeness) : 0)
    }
  }

  private static func thousandths(_ share: Float) -> Int {
    share.isFinite ? Int((min(max(share, 0), 1) * 1000).rounded()) : 0
  }
}
