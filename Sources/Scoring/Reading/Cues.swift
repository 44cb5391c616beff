import Domain
import Language

/// Something a customer says that asks for more than the usual: danger, self-harm, the law, a loss or hardship.
struct Cue: Hashable {
  /// What kind of cue it is.
  enum Kind: Hashable, CaseIterable {
    case selfHarm, danger, law, vulnerable

    var list: LexiconName {
      switch self {
      case .selfHarm: .selfHarmCues
      case .danger: .dangerCues
      case .law: .legalCues
      case .vulnerable: .vulnerableCues
      }
    }

    /// As a trainee reads it at the start of a sentence.
    var words: String {
      switch self {
      case .selfHarm: "Somebody who speaks of ending their life"
      case .danger: "Danger to somebody"
      case .law: "A matter for lawyers, regulators or the police"
      case .vulnerable: "A loss or a hardship like this"
      }
    }
  }

  var kind: Kind
  var turn: Int
  /// Told in words of a list, or heard by meaning beyond doubt: sure enough to fail an attempt by.
  var isSure = true

  /// The cues of a talk, one a turn and kind; figures of speech, denials and what-ifs are none.
  static func all(in reading: Reading) -> [Cue] {
    reading.customerTurns.flatMap { turn in
      Kind.allCases.filter { isTold($0, in: turn) }.map {
        Cue(kind: $0, turn: turn.turn, isSure: isSure($0, in: turn))
      }
    }
  }

  private static func isTold(_ kind: Kind, in turn: HeardTurn) -> Bool {
    let figures = turn.mentions(.cueExceptions)
    return turn.mentions(kind.list).contains { hit in
      (hit.holds || kind == .danger && isThreat(hit, turn.reply))
        && !figures.contains { isNear($0, hit, turn.reply) } && !isInPassing(hit, kind, turn.reply)
        && (kind != .danger || isAtHand(hit, in: turn))
    }
  }

  /// "He said he'll kill me if I go back": what somebody threatens is told as theirs, and under a condition.
  private static func isThreat(_ hit: Hit, _ reply: Reply) -> Bool {
    !hit.isDenied && ["me", "us"].contains(reply.tokens[hit.tokens].last?.normal ?? "")
      && reply.tokens[hit.tokens].contains {
        ["kill", "murder", "stab", "shoot", "strangle"].contains($0.stem)
      }
  }

  /// Whether a danger is told, not a fact of life: that somebody lies in hospital is one only with what put them there,
  /// and what is heard by its meaning alone must be heard surely.
  private static func isAtHand(_ hit: Hit, in turn: HeardTurn) -> Bool {
    let isWorded = (turn.phrases[.dangerCues] ?? []).contains { $0.tokens.overlaps(hit.tokens) }
    let words = turn.reply.words(in: hit.tokens)
    let isGrave = turn.reply.words.contains { grave[.danger]?.contains($0.normal) ?? false }
    guard words.contains(where: clinics.contains) else {
      return isWorded || isGrave || turn.sureness(of: .danger) >= 0.7
    }
    guard let sentence = turn.reply.sentences.first(where: { $0.tokens.contains(hit.tokens.lowerBound) })
    else { return false }
    return turn.reply.words(in: sentence.tokens).contains { blamed.contains($0) }
  }

  private static let clinics: Set<String> = ["hospital", "surgery", "clinic", "ward"]
  /// What names the thing that brought somebody there.
  private static let blamed: Set<String> = ["your", "because", "after", "caused", "from", "when"]

  private static func isSure(_ kind: Kind, in turn: HeardTurn) -> Bool {
    let act: ServiceAct =
      switch kind {
      case .selfHarm: .selfHarm
      case .danger: .danger
      case .law: .legal
      case .vulnerable: .vulnerable
      }
    if !(turn.phrases[kind.list] ?? []).isEmpty { return true }
    let isGrave = turn.reply.words.contains { grave[kind]?.contains($0.normal) ?? false }
    return turn.sureness(of: act) >= (isGrave ? 0.45 : 0.85) && (isGrave || !isErrand(kind, turn))
  }

