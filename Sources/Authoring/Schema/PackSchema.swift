/// The fields of a company pack, `format: service-pack 1`.
enum PackSchema {
  static let section = Section(
    "pack",
    [
      FieldForm(
        "format", .choice([DocumentKind.pack.format]), required: true,
        meaning: "what kind of file this is", example: "service-pack 1"),
      FieldForm(
        "id", .name, required: true, meaning: "the name scenarios use it by", example: "parcel-shop"),
      FieldForm("title", .text, required: true, meaning: "the company's name", example: "Parcel Shop"),
      FieldForm(
        "about", .text, meaning: "what the company does", example: "Sells toys and sends them by post."),
      FieldForm("uses", .list(.text), meaning: "packs this one builds on", example: "[packs/house]"),
      SharedForms.knowledge,
      SharedForms.policy,
      SharedForms.moves,
      StatementForms.forbiddenClaims,
      FieldForm(
        "sign_off", .map("sign_off", of: .text, named: "email"), meaning: "how messages end, by channel",
        example: "{email: Kind regards, Parcel Shop}"),
    ])
}
