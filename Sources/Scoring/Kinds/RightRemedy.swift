import Domain
import Language

/// Whether what was given is what policy allows: no less, no more, and above the limit somebody else decides.
///
/// Does not apply where no remedy was in question: nobody asked for one and the desk gave none. More than the limit,
/// given at the desk, is a breach; what a coach stopped did not happen and only loses points.
struct RightRemedy: CriterionKind {
  let keyword = "right-remedy"
  let summary = "Gives the remedy policy allows, stays inside the limit, and hands on what is above it."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    let remedies = Remedies(reading)
    guard remedies.isInQuestion else {
      return Finding.notApplicable("No remedy was in question.")
    }
    guard !reading.replies.isEmpty || !remedies.acts.isEmpty else { return Finding.noReply }
    var finding = Finding()
    finding.ask("Gives a remedy, or says which one is coming", remedies.isGiven)
    finding.ask(
      "Stays inside the limit", remedies.over.isEmpty && remedies.promisedOver == nil && remedies.isGiven)
    if remedies.isAboveLimit { finding.ask("Hands on what is above the limit", remedies.isHandedOn) }
    if let refusal = remedies.wrongRefusal {
      finding.ask("Refuses nothing that policy allows", false)
      finding.quote(refusal.reply.quote(refusal.hit.range, .lost, "policy allows it"))
    }
    if remedies.wrongRefusal == nil, let refusal = remedies.refusedMore {
      finding.ask("Hands on what it does not decide itself", false)
      finding.quote(refusal.reply.quote(refusal.hit.range, .lost, "nobody is asked"))
    }
    for act in remedies.over {
      finding.quote(
        Quote(turn: act.turn, range: TextRange(0, 0), role: .lost, note: "\(act.asTyped) is over the limit"))
      if act.happened { finding.breach() }
    }
    if let (reply, range) = remedies.promisedOver {
      finding.quote(reply.quote(range, .lost, "over the limit"))
    }
    if let (reply, hit) = remedies.promised { finding.quote(reply.quote(hit.range, .earned, "the remedy")) }
    return finding.evidence(
      Self.reason(finding.verdict, remedies), better: Self.better(remedies, criterion))
  }

  private static func reason(_ verdict: Verdict, _ remedies: Remedies) -> String {
    if verdict == .breached {
      return "More was given than you may decide alone, and it cannot be taken back."
    }
    if !remedies.over.isEmpty || remedies.promisedOver != nil {
      return "That is more than you may decide alone."
    }
    if remedies.wrongRefusal != nil { return "You said no to something that policy lets you give." }
    if !remedies.isGiven { return "The customer was left without a remedy, though one was in question." }
    if remedies.isAboveLimit, !remedies.isHandedOn {
      return "Above your limit somebody else decides; hand it on."
    }
    if remedies.refusedMore != nil { return "You said no to more without asking whoever decides on it." }
    return "The remedy is one policy allows."
  }

  private static func better(_ remedies: Remedies, _ criterion: Criterion) -> String? {
    if let limit = remedies.limit, !remedies.over.isEmpty || remedies.promisedOver != nil {
      return criterion.better ?? "Stay at \(limit) or less, or hand it to somebody who may decide more."
    }
    return criterion.better
  }

  let examples = RightRemedyExamples.all
}

/// What a talk says and does about putting things right.
private struct Remedies {
  private let reading: Reading
  /// Acts at the desk that give something.
  let acts: [ReadAction]
  /// Those over the limit, stopped or not.
  let over: [ReadAction]
  /// Where the trainee says that a remedy is given.
  private(set) var promised: (reply: ReadReply, hit: Hit)?
  /// An amount above the limit that the trainee promised as their own to give.
  private(set) var promisedOver: (reply: ReadReply, range: TextRange)?
  /// The least limit on what may be given, where the scenario has one.
  let limit: Money?
  private(set) var isHandedOn = false