  /// "I can't get off work, so I need another day", "I'm in a wheelchair, which entrance?": heard by meaning alone, with
  /// something wanted of the desk and no word of distress beside it.
  private static func isErrand(_ kind: Kind, _ turn: HeardTurn) -> Bool {
    let words = turn.reply.words
    let isAboutLife = words.contains { lives.contains($0.normal) }
    switch kind {
    case .selfHarm:
      return !isAboutLife
        && words.contains { Term.service.contains(Term.of(stem: $0.stem)) || errands.contains($0.stem) }
    case .vulnerable:
      let isAsked =
        turn.reply.tokens.contains { $0.normal == "?" }
        || [.question, .request].contains { turn.heard($0, atLeast: 0.5) }
      if words.contains(where: { errands.contains($0.stem) }), !isAboutLife { return true }
      return isAsked && ![.trouble, .worry, .anger].contains { turn.heard($0, atLeast: 0.5) }
    case .danger, .law: return false
    }
  }

  /// Words of one's own life and of others without one.
  private static let lives: Set<String> = [
    "me", "myself", "life", "live", "living", "alive", "dead", "die", "everyone", "everybody", "nobody",
    "anymore", "point", "tonight", "pain", "enough", "all", "everything", "world", "longer", "goodbye",
  ]
  /// What is moved or ended at a desk, and why.
  private static let errands = Set(
    Reply("appointment visit meeting work shift contract trial class course call chat newsletter warranty")
      .words.map(\.stem))

  /// Words of what people end their life with, and of bodies and poisons: beside a cue that was heard they make it sure.
  private static let grave: [Kind: Set<String>] = [
    .selfHarm: [
      "tablets", "pills", "rope", "blade", "razor", "overdose", "paracetamol", "bridge", "noose", "tonight",
    ],
    .danger: [
      "drank", "swallowed", "bleach", "descaler", "detergent", "lips", "bluish", "blue", "heart",
      "unconscious",
      "bleeding", "breathing", "poison", "fainted", "smoke", "gas", "sparks", "antifreeze",
    ],
  ]

  /// "She hasn't liked the phone since my father died", "otherwise I go to the regulator": a time or a condition.
  private static func isInPassing(_ hit: Hit, _ kind: Kind, _ reply: Reply) -> Bool {
    guard kind == .vulnerable || kind == .law,
      let clause = reply.clauses.first(where: { $0.tokens.contains(hit.tokens.lowerBound) })
    else { return false }
    let marks: Set<String> =
      kind == .law ? ["otherwise", "or"] : ["since", "when", "before", "ago", "years", "until"]
    // A passage heard by meaning may reach over several clauses; "no food until Friday" is so now.
    return (Array(clause.tokens) + Array(hit.tokens)).contains { index in
      marks.contains(reply.tokens[index].normal)
        && !(reply.tokens[index].normal == "until" && index >= hit.tokens.upperBound)
    }
  }

  /// In the same clause, or overlapping.
  private static func isNear(_ figure: Hit, _ hit: Hit, _ reply: Reply) -> Bool {
    if figure.tokens.overlaps(hit.tokens) { return true }
    return reply.clauses.contains {
      $0.tokens.contains(figure.tokens.lowerBound) && $0.tokens.contains(hit.tokens.lowerBound)
    }
  }
}

/// Whether a talk holds something that must, or may, be handed on.
struct EscalationDue {
  /// What must be handed on, at the start of a sentence.
  let what: String
  /// Who would take it.
  let team: String
  let isDue: Bool
  /// Whether handing it on is at least no fault: the customer asked for it, or the story foresees it.
  let isAllowed: Bool

