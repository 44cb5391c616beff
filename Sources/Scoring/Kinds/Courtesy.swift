import Domain
import Language

/// Whether greeting, closing and name are those of a person, as the channel has them, and not heaped up.
///
/// E-mails greet and sign each time; a chat or a call greets at the start or closes kindly. The name is asked
/// where it is known. The points open with useful work, so that polite words alone earn none.
struct Courtesy: CriterionKind {
  let keyword = "courtesy"
  let workAsked = 2
  let summary =
    "Greets or closes as people do on the channel, uses the name once or twice, heaps up no polite words."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    let messages = reading.replies.filter { reading.channel(of: $0)?.turnForm == .message }
    let talk = reading.replies.filter { reading.channel(of: $0)?.turnForm != .message }
    var finding = Finding()
    if !messages.isEmpty { Self.askMessages(messages, &finding) }
    if !talk.isEmpty { Self.askTalk(talk, &finding) }
    if !reading.customerNames.isEmpty { Self.askName(reading, &finding) }
    Self.askStuffing(reading, &finding)
    return finding.evidence(Self.reason(finding), better: Self.better(reading) ?? criterion.better)
  }

  private static func askMessages(_ messages: [ReadReply], _ finding: inout Finding) {
    let bare = messages.first { greeting(in: $0) == nil || (closing(in: $0) == nil && !isSigned($0)) }
    finding.ask("Greets and signs every e-mail", bare == nil)
    if bare == nil, let first = messages.first {
      finding.quote(greeting(in: first).map { first.quote($0.range, .earned) })
      finding.quote(closing(in: first).map { first.quote($0.range, .earned) })
    }
  }

  private static func askTalk(_ talk: [ReadReply], _ finding: inout Finding) {
    let opening = talk.first.flatMap { reply in greeting(in: reply).map { reply.quote($0.range, .earned) } }
    let end = talk.last.flatMap { reply in closing(in: reply).map { reply.quote($0.range, .earned) } }
    finding.ask("Greets at the start or closes kindly", opening != nil || end != nil)
    finding.quote(opening ?? end)
  }

  /// A greeting among the first words.
  private static func greeting(in reply: ReadReply) -> Hit? {
    reply.mentioned(.greetings).first { $0.tokens.lowerBound < 12 } ?? timeOfDay(in: reply)
  }

  /// "Mornin', Mr Baird", "Afternoon!": the time of day alone, at the head of a reply and followed by a sign.
  private static func timeOfDay(in reply: ReadReply) -> Hit? {
    let tokens = reply.reply.tokens
    guard let first = tokens.first, timesOfDay.contains(first.normal),
      let sign = tokens.dropFirst().first(where: { $0.normal != "'" }),
      sign.kind == .punctuation || sign.kind == .emoji
    else { return nil }
    return Hit(tokens: 0..<1, range: TextRange(first.range))
  }

  private static let timesOfDay: Set<String> = [
    "morning", "mornin", "afternoon", "evening", "evenin", "greetings",
  ]

  /// A closing among the last words.
  private static func closing(in reply: ReadReply) -> Hit? {
    Hit.joined(reply.mentioned(.signOffs)).last {
      $0.tokens.upperBound > reply.reply.tokens.count - 20 && $0.tokens.lowerBound > 0
    } ?? checkBack(in: reply)
  }

  /// "Anything else?", "need you anything else?": a last question of the list, or heard to ask whether all is well.
  private static func checkBack(in reply: ReadReply) -> Hit? {
    guard reply.sentences.count > 1, let last = reply.sentences.last, last.isQuestion else { return nil }
    let listed = reply.mentioned(.closingChecks).last { last.tokens.contains($0.tokens.lowerBound) }
    return listed
      ?? reply.heard(.checksBack, surely: 0.8).last {
        last.tokens.contains($0.passage.tokens.lowerBound)
      }.map(reply.hit)
  }

  /// A name, or a word and a name, on the last lines: "Best,\nRosa".
  private static func isSigned(_ reply: ReadReply) -> Bool {
    guard reply.sentences.count > 2, let last = reply.sentences.last, last.wordCount <= 3, !last.isQuestion
    else {
      return false
    }
    let before = reply.words(at: TextRange(0, last.range.start))
    let words = last.tokens.map { reply.reply.tokens[$0] }.filter(\.isWordLike)
    if before.hasSuffix("\n") { return words.first?.letterCase == .capitalised }
    // A name alone behind the last full stop; a sentence ends with one of its own.
    let isOpen = last.tokens.allSatisfy { reply.reply.tokens[$0].isWordLike }
    return isOpen && words.count <= 2
      && words.allSatisfy { $0.letterCase == .capitalised && $0.carriesContent }
  }

  // MARK: The name

  private static func askName(_ reading: Reading, _ finding: inout Finding) {
    let names = Set(reading.customerNames)
    let uses = reading.replies.map { reply in (reply, mentions(of: names, in: reply)) }.filter {
      !$0.1.isEmpty
    }
    let legs = zip(reading.replies, reading.replies.dropFirst()).count { $0.channel != $1.channel } + 1
    let isStuffed = uses.count > 2 + legs || uses.contains { $0.1.count > 2 }
    finding.ask("Uses the name once or twice", !uses.isEmpty && !isStuffed)
    for (reply, ranges) in uses.prefix(isStuffed ? 3 : 1) {
      finding.quote(
        ranges.first.map { reply.quote($0, isStuffed ? .lost : .earned, isStuffed ? "again" : "") })
    }
  }

  /// Places where the name stands; first and last name together are one.
  private static func mentions(of names: Set<String>, in reply: ReadReply) -> [TextRange] {
    var places: [TextRange] = []
    var previous = -2
    for (index, token) in reply.reply.tokens.enumerated() where names.contains(token.normal) {
      if index > previous + 1 { places.append(TextRange(token.range)) }
      previous = index
    }
    return places
  }

  // MARK: Stuffing

  /// Three polite words are free, then one for every twelve words.
  private static func askStuffing(_ reading: Reading, _ finding: inout Finding) {
    let polite = reading.replies.flatMap { reply in reply.mentioned(.courtesy).map { (reply, $0) } }
    let words = reading.replies.reduce(0) { $0 + $1.reply.words.count }
    let isStuffed = polite.count > 3 + words / 12
    finding.avoid("Heaps up no polite words", !isStuffed)
    guard isStuffed else { return }
    for (reply, hit) in polite.suffix(2) { finding.quote(reply.quote(hit.range, .lost, "one too many")) }
  }

  private static func reason(_ finding: Finding) -> String {
    switch finding.checks.first(where: { !$0.passed })?.question {
    case nil: "The talk had a beginning, an end and a name."
    case "Uses the name once or twice": "A name once or twice makes it a talk between two people."
    case "Heaps up no polite words": "So many polite words sound like a machine; one that is meant is enough."
    case "Greets and signs every e-mail": "An e-mail begins with a greeting and ends with a name."
    default: "The talk began and ended without a word for the person."
    }
  }

  private static func better(_ reading: Reading) -> String? {
    guard let reply = reading.replies.first, let sentence = reply.sentences.first, greeting(in: reply) == nil
    else { return nil }
    let isNamed = sentence.tokens.contains { reading.customerNames.contains(reply.reply.tokens[$0].normal) }
    let name = isNamed ? nil : Rewording.address(in: reading)
    return "Hello\(name.map { " " + $0 } ?? "")! " + reply.words(at: sentence.range).sentenceCased
  }

  let examples = [
    CriterionExample(
      "greeting and name", .met, quotes: ["Hello", "Ines"], customerName: "Ines Moreau",
      [
        .customer("Where is my parcel?"),
        .trainee("Hello Ines, I will look for the parcel now. The parcel was at the depot on Monday."),
      ]),
    CriterionExample(
      "no word for the person", .missed, customerName: "Ines Moreau",
      [
        .customer("Where is my parcel?"),
        .trainee("I will look for the parcel now. Which parcel is it of the two?"),
      ]),
    CriterionExample(
      "the name in every breath", .partly, quotes: ["Hello", "Ines"], customerName: "Ines Moreau",
      [
        .customer("Where is my parcel?"),
        .trainee(
          "Hello Ines, I see, Ines, that the parcel was at the depot, Ines. I will call the depot now."),
      ]),
    CriterionExample(
      "an e-mail greets and signs", .met, quotes: ["Dear", "Kind regards"],
      [
        .customer("Where is my parcel?"),
        .trainee(
          "Dear customer,\n\nI will look for the parcel today. The parcel was at the depot on Monday.\n\nKind regards,\nSam",
          channel: "email"),
      ]),
    CriterionExample(
      "an e-mail without a greeting", .missed,
      [
        .customer("Where is my parcel?"),
        .trainee(
          "I will look for the parcel today. The parcel was at the depot on Monday.", channel: "email"),
      ]),
    CriterionExample(
      "polite words heaped up", .missed,
      [
        .customer("Where is my parcel?"),
        .trainee("Thank you so much dear sir, thank you kindly, please, many thanks, much appreciated."),
      ]),
  ]
}
