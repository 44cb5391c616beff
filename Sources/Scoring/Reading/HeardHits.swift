import Language

/// What was heard by meaning, beside the phrases of the lists: an act stands where a phrase of its list would stand.
enum HeardHits {
  /// The list whose criteria an act speaks to; acts without one are read by name.
  ///
  /// Apologies, insults and threats are left to their phrases: there a false alarm costs more than a miss.
  private static let lists: [ServiceAct: LexiconName] = [
    // The side that serves.
    .refusal: .refusals, .alternative: .alternatives, .reason: .reasons, .background: .background,
    .handOver: .handOvers, .sendsAway: .sendsAway, .selfService: .selfService, .makesRepeat: .makesRepeat,
    .carriedOver: .carriedOver, .impact: .impact, .acknowledgement: .acknowledgements,
    .minimising: .minimising, .blaming: .blaming, .boundary: .boundaries, .cause: .causes,
    .findsCause: .findsCause,
    .diagnosing: .diagnosing, .measure: .measures, .faultLog: .faultLogs, .nextIssue: .nextIssues,
    .afterCare: .afterCare, .history: .history, .startsOver: .startsOver, .done: .done,
    .checksBack: .checksBack, .recap: .recaps, .ownership: .ownership, .deflection: .deflection,
    .holdLine: .holdLines, .guess: .guesses, .certainty: .certainties, .unknown: .unknowns,
    .findsOut: .findsOut, .identityCheck: .identityChecks, .safePath: .safePaths,
    .privatePath: .privatePaths, .safetyResponse: .safetyResponses, .endsContact: .endedContact,
    .assumption: .assumptions, .stereotype: .stereotypes, .judgement: .judgements,
    .optOutDone: .optOutActs, .vagueTime: .vagueTime,
    // The customer's side.
    .trouble: .trouble, .ownDoing: .ownDoing, .anger: .anger, .efforts: .efforts,
    .earlierContact: .earlierContact, .danger: .dangerCues, .selfHarm: .selfHarmCues, .legal: .legalCues,
    .vulnerable: .vulnerableCues, .asksForManager: .asksForManager, .optOut: .optOuts, .buying: .buying,
  ]

  /// Acts that are questions by nature; another act in a question is offered, not told.
  private static let questions: Set<ServiceAct> = [
    .diagnosing, .checksBack, .startsOver, .identityCheck, .holdLine, .asksForManager, .asksDetail,
    .asksSecret, .recap, .safetyResponse,
  ]

  /// Acts that lay a deed on the customer: "please ask at the desk" does so as "ask at the desk" does.
  private static let errands: Set<ServiceAct> = [.sendsAway, .selfService, .makesRepeat, .deflection]

  /// Three words or a sentence of its own: "Dear Kofi," and "mate," cut from a sentence do nothing.
  private static func isWhole(_ tokens: Range<Int>, in reply: Reply) -> Bool {
    reply.tokens[tokens].count(where: \.isWordLike) >= 3
      || reply.sentences.contains { $0.tokens == tokens }
  }

  /// "No heating in this cold is awful" makes nothing smaller: a feeling or an apology is named in it.
  private static func isTakenSeriously(
    _ tokens: Range<Int>, _ words: [String], _ phrases: [LexiconName: [Hit]]
  ) -> Bool {
    FeltWith.verdict(in: words) != nil
      || [LexiconName.feelings, .impact, .apology].contains { list in
        phrases[list]?.contains { $0.tokens.overlaps(tokens) } ?? false
      }
  }

  /// "The price is fixed by the maker" tells a state of things, no deed done.
  private static func isByOthers(_ hit: Hit, in reply: Reply) -> Bool {
    let next = hit.tokens.upperBound
    guard hit.tokens.lowerBound > 0, next < reply.tokens.count, reply.tokens[next].normal == "by" else {
      return false
    }
    return ["is", "are", "was", "were", "be"].contains(reply.tokens[hit.tokens.lowerBound - 1].normal)
      && reply.tokens.dropFirst(next + 1).first?.value == nil
  }

  /// "Oh dear" greets nobody.
  private static func isOhDear(_ hit: Hit, in reply: Reply) -> Bool {
    hit.tokens.count == 1 && hit.tokens.lowerBound > 0 && reply.tokens[hit.tokens.lowerBound].normal == "dear"
      && ["oh", "my", "ooh", "dear", "ah"].contains(reply.tokens[hit.tokens.lowerBound - 1].normal)
  }

  /// "May I put you on hold": a wait announced is no trouble told.
  private static func cleaned(
    _ phrases: [LexiconName: [Hit]], in reply: Reply
  ) -> [LexiconName: [Hit]] {
    var phrases = phrases
    phrases[.outcomes]?.removeAll { isByOthers($0, in: reply) }
    for list in [LexiconName.greetings, .courtesy] { phrases[list]?.removeAll { isOhDear($0, in: reply) } }
    let holds = (phrases[.holdLines] ?? []).filter { hit in
      reply.tokens[hit.tokens].contains { $0.normal == "hold" }
    }
    for list in [LexiconName.impact, .efforts, .faults, .trouble, .handOvers] where !holds.isEmpty {
      phrases[list]?.removeAll { hit in holds.contains { $0.tokens.overlaps(hit.tokens) } }
    }
    return phrases
  }

  /// The phrases found, and a hit for each act where no phrase of its list stands already.
  static func joined(
    _ phrases: [LexiconName: [Hit]], _ acts: [HeardAct], in reply: Reply
  ) -> [LexiconName: [Hit]] {
    var hits = cleaned(phrases, in: reply)
    for heard in acts {
      guard let list = lists[heard.act] else { continue }
      let tokens = heard.passage.tokens
      if heard.act == .minimising, isTakenSeriously(tokens, reply.words(in: tokens), phrases) { continue }
      guard isWhole(tokens, in: reply) else { continue }
      guard !(hits[list] ?? []).contains(where: { $0.tokens.overlaps(tokens) }) else { continue }
      var hit = Hit(tokens: tokens, range: TextRange(heard.passage.range))
      let isQuestion = reply.tokens[tokens].contains { $0.normal == "?" }
      let isRequested = reply.tokens[tokens].contains { $0.stance.contains(.requested) }
      let isAsked = isQuestion || isRequested && !errands.contains(heard.act)
      hit.holds = !isAsked || questions.contains(heard.act)
      hits[list, default: []].append(hit)
    }
    return hits.mapValues { $0.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound } }
  }
}
