import Domain

/// The fields of a scenario file, `format: service-scenario 1`.
enum ScenarioSchema {
  static let section = Section("scenario", header + world + talk + judgement)

  private static let header: [FieldForm] = [
    FieldForm(
      "format", .choice([DocumentKind.scenario.format]), required: true,
      meaning: "what kind of file this is", example: "service-scenario 1"),
    FieldForm(
      "id", .name, required: true, meaning: "the name people type to play it", example: "late-parcel"),
    FieldForm(
      "title", .text, required: true, meaning: "the name people read", example: "The late parcel"),
    FieldForm(
      "touchpoint", .text, required: true, meaning: "where on the customer's journey this happens",
      example: "delivery support"),
    FieldForm(
      "journey_stage", .choice(["before purchase", "during purchase", "after purchase"]), required: true,
      meaning: "the part of the journey", example: "after purchase"),
    FieldForm(
      "channels", .list(.name), required: true, meaning: "the channels the talk uses", example: "[chat]"),
    FieldForm(
      "difficulty", .difficulty, required: true, meaning: "how hard it is, from 1 to 5", example: "2 of 5"),
    FieldForm(
      "skills", .list(.text), required: true, meaning: "the skills it trains", example: "[empathy]"),
    FieldForm("minutes", .integer, required: true, meaning: "how long a play takes", example: "10"),
    FieldForm("language", .name, meaning: "the language of the talk", example: "en"),
    FieldForm(
      "uses", .list(.text), meaning: "company packs whose items it shares", example: "[packs/parcel-shop]"),
    FieldForm(
      "override", .list(.name), meaning: "items here that replace a pack's on purpose",
      example: "[apologise]"),
  ]

  private static let world: [FieldForm] = [
    FieldForm(
      "customer", .section(customer), required: true, meaning: "who the trainee talks to", example: ""),
    SharedForms.knowledge,
    SharedForms.policy,
    FieldForm(
      "mood", .map("mood", of: .section(gauge), named: "trust"), meaning: "gauges from 0 to 100",
      example: "{trust: {start: 40}}"),
    FieldForm(
      "facts", .map("facts", of: .truth, named: "order_seen"), meaning: "what can become true in the talk",
      example: "{order_seen: false}"),
    SharedForms.moves,
  ]

  private static let talk: [FieldForm] = [
    FieldForm("start", .name, meaning: "the first beat, when it is not the first written", example: "hello"),
    FieldForm(
      "goal", .expression, meaning: "what the world must hold at the end", example: "order_seen"),
    FieldForm(
      "thread", .list(.section(threadLine)), meaning: "what was said before the trainee came in",
      example: "[{channel: chat, from: customer, say: Hello?}]"),
    FieldForm(
      "beats", .map("beats", of: .section(BeatSchema.beat), named: "hello"), required: true,
      meaning: "the stretches of the talk", example: ""),
    FieldForm(
      "endings", .map("endings", of: .section(ending), named: "solved"), required: true,
      meaning: "the ways the talk can end", example: ""),
  ]

  private static let judgement: [FieldForm] = [
    FieldForm("pass_mark", .integer, meaning: "the least points that pass", example: "70"),
    FieldForm(
      "rubric", .section(rubric), required: true, meaning: "what earns points; weights add up to 100",
      example: ""),
    FieldForm(
      "critical", .list(.section(rule)), meaning: "what fails the attempt whatever the score",
      example: "[{never: promise_date}]"),
    StatementForms.requiredFacts,
    StatementForms.forbiddenClaims,
    FieldForm("tests", .list(.section(test)), meaning: "plays with their expected results", example: ""),
    FieldForm(
      "translations", .map("translations", of: .text, named: "fr"),
      meaning: "files with this scenario's lines in other languages", example: "{fr: late-parcel.fr.yaml}"),
  ]

  private static let customer = Section(
    "customer",
    [
      FieldForm("name", .text, required: true, meaning: "the customer's full name", example: "Ines Moreau"),
      FieldForm(
        "persona", .text, meaning: "how they talk and what they dislike",
        example: "Polite until she has to repeat herself."),
      FieldForm(
        "goal", .text, required: true, meaning: "what the customer wants",
        example: "Have the present before the party."),
      FieldForm("knows", .list(.text), meaning: "what the customer knows", example: "[the order number]"),
      FieldForm(
        "tells_if_asked", .map("tells_if_asked", of: .text, named: "check_identity"),
        meaning: "what the customer answers once when a move asks for it",
        example: "{check_identity: My postcode is 69003.}"),
      FieldForm(
        "crm", .map("crm", of: .text, named: "tier"), meaning: "what the desk shows about the customer",
        example: "{tier: gold}"),
      FieldForm(
        "orders",
        .map("orders", of: .section(order), named: "A-4412"),
        meaning: "the customer's orders by number", example: "{A-4412: {item: wooden train set}}"),
    ])

