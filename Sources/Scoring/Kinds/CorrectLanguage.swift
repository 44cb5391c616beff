import Domain
import Language

/// Whether the words are spelled with care, not shouted, and set in sentences one can read.
///
/// A word is a slip only when that is sure (`Spelling`); names, dialect, short forms and the customer's own words are
/// none. Signs are asked for loosely on lines and calls, closely in messages. The points open with useful work.
struct CorrectLanguage: CriterionKind {
  let keyword = "correct-language"
  let workAsked = 1
  let summary = "Spelled with care, not shouted, in sentences that can be read; one slip is anybody's."

  /// One slip is free; more than one in so many words is careless.
  private static let wordsForEachSlip = 20

  /// From one slip in four words on, the reader has to guess what is meant.
  private static let wordsForGarbled = 4
  private static let manySlips = 4

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    let shouts = reading.replies.compactMap { reply in Shouting.place(in: reply).map { (reply, $0) } }
    let slips = Self.slips(in: reading)
    let words = reading.replies.reduce(0) { $0 + $1.reply.words.count }
    let isCareless = slips.count > max(1, words / Self.wordsForEachSlip)
    let unread = reading.replies.compactMap { reply in
      Readability.trouble(in: reply, on: reading.channel(of: reply)).map { (reply, $0) }
    }
    var finding = Finding()
    let isGarbled = slips.count > max(Self.manySlips, words / Self.wordsForGarbled)
    finding.avoid("Does not shout", shouts.isEmpty)
    if reading.lexicons.spelling != nil { finding.ask("Spells with care", !isCareless) }
    finding.ask("Writes sentences that can be read", unread.isEmpty && !isGarbled)
    for (reply, place) in shouts.prefix(1) { finding.quote(reply.quote(place, .lost, "shouts")) }
    for slip in slips.prefix(3) {
      finding.quote(slip.reply.quote(slip.range, .lost, "meant as '\(slip.correction)'"))
    }
    for (reply, trouble) in unread.prefix(1) {
      finding.quote(reply.quote(trouble.range, .lost, trouble.note))
    }
    return finding.evidence(
      Self.reason(shouts: !shouts.isEmpty, isCareless: isCareless, unread: !unread.isEmpty, slips.count),
      better: isCareless ? Self.better(slips) : criterion.better)
  }

  // MARK: Slips

  private struct Slip {
    var reply: ReadReply
    var token: Int
    var range: TextRange
    var correction: String
  }

  private static func slips(in reading: Reading) -> [Slip] {
    let known = reading.customerWords
    return reading.replies.flatMap { reply in
      shouted(in: reply, reading)
        + reply.reply.tokens.indices.compactMap { index in
          let token = reply.reply.tokens[index]
          guard token.respelling == .slip, isPlainWord(token, at: index, in: reply),
            !known.contains(reply.reply.text[token.range].lowercased())
          else { return nil }
          return Slip(reply: reply, token: index, range: TextRange(token.range), correction: token.normal)
        }
    }
  }

  /// Slips in words that are shouted: capitals hide them from the reader of slips, but not from people.
  private static func shouted(in reply: ReadReply, _ reading: Reading) -> [Slip] {
    guard let spelling = reading.lexicons.spelling, Shouting.place(in: reply) != nil else { return [] }
    let known = reading.customerWords
    return reply.reply.tokens.indices.compactMap { index in
      let token = reply.reply.tokens[index]
      let written = reply.reply.text[token.range].lowercased()
      guard token.kind == .word, token.letterCase == .upper,
        written.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
        !known.contains(written), let meant = spelling.correction(of: written)
      else { return nil }
      return Slip(reply: reply, token: index, range: TextRange(token.range), correction: meant.uppercased())
    }
  }

  /// No name, no short form, no part of a link: a word in small letters, or one that opens a sentence and goes on.
  private static func isPlainWord(_ token: Token, at index: Int, in reply: ReadReply) -> Bool {
    guard token.kind == .word, !token.isContractionTail else { return false }
    let written = reply.reply.text[token.range]
    guard written.utf8.allSatisfy({ (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }) else {
      return false
    }
    let next = reply.reply.tokens.indices.contains(index + 1) ? reply.reply.tokens[index + 1] : nil
    if next?.normal == "'" || next?.isContractionTail == true { return false }
    switch token.letterCase {
    case .lower: return true
    case .capitalised: return reply.word(before: index) == nil && next?.kind == .word
    case .upper, .mixed: return false
    }
  }

  private static func better(_ slips: [Slip]) -> String? {
    guard let first = slips.first, let place = first.reply.sentenceIndex(of: first.token) else { return nil }
    let sentence = first.reply.sentences[place]
    let inside = slips.filter { $0.reply.turn == first.reply.turn && sentence.tokens.contains($0.token) }
    var words = ""
    var start = sentence.range.start
    for slip in inside {
      words += first.reply.words(at: TextRange(start, slip.range.start))
      words +=
        first.reply.words(at: slip.range).first?.isUppercase == true
        ? slip.correction.sentenceCased : slip.correction
      start = slip.range.end
    }
    return words + first.reply.words(at: TextRange(start, sentence.range.end))
  }

  private static func reason(shouts: Bool, isCareless: Bool, unread: Bool, _ slips: Int) -> String {
    if shouts { return "Capitals and rows of exclamation marks are heard as shouting." }
    if isCareless { return "So many slips make people doubt the rest; read it once before you send it." }
    if unread { return "The words run together; a full stop lets people breathe." }
    return slips == 0 ? "Clean to read." : "Clean to read; one slip is anybody's."
  }

  let examples = [
    CriterionExample(
      "clean", .met,
      [
        .customer("Where is my parcel?"),
        .trainee("Your parcel is at the depot. I will call them now and tell you what they say."),
      ]),
    CriterionExample(
      "one slip is anybody's", .met, quotes: ["adress"],
      [
        .customer("Where is my parcel?"),
        .trainee("I will check the adress of your parcel with the depot now and write to you by 3 pm."),
      ]),
    CriterionExample(
      "slip upon slip", .partly, quotes: ["Sory", "parcle", "definately"],
      [
        .customer("Where is my parcel?"),
        .trainee("Sory about the late parcle, i will definately call the depot and recieve an answer."),
      ]),
    CriterionExample(
      "dialect, short forms and British forms are no slips", .met,
      [
        .customer("Where is my parcel?"),
        .trainee(
          "I'm gonna chase your parcel for y'all, innit. I've apologised to the neighbour, and the cheque's cancelled."
        ),
      ]),
    CriterionExample(
      "shouting", .partly, quotes: ["YOUR PARCEL IS AT THE DEPOT"],
      [
        .customer("Where is my parcel?"), .trainee("YOUR PARCEL IS AT THE DEPOT. I will call them now."),
      ]),
    CriterionExample(
      "a row of exclamation marks", .partly, quotes: ["!!!!"],
      [
        .customer("Where is my parcel?"), .trainee("I will call the depot about your parcel now!!!!"),
      ]),
    CriterionExample(
      "names, numbers and a short form in capitals", .met,
      [
        .customer("Where is my parcel?"),
        .trainee("Your parcel A-4412 went out with UPS from Wrexham to the USA. I will NOT let it rest."),
      ]),
    CriterionExample(
      "an e-mail without a sign", .partly,
      quotes: [
        "i have looked at your parcel it is at the depot and they will bring it to you on friday and you do not need to be at home for that"
      ],
      [
        .customer("Where is my parcel?"),
        .trainee(
          "i have looked at your parcel it is at the depot and they will bring it to you on friday and you do not need to be at home for that",
          channel: "email"),
      ]),
    CriterionExample(
      "the same is fine in a text message", .met,
      [
        .customer("Where is my parcel?"),
        .trainee("i have looked, your parcel is at the depot and they bring it on friday", channel: "sms"),
      ]),
    CriterionExample(
      "ok is spelled well and no work", .missed, [.customer("Where is my parcel?"), .trainee("ok")]),
  ]
}

extension Reading {
  /// Every word the customer wrote: taking it up as they write it is no slip.
  fileprivate var customerWords: Set<String> {
    Set(
      heard.flatMap { turn in turn.reply.tokens.map { turn.reply.text[$0.range].lowercased() } }
        + customerNames)
  }
}
