import Domain
import Language

/// Whether statements the law or the company asks for are made, early enough, in any words that keep their meaning.
///
/// Does not apply where none is set for a channel the trainee used. Said word for word they count as well: here
/// copying is no fault.
struct RequiredStatement: CriterionKind {
  let keyword = "required-statement"
  let summary = "Makes every required statement early enough, in words that keep its meaning."

  let fields = [
    CriterionField(
      name: "statements", shape: .list, isRequired: false, meaning: "what must be said, each as one sentence",
      example: "[This call is recorded for training, You can cancel within 14 days]"),
    CriterionField(
      name: "channels", shape: .list, isRequired: false,
      meaning: "the channels they are due on; all when left out",
      example: "[phone]"),
    CriterionField(
      name: "before", shape: .text, isRequired: false,
      meaning:
        "how early: in the first reply (first-reply), before the first act at the desk (act), or before the end (end)",
      example: "first-reply"),
  ]

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    let statements = criterion.settings["statements"] ?? []
    let channels = criterion.settings["channels"] ?? []
    let replies = reading.replies.filter { channels.isEmpty || channels.contains($0.channel) }
    guard !statements.isEmpty, reading.replies.isEmpty || !replies.isEmpty else {
      return Finding.notApplicable("No statement is required on this channel.")
    }
    guard !replies.isEmpty else { return Finding.noReply }
    let limit = Self.deadline(criterion.settings["before"]?.first, reading, replies)
    let said = StatementReader(reading).places(of: statements, in: replies)
    let made = said.compactMap(\.made)
    let first = said.enumerated().first { $1.made == nil }?.offset
    let twisted = said.compactMap(\.against)
    let nearly = said.compactMap(\.nearly)
    var finding = Finding()
    if made.isEmpty { finding.ask("Speaks of what must be said", !nearly.isEmpty) }
    finding.ask(statements.count == 1 ? "Makes the statement" : "Makes one of the statements", !made.isEmpty)
    if statements.count > 1 { finding.ask("Makes all of them", made.count == statements.count) }
    finding.ask(
      "Makes them early enough", made.count == statements.count && made.allSatisfy { $0.turn < limit })
    if !twisted.isEmpty { finding.ask("Keeps their meaning", false) }
    for place in made { finding.quote(Quote(turn: place.turn, range: place.range, role: .earned)) }
    for place in nearly {
      finding.quote(Quote(turn: place.turn, range: place.range, role: .earned, note: "in part"))
    }
    for place in twisted {
      finding.quote(Quote(turn: place.turn, range: place.range, role: .lost, note: "says otherwise"))
    }
    return finding.evidence(
      Self.reason(missing: first != nil, twisted: !twisted.isEmpty, finding.verdict),
      better: first.map { statements[$0] } ?? criterion.better)
  }

  /// The first turn that is too late.
  static func deadline(_ before: String?, _ reading: Reading, _ replies: [ReadReply]) -> Int {
    switch before {
    case "first-reply": replies.first.map { $0.turn + 1 } ?? .max
    case "act":
      reading.actions.first { $0.happened && !$0.isNote && !$0.isVerification && !$0.isLookUp }?.turn ?? .max
    default: .max
    }
  }

  private static func reason(missing: Bool, twisted: Bool, _ verdict: Verdict) -> String {
    if twisted { return "What you said goes against a statement that must be made; say it as it is." }
    if missing { return "A statement that must be made was left out." }
    return verdict == .met ? "All that must be said was said in time." : "It was said, but too late."
  }

  private static let recorded = ["statements": ["This call is recorded for training purposes."]]
  private static let withdrawal = [
    "statements": ["You can cancel the contract within 14 days.", "The price includes VAT."]
  ]

  let examples = [
    CriterionExample(
      "word for word", .met, quotes: ["Good morning, this call is recorded for training purposes."],
      settings: recorded,
      [
        .customer("Hello?"),
        .trainee("Good morning, this call is recorded for training purposes.", channel: "phone"),
      ]),
    CriterionExample(
      "in words of their own", .met,
      quotes: ["Before we start, we record this call so that we can train our staff."],
      settings: recorded,
      [
        .customer("Hello?"),
        .trainee("Before we start, we record this call so that we can train our staff.", channel: "phone"),
      ]),
    CriterionExample(
      "said the other way round", .missed, quotes: ["This call is not recorded for training purposes."],
      settings: recorded,
      [
        .customer("Hello?"), .trainee("This call is not recorded for training purposes.", channel: "phone"),
      ]),
    CriterionExample(
      "left out", .missed, settings: recorded,
      [
        .customer("Hello?"), .trainee("Good morning, this is Sam, how can I help you?", channel: "phone"),
      ]),
    CriterionExample(
      "one of two", .partly, quotes: ["You can cancel the contract within 14 days."], settings: withdrawal,
      [
        .customer("I take it."), .trainee("Great. You can cancel the contract within 14 days."),
      ]),
    CriterionExample(
      "another number is another statement", .missed,
      quotes: ["You can cancel the contract within 30 days."],
      settings: ["statements": ["You can cancel the contract within 14 days."]],
      [
        .customer("I take it."), .trainee("You can cancel the contract within 30 days."),
      ]),
    CriterionExample(
      "too late", .partly, quotes: ["This call is recorded for training purposes."],
      settings: recorded.merging(["before": ["first-reply"]]) { first, _ in first },
      [
        .customer("Hello?"), .trainee("Hello, how can I help?", channel: "phone"), .customer("My bill!"),
        .trainee("This call is recorded for training purposes.", channel: "phone"),
      ]),
    CriterionExample(
      "not due on this channel", .notApplicable,
      settings: recorded.merging(["channels": ["phone"]]) { first, _ in first },
      [
        .customer("Hello?"), .trainee("Hello, how can I help?"),
      ]),
  ]
}

extension ReadAction {
  /// Whether the act only looks something up.
  var isLookUp: Bool { Self.isLookUp(act.taken.name) }

  static func isLookUp(_ name: String) -> Bool {
    name.split(separator: " ").first.map {
      ["lookup", "kb", "orders", "customer", "policy"].contains($0)
    } ?? false
  }
}
