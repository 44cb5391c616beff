import Domain
import Language

/// Evidence made of answers that differ from the rule's: what speaks for each new yes is quoted.
struct WeighedEvidence {
  var answers: [Answer]
  /// What the rule found.
  var found: Evidence
  var reading: Reading

  var evidence: Evidence {
    let checks = answers.map { CheckResult($0.question, $0.passed) }
    let passed = checks.count(where: \.passed)
    let verdict: Verdict = passed == checks.count ? .met : passed == 0 ? .missed : .partly
    return Evidence(
      verdict: verdict, checks: checks, quotes: quotes, reason: reason(verdict),
      better: verdict == .met ? nil : found.better)
  }

  private func reason(_ verdict: Verdict) -> String {
    guard let open = answers.first(where: { !$0.passed }) else {
      return "Heard as a whole, all of it is there."
    }
    return verdict == .missed
      ? "Listened for in every sentence and not heard: \(answers.map(\.question).joined(separator: "; "))."
      : "Heard as a whole, one thing is missing: \(open.question)."
  }

  /// The rule's quotes, and the words that speak most for each new yes.
  private var quotes: [Quote] {
    var quotes = found.quotes
    for answer in answers where answer.passed && answer.rule != true {
      guard let quote = answer.weights.flatMap(quote) else { continue }
      if !quotes.contains(where: { $0.turn == quote.turn && $0.range == quote.range }) {
        quotes.append(quote)
      }
    }
    let ordered = quotes.sorted { ($0.turn, $0.range) < ($1.turn, $1.range) }
    return Array(ordered.prefix(Finding.mostQuotes))
  }

  /// The sentence that speaks most for a yes, and the act it was heard as.
  private func quote(_ weights: CheckWeights) -> Quote? {
    guard let talk = reading.features, let acts = reading.understanding.acts,
      let index = weights.speaking(in: talk), let place = talk.places[index]
    else { return nil }
    let reply = reading.replies[place.reply]
    let act = Self.said(TalkFeatures.names(acts)[index])
    return reply.quote(reply.sentences[place.sentence].range, .earned, "heard as: \(act)")
  }

  /// `agent:hand-over` as people say it.
  private static func said(_ feature: String) -> String {
    String(feature.drop { $0 != ":" }.dropFirst()).split(separator: "-").joined(separator: " ")
  }
}