  init(_ reading: Reading) {
    self.reading = reading
    acts = reading.actions.filter {
      Self.isRemedy($0.act.taken.name, limit: Self.limit(of: $0, reading)) || Self.isAgainstPolicy($0)
    }
    over = acts.filter { Self.breach($0) != nil || Self.isAgainstPolicy($0) }
    limit =
      reading.scenario?.actions.filter { Self.isRemedy($0.name, limit: $0.limit) }.compactMap(\.limit)
      .min { $0.hundredths < $1.hundredths } ?? over.lazy.compactMap(Self.breach).first
    promised =
      reading.replies.lazy.compactMap { reply in
        Self.promises(in: reply).first { reading.troubleTold || !Self.isPrice($0, reply) }.map { (reply, $0) }
      }.first
      ?? (reading.troubleTold || Fault.isOurs(in: reading)
        ? reading.replies.lazy.compactMap { reply in Self.sent(in: reply, reading).map { (reply, $0) } }.first
        : nil)
    isHandedOn = Self.isHandedOn(reading)
    promisedOver = reading.replies.lazy.compactMap(amountOver).first
  }

  private static let deskWords = Set(
    Reply(
      """
      refund reimburse credit voucher discount goodwill compensate compensation resend replace replacement exchange
      repair waive rebook redeliver upgrade reserve gift
      """
    ).words.map(\.stem))

  private static func isRemedy(_ name: String, limit: Money?) -> Bool {
    limit != nil || Reply(name).words.contains { deskWords.contains($0.stem) }
  }

  private static func limit(of action: ReadAction, _ reading: Reading) -> Money? {
    if let limit = breach(action) { return limit }
    guard let scenario = reading.scenario, let index = action.act.taken.action,
      scenario.actions.indices.contains(index)
    else { return nil }
    return scenario.actions[index].limit
  }

  /// The limit an act ran into.
  private static func breach(_ action: ReadAction) -> Money? {
    switch action.act.outcome {
    case .refused(.overLimit(let limit, _)), .breached(.overLimit(let limit, _)): limit
    case .done, .refused, .breached, .impossible: nil
    }
  }

  /// Given all the same, where policy said no: "breakfast" on top of a discount.
  private static func isAgainstPolicy(_ action: ReadAction) -> Bool {
    guard case .breached = action.act.outcome else { return false }
    return !looking.contains(String(action.act.taken.name.prefix { $0 != " " }))
  }

  private static let looking: Set<String> = [
    "lookup", "verify", "note", "hold", "resume", "transfer", "escalate", "close", "cancel", "stop", "open",
  ]

  // MARK: Questions

  /// The customer asked for a remedy, or the desk gave one. Where nobody knows what policy allows, the trainee's words
  /// alone put none in question: that would hang on how they were chosen.
  var isInQuestion: Bool {
    if !acts.isEmpty || isAskedFor || isWished { return true }
    guard reading.scenario != nil else { return false }
    return isPromised || reading.troubleTold && reading.replies.contains { !$0.told(.remedies).isEmpty }
      || reading.replies.contains { reply in reply.told(.refusals).contains { isAboutRemedy($0, reply) } }
  }

  /// A remedy told in words, or heard where something had gone wrong.
  private var isPromised: Bool {
    guard let promised else { return false }
    return reading.troubleTold || Grievance.isLikely(in: reading)
      || (promised.reply.phrases[.remedies] ?? []).contains { $0.tokens.overlaps(promised.hit.tokens) }
  }

  /// "Free of charge", "at no cost": a remedy where something went wrong, else a plain price.
  private static func isPrice(_ hit: Hit, _ reply: ReadReply) -> Bool {
    reply.normalWords(hit.tokens).contains { ["charge", "cost"].contains($0) }
      && reply.normalWords(hit.tokens).contains { ["free", "no", "without"].contains($0) }
  }

  private var isAskedFor: Bool { reading.customerTurns.contains { !$0.mentions(.remedies).isEmpty } }

  var isGiven: Bool { acts.contains(where: \.happened) || promised != nil || isHandedOn }

