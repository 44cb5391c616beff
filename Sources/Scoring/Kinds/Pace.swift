import Domain

/// Whether the customer was kept waiting longer than their channel allows.
///
/// Does not apply to untimed talks, where every wait is zero. The points open with useful work, so that quick
/// nothing earns nothing.
struct Pace: CriterionKind {
  let keyword = "pace"
  let summary = "Answers within the time people wait on the channel."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    guard reading.replies.contains(where: { $0.waited > .zero }) else {
      return Finding.notApplicable("This talk was not timed.")
    }
    let timed = reading.replies.compactMap { reply in Wait(reply, reading.channel(of: reply)) }
    guard !timed.isEmpty else { return Finding.notApplicable("The channel knows no pace.") }
    if let closed = Conduct.closed(reading) { return closed }
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

  private struct Wait {
    var reply: ReadReply
    var target: Milliseconds

    init?(_ reply: ReadReply, _ channel: Channel?) {
      guard let channel, channel.replyTarget > .zero else { return nil }
      self.reply = reply
      target = channel.replyTarget
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
