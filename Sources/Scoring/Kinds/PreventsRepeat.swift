import Domain
import Language

/// Whether the fault is stopped at its source: its cause named or passed on, and something changed.
///
/// Does not apply where nothing failed on our side, unless the trainee named a cause or a change all the same.
struct PreventsRepeat: CriterionKind {
  let keyword = "prevents"
  let summary = "Names the cause or passes it on, and says what changes so that it does not happen again."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    let causes = reading.replies.flatMap { Self.causes(in: $0, reading) }
    let changes = reading.replies.flatMap(LastingChange.told)
    let isReported = reading.replies.contains { !Self.reports(in: $0).isEmpty }
    guard
      Fault.isOurs(in: reading)
        || Fault.isOpen(in: reading)
          && (isReported || Grievance.isLikely(in: reading) || Self.isOwnedUp(in: reading))
    else {
      return Finding.notApplicable("Nothing failed on our side, so there was nothing to prevent.")
    }
    var finding = Finding()
    finding.ask("Names the cause, or says that it is logged or passed on", !causes.isEmpty)
    finding.ask("Says what changes so that it does not happen again", !changes.isEmpty)
    finding.quote(causes.first)
    finding.quote(changes.first)
    let empty = reading.replies.flatMap { reply in reply.mentioned(.prevention).map { (reply, $0) } }
    return finding.evidence(
      Self.reason(hasCause: !causes.isEmpty, hasChange: !changes.isEmpty, promises: !empty.isEmpty),
      better: Self.better(causes, changes, empty.first, criterion))
  }

  /// Whether the trainee takes the fault on us: in so many words, or by telling what something of ours did.
  private static func isOwnedUp(in reading: Reading) -> Bool {
    reading.replies.contains { reply in
      !Admission.told(in: reply).isEmpty
        || Account.told(in: reply, reading).contains { clause in
          reply.normalWords(clause).contains { ["our", "we"].contains($0) }
        }
    }
  }

  // MARK: The cause

  private static func causes(in reply: ReadReply, _ reading: Reading) -> [Quote] {
    let faults = reply.told(.trouble)
    let excused = reply.mentioned(.refusals, .safetyChecks, .secretNames)
    let logged = reports(in: reply)
    let named = reply.earning(.causes).filter { isCause($0, faults, excused, in: reply) }
    let parts = reply.earning(.failingParts).filter { isFailing($0, faults, in: reply) }.map(\.tokens)
    let accounts = Account.told(in: reply, reading).filter { !LastingChange.looksAhead($0, reply) }
    return
      (logged.map { reply.quote(reply.wholeClause(of: $0.tokens), .earned, "logs or passes it on") }
      + (named.map(\.tokens) + parts + admitted(in: reply) + accounts).map {
        reply.quote(reply.wholeClause(of: $0), .earned, "names the cause")
      })
      .sorted { $0.range < $1.range }
  }

  private static func reports(in reply: ReadReply) -> [Hit] {
    reply.earning(.faultLogs).filter { isLogged($0, in: reply) }
  }

  /// "I have raised this with the depot"; an order passed to the driver and a refund raised are no report.
  private static func isLogged(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard let clause = reply.clause(of: hit.tokens.lowerBound) else { return false }
    if isAskedOfThem(hit, clause.tokens, in: reply) || isSigningIn(hit, in: reply) { return false }
    if isTheirs(hit, clause.tokens, in: reply) { return false }
    let rest = reply.reply.tokens[
      hit.tokens.lowerBound..<max(hit.tokens.upperBound, clause.tokens.upperBound)]
    let isWorded = (reply.phrases[.faultLogs] ?? []).contains { $0.tokens.overlaps(hit.tokens) }
    guard isWorded || rest.contains(where: { passing.contains($0.stem) }) else { return false }
    return !rest.contains { otherGoods.contains($0.stem) }
  }

  /// "Do let us know", "you can report it": the customer is to tell it.
  private static func isAskedOfThem(_ hit: Hit, _ clause: Range<Int>, in reply: ReadReply) -> Bool {
    let asking: Set<String> = ["you", "please", "they", "do", "let"]
    let opening = reply.reply.tokens[clause.lowerBound..<max(clause.lowerBound, hit.tokens.lowerBound)]
    return opening.contains { asking.contains($0.normal) }
      || reply.reply.tokens[hit.tokens].first { $0.isWordLike }.map { asking.contains($0.normal) } ?? false
  }

  /// "Both of your reports", "thanks for flagging it": what the customer reported.
  private static func isTheirs(_ hit: Hit, _ clause: Range<Int>, in reply: ReadReply) -> Bool {
    let lead = reply.normalWords(clause.lowerBound..<max(clause.lowerBound, hit.tokens.lowerBound)).suffix(3)
    let first = reply.reply.tokens[hit.tokens.lowerBound]
    if ["your", "both", "these", "those", "two", "three", "previous"].contains(lead.last ?? "") {
      return true
    }
    if first.normal.hasSuffix("s"), hit.tokens.count == 1 { return true }
    return lead.contains { ["thanks", "thank", "cheers", "ta", "for"].contains($0) }
      && ShortDeed.isDoing(first)
      && lead.last == "for"
  }

  /// "You can log in now" reports nothing.
  private static func isSigningIn(_ hit: Hit, in reply: ReadReply) -> Bool {
    let next = hit.tokens.upperBound
    guard reply.reply.tokens.indices.contains(next), reply.reply.tokens[next - 1].stem == "log" else {
      return false
    }
    return ["in", "on", "into", "out", "off", "back"].contains(reply.reply.tokens[next].normal)
  }

  /// What a report heard by its meaning alone must hold: "valued feedback" is passed to nobody.
  private static let passing = Set(
    [
      "report", "pass", "log", "flag", "raise", "tell", "told", "note", "forward", "record", "file", "wrote",
      "write", "spoke", "speak", "add", "feed", "hand", "show", "ask", "ticket", "put",
    ].map(Stemmer.stem))

  private static let otherGoods = Set(
    ["refund", "order", "payment", "credit", "account", "claim"].map(Stemmer.stem))

  /// A connecting word in a sentence that speaks of the fault, and neither refuses, asks nor orders.
  private static func isCause(_ hit: Hit, _ faults: [Hit], _ excused: [Hit], in reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound), !sentence.isQuestion else { return false }
    if excused.begin(in: sentence.tokens) { return false }
    if isConclusion(hit, in: reply) { return true }
    let rest = hit.tokens.upperBound..<max(hit.tokens.upperBound, sentence.tokens.upperBound)
    guard reply.reply.tokens[rest].count(where: \.carriesContent) >= 1 || !sentence.matter.isEmpty else {
      return false
    }
    if Account.isVague(after: hit.tokens.upperBound, in: reply) { return false }
    return faults.begin(in: sentence.tokens)
      || sentence.matter.contains { !hit.tokens.contains($0) }
  }

  /// "The jugs look alike, that is how it happens": the cause stands before the words.
  private static func isConclusion(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound),
      ["that", "this", "which"].contains(reply.reply.tokens[hit.tokens.lowerBound].normal)
    else { return false }
    return reply.reply.tokens[sentence.tokens.lowerBound..<hit.tokens.lowerBound].count(
      where: \.carriesContent) >= 2
  }

  /// "The label came off", "somebody here booked the wrong day": a part of ours with what went wrong with it.
  private static func isFailing(_ hit: Hit, _ faults: [Hit], in reply: ReadReply) -> Bool {
    guard let clause = reply.clause(of: hit.tokens.lowerBound) else { return false }
    let rest = hit.tokens.upperBound..<max(hit.tokens.upperBound, clause.tokens.upperBound)
    if faults.begin(in: rest) { return true }
    return reply.reply.tokens[rest].contains { failing.contains($0.stem) }
  }

  /// "The fridge at our bakery failed": a clause that speaks of us and says what went wrong, told and not denied.
  private static func admitted(in reply: ReadReply) -> [Range<Int>] {
    reply.reply.clauses.compactMap { clause in
      guard reply.isOwn(clause.tokens.lowerBound) else { return nil }
      let tokens = reply.reply.tokens[clause.tokens]
      guard tokens.contains(where: { ["our", "we", "us"].contains($0.normal) }) else { return nil }
      let isFault = tokens.contains {
        $0.stance.isAsserted && failing.contains($0.stem) && $0.normal.hasSuffix("ed")
      }
      return isFault ? clause.tokens : nil
    }
  }

  private static let failing = Set(
    [
      "miss", "forget", "skip", "mix", "swap", "drop", "lose", "overlook", "misread", "mislabel", "duplicate",
      "tear",
      "jam", "crash", "fail", "break", "slip", "stick", "leave", "confuse", "wrong", "mistake", "twice",
      "off",
    ].map(Stemmer.stem))

  private static func reason(hasCause: Bool, hasChange: Bool, promises: Bool) -> String {
    if hasCause && hasChange { return "The customer knows why it happened and what changes." }
    if hasCause { return "The cause is taken up; say also what changes, so that it does not happen again." }
    if hasChange { return "You said what changes; say also why it happened, or who is told." }
    return promises
      ? "A promise that it will not happen again needs a change behind it: say which."
      : "Nothing says why it happened, who is told of it, or what keeps it from coming back."
  }

  private static func better(
    _ causes: [Quote], _ changes: [Quote], _ empty: (ReadReply, Hit)?, _ criterion: Criterion
  ) -> String? {
    guard causes.isEmpty || changes.isEmpty, let (reply, hit) = empty,
      let sentence = Rewording(reply, sentenceOf: hit.tokens.lowerBound)
    else { return criterion.better }
    return sentence.appending(
      ": I have reported it to the team that can stop it, and it is checked from today")
  }

  let examples = [
    CriterionExample(
      "cause and change", .met,
      quotes: ["because the carton was too thin", "We have changed the carton for every order from today"],
      [
        .customer("My cups arrived broken."),
        .trainee(
          "They broke because the carton was too thin. We have changed the carton for every order from today."
        ),
      ]),
    CriterionExample(
      "passed on, so that it stops", .met,
      quotes: [
        "I have raised this with the depot so that your next parcel does not go to the old address again"
      ],
      [
        .customer("My parcel went to the wrong address."),
        .trainee(
          "I have raised this with the depot so that your next parcel does not go to the old address again.",
          channel: "email"),
      ]),
    CriterionExample(
      "a part of ours that failed", .partly, quotes: ["The label came off at the depot and got lost"],
      [
        .customer("My parcel never arrived."),
        .trainee("The label came off at the depot and got lost.", channel: "sms"),
      ]),
    CriterionExample(
      "logged alone is half", .partly, quotes: ["I have logged the broken cups with our packing team"],
      [
        .customer("My cups arrived broken."),
        .trainee("I have logged the broken cups with our packing team."),
      ]),
    CriterionExample(
      "a promise without a change", .missed,
      [
        .customer("My cups arrived broken."), .trainee("It will not happen again."),
      ]),
    CriterionExample(
      "no promise at all", .missed,
      [
        .customer("My cups arrived broken."), .trainee("I can't promise that it won't happen again."),
      ]),
    CriterionExample(
      "a reason for a rule is no cause", .missed,
      [
        .customer("My cups arrived broken."),
        .trainee("I can't refund the cups because our policy says so, that is the reason."),
      ]),
    CriterionExample(
      "the customer's own slip", .notApplicable,
      [
        .customer("I dropped my phone and it is broken."), .trainee("I can book a repair for Monday."),
      ]),
    CriterionExample(
      "nothing failed", .notApplicable,
      [
        .customer("Which kettle is quieter?"), .trainee("The small one, because its wall is thicker."),
      ]),
  ]
}
