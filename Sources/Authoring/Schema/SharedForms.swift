/// Fields that scenario files and packs both have.
enum SharedForms {
  static let knowledge = FieldForm(
    "knowledge", .map("knowledge", of: .text, named: "KB-17"), meaning: "articles the desk can show",
    example: "{KB-17: Never promise a delivery date.}")

  static let policy = FieldForm(
    "policy", .map("policy", of: .section(action), named: "refund"),
    meaning: "what each action needs and may do", example: "{refund: {limit: 40 EUR}}")

  static let moves = FieldForm(
    "moves", .map("moves", of: .section(move), named: "apologise"),
    meaning: "what a reply can mean", example: "{apologise: {like: [\"I am sorry\"]}}")

  /// The earlier name of something renamed, so that past attempts are still understood.
  static let was = FieldForm("was", .name, meaning: "the earlier name", example: "old_name")

  private static let move = Section(
    "move",
    [
      FieldForm(
        "like", .list(.text), required: true, meaning: "replies that mean it",
        example: "[\"I am sorry your parcel is late\", \"sorry for the delay\"]"),
      FieldForm(
        "not_like", .list(.text), meaning: "replies that do not mean it", example: "[\"sorry but\"]"),
      FieldForm(
        "guided", .text, meaning: "one sentence that makes this move",
        example: "I am sorry this parcel is late."),
      was,
    ])

  private static let action = Section(
    "action",
    [
      FieldForm(
        "limit", .moneyOrDuration, meaning: "the most that is allowed", example: "40 EUR"),
      FieldForm("needs", .expression, meaning: "what must hold first", example: "identity_ok"),
      FieldForm(
        "over_limit", .name, meaning: "the action to take above the limit", example: "escalate"),
      FieldForm("to", .text, meaning: "who it goes to", example: "team lead"),
      FieldForm("mood", .gauges, meaning: "changes of gauges", example: "patience -5"),
      FieldForm(
        "say", .text, meaning: "what the customer says to it", example: "All right, but be quick."),
      FieldForm("because", .name, meaning: "the article that says why", example: "KB-22"),
    ])
}
