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

  /// Whether what the customer told must be handed on: a danger, a threat to themselves or a matter for lawyers.
  static func isNeeded(_ reading: Reading) -> Bool {
    Cue.all(in: reading).contains { $0.kind != .vulnerable && $0.isSure }
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

/// A matter given to somebody else: by an act at the desk or in words.
struct HandOver {
  /// The reply that tells of it, when it was told.
  var reply: ReadReply?
  /// The first of the words that tell it.
  var token: Int?
  var turn: Int
  var range: TextRange
  var hasReason: Bool
  var namesWho: Bool
  var saysWhen: Bool

  func quote(_ role: Quote.Role, _ note: String) -> Quote {
    Quote(turn: turn, range: range, role: role, note: note)
  }

  static func all(in reading: Reading) -> [HandOver] {
    reading.replies.compactMap { told(in: $0) } + reading.actions.filter { $0.happened }.compactMap(act)
  }

  static func isHandingOn(_ name: String) -> Bool {
    name.split(separator: " ").contains { $0.hasPrefix("escalat") || $0 == "transfer" || $0 == "handover" }
  }

  private static func act(_ action: ReadAction) -> HandOver? {
    guard isHandingOn(action.act.taken.name) else { return nil }
    let words = Reply(action.act.taken.argument).words.count
    return HandOver(
      turn: action.turn, range: TextRange(0, 0), hasReason: words >= 3, namesWho: false, saysWhen: false)
  }

  /// Words of the trainee's own; the reason, the name and the time may stand in the sentences beside them.
  private static func told(in reply: ReadReply) -> HandOver? {
    guard
      let tokens = Hit.joined(reply.offered(.handOvers)).first(where: { isOurs($0, in: reply) })?.tokens
        ?? spelled(in: reply)
        ?? passed(in: reply),
      let place = reply.sentenceIndex(of: tokens.lowerBound)
    else { return nil }
    let near = reply.sentences.indices.filter { abs($0 - place) <= 1 }.map { reply.sentences[$0] }
    let who = reply.written(.handOverTargets)
    let reasons = reply.askedOrTold(.reasons)
    let told = refersBack(reply.sentences[place], reply) ? Array(reply.sentences[...place]) : []
    let hasReason = (near + told).contains { sentence in
      sentence.matter.contains { index in !who.contains { $0.tokens.contains(index) } }
        || reasons.contains { sentence.tokens.contains($0.tokens.lowerBound) }
    }
    return HandOver(
      reply: reply, token: tokens.lowerBound, turn: reply.turn, range: reply.range(of: tokens),
      hasReason: hasReason,
      namesWho: near.contains { sentence in who.contains { sentence.tokens.contains($0.tokens.lowerBound) } }
        || isToOurs(reply.sentences[place].tokens, reply),
      saysWhen: near.contains { saysWhen($0, reply) })
  }

  /// Given on by us: not "you can send it by post to the manager", "you're through to Marcus", "my colleague was taken
  /// ill".
  private static func isOurs(_ hit: Hit, in reply: ReadReply) -> Bool {
    let words = reply.normalWords(hit.tokens)
    let sentence = reply.sentence(of: hit.tokens.lowerBound)?.tokens ?? hit.tokens
    let lead = reply.normalWords(sentence.lowerBound..<max(sentence.lowerBound, hit.tokens.lowerBound))
    if reply.reply.tokens[hit.tokens.lowerBound].subject == .listener { return false }
    if isTheirs(lead) || isTheirs(words) || isFetched(hit, in: reply) { return false }
    return !["manager", "supervisor", "colleague", "engineer", "specialist"].contains(words.first ?? "")
      || !words.contains { ["was", "were", "had"].contains($0) }
  }

  /// "Jo'll take your bags down": heard by meaning, but what is taken is a thing, and nobody is told of the matter.
  private static func isFetched(_ hit: Hit, in reply: ReadReply) -> Bool {
    if (reply.phrases[.handOvers] ?? []).contains(where: { $0.tokens.overlaps(hit.tokens) }) { return false }
    let words = reply.normalWords(hit.tokens)
    guard let verb = words.firstIndex(where: { ["take", "bring", "carry", "fetch"].contains($0) }) else {
      return false
    }
    let thing = words[(verb + 1)...].drop {
      ["your", "the", "all", "both", "her", "his", "their"].contains($0)
    }.first
    return !["you", "it", "this", "that", "over", "care", "matter", "case", "complaint", "call"].contains(
      thing ?? "it")
  }

  /// "You can", "you need to", "you are through to": what the customer is to do, or where they are already.
  private static func isTheirs(_ words: [String]) -> Bool {
    guard let you = words.lastIndex(where: { ["i", "we", "you"].contains($0) }), words[you] == "you",
      you + 1 < words.count
    else { return false }
    return !words[..<you].contains { ["i", "we"].contains($0) }
      && ["can", "could", "may", "must", "should", "need", "are", "have"].contains(words[you + 1])
  }

  /// "I have reported it to his manager": what "it" is stands in any sentence before.
  private static func refersBack(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    reply.normalWords(sentence.tokens).contains { ["it", "this", "that", "everything", "all"].contains($0) }
  }

  /// "I'll forward the bill and all you told me to our complaints team": a verb of giving, and later to whom.
  private static func spelled(in reply: ReadReply) -> Range<Int>? {
    for target in reply.written(.handOverTargets) where reply.isOwn(target.tokens.lowerBound) {
      guard let sentence = reply.sentence(of: target.tokens.lowerBound) else { continue }
      let before = sentence.tokens.lowerBound..<target.tokens.lowerBound
      let words = reply.reply.tokens[before].suffix(3).map(\.normal)
      guard words.contains(where: { ["to", "with", "by"].contains($0) }) else { continue }
      let verb = before.first { index in
        let token = reply.reply.tokens[index]
        return giving.contains(token.stem) && !isTheirs(reply.normalWords(sentence.tokens.lowerBound..<index))
          && token.stance.isDisjoint(with: [.negated, .conditional, .reported])
          && token.subject != .listener && token.subject != .other
      }
      if let verb { return verb..<target.tokens.upperBound }
    }
    return nil
  }

  /// "Passed this to our developers": whoever of ours it goes to.
  private static func isToOurs(_ sentence: Range<Int>, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens[sentence].filter(\.isWordLike)
    return tokens.indices.dropLast(2).contains { index in
      ["to", "with"].contains(tokens[index].normal) && tokens[index + 1].normal == "our"
        && tokens[index + 2].carriesContent
    }
  }

  /// "I will pass it for the doctor": what somebody takes on to pass or forward, whatever word leads to whom.
  private static func passed(in reply: ReadReply) -> Range<Int>? {
    Commitment.all(in: reply).map(\.tokens).first { deed in
      guard deed.upperBound < reply.reply.tokens.count, let verb = reply.reply.tokens[deed].last else {
        return false
      }
      return ["pass", "forward"].contains(verb.stem) && isMatter(at: deed.upperBound, in: reply)
    } ?? informed(in: reply)
  }

  /// "It", "the matter", "your request".
  private static func isMatter(at place: Int, in reply: ReadReply) -> Bool {
    let words = reply.reply.tokens[place...].prefix(2).map(\.normal)
    guard let first = words.first else { return false }
    return ["it", "this", "that", "them"].contains(first)
      || ["the", "your"].contains(first) && matters.contains(words.last ?? "")
  }

  private static let matters: Set<String> = [
    "matter", "case", "issue", "request", "report", "fault", "problem", "job", "complaint", "query",
    "message",
  ]

  /// "I have told our repair firm. They will call you": who was told takes over.
  private static func informed(in reply: ReadReply) -> Range<Int>? {
    reply.sentences.indices.dropLast().lazy.compactMap { place -> Range<Int>? in
      let sentence = reply.sentences[place]
      let next = reply.normalWords(reply.sentences[place + 1].tokens).prefix(2)
      guard sentence.standing == .own, !sentence.isQuestion, next.count == 2,
        ["they", "he", "she"].contains(next[0]), ["will", "shall"].contains(next[1])
      else { return nil }
      let tokens = reply.reply.tokens
      let verb = sentence.tokens.dropLast().first { index in
        tokens[index].subject == .speaker && tokens[index].stance.isAsserted
          && ["told", "informed", "notified", "alerted"].contains(tokens[index].normal)
          && ["our", "my"].contains(tokens[index + 1].normal)
      }
      return verb.map { $0..<$0 + 2 }
    }.first
  }

  private static let giving = Set(
    "pass forward hand transfer escalate refer raise share discuss route flag report submit connect involve"
      .split(separator: " ").flatMap { Reply(String($0)).words.map(\.stem) })

  private static func saysWhen(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let timed = sentence.tokens.contains { index in
      switch reply.reply.tokens[index].kind {
      case .time, .date, .duration: true
      case .word, .number, .percent, .money, .identifier, .address, .punctuation, .emoji: false
      }
    }
    return timed
      || reply.written(.exactTime).beginning(in: sentence.tokens).contains { !$0.isReported }
  }
}
