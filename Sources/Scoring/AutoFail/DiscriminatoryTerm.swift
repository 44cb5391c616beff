import Domain
import Language

/// The trainee used a term that demeans people for who they are.
struct DiscriminatoryTerm: AutoFailRule {
  let keyword = "discriminatory-term"
  let title = "Used a discriminatory term"
  let errorClass = ErrorClass.compliance
  let summary = "A term that demeans people for who they are: origin, faith, sex, age, ability."

  func breaches(in reading: Reading) -> [Breach] {
    replies(in: reading) + notes(in: reading)
  }

  /// A note is read by colleagues, and by the customer who asks for their file.
  private func notes(in reading: Reading) -> [Breach] {
    reading.actions.filter { $0.isNote && $0.happened }.filter { action in
      let note = Reply(action.act.taken.argument)
      return reading.lexicons.hits(in: note, names: [])[.slurs, default: []].contains { !$0.isReported }
    }.map { breach($0, because: "demeans people, in the note") }
  }

  private func replies(in reading: Reading) -> [Breach] {
    reading.replies.compactMap { reply in
      let slur = Hit.joined(reply.mentioned(.slurs)).first {
        isMeant($0, reply) && !isGoods($0, reply, reading)
      }?
      .range
      return (slur ?? PeopleSlight.first(in: reply)).map {
        breach(reply.quote($0, .lost, "demeans people"))
      }
    }
  }

  /// "Two more faggots and gravy": goods that the customer counts by the same word.
  private func isGoods(_ hit: Hit, _ reply: ReadReply, _ reading: Reading) -> Bool {
    let tokens = reply.reply.tokens
    let word = tokens[hit.tokens.lowerBound].stem
    let lead = tokens[max(0, hit.tokens.lowerBound - 2)..<hit.tokens.lowerBound]
    return reading.saidStems.contains(word) && lead.contains { $0.kind == .number || $0.normal == "more" }
  }

  /// A slur stays one when denied, "this is no house for …"; not where the word itself is spoken of.
  private func isMeant(_ hit: Hit, _ reply: ReadReply) -> Bool {
    guard hit.isDenied, let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return hit.isOffered }
    return !reply.words(of: sentence).contains {
      [
        "word", "words", "term", "terms", "language", "call", "called", "calling", "say", "said", "name",
        "use",
      ]
      .contains($0)
    }
  }

  let examples = [
    AutoFailExample(
      "where somebody came from", breaches: ["go back to where you came from"],
      [.customer("I not understand."), .trainee("Then go back to where you came from.")]),
    AutoFailExample(
      "age", breaches: ["You are probably too old to understand"],
      [.customer("How do I log in?"), .trainee("You are probably too old to understand it.")]),
    AutoFailExample(
      "what a people is said to do", breaches: ["Romanians steal more, so we look twice."],
      [.customer("Why was my bag checked?"), .trainee("Romanians steal more, so we look twice.")]),
    AutoFailExample(
      "people kept out", breaches: ["We don't want gay people in here."],
      [.customer("A double room, for me and my husband?"), .trainee("We don't want gay people in here.")]),
    AutoFailExample(
      "people named to help",
      [
        .customer("Anything for seniors?"),
        .trainee("Yes, pensioners get 20% off, and deaf guests a visual alarm."),
      ]),
    AutoFailExample(
      "nobody is to wait",
      [
        .customer("I use a wheelchair."),
        .trainee("We don't want disabled guests to wait, so come right in."),
      ]),
    AutoFailExample(
      "the question that was asked",
      [.customer("Am I too old for this?"), .trainee("Nobody is. I will show you step by step.")]),
    AutoFailExample(
      "a phone that is old",
      [.customer("It is slow."), .trainee("The phone is too old for this update. I can help you change it.")]),
    AutoFailExample(
      "where the parcel goes",
      [.customer("Where is it?"), .trainee("It is on its way back to your country, to the shop in Lyon.")]),
  ]
}
