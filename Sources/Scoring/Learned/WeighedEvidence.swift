import Domain
import Language

/// Evidence made of answers that differ from the rule's: what speaks for each new yes is quoted.
struct WeighedEvidence {
  var answers: [Answer]
  /// What the rule found.
  var found: Evidence
  var reading: Reading
  /// What talks are like on average, one number a feature.
  var means: [Double]

  var evidence: Evidence {
    let checks = answers.map { CheckResult($0.question, $0.passed) }
    let passed = checks.count(where: \.passed)
    let verdict: Verdict = passed == checks.count ? .met : passed == 0 ? .missed : .partly
    return Evidence(
      verdict: verdict, checks: checks, quotes: quotes(isMissed: passed == 0), reason: reason(verdict),
      better: verdict == .met ? nil : found.better)
  }

  private func reason(_ verdict: Verdict) -> String {
    guard let open = answers.first(where: { !$0.passed }) else {
      return "Heard as a whole, all of it is there."
    }
    return verdict == .missed
      ? "Heard as a whole, none of it is there yet."
      : "Heard as a whole, one thing is missing: \(open.question)."
  }

  /// The rule's quotes, without praise where nothing is left of it, and the words that speak most for each new yes.
  private func quotes(isMissed: Bool) -> [Quote] {
    var quotes = found.quotes.filter { !isMissed || $0.role == .lost }
    for answer in answers where answer.passed && answer.rule != true {
      guard let quote = answer.weights.flatMap(quote) else { continue }
      if !quotes.contains(where: { $0.turn == quote.turn && $0.range == quote.range }) {
        quotes.append(quote)
      }
    }
    let ordered = quotes.sorted { ($0.turn, $0.range) < ($1.turn, $1.range) }
    return Array(ordered.prefix(Finding.mostQuotes))
  }

  /// The sentence that says most for a yes, and the act it was heard as.
  private func quote(_ weights: CheckWeights) -> Quote? {
    guard let talk = reading.features, let acts = reading.understanding.acts else { return nil }
    let names = TalkFeatures.names(acts)
    var sums: [TalkFeatures.Place: (all: Double, most: Double, act: String)] = [:]
    for index in weights.weights.indices {
      guard let place = talk.places[index] else { continue }
      let share = weights.weights[index] * (talk.values[index] - means[index])
      var sum = sums[place] ?? (0, 0, "")
      sum.all += share
      if share > sum.most { (sum.most, sum.act) = (share, Self.said(names[index])) }
      sums[place] = sum
    }
    let best = sums.filter { $0.value.most > 0 }
      .max { ($0.value.all, $1.key.reply, $1.key.sentence) < ($1.value.all, $0.key.reply, $0.key.sentence) }
    guard let best else { return nil }
    let reply = reading.replies[best.key.reply]
    return reply.quote(reply.sentences[best.key.sentence].range, .earned, "heard as: \(best.value.act)")
  }

  /// `agent:hand-over` as people say it.
  private static func said(_ feature: String) -> String {
    String(feature.drop { $0 != ":" }.dropFirst()).split(separator: "-").joined(separator: " ")
  }
}
