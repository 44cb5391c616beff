import Domain

/// A statement that must be made was not made by the end. Which those are, `required-statement` criteria say.
struct MissedDisclosure: AutoFailRule {
  let keyword = "missed-disclosure"
  let title = "Left out a statement that must be made"
  let errorClass = ErrorClass.compliance
  let summary = "A statement the rubric requires was not made by the end of a talk that was concluded."

  /// What each criterion asks for; every one on its own channels.
  let due: [Due]

  /// Statements, each as one sentence, and the channels they are due on; empty: on all.
  struct Due: Hashable {
    var statements: [String]
    var channels: [String]
  }

  init(due: [Due] = []) { self.due = due }

  /// The same rule for what a rubric's criteria require of any channel, or of those they name.
  func requiring(_ criteria: [Criterion]) -> any AutoFailRule {
    let required = criteria.filter { $0.kind == "required-statement" }
    return MissedDisclosure(
      due: required.map {
        Due(statements: $0.settings["statements"] ?? [], channels: $0.settings["channels"] ?? [])
      })
  }

  func breaches(in reading: Reading) -> [Breach] {
    guard reading.isConcluded else { return [] }
    return due.compactMap { missed($0, in: reading) }.prefix(1).map(\.self)
  }

  private func missed(_ due: Due, in reading: Reading) -> Breach? {
    let replies = reading.replies.filter { due.channels.isEmpty || due.channels.contains($0.channel) }
    guard !due.statements.isEmpty, let last = replies.last else { return nil }
    let missed = StatementReader(reading).places(of: due.statements, in: replies).contains { $0.made == nil }
    return missed
      ? Breach(rule: keyword, title: title, quote: nil, turn: last.turn, because: "auto_fail: \(keyword)")
      : nil
  }

  private static let recorded = [
    Criterion(
      name: "recording", title: "Says the call is recorded", kind: "required-statement", skill: "policy",
      weight: 100,
      settings: ["statements": ["This call is recorded for training purposes."], "channels": ["phone"]])
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

  let examples = [
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