  /// Whether the customer, or an act, wants more than may be decided here.
  var isAboveLimit: Bool {
    if !over.isEmpty || promisedOver != nil { return true }
    guard let limit else { return false }
    return reading.customerTurns.contains { turn in
      guard !turn.mentions(.remedies).isEmpty else { return false }
      return turn.reply.values.contains { Self.isOver($0.value, limit) }
    }
  }

  /// A no to a remedy that the desk may give: known only where the scenario lists the act and its needs hold.
  var wrongRefusal: (reply: ReadReply, hit: Hit)? {
    guard !isHandedOn, !isAboveLimit else { return nil }
    return reading.replies.lazy.compactMap { reply in
      reply.told(.refusals).first { isAboutRemedy($0, reply) && isAllowed($0, reply) }.map { (reply, $0) }
    }.first
  }

  /// Something given, and a wish for more turned down without asking anybody who may decide it.
  var refusedMore: (reply: ReadReply, hit: Hit)? {
    guard isGiven, !isHandedOn else { return nil }
    return reading.replies.lazy.compactMap { reply in
      let no = NoFinder.no(in: reply, of: reading)?.hit
      return (no.flatMap { isAboutMore($0, reply) ? $0 : nil } ?? Self.nobody(in: reply)).map { (reply, $0) }
    }.first
  }

