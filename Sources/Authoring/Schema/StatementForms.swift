/// The sections of what must be said and what must not.
enum StatementForms {
  static let requiredFacts = FieldForm(
    "required_facts", .map("required_facts", of: .section(fact), named: "last_scan"),
    meaning: "what the customer must have been told, in any words",
    example: "{last_scan: {fact: The last scan was at the depot on Monday.}}")

  static let forbiddenClaims = FieldForm(
    "forbidden_claims", .map("forbidden_claims", of: .section(claim), named: "arrives_tomorrow"),
    meaning: "what must never be said as a fact",
    example: "{arrives_tomorrow: {claim: The parcel will arrive tomorrow.}}")

  private static let fact = Section(
    "required fact",
    [
      FieldForm(
        "fact", .text, required: true, meaning: "what is to be said, in one plain sentence",
        example: "The last scan was at the depot on Monday."),
      question,
      FieldForm(
        "good", .list(.text), meaning: "other right ways to say it",
        example: "[\"nobody has seen it since the depot on Monday\"]"),
      FieldForm(
        "not_quite", .list(.text), meaning: "near misses that do not say it",
        example: "[\"it is on its way\"]"),
      because,
      FieldForm(
        "if", .expression, meaning: "only due when this holds at the end", example: "order_seen"),
    ])

  private static let claim = Section(
    "forbidden claim",
    [
      FieldForm(
        "claim", .text, required: true, meaning: "what must not be said, in one plain sentence",
        example: "The parcel will arrive tomorrow."),
      question,
      FieldForm(
        "good", .list(.text), meaning: "other ways to make the claim",
        example: "[\"you will have it tomorrow\"]"),
      FieldForm(
        "not_quite", .list(.text), meaning: "what comes near and may be said",
        example: "[\"it usually takes a day\"]"),
      because,
      FieldForm(
        "critical", .truth, meaning: "whether making it fails the attempt", example: "true"),
    ])

  private static let question = FieldForm(
    "question", .text, meaning: "the question it answers", example: "Where is my parcel?")
  private static let because = FieldForm(
    "because", .name, meaning: "the article that says so", example: "KB-17")
}
