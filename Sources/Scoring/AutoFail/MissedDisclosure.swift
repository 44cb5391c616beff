import Domain

/// A statement that must be made was not made by the end, or not before the act it belongs to.
///
/// Which those are, `required-statement` criteria say. Where a reply comes near the statement the rule is silent: what
/// the words lack there, the criterion finds.
struct MissedDisclosure: AutoFailRule {
  let keyword = "missed-disclosure"
  let title = "Left out a statement that must be made"
  let errorClass = ErrorClass.compliance
  let summary =
    "A statement the rubric requires was not made by the end, or not before the act it must come before."

  /// What each criterion asks for; every one on its own channels.
  let due: [Due]

  /// Statements, each as one sentence, and the channels they are due on; empty: on all.
  struct Due: Hashable {
    var statements: [String]
    var channels: [String]
    /// Whether they must come before the first act at the desk.
    var isBeforeAct = false
  }

  init(due: [Due] = []) { self.due = due }

  /// The same rule for what a rubric's criteria require of any channel, or of those they name.
  func requiring(_ criteria: [Criterion]) -> any AutoFailRule {
    let required = criteria.filter { $0.kind == "required-statement" }
    return MissedDisclosure(
      due: required.map {
        Due(
          statements: $0.settings["statements"] ?? [], channels: $0.settings["channels"] ?? [],
          isBeforeAct: $0.settings["before"]?.first == "act")
      })
  }

  func breaches(in reading: Reading) -> [Breach] {
    guard reading.isConcluded else { return [] }
    return due.compactMap { missed($0, in: reading) }.prefix(1).map(\.self)
  }

  private func missed(_ due: Due, in reading: Reading) -> Breach? {
    let replies = reading.replies.filter { due.channels.isEmpty || due.channels.contains($0.channel) }
    guard !due.statements.isEmpty, let last = replies.last else { return nil }
    let limit = due.isBeforeAct ? RequiredStatement.deadline("act", reading, replies) : .max
    let places = StatementReader(reading).places(of: due.statements, in: replies)
    let isMissed = zip(due.statements, places).contains { statement, place in
      if let made = place.made { return made.turn > limit }
      if let nearly = place.nearly, nearly.turn < limit { return false }
      let before = replies.filter { $0.turn < limit }
      return !StatementReader.isTouched(statement, in: before.map(\.reply))
        && !before.contains { Self.confirms(statement, $0, reading) }
    }
    return isMissed
      ? Breach(rule: keyword, title: title, quote: nil, turn: last.turn, because: "auto_fail: \(keyword)")
      : nil
  }

  /// "Is this recorded?" - "Yes, it is.": the customer asks for it, and the first word is a yes.
  private static func confirms(_ statement: String, _ reply: ReadReply, _ reading: Reading) -> Bool {
    guard let first = reply.reply.words.first, let last = reading.customerTurn(before: reply.turn),
      ["yes", "yeah", "yep", "indeed", "correct", "right", "aye"].contains(first.normal),
      last.reply.tokens.contains(where: { $0.normal == "?" })
    else { return false }
    return StatementReader.isTouched(statement, in: [last.reply])
  }

  private static let recorded = [
    Criterion(
      name: "recording", title: "Says the call is recorded", kind: "required-statement", skill: "policy",
      weight: 100,
      settings: ["statements": ["This call is recorded for training purposes."], "channels": ["phone"]])
  ]

  private static let recordedShortly = [
    Criterion(
      name: "recording", title: "Says the call is recorded", kind: "required-statement", skill: "policy",
      weight: 100, settings: ["statements": ["This call is recorded."], "channels": ["phone"]])
  ]

  private static let withdrawn = [
    Criterion(
      name: "withdrawal", title: "Says until when it can be undone", kind: "required-statement",
      skill: "policy",
      weight: 100, settings: ["statements": ["You can withdraw within 14 days."]])
  ]

  private static let recordedAndAppealed =
    recorded + [
      Criterion(
        name: "appeal", title: "Says where a complaint can go", kind: "required-statement", skill: "policy",
        weight: 100,
        settings: [
          "statements": ["You can take a complaint to the ombudsman free of charge."], "channels": ["email"],
        ])
    ]

  private static let priced = [
    Criterion(
      name: "price", title: "Says what it costs later", kind: "required-statement", skill: "policy",
      weight: 100,
      settings: ["statements": ["After the trial it costs 12 EUR a month."], "before": ["act"]])
  ]

  let examples = [
    AutoFailExample(
      "told when it was too late", breaches: [""], criteria: priced,
      [
        .customer("I take the trial."), .act("start", "trial"),
        .trainee("It runs! After the trial it costs 12 EUR a month."), .end(.success),
      ]),
    AutoFailExample(
      "told before the act", criteria: priced,
      [
        .customer("I take the trial."),
        .trainee("After the trial it costs 12 EUR a month. Shall I start it?"),
        .customer("Yes."), .act("start", "trial"), .end(.success),
      ]),
    AutoFailExample(
      "another price than the one to be told", breaches: [""], criteria: priced,
      [
        .customer("I take the trial."), .trainee("After the trial it costs 5 EUR a month. Shall I start it?"),
        .act("start", "trial"), .end(.success),
      ]),
    AutoFailExample(
      "nearly said, in words of one's own", criteria: recorded,
      [
        .customer("Hello?"),
        .trainee(
          "Hello! We keep a recording of each call so that new colleagues learn from it.", channel: "phone"),
        .end(.success),
      ]),
    AutoFailExample(
      "a yes to the question", criteria: recordedShortly,
      [
        .customer("Is this recorded?"), .trainee("Yes, it is. I'm Sam, how can I help?", channel: "phone"),
        .end(.success),
      ]),
    AutoFailExample(
      "a no to the question", breaches: [""], criteria: recordedShortly,
      [
        .customer("Is this recorded?"), .trainee("No, nobody tapes us.", channel: "phone"), .end(.success),
      ]),
    AutoFailExample(
      "the same time in other words", criteria: withdrawn,
      [
        .customer("I'd like to buy the cover."),
        .trainee("You have a fortnight to change your mind and pull out, no reason needed."), .end(.success),
      ]),
    AutoFailExample(
      "a letter's statement is not due in a call", criteria: recordedAndAppealed,
      [
        .customer("Hello?"), .trainee("Hello, this call is recorded for training.", channel: "phone"),
        .end(.success),
      ]),
    AutoFailExample(
      "a letter without the letter's statement", breaches: [""], criteria: recordedAndAppealed,
      [
        .customer("Please write to me."), .trainee("Dear Kim, your card is blocked.", channel: "email"),
        .end(.success),
      ]
    ),
    AutoFailExample(
      "never said", breaches: [""], criteria: recorded,
      [.customer("Hello?"), .trainee("Hello, I will refund you today.", channel: "phone"), .end(.success)]),
    AutoFailExample(
      "said in other words", criteria: recorded,
      [
        .customer("Hello?"),
        .trainee("Just so you know, we record this call for training.", channel: "phone"),
        .end(.success),
      ]),
    AutoFailExample(
      "not due in a chat", criteria: recorded,
      [.customer("Hello?"), .trainee("Hello, I will refund you today."), .end(.success)]),
    AutoFailExample(
      "without a rubric nothing is required",
      [.customer("I take it."), .trainee("Great, it is yours."), .end(.success)]),
    AutoFailExample(
      "a talk that still runs", [.customer("I take it."), .trainee("Great, one moment.")]),
  ]
}