  private static let order = Section(
    "order",
    [FieldForm("paid", .money, meaning: "what it cost", example: "64.90 EUR")], others: .text,
    otherExample: "item")

  private static let gauge = Section(
    "gauge",
    [
      FieldForm("start", .integer, required: true, meaning: "the value at the start", example: "40"),
      FieldForm("every_turn", .integer, meaning: "change with every reply", example: "-4"),
      FieldForm("every_minute", .integer, meaning: "change with every minute", example: "-5"),
      FieldForm("at_zero", .name, meaning: "the ending when it is spent", example: "gave_up"),
    ])

  private static let threadLine = Section(
    "thread line",
    [
      FieldForm("channel", .name, required: true, meaning: "where it was said", example: "chat"),
      FieldForm(
        "from", .choice(["customer", "bot", "agent"]), required: true, meaning: "who said it",
        example: "customer"),
      FieldForm("say", .text, required: true, meaning: "what was said", example: "Where is my order?"),
    ])

  private static let ending = Section(
    "ending",
    [
      FieldForm(
        "outcome", .choice(["success", "partial", "failure"]), required: true,
        meaning: "how it went for the customer", example: "success"),
      FieldForm(
        "csat", .satisfaction, meaning: "the customer's rating: 1 to 5, or from a gauge",
        example: "from satisfaction"),
      FieldForm(
        "comment", .text, meaning: "what the customer writes with the rating",
        example: "They kept their word."),
      FieldForm("say", .text, meaning: "the customer's last words", example: "Thank you, goodbye."),
      SharedForms.was,
    ])

  private static let rubric = Section(
    "rubric",
    [
      FieldForm(
        "house",
        .section(
          Section(
            "house",
            [
              FieldForm(
                "use", .name, required: true, meaning: "the shared rubric's id", example: "service-quality"),
              FieldForm(
                "weight", .integer, required: true, meaning: "its part of the 100 points", example: "40"),
              FieldForm(
                "emphasis", emphasis,
                meaning: "dimensions that count double (more), half (less) or not at all (none) here",
                example: "{empathy: more}"),
            ])),
        meaning: "the shared rubric's part of the points", example: "{use: service-quality, weight: 40}")
    ],
    others: .section(criterion), otherExample: "empathy")

  private static let emphasis = FieldType.map(
    "emphasis", of: .choice(Emphasis.allCases.map(\.rawValue)), named: "empathy")

  private static let criterion = Section(
    "criterion",
    [
      FieldForm("weight", .integer, required: true, meaning: "its part of the 100 points", example: "20"),
      FieldForm("earn", .expression, required: true, meaning: "what earns it", example: "apologise"),
      FieldForm(
        "best_before_turn", .integer, meaning: "the turn by which it earns all its points", example: "2"),
      FieldForm("skill", .text, meaning: "the skill it counts for", example: "empathy"),
      FieldForm("title", .text, meaning: "the name people read", example: "Says sorry early"),
      FieldForm(
        "better", .text, meaning: "a model sentence", example: "I am sorry your parcel is this late."),
    ])

  private static let rule = Section(
    "critical rule",
    [
      FieldForm(
        "never", .expression, required: true, meaning: "moves or actions joined by `or`",
        example: "promise_date"),
      FieldForm(
        "before", .expression, meaning: "only wrong until this is true", example: "identity_ok"),
      FieldForm(
        "because", .name, required: true, meaning: "the article that says why", example: "KB-17"),
      FieldForm("title", .text, meaning: "the name people read", example: "Promised a delivery date"),
    ])

  private static let expected: [FieldForm] = [
    FieldForm("ending", .name, meaning: "the ending reached", example: "solved"),
    FieldForm(
      "outcome", .choice(["success", "partial", "failure"]), meaning: "the outcome reached",
      example: "success"),
    FieldForm("score", .range, meaning: "the points reached", example: "90..100"),
    FieldForm("critical", .name, meaning: "the rule broken, or none", example: "none"),
    FieldForm("goal", .truth, meaning: "whether the goal holds", example: "true"),
    FieldForm("passed", .truth, meaning: "whether the attempt passed", example: "true"),
  ]

  private static let test = Section(
    "test",
    [
      FieldForm("name", .text, required: true, meaning: "what the test shows", example: "model answer"),
      FieldForm(
        "play", .list(.text), required: true, meaning: "the trainee's replies, actions and waits",
        example: "[\"I am sorry\", \"/resend\", \"wait 90s\"]"),
      FieldForm("seed", .integer, meaning: "the seed of the play", example: "7"),
      FieldForm("mode", .choice(["coach", "exam"]), meaning: "the mode of the play", example: "exam"),
    ] + expected + [
      FieldForm(
        "expect", .section(Section("expect", expected)), meaning: "the expected results",
        example: "{ending: solved}")
    ])
}
