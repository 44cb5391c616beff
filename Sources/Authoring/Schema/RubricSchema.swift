/// The fields of a shared rubric, `format: service-rubric 1`.
enum RubricSchema {
  static func section(criterionFields: [String: [FieldForm]]) -> Section {
    Section(
      "rubric",
      [
        FieldForm(
          "format", .choice([DocumentKind.rubric.format]), required: true,
          meaning: "what kind of file this is", example: "service-rubric 1"),
        FieldForm(
          "id", .name, required: true, meaning: "the name scenarios use it by", example: "service-quality"),
        FieldForm(
          "title", .text, required: true, meaning: "the name people read", example: "Service quality"),
        FieldForm("pass_mark", .integer, meaning: "the least points that pass", example: "70"),
        FieldForm(
          "skills", .map("skills", of: .text, named: "empathy"), required: true,
          meaning: "each skill in one sentence",
          example: "{empathy: Shows that the trouble is understood.}"),
        FieldForm(
          "dimensions", .map("dimensions", of: .section(dimension), named: "empathy"),
          meaning: "the parts of quality; on every channel their weights add up to 100", example: ""),
        FieldForm(
          "criteria",
          .map("criteria", of: .section(criterion(criterionFields)), named: "says_sorry"), required: true,
          meaning: "what is judged; the weights of one dimension add up to 100", example: ""),
        FieldForm(
          "auto_fail", .list(.name), meaning: "rules whose breach fails the attempt whatever the points",
          example: "[insult-or-threat]"),
        FieldForm(
          "zero_on_fail", .truth, meaning: "whether a failed attempt counts as 0", example: "false"),
      ])
  }

  private static let dimension = Section(
    "dimension",
    [
      FieldForm("title", .text, meaning: "the name people read", example: "Empathy and recovery"),
      FieldForm(
        "weight", .map("weight", of: .integer, named: "chat"), required: true,
        meaning: "its part of the 100, usual and by channel", example: "{usual: 15, email: 12, phone: 16}"),
    ])

  private static func criterion(_ kinds: [String: [FieldForm]]) -> Section {
    Section(
      "criterion",
      [
        FieldForm(
          "kind", kinds.isEmpty ? .name : .choice(kinds.keys.sorted()), required: true,
          meaning: "how it is judged", example: kinds.keys.min() ?? "phrases"),
        FieldForm(
          "title", .text, required: true, meaning: "the name people read", example: "Says sorry"),
        FieldForm(
          "skill", .text, required: true, meaning: "the skill it counts for", example: "empathy"),
        FieldForm(
          "dimension", .name, meaning: "the part of quality it belongs to", example: "empathy"),
        FieldForm(
          "weight", .integer, required: true, meaning: "its part of its dimension, of 100", example: "20"),
        FieldForm(
          "class", .choice(["customer", "business", "compliance"]), meaning: "whom a miss hurts",
          example: "customer"),
        FieldForm(
          "critical", .truth, meaning: "whether a breach fails the attempt", example: "false"),
        FieldForm(
          "about", .text, meaning: "what it looks for", example: "The reply names what went wrong."),
        FieldForm(
          "better", .text, meaning: "a model sentence", example: "I am sorry your parcel is this late."),
      ],
      variantKey: "kind", variants: kinds)
  }
}
