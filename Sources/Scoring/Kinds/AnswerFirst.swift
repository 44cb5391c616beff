import Domain

/// Whether a longer reply opens with the answer or the deed, and tells rules and routines after it.
///
/// Does not apply where no reply has so many words that their order matters, greeting and closing not counted: words,
/// for the same content may stand in two sentences or in five.
struct AnswerFirst: CriterionKind {
  let keyword = "answer-first"
  let summary =
    "In longer replies the answer or the deed stands in the first third, policy and background after it."

  /// Replies of fewer words can be taken in at one glance: three sentences of seven words.
  private static let longReply = 22

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    let long = reading.replies.compactMap { Order($0, reading) }
    guard !long.isEmpty else {
      return Finding.notApplicable("No reply was long enough for its order to matter.")
    }
    let late = long.first { !$0.isEarly }
    let buried = long.first { $0.background != nil && !$0.isBackgroundAfter }
    let empty = long.allSatisfy { $0.point == nil }
    var finding = Finding()
    finding.ask("Puts the answer or the deed in the first third", late == nil)
    finding.ask("Lets policy and background come after it", buried == nil && !empty)
    if long.count > 1 {
      finding.avoid("Does so in each of the longer replies", long.allSatisfy(\.isFine))
      if long.contains(where: \.isFine) { finding.ask("Does so in one of them at least", true) }
    }
    for order in long { Self.quote(order, &finding) }
    return finding.evidence(
      Self.reason(late: late, buried: buried, empty: empty),
      better: Self.better(late ?? buried) ?? criterion.better)
  }

  /// One long reply: where its point and its background stand.
  private struct Order {
    var reply: ReadReply
    /// Index of the first sentence that answers, commits or, where none does, asks.
    var point: Int?
    /// Index of the first sentence that could have waited.
    var background: Int?
    var isEarly: Bool

    init?(_ reply: ReadReply, _ reading: Reading) {
      let sense = ReplyPoint(reply, reading)
      let body = sense.body
      let words = body.reduce(0) { $0 + reply.sentences[$1].wordCount }
      guard body.count > 1, words >= longReply else { return nil }
      self.reply = reply
      let point = sense.point
      self.point = point
      let isEarly = point.map { Self.beginsEarly($0, sense) } ?? false
      self.isEarly = isEarly
      background = sense.waiting(before: point ?? .max, isEarly: isEarly)
    }

    /// Whether the words before a sentence make little of all: full stops for commas put nothing later. What takes up
    /// the trouble may stand first, as long as it is short.
    private static func beginsEarly(_ point: Int, _ sense: ReplyPoint) -> Bool {
      let words = sense.body.map { sense.reply.sentences[$0].wordCount }
      let before = zip(sense.body, words).filter { $0.0 < point }
      let taken = before.filter { sense.acknowledges($0.0) || sense.takesUp($0.0) }.reduce(0) { $0 + $1.1 }
      let free = min(taken, shortTaking)
      let rest = before.reduce(0) { $0 + $1.1 } - free
      return rest * 3 <= words.reduce(0, +) - free
    }

    /// So many words that take up what was told may stand before the point.
    private static let shortTaking = 16

    var isBackgroundAfter: Bool { point != nil && background == nil }
    var isFine: Bool { isEarly && isBackgroundAfter }
  }

  private static func quote(_ order: Order, _ finding: inout Finding) {
    if let point = order.point {
      let isFine = order.isFine
      finding.quote(
        order.reply.quote(
          order.reply.sentences[point].range, isFine ? .earned : .lost, isFine ? "the point" : "comes late"))
    }
    if let background = order.background, !order.isBackgroundAfter {
      finding.quote(order.reply.quote(order.reply.sentences[background].range, .lost, "can wait"))
    }
  }

  private static func reason(late: Order?, buried: Order?, empty: Bool) -> String {
    if empty { return "Among all these sentences none answers or says what you do." }
    if buried != nil { return "The rules come before the answer; people look for what it means for them." }
    return late == nil
      ? "The point stands where people look first."
      : "The answer comes late; open with it and explain afterwards."
  }

  /// Their own sentence, put to the front.
  private static func better(_ order: Order?) -> String? {
    guard let order, let point = order.point, !order.reply.sentences[point].isQuestion else { return nil }
    return "Open with your own words: \"\(order.reply.words(at: order.reply.sentences[point].range))\""
  }

  let examples = [
    CriterionExample(
      "the deed, then the reason", .met, quotes: ["I have sent a new kettle to you today."],
      [
        .customer("The kettle I got is cracked."),
        .trainee(
          "Hello Ines, I am sorry the kettle came cracked. I have sent a new kettle to you today. "
            + "It comes on Friday before noon. Our policy is to replace what breaks on the way. You need not return the old one."
        ),
      ]),
    CriterionExample(
      "policy first, answer last", .missed,
      quotes: ["Our policy covers breakage for thirty days.", "I will send a new kettle tomorrow."],
      [
        .customer("The kettle I got is cracked."),
        .trainee(
          "Our policy covers breakage for thirty days. Normally parcels are packed in two boxes. "
            + "All returns are checked by our team. In most cases this takes a week. I will send a new kettle tomorrow."
        ),
      ]),
    CriterionExample(
      "early, but after a rule", .partly,
      quotes: ["As per our terms breakage is covered.", "I will send a new kettle tomorrow."],
      [
        .customer("The kettle I got is cracked."),
        .trainee(
          "As per our terms breakage is covered. I will send a new kettle tomorrow. It comes with a courier. "
            + "You need not be at home. He leaves it with a neighbour."),
      ]),
    CriterionExample(
      "three sentences of sympathy", .partly, quotes: ["I will send a new kettle tomorrow."],
      [
        .customer("The kettle I got is cracked."),
        .trainee(
          "I am sorry the kettle is cracked. I understand how annoying that is for you. Thank you for telling us about "
            + "it. I will send a new kettle tomorrow."),
      ]),
    CriterionExample(
      "talk without a point", .missed, quotes: ["We take such things very seriously here."],
      [
        .customer("The kettle I got is cracked."),
        .trainee(
          "I understand. We value you as a customer. We take such things very seriously here. Our policy on breakage is "
            + "clear. Normally it is fine in the end."
        ),
      ]),
    CriterionExample(
      "an e-mail opens with yes", .met, quotes: ["Yes, you can return the kettle until 30 June."],
      [
        .customer("Can I still return the kettle?"),
        .trainee(
          "Dear Ines,\n\nYes, you can return the kettle until 30 June. The label is attached. Stick it on the box. "
            + "Any post office takes it. The money is back within five days.\n\nKind regards,\nSam",
          channel: "email"),
      ]),
    CriterionExample(
      "where nothing is known the question is the point", .met,
      quotes: ["Which of the two kettles is it?"],
      [
        .customer("The kettle I got is cracked."),
        .trainee(
          "I am sorry the kettle is cracked. Which of the two kettles is it? The number stands on the box below. "
            + "It has five digits. A photo is fine too."),
      ]),
    CriterionExample(
      "a short reply has no order to get wrong", .notApplicable,
      [
        .customer("The kettle I got is cracked."),
        .trainee("I am sorry. Our policy covers it. I will send a new one."),
      ]),
    CriterionExample(
      "a greeting and a closing make no long reply", .notApplicable,
      [
        .customer("The kettle I got is cracked."),
        .trainee(
          "Hello Ines,\n\nI am sorry the kettle is cracked. I will send a new one today.\n\nKind regards,\nSam\nCustomer care",
          channel: "email"),
      ]),
  ]
}
