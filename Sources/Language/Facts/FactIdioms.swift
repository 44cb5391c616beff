/// Sayings of several words that say what one word says, so that they meet it and its opposite.
enum FactIdioms {
  /// How many tokens a saying takes that starts here, and the word it stands for.
  static func found(at index: Int, in tokens: [Token]) -> (count: Int, word: String)? {
    guard tokens[index].kind == .word, let known = table[tokens[index].normal] else { return nil }
    return known.first { words, _ in
      index + words.count <= tokens.count
        && zip(words, tokens[index..<index + words.count]).allSatisfy { $0 == $1.normal }
    }.map { ($0.count, $1) }
  }

  private static let table: [String: [([String], String)]] = {
    var table: [String: [([String], String)]] = [:]
    for (saying, word) in sayings {
      let words = saying.split(separator: " ").map(String.init)
      if let first = words.first { table[first, default: []].append((words, word)) }
    }
    return table.mapValues { $0.sorted { $0.0.count > $1.0.count } }
  }()

  private static let sayings: [(String, String)] = [
    ("out of order", "broken"), ("out of service", "broken"), ("turned down", "rejected"),
    ("called off", "cancelled"), ("put off", "postponed"), ("pushed back", "postponed"),
    ("put back", "postponed"), ("on time", "punctual"), ("on schedule", "punctual"),
    ("running late", "delayed"), ("in stock", "available"), ("out of stock", "unavailable"),
    ("sold out", "unavailable"), ("out of date", "expired"), ("run out", "expired"),
    ("free of charge", "free"), ("at no charge", "free"), ("at no cost", "free"), ("for free", "free"),
    ("costs nothing", "free"), ("cost nothing", "free"), ("pay nothing", "free"), ("pays nothing", "free"),
    ("on the house", "free"), ("for nothing", "free"), ("for nowt", "free"), ("without paying", "free"),
    ("without charge", "free"), ("without cost", "free"), ("no charge", "free"), ("no extra charge", "free"),
    ("no extra cost", "free"), ("no cost", "free"), ("at no extra cost", "free"),
    ("at no extra charge", "free"), ("not charge", "free"), ("not charged", "free"),
    ("not cost anything", "free"), ("not cost a thing", "free"), ("not cost you anything", "free"),
    ("not cost you a thing", "free"), ("not pay anything", "free"), ("not pay a thing", "free"),
    ("not have to pay", "free"), ("not need to pay", "free"), ("costs you nothing", "free"),
    ("cost you nothing", "free"), ("paying nothing", "free"), ("costing nothing", "free"),
    ("no earlier than", "earliest"), ("not earlier than", "earliest"), ("at the earliest", "earliest"),
    ("no later than", "latest"), ("not later than", "latest"), ("at the latest", "latest"),
    ("part of the price", "included"), ("in the price", "included"),
    ("till", "until"), ("til", "until"),
    ("push apart", "repel"), ("push away", "repel"), ("push each other away", "repel"),
    ("push each other apart", "repel"), ("move apart", "repel"), ("pushed apart", "repelled"),
    ("pushed away", "repelled"), ("pull together", "attract"), ("stick together", "attract"),
    ("pull each other closer", "attract"), ("move together", "attract"), ("pulled together", "attracted"),
    ("switched off", "off"), ("turned off", "off"),
    ("switched on", "on"), ("turned on", "on"),
  ]
}

/// Days that have a name of their own, and the first and last of a month.
enum NamedDays {
  /// The day that is named from a token on, and how many tokens the name takes.
  static func found(at index: Int, in words: (Int) -> String?) -> (count: Int, day: Day)? {
    guard let first = words(index) else { return nil }
    for (name, month, day) in feasts where name[0] == first {
      if name.indices.allSatisfy({ words(index + $0) == name[$0] }) {
        return (name.count, .calendar(year: nil, month: month, day: day))
      }
    }
    let isDay = first == "last" && words(index + 1) == "day"
    let end = isDay ? index + 2 : index + 1
    guard isDay || ["end", "beginning", "start"].contains(first), words(end) == "of",
      let month = words(end + 1).flatMap(ValueReader.monthNumber)
    else { return nil }
    let isLast = isDay || first == "end"
    return (end + 2 - index, .calendar(year: nil, month: month, day: isLast ? lengths[month - 1] : 1))
  }

  private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  private static let feasts: [([String], Int, Int)] = [
    (["christmas", "day"], 12, 25), (["christmas", "eve"], 12, 24), (["boxing", "day"], 12, 26),
    (["new", "years", "day"], 1, 1), (["new", "year", "day"], 1, 1), (["new", "years", "eve"], 12, 31),
    (["new", "year", "eve"], 12, 31), (["new", "year's", "day"], 1, 1), (["new", "year's", "eve"], 12, 31),
  ]
}
