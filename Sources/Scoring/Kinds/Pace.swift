import Domain

/// Whether the customer was kept waiting longer than their channel allows.
///
/// Does not apply to untimed talks, where every wait is zero. The points open with useful work, so that quick
/// nothing earns nothing.
struct Pace: CriterionKind {
  let keyword = "pace"
  let workAsked = 2
  let summary = "Answers within the time people wait on the channel."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else {
      return Finding.notApplicable("Nobody replied, so no wait was ended.")
    }
    guard reading.replies.contains(where: { $0.waited > .zero }) else {
      return Finding.notApplicable("This talk was not timed.")
    }
    let timed = Self.waits(in: reading)
    guard !timed.isEmpty else { return Finding.notApplicable("The channel knows no pace.") }
    let late = timed.filter { $0.isLate }
    var finding = Finding()
    finding.ask("Answers first within the channel's time", !(timed.first?.isLate ?? false))
    finding.ask("Four replies of five come in time", late.count * 5 <= timed.count)
    finding.ask("Leaves nobody in silence for twice that time", !timed.contains(where: \.isSilence))
    for wait in late { finding.quote(wait.quote) }
    return finding.evidence(
      late.isEmpty
        ? "The customer never had to wait."
        : "The customer waited longer than people do here; say first that you are looking.",
      better: criterion.better)
  }

  /// One wait a reply; a wait announced in the reply before ("give me five minutes") may last as long as was said.
  private static func waits(in reading: Reading) -> [Wait] {
    reading.replies.indices.compactMap { index in
      let reply = reading.replies[index]
      let before =
        index > 0 && reading.replies[index - 1].channel == reply.channel ? reading.replies[index - 1] : nil
      return Wait(reply, reading.channel(of: reply), announced: before.flatMap(announced) ?? .zero)
    }
  }

  /// The longest time a reply asks leave for, at most an hour; nil when it announces no wait with its length.
  private static func announced(_ reply: ReadReply) -> Milliseconds? {
    let holds = Set(reply.offered(.holdLines).compactMap { reply.sentenceIndex(of: $0.tokens.lowerBound) })
    let lengths = holds.flatMap { sentence -> [Int] in
      reply.sentences[sentence].tokens.compactMap { index in
        guard case .duration(let length)? = reply.reply.tokens[index].value, length.unit == .seconds else {
          return nil
        }
        return length.amount.whole
      }
    }
    return lengths.filter { (1...3_600).contains($0) }.max().map { .seconds($0) }
  }

  /// How long people wait where talks are only read, not played; own choices.
  private static let elsewhere: [String: Milliseconds] = [
    "in-person": .seconds(30), "in-app": .seconds(120), "sms": .seconds(900), "social": .seconds(3_600),
  ]

  private struct Wait {
    var reply: ReadReply
    var target: Milliseconds

    init?(_ reply: ReadReply, _ channel: Channel?, announced: Milliseconds) {
      guard let usual = channel?.replyTarget ?? Pace.elsewhere[reply.channel], usual > .zero else {
        return nil
      }
      self.reply = reply
      target = max(usual, announced)
    }

    var isLate: Bool { reply.waited > target }
    var isSilence: Bool { reply.waited > target + target }

    /// The first sentence of the late reply.
    var quote: Quote? {
      reply.sentences.first.map {
        reply.quote(
          $0.range, .lost, "after \(reply.waited.count / 1_000) s, people wait \(target.count / 1_000) s")
      }
    }
  }

  let examples = [
    CriterionExample(
      "in time", .met,
      [
        .customer("My parcel is lost."),
        .trainee("I am sorry the parcel is lost. I will open a trace.", waited: .seconds(40)),
      ]),
    CriterionExample(
      "a little late", .partly, quotes: ["I am sorry the parcel is lost."],
      [
        .customer("My parcel is lost."),
        .trainee("I am sorry the parcel is lost. I will open a trace.", waited: .seconds(150)),
      ]),
    CriterionExample(
      "dead air", .missed, quotes: ["I am sorry the parcel is lost."],
      [
        .customer("My parcel is lost."),
        .trainee("I am sorry the parcel is lost. I will open a trace.", waited: .seconds(500)),
      ]),
    CriterionExample(
      "a phone line is quicker", .missed, quotes: ["I am sorry the parcel is lost."],
      [
        .customer("My parcel is lost."),
        .trainee(
          "I am sorry the parcel is lost. I will open a trace.", channel: "phone", waited: .seconds(40)),
      ]),
    CriterionExample(
      "a wait that was announced", .met,
      [
        .customer("My parcel is lost."),
        .trainee(
          "Sorry the parcel is lost. Give me five minutes, I will call the depot.", waited: .seconds(30)),
        .trainee("The depot found it. I will send the parcel today.", waited: .seconds(280)),
      ]),
    CriterionExample(
      "longer than was announced", .partly, quotes: ["The depot found it."],
      [
        .customer("My parcel is lost."),
        .trainee(
          "Sorry the parcel is lost. Give me two minutes, I will call the depot.", waited: .seconds(30)),
        .trainee("The depot found it. I will send the parcel today.", waited: .seconds(280)),
      ]),
    CriterionExample(
      "untimed", .notApplicable,
      [
        .customer("My parcel is lost."), .trainee("I will open a trace for the parcel."),
      ]),
    CriterionExample(
      "quick nothing", .missed,
      [
        .customer("My parcel is lost."), .trainee("ok", waited: .seconds(2)),
      ]),
  ]
}
