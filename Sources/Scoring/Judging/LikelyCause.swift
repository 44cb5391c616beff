import Domain

extension RootCause {
  /// The likeliest cause of lost points that a talk shows by itself; nil where nothing was lost but by doubt.
  ///
  /// Signs in this order: nothing was tried; the desk refused or could not do it; replies were not understood by the
  /// scenario; what had to be known was never looked up; else it is a matter of skill. A coach may change it.
  init?(of mark: Mark, in reading: Reading) {
    guard mark.earned < mark.possible, mark.evidence.verdict != .met else { return nil }
    if !Self.wasTried(reading) {
      self = .will
    } else if let obstacle = Self.obstacle(mark, reading) {
      self = obstacle
    } else if Self.wasNotUnderstood(mark, reading) {
      self = .scenarioDefect
    } else if mark.isAboutKnowledge, !Self.lookedUp(reading) {
      self = .knowledge
    } else {
      self = .skill
    }
  }

  /// More than a word or two in at least one reply, or an act at the desk.
  private static func wasTried(_ reading: Reading) -> Bool {
    reading.replies.contains { reply in reply.sentences.contains { $0.wordCount >= 4 } }
      || reading.actions.contains(where: \.happened)
  }

  private static func obstacle(_ mark: Mark, _ reading: Reading) -> RootCause? {
    guard mark.isAboutDeeds else { return nil }
    for action in reading.actions {
      switch action.act.outcome {
      case .refused: return .process
      case .impossible: return .tool
      case .done, .breached: continue
      }
    }
    return nil
  }

  /// At least two whole sentences in which the scenario saw no move at all, and it asks for moves.
  private static func wasNotUnderstood(_ mark: Mark, _ reading: Reading) -> Bool {
    guard mark.dimension.isEmpty, reading.scenario != nil else { return false }
    let unheard = reading.replies.count { reply in
      guard case .reply(let made, _) = reading.transcript.turns[reply.turn].content else { return false }
      return made.moves.isEmpty && reply.sentences.contains { $0.wordCount >= 6 && $0.standing == .own }
    }
    return unheard >= 2
  }

  private static func lookedUp(_ reading: Reading) -> Bool {
    reading.actions.contains { ["kb", "lookup", "policy", "orders", "customer"].contains($0.lookup) }
  }
}

extension Mark {
  /// Resolution and policy rest on what the company knows and allows.
  fileprivate var isAboutKnowledge: Bool { ["resolution", "policy", "honesty"].contains(skill) }

  fileprivate var isAboutDeeds: Bool { dimension.isEmpty || ["resolution", "policy"].contains(skill) }
}

extension ReadAction {
  /// The act's first word: `lookup` of `lookup order`.
  fileprivate var lookup: String { String(act.taken.name.prefix { $0 != " " }) }
}
