import Domain
import Language

/// Evidence with the learned answers in it: what speaks for each new yes is quoted, and what is doubted counts in part.
struct WeighedEvidence {
  var answers: [Answer]
  /// What the rule found.
  var found: Evidence
  var reading: Reading

  var evidence: Evidence {
    guard answers.contains(where: { $0.passed != $0.rule }) else {
      var evidence = found
      evidence.checks = checks
      evidence.quotes = quotes
      evidence.reason += doubt
      return evidence
    }
    let passed = checks.count(where: \.passed)
    let verdict: Verdict = passed == checks.count ? .met : passed == 0 ? .missed : .partly
    return Evidence(
      verdict: verdict, checks: checks, quotes: quotes, reason: reason + doubt,
      better: verdict == .met ? nil : found.better)
  }

  private var checks: [CheckResult] {
    answers.map { CheckResult($0.question, $0.passed, counts: $0.counts) }
  }

  /// Why a yes brings less than all of its points, and a no some.
  private var doubt: String {
    let isLess = checks.contains { $0.passed && $0.worth < 100 }
    let isMore = checks.contains { !$0.passed && $0.worth > 0 }
    switch (isLess, isMore) {
    case (true, true):
      return " Some of it was heard with doubt, and a sentence comes near to what is missing: "
        + "both count in part."
    case (true, false): return " Some of it was heard with doubt, and counts in part."
    case (false, true): return " A sentence comes near to what is missing, and counts in part."
    case (false, false): return ""
    }
  }

  private var reason: String {
    let open = answers.filter { !$0.passed }.map { "'\($0.question.prefix { $0 != ":" && $0 != "," })'" }
    guard let first = open.first else {
      return answers.count == 1
        ? "Your sentences, heard one by one, say it in other words than usual."
        : "Your sentences, heard one by one, say all of it, some in other words than usual."
    }
    return open.count == 1
      ? "In none of your sentences was this heard: \(first)."
      : "In none of your sentences were these heard: \(open.joined(separator: ", "))."
  }

  /// The words that speak most for each new yes or come nearest to it, then what the rule quotes, what lost first, as
  /// many as are read: nothing counts that the rule did not see without words for it.
  private var quotes: [Quote] {
    let heard = answers.filter(\.isHeardOtherwise).compactMap(quote)
    let lost = found.quotes.filter { $0.role == .lost }
    let earned = found.quotes.filter { $0.role == .earned }
    var quotes: [Quote] = []
    for quote in heard + lost + earned {
      let isThere = quotes.contains { ($0.turn, $0.range, $0.role) == (quote.turn, quote.range, quote.role) }
      if !isThere { quotes.append(quote) }
    }
    return quotes.prefix(Finding.mostQuotes).sorted { ($0.turn, $0.range) < ($1.turn, $1.range) }
  }

  /// The sentence that speaks most for a yes, and the act it was heard as.
  private func quote(_ answer: Answer) -> Quote? {
    guard let talk = reading.features, let acts = reading.understanding.acts,
      let index = answer.weights?.nearest(in: talk), let place = talk.places[index]
    else { return nil }
    let reply = reading.replies[place.reply]
    let act = Self.said(TalkFeatures.names(acts)[index])
    let note = "\(answer.passed ? "heard as" : "comes near to"): \(act)"
    return reply.quote(reply.sentences[place.sentence].range, .earned, note)
  }

  /// `agent:hand-over` as people say it.
  private static func said(_ feature: String) -> String {
    String(feature.drop { $0 != ":" }.dropFirst()).split(separator: "-").joined(separator: " ")
  }
}
