import Domain
import Language

/// A value on record that a customer asks for, and a reply that answers with another one or with none at all.
///
/// "What does it cost me to leave?" asks for the 45 EUR that a fact or a line of the record names. Where a reply names
/// the right value, a sum or a multiple of what is on record, or an offer, it goes against nothing.
struct AskedValue {
  /// Stems a question for it must have.
  private let key: Set<String>
  /// Every stem a question for it may have.
  private let words: Set<String>
  private let values: [Value]

  // MARK: What the records hold

  /// The facts that must be told, with their questions, and the lines of orders and records that hold one value.
  static func all(in scenario: Scenario) -> [AskedValue] {
    let facts = scenario.requiredFacts.compactMap { fact -> AskedValue? in
      let statement = fact.statement
      guard let question = statement.question else { return nil }
      let values = comparable(Reply(statement.text))
      let words = ([statement.text, question] + statement.good).flatMap { stems(Reply($0)) }
      return AskedValue(key: Set(stems(Reply(question))), words: Set(words), values: values)
    }
    let fields = scenario.customer.crm + scenario.customer.orders.flatMap(\.fields)
    let around = Set(fields.flatMap { stems(Reply(spaced($0.name))) + stems(Reply($0.text)) })
    let lines = fields.map { field in
      AskedValue(
        key: Set(stems(Reply(spaced(field.name)))), words: around, values: comparable(Reply(field.text)))
    }
    return (facts + lines).filter { !$0.key.isEmpty && !$0.values.isEmpty }
  }

  private static func spaced(_ name: String) -> String { String(name.map { $0 == "_" ? " " : $0 }) }

  private static func stems(_ reply: Reply) -> [String] { stems(reply.tokens[...]) }

  private static func stems(_ tokens: ArraySlice<Token>) -> [String] {
    tokens.filter { $0.kind == .word && $0.carriesContent && !WordLists.grammar.contains($0.normal) }.map(
      \.stem)
  }

  private static func comparable(_ reply: Reply) -> [Value] {
    reply.values.map(\.value).filter { value in
      switch value {
      case .money, .percent, .duration: true
      case .number, .ordinal, .time, .day, .identifier: false
      }
    }
  }

  // MARK: A question and its answer

  /// Whether a turn asks for it, and for nothing the record has no word of.
  func isAsked(in turn: HeardTurn) -> Bool {
    turn.reply.sentences.contains { sentence in
      let tokens = turn.reply.tokens[sentence.tokens]
      guard tokens.contains(where: { $0.normal == "?" }) else { return false }
      let asked = Set(Self.stems(tokens)).subtracting(Self.vague)
      return key.subtracting(Self.vague).isSubset(of: asked) && !asked.isEmpty && asked.isSubset(of: words)
    }
  }

  /// The sentence of a reply that answers otherwise; nil where it tells the value, or nothing of it.
  func contradiction(in reply: ReadReply, known: KnownValues) -> TextRange? {
    let isRight = reply.reply.values.contains { told in values.contains { $0.agrees(with: told.value) } }
    guard !isRight else { return nil }
    return reply.sentences.first { sentence in
      let tokens = reply.reply.tokens[sentence.tokens]
      guard !sentence.isQuestion, !tokens.contains(where: { Self.offering.contains($0.normal) }) else {
        return false
      }
      return tokens.contains { isOther($0, known) } || isNone(tokens)
    }?.range
  }

  private func isOther(_ token: Token, _ known: KnownValues) -> Bool {
    guard let told = token.value, token.stance.isAsserted, !token.stance.contains(.hedged) else {
      return false
    }
    return values.contains { Self.sameKind($0, told) } && !known.explain(told)
  }

  /// "Nothing at all", "not a cent": where there is a price; "any day you like": where there is a term.
  private func isNone(_ tokens: ArraySlice<Token>) -> Bool {
    let words = tokens.filter(\.isWordLike)
    func says(_ pairs: Set<String>, _ isMeant: (Stance) -> Bool) -> Bool {
      zip(words, words.dropFirst()).contains { one, two in
        pairs.contains("\(one.normal) \(two.normal)") && isMeant(one.stance.union(two.stance))
      }
    }
    let isSaid = { (stance: Stance) in stance.isDisjoint(with: [.conditional, .reported, .asked]) }
    return values.contains { value in
      switch value {
      case .money:
        says(Self.free, \.isAsserted) || says(Self.none, isSaid)
          || says(Self.least) { isSaid($0) && $0.contains(.negated) }
      case .duration: says(Self.anyTime, isSaid)
      case .number, .ordinal, .percent, .time, .day, .identifier: false
      }
    }
  }

  private static func sameKind(_ one: Value, _ two: Value) -> Bool {
    switch (one, two) {
    case (.money(_, let one), .money(_, let two)): one == two
    case (.percent, .percent), (.duration, .duration): true
    default: false
    }
  }

  private static let free: Set<String> = ["is free", "be free", "are free", "of charge", "totally free"]
  private static let none: Set<String> = [
    "nothing at", "costs nothing", "pay nothing", "cost nothing", "no fee", "no fees", "no cost", "no charge",
    "zero euros",
  ]
  private static let least: Set<String> = ["a cent", "a penny", "any fee", "a fee"]
  private static let anyTime: Set<String> = [
    "any day", "any time", "at once", "no term", "no minimum", "whenever you", "not bound", "not tied",
  ]
  /// Words that make it an offer, a condition, or a word about somebody else's price.
  private static let offering: Set<String> = [
    "off", "discount", "less", "offer", "instead", "if", "after", "else", "other", "they", "their", "theirs",
    "reduce", "down", "could", "would", "until", "once", "except", "but", "apart", "already", "per", "each",
  ]
  /// Words of a question that name nothing.
  private static let vague = Set(
    "now again really right exactly actually please tell much many long total today me know".split(
      separator: " "
    )
    .flatMap { Reply(String($0)).words.map(\.stem) })
}

/// Values a trainee can have from somewhere: records, articles, limits and the talk, and what follows from them.
struct KnownValues {
  private var values: [Value] = []
  private var amounts: Set<Int> = []

  init(_ reading: Reading) {
    guard let scenario = reading.scenario else { return }
    let fields = scenario.customer.crm + scenario.customer.orders.flatMap(\.fields)
    let facts = scenario.requiredFacts.flatMap { [$0.statement.text] + $0.statement.good }
    var texts = fields.map(\.text) + scenario.articles.map(\.text) + facts
    texts += scenario.actions.compactMap(\.limit).map(\.description)
    texts += scenario.customer.orders.compactMap(\.paid).map(\.description) + scenario.customer.knows
    values =
      texts.flatMap { Reply($0).values.map(\.value) } + reading.heard.flatMap { $0.reply.values.map(\.value) }
    amounts = Set(values.compactMap(Self.hundredths))
  }

  /// Whether a value is one of them, or an amount that two of them add up to, or a few times one of them.
  func explain(_ value: Value) -> Bool {
    if values.contains(where: { $0.agrees(with: value) }) { return true }
    guard let amount = Self.hundredths(value), amount > 0 else { return false }
    return amounts.contains { one in
      (2...36).contains { one.multipliedReportingOverflow(by: $0) == (amount, false) }
        || amounts.contains { amount == one &+ $0 || amount == one &- $0 }
    }
  }

  private static func hundredths(_ value: Value) -> Int? {
    if case .money(let amount, _) = value { amount.hundredths } else { nil }
  }
}
