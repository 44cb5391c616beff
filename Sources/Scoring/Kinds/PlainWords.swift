import Domain
import Language

/// Whether the trainee writes short and plain, as the channel asks.
///
/// Always applies; the reading grade is asked from 30 words on, below that it jumps with every word. The points
/// open with useful work, so that "ok" earns none for being short.
struct PlainWords: CriterionKind {
  let keyword = "plain-words"
  let workAsked = 2
  let summary =
    "Short sentences, everyday words, no unexplained terms of the trade, no wall of text, steps set apart."

  let fields = [
    CriterionField(
      name: "max_sentence_words", shape: .wholeNumber, isRequired: false,
      meaning: "average words a sentence may have; each channel has its own when this is left out",
      example: "18"),
    CriterionField(
      name: "max_grade", shape: .wholeNumber, isRequired: false,
      meaning: "highest Flesch-Kincaid school grade, 9 when left out", example: "9"),
  ]

  /// What a channel bears. Own choices, to be calibrated: see scoring/README.md, "Plain words".
  private struct Limits {
    /// Words a sentence on average, words in the longest, words in one turn.
    var average: Int
    var longest: Int
    var turn: Int

    init(_ form: Channel.TurnForm?) {
      switch form {
      case .lines, nil: (average, longest, turn) = (18, 30, 90)
      case .speech: (average, longest, turn) = (18, 28, 80)
      case .message: (average, longest, turn) = (20, 32, 260)
      }
    }
  }

