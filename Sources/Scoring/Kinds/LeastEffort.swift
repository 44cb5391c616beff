import Domain
import Language

/// Whether the customer is spared errands: nobody to call, no form, nothing to tell twice.
///
/// Always applies once a reply was sent; it opens with something done, said or taken on for the customer, so that
/// silence is no service. Where the customer asked how or where, a page or a form is an answer.
struct LeastEffort: CriterionKind {
  let keyword = "least-effort"
  let summary = "Does it for the customer: no other number, no form, nothing to repeat to the next colleague."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    let lists: [LexiconName] = Self.asksForTheWay(reading) ? [.sendsAway] : [.sendsAway, .selfService]
    let errands = Errand.all(lists, in: reading)
    let repeats = Errand.all([.makesRepeat], in: reading)
    let transfers = reading.replies.flatMap { reply in reply.offered(.transfers).map { (reply, $0) } }
    let isCarried = repeats.isEmpty && Self.isCarried(reading)
    let deeds = reading.replies.flatMap { reply in
      let handed = reply.offered(.transfers).map(\.tokens)
      return (Commitment.done(in: reply).filter(\.isOwn) + Commitment.offers(in: reply))
        .filter { deed in !handed.contains { $0.overlaps(deed.tokens) } }.map { (reply, $0) }
    }
    if deeds.isEmpty, errands.isEmpty, repeats.isEmpty, transfers.isEmpty, !Self.isInNeed(reading) {
      return Finding.notApplicable("The customer wanted nothing that could have cost them effort.")
    }
    let does =
      !deeds.isEmpty || (isCarried && !transfers.isEmpty) || Self.isDone(reading, sentAway: !errands.isEmpty)
    var finding = Finding()
    finding.avoid("Sends the customer on no errand", errands.isEmpty)
    if !repeats.isEmpty || !transfers.isEmpty {
      finding.ask("Spares them telling it again to the next person", isCarried)
    }
    finding.ask("Does for them what can be done from here", does)
    finding.quote(ProvenDeed.best(deeds.map { ($0.0, $0.1.tokens) })?.quote("does it for them"))
    if does, deeds.isEmpty { finding.quote(Self.told(in: reading)) }
    for errand in errands.prefix(2) {
      finding.quote(errand.reply.quote(errand.hit.range, .lost, "sends them elsewhere"))
    }
    for errand in repeats.prefix(1) {
      finding.quote(errand.reply.quote(errand.hit.range, .lost, "to be told again"))
    }
    if repeats.isEmpty, !isCarried, let (reply, hit) = transfers.first {
      finding.quote(reply.quote(hit.range, .lost, "what they told must go with them"))
    }
    return finding.evidence(
      Self.reason(errands: !errands.isEmpty, repeats: !finding.checks.allSatisfy(\.passed), does: does),
      better: Self.better(errands.first, criterion))
  }

  // MARK: What spares effort

  /// Whether the customer asked for anything, or told of a fault.
  private static func isInNeed(_ reading: Reading) -> Bool {
    Grievance.isTold(in: reading) || !reading.asks.isEmpty
      || reading.customerTurns.contains { !$0.mentions(.requests).isEmpty }
  }

  /// The first sentence that answers, where that is all that was to be done.
  private static func told(in reading: Reading) -> Quote? {
    reading.replies.lazy.compactMap { NextStep.timed(in: $0) }.first
      ?? reading.replies.lazy.compactMap { reply in
        let sorry = reply.mentioned(.apology, .thanks, .courtesy, .greetings)
        return reply.sentences.first { sentence in
          sentence.standing == .own && !sentence.isQuestion && !sentence.matter.isEmpty
            && sentence.wordCount >= 4
            && !sorry.contains { sentence.tokens.contains($0.tokens.lowerBound) }
        }.map { reply.quote($0.range, .earned, "answers it here") }
      }.first
  }

  /// "How do I change it?", "where can I find the form?": then a page is the answer.
  private static func asksForTheWay(_ reading: Reading) -> Bool {
    reading.customerTurns.contains { turn in
      turn.reply.clauses.contains { clause in
        let words = turn.reply.tokens[clause.tokens].filter(\.isWordLike).map(\.normal)
        guard let start = words.firstIndex(where: { ["how", "where"].contains($0) }) else { return false }
        let next = words.dropFirst(start + 1).prefix(3)
        return next.contains { ["i", "we", "to", "one", "form", "page", "link"].contains($0) }
      }
    }
  }

  /// Whether something was done at the desk, or the answer stands in the reply itself.
  private static func isDone(_ reading: Reading, sentAway: Bool) -> Bool {
    let kinds = UsefulWork.kinds(in: reading)
    if kinds.contains(.acts) { return true }
    let isPushed =
      reading.replies.contains { !$0.told(.blaming).isEmpty }
      || !Errand.all([.deflection], in: reading).isEmpty
    if isPushed { return kinds.contains(.commits) }
    // "The right pair is with you on Saturday": on its way, whoever sent it.
    if !sentAway, reading.replies.contains(where: { NextStep.timed(in: $0) != nil }) { return true }
    let isAsked = !reading.asks.isEmpty || !Grievance.isTold(in: reading)
    return !sentAway
      && (kinds.contains(.commits) || isAsked && kinds.contains(.informs) || tellsTheWay(reading))
  }

  /// Steps for whoever asked how: "Go to your account and open Addresses".
  private static func tellsTheWay(_ reading: Reading) -> Bool {
    guard asksForTheWay(reading) else { return false }
    return reading.replies.contains { reply in
      reply.sentences.contains {
        $0.standing == .own && $0.wordCount >= 6 && !$0.matter.isEmpty && $0.grammarShare >= 200
      }
    }
  }

  private static func isCarried(_ reading: Reading) -> Bool {
    let isWarm = reading.actions.contains { $0.happened && $0.act.taken.argument.hasPrefix("warm") }
    return isWarm || reading.replies.contains { !$0.offered(.carriedOver).isEmpty }
  }

  private static func reason(errands: Bool, repeats: Bool, does: Bool) -> String {
    if errands { return "The customer leaves with an errand; do it for them, or say why only they can." }
    if !does { return "Nothing was done for the customer here." }
    return repeats
      ? "The next person asks for everything again: tell them first, and say that you did."
      : "You kept the work on your side."
  }

  /// "Contact the carrier" becomes "I will contact the carrier": the same errand in the right hands.
  private static func better(_ errand: Errand?, _ criterion: Criterion) -> String? {
    guard let errand else { return criterion.better }
    let words = errand.reply.words(at: errand.hit.range)
    let first = words.prefix { $0 != " " }.lowercased()
    guard words.split(separator: " ").count >= 3, words.last?.isPunctuation != true,
      ["contact", "call", "ring", "phone", "ask", "email", "chase"].contains(first), !words.contains("us")
    else { return criterion.better }
    return "I will \(words.prefix(1).lowercased())\(words.dropFirst()) for you and tell you what they say."
  }

  let examples = [
    CriterionExample(
      "calls for them", .met, quotes: ["I will call the carrier for you"],
      [
        .customer("My parcel is lost."),
        .trainee("I will call the carrier for you, there is nothing you need to do."),
      ]),
    CriterionExample(
      "contact the carrier", .missed, quotes: ["contact the carrier"],
      [
        .customer("My parcel is lost."), .trainee("Please contact the carrier about your parcel."),
      ]),
    CriterionExample(
      "a form nobody asked for", .partly,
      quotes: ["I have noted the broken kettle", "fill in the claim form"],
      [
        .customer("My kettle arrived broken."),
        .trainee(
          "I have noted the broken kettle. Please fill in the claim form on our website.", channel: "email"),
      ]),
    CriterionExample(
      "a page is the answer to 'how do I'", .met,
      quotes: ["Go to your account, open Addresses and choose the address you want to change."],
      [
        .customer("How do I change the address on my account?"),
        .trainee(
          "Go to your account, open Addresses and choose the address you want to change.", channel: "sms"),
      ]),
    CriterionExample(
      "a cold transfer", .partly, quotes: ["I will check the charge", "put you through"],
      [
        .customer("I was charged twice."),
        .trainee("I will check the charge. Then I put you through to billing.", channel: "phone"),
      ]),
    CriterionExample(
      "a transfer with the story told", .met,
      quotes: ["I will tell my colleague in billing everything first and then put you through"],
      [
        .customer("I was charged twice."),
        .trainee(
          "I will tell my colleague in billing everything first and then put you through, so that you need not repeat it.",
          channel: "phone"),
      ]),
    CriterionExample(
      "an invitation is no errand", .met, quotes: ["I have booked an engineer for Friday"],
      [
        .customer("My router is broken."),
        .trainee(
          "I have booked an engineer for Friday. If anything comes up before then, just call us again."),
      ]),
    CriterionExample(
      "the customer's own calls are behind them", .met, quotes: ["I will chase the kettle myself"],
      [
        .customer("I called the shop twice and nobody helps with my broken kettle."),
        .trainee("Sorry you had to call the shop twice. I will chase the kettle myself."),
      ]),
    CriterionExample(
      "a deed told of the past is none; an offer is", .met, quotes: ["can I fill it in with you now"],
      [
        .customer("The form you promised on Monday has not come."),
        .trainee(
          "I've got Monday's call up here, the form we sent went out on Tuesday. So can I fill it in with you now?"
        ),
      ]),
    CriterionExample(
      "a second deed of ours is no errand", .met, quotes: ["We will pay for the salad"],
      [
        .customer("There was a slug in my salad."),
        .trainee("We will pay for the salad and tell the grower."),
      ]),
    CriterionExample("silence spares nothing", .missed, [.customer("My parcel is lost."), .trainee("ok")]),
    CriterionExample(
      "a denied deed spares nothing", .missed,
      [
        .customer("My parcel is lost."), .trainee("I won't check that for you."),
      ]),
  ]
}
