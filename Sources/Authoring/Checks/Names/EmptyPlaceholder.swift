import Diagnostics

/// S214: a placeholder has nothing to stand for in this scenario.
enum EmptyPlaceholder: ScenarioCheck {
  static let page = CheckPage(
    "S214", "empty-placeholder", .warning, title: "a placeholder may be empty here",
    why: """
      The sentence would have a hole where the placeholder stands: {company} needs a pack with a title, {order} \
      needs an order of the customer, a crm key needs a value.
      """,
    triggering: """
      beats:
        hello:
          channel: chat
          say: Is this {company}? Where is my parcel?
          expect:
            apologise: {go: solved}
      """,
    clean: """
      uses: [packs/parcel-shop]
      beats:
        hello:
          channel: chat
          say: Is this {company}? Where is my parcel?
          expect:
            apologise: {go: solved}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    let empty = emptyNames(in: subject)
    guard !empty.isEmpty else { return [] }
    return subject.placeholdersUsed.compactMap { placeholder in
      guard let reason = empty[placeholder.name.text] else { return nil }
      return page.found(
        "{\(placeholder.name.text)} may be empty here",
        at: placeholder.name.place.label("nothing to stand for"),
        help: reason)
    }
  }

  private static func emptyNames(in subject: Subject) -> [String: String] {
    var empty: [String: String] = [:]
    let customer = subject.draft.customer
    for field in customer.crm where field.text.isEmpty {
      empty[field.name] = "give '\(field.name)' a value under crm"
    }
    if subject.resolution.linked.company.isEmpty { empty["company"] = "use a pack that has a title" }
    if customer.orders.isEmpty { empty["order"] = "add an order under customer" }
    if customer.name.isEmpty {
      empty["customer"] = "give the customer a name"
      empty["first_name"] = "give the customer a name"
    }
    return empty
  }
}