  init(_ reading: Reading) {
    let cue =
      Cue.all(in: reading).first { $0.kind != .vulnerable }
      ?? reading.customerTurns.first(where: Self.isAtALoss).map { Cue(kind: .vulnerable, turn: $0.turn) }
    let isOver = reading.actions.contains { action in
      switch action.act.outcome {
      case .refused(.overLimit), .breached(.overLimit): true
      case .done, .refused, .breached, .impossible: false
      }
    }
    isDue = cue != nil || isOver || reading.replies.contains(where: Self.ownsLimit)
    what = cue?.kind.words ?? "An amount over your limit"
    team =
      switch cue?.kind {
      case .selfHarm: "our care team"
      case .danger: "our safety team"
      case .law: "our complaints team"
      case .vulnerable: "our care team"
      case nil: "my team lead"
      }
    let told = reading.customerTurns.contains { turn in
      !turn.mentions(.asksForManager).isEmpty || !turn.mentions(.vulnerableCues).isEmpty
        || !turn.mentions(.trouble).isEmpty
    }
    isAllowed = told || Self.isForeseen(reading.scenario)
  }

  /// Whether it must be handed on by then: a danger, a threat to themselves or a matter for lawyers was told, or the desk
  /// refused an act that stands above what the trainee may do.
  static func isNeeded(_ reading: Reading, before turn: Int) -> Bool {
    Cue.all(in: reading).contains { $0.kind != .vulnerable && $0.isSure && $0.turn < turn }
      || reading.actions.contains { $0.turn < turn && !$0.happened && isAboveTheDesk($0, reading.scenario) }
  }

  private static func isAboveTheDesk(_ action: ReadAction, _ scenario: Scenario?) -> Bool {
    guard let scenario, let known = scenario.actions.first(where: { $0.name == action.act.taken.name }),
      let above = known.overLimit
    else { return false }
    return HandOver.isHandingOn(scenario.actions[above].name)
  }

  /// "That would take a manager", "anything over 200 has to go to my team lead": above them by their own words.
  private static func ownsLimit(_ reply: ReadReply) -> Bool {
    reply.written(.handOverTargets).contains { target in
      guard let sentence = reply.sentence(of: target.tokens.lowerBound), sentence.standing == .own,
        !sentence.isQuestion
      else { return false }
      let lead = reply.reply.tokens[sentence.tokens.lowerBound..<target.tokens.lowerBound].suffix(6)
      let words = lead.filter(\.isWordLike)
      guard !words.contains(where: { $0.stance.contains(.negated) || ["you", "if"].contains($0.normal) })
      else {
        return false
      }
      return words.contains { ["take", "takes", "need", "needs"].contains($0.normal) }
        || zip(words, words.dropFirst()).contains {
          ["has", "have"].contains($0.0.normal) && $0.1.normal == "to"
        }
          && words.contains { $0.normal == "go" }
    }
  }

  /// A hardship heard surely, with words of giving up beside it: "since he died I can't cope any more".
  private static func isAtALoss(_ turn: HeardTurn) -> Bool {
    guard max(turn.sureness(of: .vulnerable), turn.sureness(of: .selfHarm)) >= 0.75 else { return false }
    let words = turn.reply.words.map(\.normal)
    return words.contains { ["cope", "hopeless", "desperate", "suicide"].contains($0) }
      || zip(words, words.dropFirst()).contains { pair in
        ["any", "go", "no", "the", "carry"].contains(pair.0)
          && ["more", "on", "point", "longer"].contains(pair.1)
      } && words.contains { ["not", "no", "never", "nothing"].contains($0) }
  }

  /// Whether the story has a place for it: an act that hands on and is listed in a beat, or stands above a limit.
  private static func isForeseen(_ scenario: Scenario?) -> Bool {
    guard let scenario else { return false }
    let handing = Set(scenario.actions.indices.filter { HandOver.isHandingOn(scenario.actions[$0].name) })
    return scenario.actions.contains { $0.overLimit.map(handing.contains) ?? false }
      || scenario.beats.contains { $0.actions.contains { handing.contains($0.action) } }
  }
}
