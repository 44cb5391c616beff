import Domain

extension Scorecard {
  /// The scorecard with the verdicts that disputes won beside the machine's: never lower than it was.
  ///
  /// Met gives all points of a criterion, partly half, missed none; what does not apply leaves the sum and the rest is
  /// scaled up to 100. A breach of the same name is taken back by any verdict but a breach. Nil where nothing was won.
  public func upholding(_ verdicts: [String: Verdict]) -> Scorecard? {
    guard !verdicts.isEmpty else { return nil }
    var card = self
    for place in card.marks.indices {
      guard let verdict = verdicts[card.marks[place].criterion] else { continue }
      card.marks[place].uphold(verdict)
    }
    card.breaches.removeAll { breach in verdicts[breach.rule].map { $0 != .breached } ?? false }
    let possible = card.marks.reduce(0) { $0.saturatingPlus($1.possible) }
    let earned = card.marks.reduce(0) { $0.saturatingPlus($1.earned) }
    let scaled = possible > 0 ? Share(passed: earned, asked: possible).of(Judge.total) : 0
    card.quality = max(quality, scaled.saturatingMinus(hintCost))
    card.accuracy = Accuracy(of: card.marks, card.breaches)
    card.settleResult(after: result)
    return card
  }

  /// A talk that was left unfinished stays so; a critical breach goes only with the last breach.
  private mutating func settleResult(after machine: Result) {
    guard machine != .unfinished, machine != .notEnglish, breaches.isEmpty else { return }
    guard machine != .passed else { return }
    result = quality >= passMark.saturatingTimes(100) ? .passed : .belowPassMark
    isZeroed = false
  }
}

extension Mark {
  fileprivate mutating func uphold(_ verdict: Verdict) {
    evidence.verdict = verdict
    switch verdict {
    case .met: earned = possible
    case .partly: earned = max(earned, possible / 2)
    case .missed, .breached: break
    case .notApplicable: (earned, possible) = (0, 0)
    }
    if earned >= possible { cause = nil }
  }
}
