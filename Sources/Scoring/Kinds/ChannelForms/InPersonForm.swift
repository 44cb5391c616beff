import Domain
import Language

/// In person: the person before the task, a look or a gesture, led to the answer, nothing private said aloud.
struct InPersonForm: ChannelFormRule {
  let title = "In person"
  let channels: Set<String> = ["in-person", "in_person", "inperson", "store", "shop", "counter"]

  func checks(of talk: FormTalk) -> [FormCheck] {
    let first = Array(talk.replies.prefix(1))
    return [
      FormCheck(
        "Sees the person before the task",
        earnedBy: Self.stage(first) ?? talk.offered(.greetings, .courtesy, .apology, in: first)
          ?? Self.feels(first),
        else: "Greet or look up first; then comes the task.",
        better: "*looks up, smiles* Good morning, I will be right with you."),
      FormCheck(
        "Leads them to the answer", earnedBy: Self.shows(talk.replies) ?? Self.leads(talk.replies),
        else: "Take them there or fetch it, rather than point.", better: "Come with me, I will show you."),
      FormCheck(
        "Says nothing private aloud", lostBy: talk.replies.lazy.compactMap(Self.aloud).first,
        else: "Others stand beside you: let them show or write what is private."),
    ]
  }

  /// A feeling named; "you must have confused the day" names none.
  private static func feels(_ replies: [ReadReply]) -> Quote? {
    for reply in replies {
      let hit = Hit.joined(reply.offered(.feelings)).first { hit in
        let next = reply.reply.tokens[hit.tokens.upperBound...].first?.normal ?? ""
        return !["the", "a", "an", "your", "my", "our", "it"].contains(next)
      }
      if let hit { return reply.quote(hit.range, .earned) }
    }
    return nil
  }

  /// Words that lead there; "did you have a seat?" leads nowhere.
  private static func shows(_ replies: [ReadReply]) -> Quote? {
    for reply in replies {
      let hit = Hit.joined(reply.offered(.leadsThere)).first { hit in
        !["you", "i", "we"].contains(reply.word(before: hit.tokens.lowerBound) ?? "")
          || reply.normalWords(hit.tokens).first != "have"
      }
      if let hit { return ProvenDeed(reply: reply, tokens: hit.tokens).quote("") }
    }
    return nil
  }

  /// A stage line in which the trainee goes along: `*walks over to the shelf*`.
  private static func leads(_ replies: [ReadReply]) -> Quote? {
    let goes: Set<String> = [
      "walks", "leads", "takes", "shows", "brings", "fetches", "carries", "hands", "guides", "steps", "opens",
      "picks",
      "lifts", "comes", "places", "puts", "gets",
    ]
    for reply in replies {
      guard let stage = stage([reply]) else { continue }
      if Reply(reply.words(at: stage.range)).words.contains(where: { goes.contains($0.normal) }) {
        return stage
      }
    }
    return nil
  }

  /// A line of what is done: `*looks up, smiles*`.
  private static func stage(_ replies: [ReadReply]) -> Quote? {
    for reply in replies {
      let bytes = Array(reply.text.utf8)
      guard let start = bytes.firstIndex(of: 0x2A),
        let end = bytes[(start + 1)...].firstIndex(of: 0x2A), end > start + 2
      else { continue }
      return reply.quote(TextRange(start, end + 1), .earned)
    }
    return nil
  }

  /// Asking for what should not be said in a queue; writing it down or showing it is fine.
  private static func aloud(_ reply: ReadReply) -> Quote? {
    let shown = reply.reply.tokens.contains {
      ["show", "write", "type", "screen", "paper", "card", "here", "quietly"].contains($0.normal)
    }
    let secret = NoSecrets.requests(in: reply).first
    let personal =
      shown ? nil : AskedFor.all(.personalData, in: reply).first { Self.isSensitive($0.name(in: reply)) }
    return (secret ?? personal).map { reply.quote($0.range, .lost, "others can hear this") }
  }

  private static func isSensitive(_ name: String) -> Bool {
    ["birth", "dob", "iban", "passport", "insurance", "account", "bank", "phone", "mobile", "home address"]
      .contains { name.contains($0) }
  }

  let examples = [
    CriterionExample(
      "in person: looks up and leads there", .met, quotes: ["*looks up and smiles*", "Come with me"],
      [
        .customer("I am looking for a kettle."),
        .trainee(
          "*looks up and smiles* Good morning! Which kettle is it, a small or a large one?",
          channel: "in-person"),
        .trainee(
          "The blue kettle holds two litres. Come with me, I will show you both.", channel: "in-person"),
      ]),
    CriterionExample(
      "in person: oh dear greets nobody, and a seat that was had leads nowhere", .missed,
      [
        .customer("The machine ate my ticket to Brno."),
        .trainee(
          "Oh dear, and did you have a seat on the train to Brno? The ticket is void.", channel: "in-person"),
      ]),
    CriterionExample(
      "in person: points without a greeting", .partly,
      [
        .customer("I am looking for a kettle for my mother."),
        .trainee(
          "A kettle is in aisle five at the back. Which size do you need for your mother?",
          channel: "in-person"),
      ]),
    CriterionExample(
      "in person: private data aloud", .partly,
      quotes: ["Good morning", "tell me your date of birth", "let me get the parcel"],
      [
        .customer("I want to collect my parcel."),
        .trainee(
          "Good morning! Please tell me your date of birth, then let me get the parcel.", channel: "in-person"
        ),
        .trainee("The parcel is heavy. I will carry the parcel to your car.", channel: "in-person"),
      ]),
  ]
}
