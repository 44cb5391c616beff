/// The fields of a beat and of the consequences it lists.
enum BeatSchema {
  static let beat = Section(
    "beat",
    [
      FieldForm(
        "channel", .route, meaning: "the channel, or a hand-off such as bot -> chat", example: "chat"),
      FieldForm(
        "say", .oneOrList(.text), meaning: "what the customer says; the seed picks one of several",
        example: "Where is my order?"),
      FieldForm(
        "hint", .text, meaning: "what helps a trainee who is stuck", example: "Say what you will do next."),
      FieldForm(
        "timers", .list(.section(timer)), meaning: "what happens while the trainee is silent",
        example: "[{after: 60s, say: Hello?}]"),
      FieldForm(
        "expect", .map("expect", of: .section(consequence), named: "apologise"),
        meaning: "what each move causes", example: "{apologise: {mood: trust +8}}"),
      FieldForm(
        "do", .map("do", of: .section(consequence), named: "lookup order"),
        meaning: "what each action causes", example: "{lookup order: {set: order_seen}}"),
      FieldForm(
        "next", .list(.section(way)), meaning: "where the talk goes, first true condition first",
        example: "[{if: order_seen, go: solved}]"),
      FieldForm(
        "otherwise", .section(otherwise), meaning: "what happens when no move is recognised",
        example: "{say: Sorry?}"),
      SharedForms.was,
    ])

  static let consequence = Section(
    "consequence",
    [
      mood, set, clear, say,
      FieldForm("if", .expression, meaning: "only when this holds", example: "order_seen"),
      go,
      FieldForm(
        "note", .text, meaning: "what the debrief tells the trainee", example: "Sounds kind, breaks KB-17."),
    ])

  private static let mood = FieldForm(
    "mood", .gauges, meaning: "changes of gauges", example: "trust +8")
  private static let set = FieldForm(
    "set", .oneOrList(.name), meaning: "facts that become true", example: "order_seen")
  private static let clear = FieldForm(
    "clear", .oneOrList(.name), meaning: "facts that become false", example: "order_seen")
  private static let say = FieldForm(
    "say", .oneOrList(.text), meaning: "what the customer says to it", example: "All right.")
  /// A list is read as one, so that its check can name both places; only one is allowed.
  private static let go = FieldForm(
    "go", .oneOrList(.name), meaning: "the beat or ending to go to", example: "solved")

  private static let timer = Section(
    "timer",
    [
      FieldForm(
        "after", .duration, required: true, meaning: "the silence it waits for", example: "60s"),
      say, mood, set, go,
    ])

  private static let way = Section(
    "way out",
    [
      FieldForm(
        "if", .expression, required: true, meaning: "the condition", example: "order_seen"),
      FieldForm(
        "go", .oneOrList(.name), required: true, meaning: "the beat or ending to go to", example: "solved"),
    ])

  private static let otherwise = Section(
    "otherwise",
    [
      say, mood, set, clear, go,
      FieldForm(
        "after_tries", .integer, meaning: "how many unmatched replies it waits before it goes",
        example: "2"),
    ])
}
