import Domain

/// A statement that must be made was not made by the end. Which those are, `required-statement` criteria say.
struct MissedDisclosure: AutoFailRule {
  let keyword = "missed-disclosure"
  let title = "Left out a statement that must be made"
  let errorClass = ErrorClass.compliance
  let summary = "A statement the rubric requires was not made by the end of a talk that was concluded."

  /// What must be said, each as one sentence, and the channels it is due on; empty: on all.
  let statements: [String]
  let channels: [String]

  init(statements: [String] = [], channels: [String] = []) {
    self.statements = statements
    self.channels = channels
  }

  /// The same rule for what a rubric's criteria require of any channel, or of those they name.
  func requiring(_ criteria: [Criterion]) -> any AutoFailRule {
    let due = criteria.filter { $0.kind == "required-statement" }
    let isAnywhere = due.contains { ($0.settings["channels"] ?? []).isEmpty }
    return MissedDisclosure(
      statements: due.flatMap { $0.settings["statements"] ?? [] },
      channels: isAnywhere ? [] : due.flatMap { $0.settings["channels"] ?? [] })
  }

  func breaches(in reading: Reading) -> [Breach] {
    let replies = reading.replies.filter { channels.isEmpty || channels.contains($0.channel) }
    guard reading.isConcluded, !statements.isEmpty, let last = replies.last else { return [] }
    let missed = StatementReader(reading).places(of: statements, in: replies).contains { $0.made == nil }
    return missed
      ? [Breach(rule: keyword, title: title, quote: nil, turn: last.turn, because: "auto_fail: \(keyword)")]
      : []
  }

  private static let recorded = [
    Criterion(
      name: "recording", title: "Says the call is recorded", kind: "required-statement", skill: "policy",
      weight: 100,
      settings: ["statements": ["This call is recorded for training purposes."], "channels": ["phone"]])
  ]

  let examples = [
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
