/// Words that say the same in service talk, brought to one: general English, no scenario's own.
enum Synonyms {
  /// The common term for a stem; a stem without one is its own.
  static func term(for stem: String) -> String { words[stem] ?? stem }

  /// The common term for two words that belong together ("money back", "look into"), by their stems.
  ///
  /// A few pairs mean it only before a third word: "take care of", not "take care".
  static func term(for first: String, _ second: String, then third: String?) -> String? {
    guard pairFirsts.contains(first) else { return nil }
    if let third, let term = pairs[first + " " + second + " " + third] { return term }
    return pairs[first + " " + second]
  }

  private static let words: [String: String] = {
    var table: [String: String] = [:]
    for group in groups {
      let stems = group.split(separator: " ").map { Stemmer.stem(String($0)) }
      for stem in stems { table[stem] = stems[0] }
    }
    return table
  }()

  private static let pairs: [String: String] = {
    var table: [String: String] = [:]
    for (pair, word) in phrases {
      let stems = pair.split(separator: " ").map { Stemmer.stem(String($0)) }
      table[stems.joined(separator: " ")] = term(for: Stemmer.stem(word))
    }
    return table
  }()

  private static let pairFirsts = Set(
    pairs.keys.compactMap { $0.split(separator: " ").first.map(String.init) })

  /// The first word of a line stands for all.
  private static let groups = [
    "sorry apologize apology regret apologies apologetic",
    "parcel package shipment consignment",
    "refund reimburse reimbursement",
    "courier carrier driver",
    "phone telephone ring",
    "confirm verify validate",
    "tell give provide share state",
    "definitely certainly absolutely",
    "guarantee promise assure",
    "arrive deliver delivery",
    "solve fix resolve handle",
    "problem issue trouble",
    "late delay overdue",
    "help assist assistance support",
    "manager supervisor lead",
    "postcode zip zipcode",
    "surname lastname",
    "email mail",
    "buy purchase",
    "happen occur",
    "replacement replace resend resent",
    "bill invoice",
    "cancel cancellation",
    "wrong incorrect",
    "broken damage faulty defective",
    "annoying frustrating upsetting disappointing",
    "summarize summary recap",
    "begin start",
    "worry concern",
    "quick fast rapid",
    "thank thanks thankful grateful",
    "describe explain",
  ]

  private static let phrases: [(String, String)] = [
    ("money back", "refund"), ("zip code", "postcode"), ("post code", "postcode"),
    ("postal code", "postcode"),
    ("look into", "check"), ("sort out", "solve"), ("sort it", "solve"), ("sort this", "solve"),
    ("sort that", "solve"), ("take care of", "solve"), ("deal with", "solve"),
    ("look after", "solve"), ("sum up", "summarize"), ("pay back", "refund"), ("give back", "refund"),
    ("find out", "check"), ("hold up", "delay"), ("team leader", "manager"), ("last name", "surname"),
    ("family name", "surname"), ("send back", "return"), ("hang on", "hold"), ("hold on", "hold"),
  ]
}
