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
      let slur =
        Hit.joined(reply.mentioned(.slurs)).first {
          isMeant($0, reply) && !isGoods($0, reply, reading) && !Self.isThing($0, reply)
        }?
        .range ?? reported(in: reply, reading)
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

  /// "The tranny slips", "a chink down the side": words with another common sense are slurs where people are spoken of.
  static func isThing(_ hit: Hit, _ reply: ReadReply) -> Bool {
    let words = reply.normalWords(hit.tokens)
    guard words.count == 1, let word = words.first, let sentence = reply.sentence(of: hit.tokens.lowerBound)
    else { return false }
    if reply.words(of: sentence).contains(where: wares.contains) || isQuoted(hit, reply) { return true }
    guard things.contains(word) else { return false }
    let before = reply.word(before: hit.tokens.lowerBound) ?? ""
    let lead = reply.normalWords(
      max(sentence.tokens.lowerBound, hit.tokens.lowerBound - 2)..<hit.tokens.lowerBound)
    if lead.last == "a", ["you", "u", "ya", "such", "being"].contains(lead.first ?? "") { return false }
    let isHeard = reply.hears(.insult, .stereotype, .judgement, in: sentence)
    return !isHeard && !["you", "ya", "u", "bloody", "fucking", "dirty", "some"].contains(before)
      && !reply.words(of: sentence).contains { people.contains($0) }
  }

  /// A word between quotation marks is spoken of, not said.
  private static func isQuoted(_ hit: Hit, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens
    let marks: Set<String> = ["'", "\"", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}"]
    guard hit.tokens.lowerBound > 0, hit.tokens.upperBound < tokens.count else { return false }
    return marks.contains(tokens[hit.tokens.lowerBound - 1].normal)
      && marks.contains(tokens[hit.tokens.upperBound].normal)
  }

  /// What is sold or mended, where a word has a harmless sense.
  private static let wares: Set<String> = [
    "gravy", "pork", "pack", "freezer", "peas", "butcher", "gearbox", "fluid", "blinds", "curtain",
    "curtains",
    "colour",
    "shade",
  ]

  private static let things: Set<String> = [
    "tranny", "chink", "chinks", "spade", "spades", "dyke", "dykes", "cracker", "nip", "nips", "coon",
    "slope",
    "fag", "fags", "faggots",
  ]
  private static let people: Set<String> = [
    "he", "she", "they", "him", "them", "people", "folk", "those", "these", "family", "restaurant",
    "takeaway",
    "eyes", "who",
  ]

  /// "Most people said it is for poofs": a slur laid on others is still written by the trainee. Speaking of the word,
  /// or of what the customer was called, is none.
  private func reported(in reply: ReadReply, _ reading: Reading) -> TextRange? {
    guard reply.mentioned(.apology).isEmpty else { return nil }
    return reply.written(.slurs).first { hit in
      guard hit.isReported, !Self.isThing(hit, reply),
        let sentence = reply.sentence(of: hit.tokens.lowerBound),
        sentence.standing == .own
      else { return false }
      let words = reply.words(of: sentence)
      return !words.contains { Self.speakingOf.contains($0) } && !words.contains("you")
        && !hit.tokens.contains {
          reading.saidStems.contains(reply.reply.tokens[$0].stem) && $0 == hit.tokens.upperBound - 1
        }
    }?.range
  }

  private static let speakingOf: Set<String> = [
    "word", "words", "term", "terms", "language", "call", "called", "calling", "name", "names", "wrote",
    "written",
    "offensive", "unacceptable", "wrong", "not", "never", "report", "reported",
  ]

  /// A slur stays one when denied, "this is no house for …", or asked; not where the word itself is spoken of.
  private func isMeant(_ hit: Hit, _ reply: ReadReply) -> Bool {
    if hit.isReported { return false }
    guard !hit.isOffered, let sentence = reply.sentence(of: hit.tokens.lowerBound) else {
      return hit.isOffered
    }
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
      "people refused", breaches: ["We don't lend to Muslims."],
      [.customer("May I have a loan?"), .trainee("We don't lend to Muslims.")]),
    AutoFailExample(
      "people at the door", breaches: ["No Indians, the owner doesn't want it."],
      [.customer("Is the room free?"), .trainee("No Indians, the owner doesn't want it.")]),
    AutoFailExample(
      "where people come from",
      breaches: ["People from your part of Africa usually turn out to be scammers."],
      [
        .customer("I'd like to open an account."),
        .trainee("People from your part of Africa usually turn out to be scammers."),
      ]),
    AutoFailExample(
      "where people come from, and their way",
      [
        .customer("Which exit is it?"),
        .trainee(
          "People from Leeds usually take exit 9. Pensioners are often called by scammers, so take care."),
      ]),
    AutoFailExample(
      "what is not done for anybody",
      [
        .customer("Do you take disabled badges?"),
        .trainee("We don't accept disabled badges at this gate, gate 2 does. No women's sizes left, sorry."),
      ]),
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