  /// A no to a remedy, a sum or to more: "I cannot see where it is" refuses none.
  private func isAboutMore(_ hit: Hit, _ reply: ReadReply) -> Bool {
    if isAboutRemedy(hit, reply) { return true }
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return false }
    return reply.reply.tokens[sentence.tokens].contains { token in
      [.money, .percent].contains(token.kind)
        || ["more", "further", "higher", "else", "extra", "beyond", "top", "furthest", "most"].contains(
          token.normal)
    }
  }

  /// "There is nobody who gives more", "nobody here to ask"; "so nobody else gets that room" turns nothing down.
  private static func nobody(in reply: ReadReply) -> Hit? {
    reply.reply.clauses.first { clause in
      let words = reply.normalWords(clause.tokens)
      return words.contains { ["nobody", "anybody"].contains($0) }
        && words.contains { ["more", "ask", "exceptions", "decide"].contains($0) }
    }.map { Hit(tokens: $0.tokens, range: TextRange($0.range)) }
  }

  /// "Could you drop some of the 45?", "I'd like the money", or a fault handed on at the desk.
  private var isWished: Bool {
    let isSent = reading.actions.contains { action in
      action.happened && ["escalate", "transfer"].contains { action.act.taken.name.hasPrefix($0) }
    }
    if isSent, Grievance.isTold(in: reading) { return true }
    return reading.customerTurns.contains { turn in
      let words = turn.reply.words.map(\.normal)
      let asksMoney = turn.reply.tokens.contains { [.money, .number].contains($0.kind) }
      let asks =
        words.contains { ["want", "give", "drop", "take", "knock", "lower", "reduce"].contains($0) }
        && words.indices.contains { index in
          ["off", "back", "some", "bit", "less", "something", "drop"].contains(words[index])
            && !(words[index] == "back"
              && words[max(0, index - 3)..<index].contains { Self.answering.contains($0) })
        }
      let demands = words.contains("about") && words.contains("do") && words.contains("you")
      let wantsMoney =
        words.contains("money") && words.contains { ["like", "want", "where", "need"].contains($0) }
      return (asks && (asksMoney || Grievance.isTold(by: turn) || words.contains("something")))
        || (demands || wantsMoney) && Grievance.isLikely(in: reading)
    }
  }

  /// "Ring me back" wants no money.
  private static let answering = Set(Reply("ring call phone write text get come rings").words.map(\.normal))

  private func isAboutRemedy(_ hit: Hit, _ reply: ReadReply) -> Bool {
    reply.mentioned(.remedies).contains { remedy in
      remedy.tokens.overlaps(hit.tokens) || isInClause(remedy, of: hit, reply)
    }
  }

  private func isInClause(_ remedy: Hit, of hit: Hit, _ reply: ReadReply) -> Bool {
    reply.reply.clauses.contains {
      $0.tokens.contains(hit.tokens.lowerBound) && $0.tokens.contains(remedy.tokens.lowerBound)
    }
  }

  private func isAllowed(_ hit: Hit, _ reply: ReadReply) -> Bool {
    guard let scenario = reading.scenario,
      let clause = reply.reply.clauses.first(where: { $0.tokens.contains(hit.tokens.lowerBound) })
    else { return false }
    let terms = Set(reply.reply.tokens[clause.tokens].compactMap(Term.of))
    return scenario.actions.contains { action in
      guard action.hasPolicy, Self.isRemedy(action.name, limit: action.limit) else { return false }
      guard !Set(Reply(action.name).tokens.compactMap(Term.of)).isDisjoint(with: terms) else { return false }
      let paid = scenario.customer.orders.compactMap(\.paid).map(\.hundredths).max() ?? 0
      if let limit = action.limit, paid > limit.hundredths { return false }
      return action.needs.map { Truth(reading: reading, before: reply.turn).holds($0) ?? false } ?? true
    }
  }

  // MARK: Words

  /// Remedies said as given or coming: "I am refunding you", "you will have a new one tomorrow".
  private static func promises(in reply: ReadReply) -> [Hit] {
    let deeds = Commitment.all(in: reply)
    let refusals = reply.told(.refusals)
    let faults = Admission.told(in: reply)
    return reply.offered(.remedies).filter { hit in
      guard let place = reply.sentenceIndex(of: hit.tokens.lowerBound) else { return false }
      if refusals.contains(where: { $0.tokens.overlaps(hit.tokens) }) || isCause(hit, in: reply)
        || isOfAll(hit, in: reply) || isOnlyWeighed(hit, in: reply)
      {
        return false
      }
      let isCommitted = deeds.contains { $0.sentence == place }
      return isCommitted || isAnnounced(hit, reply.sentences[place], reply)
    } + meant(in: reply, deeds, refusals).filter { hit in !faults.contains { $0.overlaps(hit.tokens) } }
  }

  /// "The refunds need time", "replacements are sent by post": a plural at the head of its clause tells how it is with
  /// all of them, and gives this customer none.
  private static func isOfAll(_ hit: Hit, in reply: ReadReply) -> Bool {
    // As written: a plural may be read as its singular.
    guard let clause = reply.clause(of: hit.tokens.lowerBound)?.tokens,
      reply.words(at: hit.range).hasSuffix("s")
    else { return false }
    let words = reply.normalWords(clause)
    return reply.normalWords(clause.lowerBound..<max(clause.lowerBound, hit.tokens.lowerBound)).allSatisfy {
      ["the", "all", "our", "these", "such"].contains($0)
    } && !words.contains { ["you", "your"].contains($0) }
  }

  /// "I will think about a refund and whether to mend it": what is only thought over is given to nobody.
  private static func isOnlyWeighed(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard let clause = reply.clause(of: hit.tokens.lowerBound)?.tokens else { return false }
    let lead = clause.lowerBound..<max(clause.lowerBound, hit.tokens.lowerBound)
    return reply.reply.tokens[lead].contains { weighing.contains($0.stem) }
  }

  private static let weighing = Set(Reply("think consider wonder discuss ponder whether").words.map(\.stem))

  /// "Shut for a pump repair", "two letters are swapped", "set a new password": what happened, or what the customer
  /// does, gives nothing.
  private static func isCause(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard let clause = reply.clause(of: hit.tokens.lowerBound)?.tokens else { return false }
    let lead = reply.normalWords(clause.lowerBound..<max(clause.lowerBound, hit.tokens.lowerBound))
    let words = reply.normalWords(hit.tokens)
    if words.first == "repair" || words.last == "repair" {
      return lead.contains("for") && lead.contains { ["was", "were", "is", "are"].contains($0) }
    }
    if ["swapped", "exchanged"].contains(words.first), words.count == 1 {
      return ["are", "were", "is", "was", "been", "got"].contains(lead.last ?? "")
    }
    return words.first == "a" && words.dropFirst().first == "new"
      && ["set", "choose", "create", "enter", "pick", "type", "make"].contains(lead.last ?? "")
  }

  /// "The second lamp left our warehouse and should reach you on Wednesday": what was missing is on its way.
  private static func sent(in reply: ReadReply, _ reading: Reading) -> Hit? {
    reply.sentences.first { sentence in
      guard sentence.standing == .own, !sentence.isQuestion, !sentence.matter.isEmpty else { return false }
      let words = reply.normalWords(sentence.tokens)
      let pairs = zip(words, words.dropFirst())
      return pairs.contains {
        ["reach", "reaches"].contains($0) && $1 == "you" || $0 == "left" && $1 == "our"
      }
        && reply.reply.tokens[sentence.tokens].contains { [.time, .date, .duration].contains($0.kind) }
    }.map { Hit(tokens: $0.tokens, range: $0.range) }
  }

  /// Remedies heard by their meaning: surely, or in a sentence that commits somebody.
  private static func meant(in reply: ReadReply, _ deeds: [Commitment], _ refusals: [Hit]) -> [Hit] {
    reply.acts.filter { heard in
      guard heard.act == .remedy, heard.probability >= 0.6,
        let place = reply.sentenceIndex(of: heard.passage.tokens.lowerBound),
        reply.sentences[place].standing == .own, !reply.sentences[place].isQuestion,
        !refusals.contains(where: { $0.tokens.overlaps(heard.passage.tokens) })
      else { return false }
      let commits = reply.acts.contains {
        [.commitment, .done].contains($0.act)
          && reply.sentences[place].tokens.contains($0.passage.tokens.lowerBound)
      }
      return heard.probability >= 0.85 || commits || deeds.contains { $0.sentence == place }
    }.map { Hit(tokens: $0.passage.tokens, range: TextRange($0.passage.range)) }
  }

  /// "The refund has been sent", "your new one arrives tomorrow", "would you like a refund or a new one?"
  private static func isAnnounced(_ hit: Hit, _ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    if !reply.earning(.wants).filter({ sentence.tokens.contains($0.tokens.lowerBound) }).isEmpty,
      !sentence.isQuestion
    {
      return false
    }
    let next = reply.reply.tokens[hit.tokens.upperBound...].first
    return sentence.wordCount >= 4 && !(next.map { papers.contains($0.normal) } ?? false)
  }

  /// "Our refund policy" and "a refund request" give nothing.
  private static let papers = Set(
    Reply("policy policies request requests form forms terms process rules department team").words.map(
      \.normal))

  private static func isHandedOn(_ reading: Reading) -> Bool {
    let isPassed = reading.actions.contains { action in
      action.happened && ["escalate", "transfer"].contains { action.act.taken.name.hasPrefix($0) }
    }
    return isPassed || reading.replies.contains { !$0.offered(.escalations).isEmpty }
  }

  /// An amount over the limit, promised and not put before anybody.
  private func amountOver(_ reply: ReadReply) -> (reply: ReadReply, range: TextRange)? {
    guard let limit, !isHandedOn else { return nil }
    for hit in Self.promises(in: reply) {
      guard let sentence = reply.sentence(of: hit.tokens.lowerBound), !sentence.isQuestion else { continue }
      let over = sentence.tokens.first { index in
        let token = reply.reply.tokens[index]
        return token.stance.isAsserted && token.value.map { Self.isOver($0, limit) } ?? false
      }
      if let over { return (reply, TextRange(reply.reply.tokens[over].range)) }
    }
    return nil
  }

  private static func isOver(_ value: Value, _ limit: Money) -> Bool {
    guard case .money(let amount, let currency) = value, currency.code == limit.currency else { return false }
    return amount.hundredths.map { $0 > limit.hundredths } ?? false
  }
}
