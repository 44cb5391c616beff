import Domain
import Language

/// Whether the trainee asks for nothing that stands in the thread already, and nothing twice.
///
/// Does not apply where nobody had said anything before the trainee's first question could repeat it. Checks
/// of identity may ask for what was said: that is their point. The points open with useful work.
struct NoRepeatQuestion: CriterionKind {
  let keyword = "no-repeat-question"
  let summary =
    "Asks for nothing the customer has already said, in this talk or before it, and nothing twice."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    guard reading.heard.contains(where: { $0.speaker == .customer && $0.reply.words.count >= 3 }) else {
      return Finding.notApplicable("The customer had told nothing yet that could be asked again.")
    }
    let slips = Self.slips(in: reading)
    let closed = Conduct.closed(reading)
    if slips.isEmpty, let closed { return closed }
    let known = slips.filter { $0.kind == .alreadyTold }
    let twice = slips.filter { $0.kind == .askedTwice }
    var finding = Finding()
    finding.ask("Asks for nothing that stands in the thread", known.isEmpty && closed == nil)
    finding.ask("Asks nothing twice", twice.isEmpty && closed == nil)
    finding.ask("Takes up what was said", Self.takesUp(reading) && closed == nil)
    for slip in slips { finding.quote(slip.reply.quote(slip.hit.range, .lost, slip.note)) }
    let reason =
      known.first.map { "The customer had already told you \($0.slot.words)." }
      ?? twice.first.map { "You asked twice for \($0.slot.words)." }
      ?? "Nothing had to be said twice."
    return finding.evidence(reason, better: known.first.map(Self.better) ?? criterion.better)
  }

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
    enum Kind { case alreadyTold, askedTwice }
    var kind: Kind
    var slot: Slot
    var reply: ReadReply
    var hit: Hit
    /// The words that told it, where they are short.
    var told: String?

    var note: String {
      switch kind {
      case .alreadyTold: told.map { "already told: \($0)" } ?? "already told"
      case .askedTwice: "asked before"
      }
    }
  }

  private static func slips(in reading: Reading) -> [Slip] {
    var slips: [Slip] = []
    var told: [Slot: String] = [:]
    var asked: Set<Slot> = []
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
        } else if !asked.insert(slot).inserted {
          slips.append(Slip(kind: .askedTwice, slot: slot, reply: reply, hit: hit, told: nil))
        }
      }
    }
    return slips
  }

  /// The question for a slot in a reply; identity checks may ask for name and address again.
  private static func question(for slot: Slot, in reply: ReadReply, checksIdentity: Bool) -> Hit? {
    switch slot {
    case .name, .email: if checksIdentity { return nil }
    case .order, .problem, .amount, .date, .item: break
    }
    return reply.askedOrTold(slot.questions).first { hit in
      reply.sentence(of: hit.tokens.lowerBound)?.isQuestion ?? false
        || reply.reply.stance(of: hit.tokens).contains(.asked)
    }
  }

  private static func takesUp(_ reading: Reading) -> Bool {
    reading.replies.contains { reply in
      reply.sentences.contains { $0.standing == .own && !$0.matter.isEmpty }
    }
  }

  private static func better(_ slip: Slip) -> String? {
    guard let told = slip.told, slip.slot != .problem else {
      return "I have read what you wrote, so you need not tell it again."
    }
    return "I see \(told) in what you wrote; you need not tell it again."
  }

  let examples = [
    CriterionExample(
      "reads before asking", .met,
      [
        .customer("A-4412 was due Tuesday and has not come."),
        .trainee("I see A-4412 was due on Tuesday. I will open a trace now."),
      ]),
    CriterionExample(
      "asks for the order number in the thread", .partly, quotes: ["what is your order number"],
      [
        .customer("A-4412 was due Tuesday and has not come."),
        .trainee("I will look for it now. And what is your order number?"),
      ]),
    CriterionExample(
      "the bot was told", .missed, quotes: ["How can I help"],
      [
        .customer("My parcel A-4412 is late."), .bot("I will hand you over."),
        .trainee("How can I help you today?"),
      ]),
    CriterionExample(
      "an identity check may ask again", .met,
      [
        .customer("I am Ines Moreau and my parcel is lost."),
        .trainee("I will look for the parcel. Can you confirm your full name and postcode?"),
      ]),
    CriterionExample(
      "asking for what is not known is no repeat", .met,
      [
        .customer("My train set has not come."),
        .trainee("I will look for the train set now. What is the order number?"),
      ]),
    CriterionExample(
      "asked twice", .partly, quotes: ["What is the order number"],
      [
        .customer("My train set has not come."),
        .trainee("I will look for the train set. Which order is it?"),
        .customer("One moment please, I am looking."),
        .trainee("What is the order number?"),
      ]),
    CriterionExample(
      "the customer had told nothing", .notApplicable,
      [
        .customer("Hello?"), .trainee("Hello, how can I help you?"),
      ]),
  ]
}

/// Finds what somebody's words have already told.
struct SlotReader {
  private let reading: Reading

  init(_ reading: Reading) { self.reading = reading }

  func told(in turn: HeardTurn) -> [(NoRepeatQuestion.Slot, String)] {
    var told: [(NoRepeatQuestion.Slot, String)] = []
    for token in turn.reply.tokens {
      switch token.kind {
      case .identifier: told.append((.order, turn.reply.text[token.range]))
      case .money where turn.speaker == .customer: told.append((.amount, turn.reply.text[token.range]))
      case .address where token.normal.contains("@"): told.append((.email, turn.reply.text[token.range]))
      case .date where turn.speaker == .customer && tellsDue(turn):
        told.append((.date, turn.reply.text[token.range]))
      case .word, .number, .percent, .money, .duration, .time, .date, .address, .punctuation, .emoji: break
      }
    }
    guard turn.speaker == .customer else { return told }
    if !turn.mentions(.trouble).isEmpty || turn.reply.words.count >= 8 {
      told.append((.problem, "the matter"))
    }
    if let name = reading.customerNames.first, turn.reply.tokens.contains(where: { $0.normal == name }) {
      told.append((.name, name.sentenceCased))
    }
    if let item = itemNamed(in: turn) { told.append((.item, item)) }
    return told
  }

  private func tellsDue(_ turn: HeardTurn) -> Bool {
    turn.reply.tokens.contains {
      ["due", "supposed", "promised", "ordered", "booked", "expected"].contains($0.normal)
    }
  }

  /// A word of the ordered item's name in the customer's words.
  private func itemNamed(in turn: HeardTurn) -> String? {
    let items = reading.scenario?.customer.orders.flatMap(\.fields).filter { $0.name == "item" } ?? []
    let stems = Set(items.flatMap { Reply($0.text).words }.filter { $0.normal.utf8.count > 3 }.map(\.stem))
    guard !stems.isEmpty else { return nil }
    return turn.reply.tokens.first { stems.contains($0.stem) }.map { turn.reply.text[$0.range] }
  }
}
