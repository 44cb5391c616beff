extension FieldType {
  /// What the field wants, in words: "a whole number".
  var wanted: String {
    switch self {
    case .text: "a text"
    case .name: "a name"
    case .expression: "a condition"
    case .integer: "a whole number"
    case .truth: "true or false"
    case .duration: "a length of time"
    case .money: "an amount of money"
    case .moneyOrDuration: "an amount of money or a length of time"
    case .range: "a range or a whole number"
    case .gauges: "changes of gauges"
    case .route: "a channel or a hand-off"
    case .difficulty: "a level of 5"
    case .satisfaction: "1 to 5, or a gauge"
    case .choice(let words):
      words.count == 1 ? "'\(words[0])'" : "one of " + words.joined(separator: ", ")
    case .list: "a list"
    case .oneOrList(let item): item.wanted + " or a list"
    case .section: "keys and values"
    case .anything: "a value"
    }
  }

  /// A value that would do.
  var sample: String {
    switch self {
    case .text: "`I am sorry your parcel is late`"
    case .name: "`order_seen`"
    case .expression: "`order_seen and trust >= 45`"
    case .integer: "`12`"
    case .truth: "`true`"
    case .duration: "`90s`, `2m`, `1h` or `3d`"
    case .money: "`40 EUR` or `64.90 EUR`"
    case .moneyOrDuration: "`40 EUR` or `120s`"
    case .range: "`90..100`"
    case .gauges: "`trust +8 satisfaction -6`"
    case .route: "`chat` or `bot -> chat`"
    case .difficulty: "`3 of 5`"
    case .satisfaction: "`from satisfaction`"
    case .choice(let words): words.first.map { "`\($0)`" } ?? "a word"
    case .list(let item): "`[\(item.sample.filter { $0 != "`" })]`"
    case .oneOrList(let item): item.sample
    case .section(let section): sample(of: section)
    case .anything: "`text`"
    }
  }

  private func sample(of section: Section) -> String {
    let field = section.required.first { !$0.example.isEmpty } ?? section.fields.first { !$0.example.isEmpty }
    if let field { return "`\(field.name): \(field.example)`" }
    return "`\(section.otherExample): …`"
  }
}
