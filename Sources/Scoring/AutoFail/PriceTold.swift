import Domain
import Language

/// The answer to a customer's question on money, held against all that records, articles and the talk say of amounts.
struct PriceTold {
  private let question: HeardTurn
  private let reply: ReadReply
  private let known: KnownValues
  private let scenario: Scenario

  init(_ question: HeardTurn, _ reply: ReadReply, _ known: KnownValues, _ scenario: Scenario) {
    self.question = question
    self.reply = reply
    self.known = known
    self.scenario = scenario
  }

  /// The sentence that tells a price nobody can know, or that there is none where a record has one.
  var fromNowhere: TextRange? {
    let topics = asked
    guard !topics.isEmpty else { return nil }
    return reply.sentences.first { sentence in
      let tokens = reply.reply.tokens[sentence.tokens]
      guard !sentence.isQuestion, !tokens.contains(where: { Self.offering.contains($0.normal) }) else {
        return false
      }
      return tells(tokens) || denies(tokens, topics)
    }?.range
  }

  /// What of money the customer asks for: the stems of "fee", "price", "pay"; none where they ask for nothing.
  private var asked: Set<String> {
    let sentences = question.reply.sentences.filter { sentence in
      question.reply.tokens[sentence.tokens].contains { $0.normal == "?" }
        || question.heard(.question, atLeast: 0.8)
    }
    return Set(
      sentences.flatMap { question.reply.tokens[$0.tokens].map(\.stem).filter(Self.money.contains) })
  }

  /// An amount in a currency of the records that nothing explains.
  private func tells(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.contains { token in
      guard let told = token.value, case .money(_, let currency) = told, token.stance.isAsserted,
        !token.stance.contains(.hedged)
      else { return false }
      return currencies.contains(currency.code) && !known.explain(told)
    }
  }

  /// "No fee", "there's no set-up fee", of something that a record or a must-tell fact puts an amount on.
  private func denies(_ tokens: ArraySlice<Token>, _ topics: Set<String>) -> Bool {
    let words = tokens.filter(\.isWordLike)
    let denied = words.indices.filter { index in
      topics.contains(words[index].stem) && Self.nouns.contains(words[index].stem)
        && words[max(0, index - 2)..<index].contains { $0.normal == "no" }
    }
    return denied.contains { index in
      let topic = words[index].stem
      return lines.contains { line in
        line.values.contains { if case .money = $0.value { true } else { false } }
          && !line.tokens.contains { $0.normal == "no" } && isOf(line, topic)
      }
    }
  }

  /// Whether the question is about this line: it has the fee, or what the fee is for, and every other word that names.
  private func isOf(_ line: Reply, _ topic: String) -> Bool {
    let told = Set(line.tokens.map(\.stem))
    let named = question.reply.tokens.filter { $0.kind == .word && $0.carriesContent }.map(\.stem)
    let others = named.filter { !Self.vague.contains($0) && !Self.money.contains($0) }
    return (told.contains(topic) || !others.isEmpty) && others.allSatisfy(told.contains)
  }

  private var lines: [Reply] {
    let fields = scenario.customer.crm + scenario.customer.orders.flatMap(\.fields)
    let named = fields.map { field in
      field.name.split(separator: "_").joined(separator: " ") + ": " + field.text
    }
    let sentences = scenario.articles.flatMap { article in
      let reply = Reply(article.text)
      return reply.sentences.map { sentence in
        reply.tokens[sentence.tokens].map(\.normal).joined(separator: " ")
      }
    }
    return (named + sentences).map { Reply($0) }
  }

  private var currencies: Set<String> {
    Set(
      lines.flatMap { line in
        line.values.compactMap { if case .money(_, let currency) = $0.value { currency.code } else { nil } }
      })
  }

  private static func stems(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").flatMap { Reply(String($0)).words.map(\.stem) })
  }

  private static let nouns = stems("fee fees cost costs charge price deposit surcharge")
  private static let money = nouns.union(stems("much pay paid bill amount rate monthly"))
  private static let vague = stems(
    "leave leaving go now there have many pay much cost cancel close contract you")
  /// Words that make it an offer, a condition, or a word about something else.
  private static let offering: Set<String> = [
    "off", "discount", "less", "offer", "instead", "if", "after", "else", "other", "they", "their", "theirs",
    "reduce", "down", "could", "would", "until", "except", "but", "apart", "already", "per", "with", "waive",
    "credit", "refund", "back",
  ]
}
