import Domain
import Language

/// Whether the trainee asks for nothing that stands in the thread already, and nothing twice.
///
/// Does not apply where nobody had said anything before the trainee's first question could repeat it. Checks
/// of identity may ask for what was said: that is their point. The points open with useful work.
struct NoRepeatQuestion: CriterionKind {
  let keyword = "no-repeat-question"
  let workAsked = 2
  let summary =
    "Asks for nothing the customer has already said, in this talk or before it, and nothing twice."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    guard reading.heard.contains(where: { $0.speaker == .customer && Self.tellsSomething($0) }) else {
      return Finding.notApplicable("The customer had told nothing yet that could be asked again.")
    }
    if Self.onlyAsks(reading) {
      return Finding.notApplicable("Nothing was told that could be asked again, and nothing was asked.")
    }
    let slips = Self.slips(in: reading)
    let known = slips.filter { $0.kind != .askedTwice }
    let crowd = QuestionCrowd.first(in: reading)
    let twice = slips.filter { $0.kind == .askedTwice }
    let things = Self.things(in: reading, besides: slips)
    let again =
      AskedAgain.questions(in: reading) + SaidAlready.questions(in: reading)
      + TriedAlready.questions(in: reading)
    let listed = Self.listed(in: reading)
    let asking =
      slips.map { ($0.reply.turn, $0.hit.tokens) } + things.map { ($0.reply.turn, $0.tokens) }
      + again.map { ($0.reply.turn, $0.sentence.tokens) } + listed
    var finding = Finding()
    finding.ask("Asks for nothing that was said or stands at the desk, and nothing twice", asking.isEmpty)
    finding.ask(
      "Takes up what was said",
      Self.isHeard(asking) && (crowd == nil || again.isEmpty) && Self.takesUp(reading, asking))
    if let crowd {
      finding.ask("Asks for three things at once at the most", false)
      finding.quote(crowd.reply.quote(crowd.range, .lost, "too much at once"))
    }
    for slip in slips { finding.quote(slip.reply.quote(slip.hit.range, .lost, slip.note)) }
    for (reply, sentence) in again
    where !slips.contains(where: { $0.reply.turn == reply.turn && $0.hit.tokens.overlaps(sentence.tokens) }) {
      finding.quote(reply.quote(sentence.range, .lost, "asked before"))
    }
    for thing in things {
      finding.quote(thing.reply.quote(thing.reply.range(of: thing.tokens), .lost, "said before"))
    }
    let reason =
      known.first.map(Self.reason) ?? things.first.map { _ in "The customer had already told you that." }
      ?? again.first.map { _ in "The customer had answered that before." }
      ?? twice.first.map { "You asked twice for \($0.slot.words)." }
      ?? (crowd == nil
        ? "Nothing had to be said twice." : "That is a form, not a talk: ask for three things at the most.")
    return finding.evidence(reason, better: known.first.map(Self.better) ?? criterion.better)
  }

  /// Who asks in two replies for what was said has not read it, whatever else is taken up.
  private static func isHeard(_ asking: [(turn: Int, tokens: Range<Int>)]) -> Bool {
    Set(asking.map(\.turn)).count < 2
  }

  /// The items of a list of details of which two and more had been told.
  private static func listed(in reading: Reading) -> [(turn: Int, tokens: Range<Int>)] {
    reading.replies.flatMap { reply -> [(turn: Int, tokens: Range<Int>)] in
      guard let list = AskedList.first(in: reply) else { return [] }
      let said = Set(
        reading.customerTurns.filter { $0.turn < reply.turn }.flatMap {
          $0.reply.tokens.filter(\.carriesContent).map(\.stem)
        })
      let known = list.known(to: said)
      return known.count >= 2
        ? list.items.map { (reply.turn, $0) } : []
    }
  }

  /// A plain question or a kind word, answered without a question: there was nothing to ask again.
  private static func onlyAsks(_ reading: Reading) -> Bool {
    guard reading.actions.isEmpty, reading.scenario == nil, !reading.troubleTold,
      !reading.replies.contains(where: { $0.sentences.contains(where: \.isQuestion) }),
      !reading.replies.contains(where: { AskedList.first(in: $0) != nil })
    else { return false }
    return reading.heard.allSatisfy { turn in
      guard turn.speaker == .customer else { return true }
      let tokens = turn.reply.tokens
      let tells = turn.acts.contains { told.contains($0.act) && $0.probability >= 0.5 }
      return !tells && turn.reply.sentences.count <= 2
        && !tokens.contains { [.identifier, .money, .address].contains($0.kind) }
        && !tokens.contains { ["i", "my", "we", "our"].contains($0.normal) }
    }
  }

  /// What a customer tells, as against what they ask.
  private static let told: Set<ServiceAct> = [
    .trouble, .efforts, .earlierContact, .ownDoing, .request, .vulnerable, .danger,
  ]

  /// More than that one is there: "excuse me, are you the one I ask?" and "I was told to ring you" tell nothing yet.
  private static func tellsSomething(_ turn: HeardTurn) -> Bool {
    guard turn.reply.words.count >= 3 else { return false }
    return turn.reply.tokens.contains { $0.carriesContent && !contacting.contains($0.stem) }
  }

  private static let contacting = Set(
    Reply(
      """
      ring rang call called phone number line ask asked speak talk told tell said help helping question hello excuse
      somebody someone anybody anyone person place desk right wonder wondering hope morning afternoon evening sorry
      bother message write work works contact problem issue matter thing sir madam miss
      """
    ).words.map(\.stem))

  /// Something a question may ask for.
  enum Slot: CaseIterable, Hashable {
    case order, problem, amount, date, item, email, name

    var questions: LexiconName {
      switch self {
      case .order: .asksOrder
      case .problem: .asksProblem
      case .amount: .asksAmount
      case .date: .asksDate
      case .item: .asksItem
      case .email: .asksEmail
      case .name: .asksName
      }
    }

    var words: String {
      switch self {
      case .order: "the number it is about"
      case .problem: "what the matter is"
      case .amount: "the amount"
      case .date: "the date"
      case .item: "which thing it is about"
      case .email: "the e-mail address"
      case .name: "their name"
      }
    }
  }

  private struct Slip {
    enum Kind { case alreadyTold, atDesk, askedTwice }
    var kind: Kind
    var slot: Slot
    var reply: ReadReply
    var hit: Hit
    /// The words that told it, where they are short.
    var told: String?

    var note: String {
      switch kind {
      case .alreadyTold: told.map { "already told: \($0)" } ?? "already told"
      case .atDesk: "it is on your screen"
      case .askedTwice: "asked before"
      }
    }
  }

  private static func slips(in reading: Reading) -> [Slip] {
    var slips: [Slip] = []
    var told: [Slot: String] = [:]
    var asked: Set<Slot> = []
    let shown = SlotReader(reading).shown()
    var next = 0
    for reply in reading.replies {
      while next < reading.heard.count, reading.heard[next].turn < reply.turn {
        for (slot, words) in SlotReader(reading).told(in: reading.heard[next]) where told[slot] == nil {
          told[slot] = words
        }
        next += 1
      }
      let checksIdentity = !reply.mentioned(.safetyChecks).isEmpty
      for slot in Slot.allCases {
        guard let hit = question(for: slot, in: reply, checksIdentity: checksIdentity) else { continue }
        if let words = told[slot] {
          slips.append(
            Slip(
              kind: .alreadyTold, slot: slot, reply: reply, hit: hit,
              told: words.utf8.count < 24 ? words : nil))
        } else if let words = shown[slot], !checksIdentity, !asksToConfirm(hit, in: reply) {
          slips.append(Slip(kind: .atDesk, slot: slot, reply: reply, hit: hit, told: words))
        } else if !asked.insert(slot).inserted {
          slips.append(Slip(kind: .askedTwice, slot: slot, reply: reply, hit: hit, told: nil))
        }
      }
    }
    return slips
  }

  /// Things asked for that no slot stands for: told already, or asked twice.
  private static func things(
    in reading: Reading, besides slips: [Slip]
  ) -> [AskedThing] {
    var earlier: [AskedThing] = []
    var repeated: [AskedThing] = []
    var said = SaidWords()
    var rest = reading.heard[...]
    for reply in reading.replies {
      let asked = AskedThing.all(in: reply).filter { thing in
        !slips.contains { $0.reply.turn == reply.turn && $0.hit.tokens.overlaps(thing.tokens) }
      }
      while let turn = rest.first, turn.turn < reply.turn {
        said.hear(turn)
        rest.removeFirst()
      }
      repeated += asked.filter { $0.told(in: said) != nil || $0.wasAsked(in: earlier, reading) }
      earlier += asked
    }
    return repeated
  }

  /// The question for a slot in a reply; identity checks may ask for name and address again.
  private static func question(for slot: Slot, in reply: ReadReply, checksIdentity: Bool) -> Hit? {
    switch slot {
    case .name, .email: if checksIdentity { return nil }
    case .order, .problem, .amount, .date, .item: break
    }
    let starting = slot == .problem ? startsOver(reply) : []
    return (reply.askedOrTold(slot.questions) + starting).first { hit in
      reply.sentence(of: hit.tokens.lowerBound)?.isQuestion ?? false
        || reply.reply.stance(of: hit.tokens).contains(.asked)
    }
  }

  /// "What is this about?", heard by its meaning; a greeting alone asks nothing.
  private static func startsOver(_ reply: ReadReply) -> [Hit] {
    reply.acts.filter { heard in
      heard.act == .startsOver && heard.probability >= 0.7
        && reply.reply.tokens[heard.passage.tokens].contains { $0.normal == "?" }
        && reply.reply.tokens[heard.passage.tokens].count(where: \.isWordLike) >= 3
    }.map { Hit(tokens: $0.passage.tokens, range: TextRange($0.passage.range)) }
  }

  private static func reason(_ slip: Slip) -> String {
    switch slip.kind {
    case .atDesk: "Your desk shows \(slip.slot.words) already."
    case .alreadyTold, .askedTwice: "The customer had already told you \(slip.slot.words)."
    }
  }

  /// "Can you confirm the order number" checks who is speaking; "what is it" does not.
  private static func asksToConfirm(_ hit: Hit, in reply: ReadReply) -> Bool {
    reply.reply.tokens[hit.tokens].contains { ["confirm", "verify", "check"].contains($0.stem) }
  }

  /// Something of the customer's in a sentence that does not ask for it again; what is told from the records counts
  /// though the customer said it first.
  private static func takesUp(_ reading: Reading, _ asked: [(turn: Int, tokens: Range<Int>)]) -> Bool {
    let asked = Dictionary(grouping: asked, by: \.turn)
    let said = firstTurns(in: reading)
    return reading.replies.contains { reply in
      let asking = Set(
        (asked[reply.turn] ?? []).compactMap { reply.sentenceIndex(of: $0.tokens.lowerBound) })
      return reply.sentences.indices.contains { place in
        let sentence = reply.sentences[place]
        guard !asking.contains(place) else { return false }
        let isTaken = sentence.standing == .own && !sentence.matter.isEmpty
        return isTaken
          || sentence.tokens.contains { sharesValue(reply.reply.tokens[$0], said, before: reply.turn) }
      }
    }
  }

  /// The turn of the talk in which somebody else first said each word or value, by stem.
  private static func firstTurns(in reading: Reading) -> [String: Int] {
    var turns: [String: Int] = [:]
    for turn in reading.heard {
      for token in turn.reply.tokens where token.isWordLike && turns[token.stem] == nil {
        turns[token.stem] = turn.turn
      }
    }
    return turns
  }

  /// A number, date or amount that was said before.
  private static func sharesValue(_ token: Token, _ said: [String: Int], before turn: Int) -> Bool {
    guard token.kind != .word, token.isWordLike, token.normal.utf8.count >= 2 else { return false }
    return said[token.stem].map { $0 < turn } ?? false
  }

  private static func better(_ slip: Slip) -> String? {
    if slip.kind == .atDesk { return slip.told.map { "I see \($0) on my screen; you need not look for it." } }
    guard let told = slip.told, slip.slot != .problem else {
      return "I have read what you wrote, so you need not tell it again."
    }
    return "I see \(told) in what you wrote; you need not tell it again."
  }

  let examples = NoRepeatQuestionExamples.all
}