  private static let wordsForGrade = 30

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    let measured = reading.replies.map {
      (reply: $0, measures: TextMeasures($0.reply), limits: Limits(reading.channel(of: $0)?.turnForm))
    }
    let average = Self.number("max_sentence_words", of: criterion)
    let long = measured.filter { $0.measures.longestSentence > $0.limits.longest }
    let isLongWinded = Self.isLongWinded(measured.map { ($0.measures, average ?? $0.limits.average) })
    let walls = measured.filter { $0.measures.words > $0.limits.turn }
    let jargon = reading.replies.flatMap { reply in Self.jargon(in: reply, reading).map { (reply, $0) } }
    var finding = Finding()
    finding.ask("Keeps sentences short", long.isEmpty && !isLongWinded)
    if let isEasy = Self.isEasy(measured.map(\.measures), upTo: Self.number("max_grade", of: criterion) ?? 9)
    {
      finding.ask("Reads easily", isEasy)
    }
    finding.ask(
      "Uses no unexplained term of the trade",
      jargon.isEmpty && !reading.replies.contains { LongWords.crowd($0, besides: reading.customerStems) })
    finding.avoid("Sends no wall of text", walls.isEmpty)
    let steps = reading.replies.map(Steps.init).filter { $0.count >= Steps.many }
    let strung = steps.first { $0.strung != nil }
    if !steps.isEmpty { finding.ask("Numbers the steps or sets them apart", strung == nil) }
    for (reply, hit) in jargon.prefix(3) {
      finding.quote(reply.quote(hit.range, .lost, "a term of the trade"))
    }
    if let first = long.first { finding.quote(Self.longest(first.reply)) }
    if let strung, let sentence = strung.strung {
      finding.quote(strung.reply.quote(sentence.range, .lost, "steps strung together"))
    }
    return finding.evidence(
      Self.reason(
        jargon: jargon.first.map { $0.words(at: $1.range) }, long: !long.isEmpty || isLongWinded,
        strung: strung != nil, finding.verdict),
      better: strung?.numbered ?? criterion.better)
  }

  /// Whether all sentences together have more words on average than their channels bear.
  private static func isLongWinded(_ measured: [(measures: TextMeasures, limit: Int)]) -> Bool {
    let words = measured.reduce(0) { $0 + $1.measures.words }
    return words > measured.reduce(0) { $0 + $1.measures.sentences * $1.limit }
  }

  private static func number(_ field: String, of criterion: Criterion) -> Int? {
    criterion.settings[field]?.first.flatMap(Int.init).map { min(max($0, 1), 1_000) }
  }

  /// Over all replies together; nil when they are too few words to say.
  private static func isEasy(_ measures: [TextMeasures], upTo grade: Int) -> Bool? {
    let words = measures.reduce(0) { $0 + $1.words }
    let sentences = measures.reduce(0) { $0 + $1.sentences }
    let syllables = measures.reduce(0) { $0 + $1.syllables }
    guard words >= wordsForGrade, sentences > 0 else { return nil }
    return 39 * words / sentences + 1180 * syllables / words - 1559 <= grade * 100
  }

  /// Terms that are neither explained on the spot nor the customer's own.
  private static func jargon(in reply: ReadReply, _ reading: Reading) -> [Hit] {
    let hits = reply.mentioned(.jargon)
    guard !hits.isEmpty else { return [] }
    let known = Set(
      reading.customerTurns.flatMap { turn in turn.mentions(.jargon).map { stems($0, turn.reply) } })
    return hits.filter { !known.contains(stems($0, reply.reply)) && !isExplained($0, reply.reply) }
  }

  private static func stems(_ hit: Hit, _ reply: Reply) -> [String] { reply.tokens[hit.tokens].map(\.stem) }

  private static func isExplained(_ hit: Hit, _ reply: Reply) -> Bool {
    let after = reply.tokens.dropFirst(hit.tokens.upperBound).prefix(4).map(\.normal)
    let before = hit.tokens.lowerBound > 0 ? reply.tokens[hit.tokens.lowerBound - 1].normal : ""
    if after.first == "(" || before == "(" { return true }
    return ["means", "meaning", "ie"].contains { after.contains($0) }
      || after.dropFirst().starts(with: ["that", "is"])
      || after.starts(with: ["that", "is"])
  }

  private static func longest(_ reply: ReadReply) -> Quote? {
    reply.sentences.max { $0.wordCount < $1.wordCount }.map {
      reply.quote($0.range, .lost, "\($0.wordCount) words in one sentence")
    }
  }

  private static func reason(jargon: String?, long: Bool, strung: Bool, _ verdict: Verdict) -> String {
    if strung { return "Steps in one breath get lost on the way; number them or give each its own line." }
    if let jargon { return "'\(jargon)' is a word of the trade; say it as you would to a neighbour." }
    if long { return "A long sentence makes people read twice; cut it in two." }
    return verdict == .met ? "Short and plain." : "Shorter words and shorter turns are easier to follow."
  }

  let examples = [
    CriterionExample(
      "short and plain", .met,
      [
        .customer("Where is my parcel?"),
        .trainee("Your parcel is at the depot. I will call them now and tell you what they say."),
      ]),
    CriterionExample(
      "a term of the trade", .partly, quotes: ["consignment"],
      [
        .customer("Where is my parcel?"),
        .trainee("Your parcel is in a consignment at the depot. I will call them now."),
      ]),
    CriterionExample(
      "the same term explained", .met,
      [
        .customer("Where is my parcel?"),
        .trainee(
          "I will give the depot your waybill (the number on the parcel) now. They find the parcel by that number."
        ),
      ]),
    CriterionExample(
      "the customer's own term", .met,
      [
        .customer("I have the waybill of my parcel, where is it?"),
        .trainee(
          "I will give the depot the waybill of your parcel now. They find the parcel by that number."),
      ]),
    CriterionExample(
      "one endless sentence", .partly,
      quotes: [
        "I will call the depot about your parcel now and then when they have looked for it on all of their shelves and in all of their vans I will come back to you here and tell you what they said about the parcel."
      ],
      [
        .customer("Where is my parcel?"),
        .trainee(
          "I will call the depot about your parcel now and then when they have looked for it on all of their shelves and in all of their vans I will come back to you here and tell you what they said about the parcel. The parcel was at the depot on Monday."
        ),
      ]),
    CriterionExample(
      "steps strung together", .partly,
      quotes: [
        "Please open the app, tap Returns and choose the kettle, then print the label and pack the box."
      ],
      [
        .customer("How do I return the kettle?"),
        .trainee(
          "I will take the kettle back. Please open the app, tap Returns and choose the kettle, then print the label and pack the box."
        ),
      ]),
    CriterionExample(
      "steps numbered", .met,
      [
        .customer("How do I return the kettle?"),
        .trainee(
          "I will take the kettle back. It is quick:\n1. Open the app.\n2. Tap Returns and choose the kettle.\n3. Print the label and pack the box.",
          channel: "email"),
      ]),
    CriterionExample(
      "two steps need no numbers", .met,
      [
        .customer("How do I return the kettle?"),
        .trainee("I will take the kettle back. Just open the app and print the label for the kettle."),
      ]),
    CriterionExample(
      "ok is short, but not work", .missed, [.customer("Where is my parcel?"), .trainee("ok")]),
  ]
}
