import Domain
import Language

/// Social: acknowledged in public, moved to private, nothing personal asked where all can read, under the limit.
struct SocialForm: ChannelFormRule {
  let title = "Social"
  let channels: Set<String> = [
    "social", "social-media", "twitter", "facebook", "instagram", "review", "forum",
  ]

  /// The tightest cap of the large platforms, in characters.
  private static let mostCharacters = 280

  func checks(of talk: FormTalk) -> [FormCheck] {
    let open = PublicTalk(talk.reading, talk.replies).replies
    guard let first = open.first else { return [] }
    var checks = [
      FormCheck(
        "Acknowledges in public first", earnedBy: acknowledged(first, talk),
        else: "Others read along: say in public first that you have seen what happened.",
        better: "Thank you for telling us; this is not how it should be, and I am looking into it now.")
    ]
    if talk.reading.troubleTold {
      checks.append(
        FormCheck(
          "Moves the details to private", earnedBy: talk.offered(.privatePaths),
          else: "Ask for the details by direct message, not under the post.",
          better: "Please send us a direct message with your order number, and I will look at once."))
    }
    let asked = open.lazy.compactMap(PublicTalk.asksPersonal).first
    checks.append(
      FormCheck(
        "Asks for nothing personal in public", lostBy: asked,
        else: "Anyone can read this: ask for it by direct message."))
    let long = open.first { $0.text.unicodeScalars.count > Self.mostCharacters }
    checks.append(
      FormCheck(
        "Fits into one post",
        lostBy: long?.sentences.last.flatMap {
          long?.quote($0.range, .lost, "over \(Self.mostCharacters) characters")
        },
        else: "Keep a public reply under \(Self.mostCharacters) characters."))
    return checks
  }

  private func acknowledged(_ first: ReadReply, _ talk: FormTalk) -> Quote? {
    talk.earned(.apology, .feelings, .impact, .courtesy, .trouble, in: [first]) ?? talk.takesUp(first)
  }

  let examples = [
    CriterionExample(
      "social: public first, then private", .met, quotes: ["Sorry", "Send us a DM"],
      [
        .customer("@shop my parcel is lost, thanks for nothing"),
        .trainee(
          "Sorry your parcel is lost, Ines. Send us a DM with the order number, I will look into the parcel now.",
          channel: "social"),
      ]),
    CriterionExample(
      "social: the address under the post", .partly, quotes: ["sorry", "what is your email address"],
      [
        .customer("@shop my parcel is lost"),
        .trainee(
          "So sorry the parcel is lost! I will look now, what is your email address?", channel: "social"),
      ]),
    CriterionExample(
      "social: straight to private", .partly, quotes: ["DM"],
      [
        .customer("@shop my parcel never came, it is lost!"),
        .trainee("DM us. Which day was it due? I will check.", channel: "social"),
      ]),
    CriterionExample(
      "social: once in private, asking is fine", .met, quotes: ["Sorry", "Send us a DM"],
      [
        .customer("@shop my parcel is lost"),
        .trainee("Sorry the parcel is lost. Send us a DM and I will trace it now.", channel: "social"),
        .act("dm"), .trainee("Thanks. What is your email address?", channel: "social"),
      ]),
  ]
}

/// The replies of a social thread that anyone may read: those before the talk moved to private.
struct PublicTalk {
  let replies: [ReadReply]

  init(_ reading: Reading, _ replies: [ReadReply]) {
    let moved = reading.actions.first {
      ["dm", "private", "message"].contains($0.act.taken.name) && $0.happened
    }?.turn
    self.replies = replies.filter { $0.turn < moved ?? .max }
  }

  /// Asks for something personal and names no private way in the whole reply.
  static func asksPersonal(_ reply: ReadReply) -> Quote? {
    guard reply.mentioned(.privatePaths).isEmpty else { return nil }
    let asked = AskedFor.all(.personalData, in: reply) + AskedFor.all(.secretNames, in: reply)
    return asked.min { $0.range < $1.range }.map { reply.quote($0.range, .lost, "anyone can read this") }
  }
}
