import Domain
import Language

/// Whether the trainee thanks for what the customer put in: the report, the wait, the details.
///
/// Does not apply where the customer gave nothing beyond a plain question and the trainee thanked for nothing.
struct GivesThanks: CriterionKind {
  let keyword = "thanks"
  let summary = "Thanks the customer for the report, the wait or the details, and says for which."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    let said = reading.replies.flatMap { Self.thanks(in: $0) }
    let named = said.filter(\.saysWhatFor)
    guard Self.isDue(reading) || !named.isEmpty else {
      return Finding.notApplicable("The customer gave nothing yet that thanks could be for.")
    }
    let mocking = reading.replies.flatMap { reply in
      (reply.mentioned(.thanksSpoilers) + Self.blames(in: reply) + Self.turned(in: reply)
        + Self.reproaches(in: reply)).map { (reply, $0) }
    }
    let plain = said.filter { thanks in
      !mocking.contains { $0.0.turn == thanks.reply.turn && $0.1.tokens.overlaps(thanks.hit.tokens) }
    }
    let whatFor = plain.first(where: \.saysWhatFor)
    var finding = Finding()
    finding.ask("Thanks the customer", !plain.isEmpty)
    finding.ask("Says what for", whatFor != nil)
    if whatFor != nil || !mocking.isEmpty {
      finding.ask("Means it: no mockery, no blame with it", mocking.isEmpty)
    }
    if let best = whatFor ?? plain.first {
      finding.quote(
        best.reply.quote(best.hit.range, .earned, best.saysWhatFor ? "thanks for it" : "for what"))
    }
    for (reply, hit) in mocking.prefix(2) {
      finding.quote(reply.quote(hit.range, .lost, "takes the thanks back"))
    }
    return finding.evidence(
      Self.reason(thanks: !plain.isEmpty, whatFor: whatFor != nil, mocks: !mocking.isEmpty),
      better: Self.better(plain.first, whatFor: whatFor != nil, reading, criterion))
  }

  // MARK: When thanks are due

  /// The customer waited, tried, reported or gave data.
  private static func isDue(_ reading: Reading) -> Bool {
    reading.customerTurns.contains { turn in
      if !turn.mentions(.efforts).isEmpty || handsIn(turn) || Grievance.isTold(by: turn) { return true }
      return turn.reply.tokens.contains { [.identifier, .address].contains($0.kind) }
    }
  }

  /// "Please find my certificate", "attached is the tax card", "here are the photos": papers handed in.
  private static func handsIn(_ turn: HeardTurn) -> Bool {
    let words = turn.reply.words.map(\.normal)
    return words.contains { papers.contains($0) }
      || zip(words, words.dropFirst()).contains { pair in
        pair.0 == "here" && ["is", "are"].contains(pair.1) || pair.0 == "please" && pair.1 == "find"
      }
  }

  private static let papers: Set<String> = [
    "attached", "enclosed", "attaching", "enclosing", "attach", "enclose", "herewith", "attachment",
    "attachments", "uploaded",
  ]

  // MARK: What was said

  private struct Thanks {
    var reply: ReadReply
    var hit: Hit
    var saysWhatFor: Bool
  }

  private static func thanks(in reply: ReadReply) -> [Thanks] {
    let formulas = reply.mentioned(.thanksFormulas)
    let causes = reply.mentioned(.thanksWords).map(\.tokens)
    let spoken = Hit.joined(reply.earning(.thanks))
    let heard = reply.heard(.thanksFor, surely: 0.9).filter { act in
      !spoken.contains {
        reply.sentenceIndex(of: $0.tokens.lowerBound)
          == reply.sentenceIndex(of: act.passage.tokens.lowerBound)
      }
    }
    let credits = heard.map(reply.hit) + Obliged.told(in: reply)
    return credits.map { Thanks(reply: reply, hit: $0, saysWhatFor: true) }
      + spoken.compactMap { hit in
        guard let index = reply.sentenceIndex(of: hit.tokens.lowerBound), isMeant(hit, in: reply, index)
        else {
          return nil
        }
        let formula = formulas.first { $0.tokens.overlaps(hit.tokens) }
        return Thanks(
          reply: reply, hit: hit,
          saysWhatFor: saysWhatFor(hit, formula, causes, in: reply, reply.sentences[index])
            || formula == nil && reply.sentences[index].wordCount >= 5
              && reply.hears(.thanksFor, in: reply.sentences[index], surely: 0.75)
        )
      }
  }

  /// "Ta-ra now" says goodbye.
  private static func isGoodbye(_ hit: Hit, in reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens
    guard tokens[hit.tokens.lowerBound].normal == "ta" else { return false }
    return tokens[hit.tokens.upperBound...].prefix(2).contains { ["ra", "tas", "ta"].contains($0.normal) }
  }

  /// "Thanks, Sam" closes a letter; "ta" and "cheers" thank only in front of "for"; "I would appreciate" asks.
  private static func isMeant(_ hit: Hit, in reply: ReadReply, _ index: Int) -> Bool {
    let sentence = reply.sentences[index]
    if isGoodbye(hit, in: reply) { return false }
    let rest = reply.sentences[(index + 1)...]
    if index > 0, rest.count <= 1, rest.allSatisfy({ $0.wordCount <= 3 }),
      sentence.wordCount <= 3 || isSigned(hit, sentence, reply)
    {
      return false
    }
    let words = reply.reply.tokens[hit.tokens].map(\.normal)
    let next =
      hit.tokens.upperBound < reply.reply.tokens.count ? reply.reply.tokens[hit.tokens.upperBound].normal : ""
    if words == ["ta"] || words == ["cheers"] {
      return next == "for" || index == 0 && sentence.wordCount <= 3
    }
    let before = reply.word(before: hit.tokens.lowerBound) ?? ""
    if isToOthers(hit, next, in: reply) { return false }
    if words.contains(where: { $0.hasPrefix("appreciat") }) {
      return !["would", "will", "can", "could"].contains(before) && !words.contains("would")
        && !["how", "why", "that", "the", "it"].contains(next)
    }
    return true
  }

  /// "Thanks to the new patch", "I must thank him later": not the customer.
  private static func isToOthers(_ hit: Hit, _ next: String, in reply: ReadReply) -> Bool {
    if others.contains(next), reply.reply.tokens[hit.tokens].last?.stem == "thank" { return true }
    let after = reply.reply.tokens.dropFirst(hit.tokens.upperBound + 1).first?.normal ?? ""
    return next == "to" && !["you", "everyone", "all", "both", "your", "yourself", "u"].contains(after)
  }

  private static let others: Set<String> = [
    "him", "her", "them", "it", "god", "goodness", "heaven", "heavens",
  ]

  /// "Many thanks, Housing Office": nothing but capitals follow.
  private static func isSigned(_ hit: Hit, _ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let rest = sentence.tokens.filter { $0 >= hit.tokens.upperBound }.map { reply.reply.tokens[$0] }
    return sentence.wordCount <= 6 && rest.first?.normal == ","
      && rest.filter(\.isWordLike).allSatisfy { $0.letterCase == .capitalised }
  }

  private static func saysWhatFor(
    _ hit: Hit, _ formula: Hit?, _ causes: [Range<Int>], in reply: ReadReply, _ sentence: ReadSentence
  ) -> Bool {
    let taken = formula.map(\.tokens) ?? hit.tokens
    let rest =
      max(taken.upperBound, hit.tokens.upperBound)..<max(sentence.tokens.upperBound, hit.tokens.upperBound)
    if sentence.matter.contains(where: { $0 < taken.lowerBound || $0 >= taken.upperBound }) { return true }
    let words = reply.reply.tokens[hit.tokens].map(\.normal)
    let isWhole = words.count >= 3 && words.contains("you") && words[0] != "thank" && formula == nil
    if isWhole, reply.reply.tokens[rest].contains(where: \.isWordLike) { return true }
    guard
      reply.reply.tokens[rest].contains(where: { links.contains($0.normal) || $0.normal.hasSuffix("ing") })
    else {
      return false
    }
    return causes.contains { $0.lowerBound >= rest.lowerBound && $0.upperBound <= rest.upperBound }
  }

  private static let links: Set<String> = ["for", "that", "your", "you", "to", "how"]

  /// "Thank you for waiting, though if you had come earlier": a turn against the customer in the same sentence.
  private static func turned(in reply: ReadReply) -> [Hit] {
    reply.told(.thanks).compactMap { hit in
      guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return nil }
      let rest = sentence.tokens.filter { $0 >= hit.tokens.upperBound }
      guard
        let turn = rest.first(where: {
          ["though", "although", "but", "however"].contains(reply.reply.tokens[$0].normal)
        })
      else { return nil }
      let words = reply.normalWords(turn..<sentence.tokens.upperBound)
      let isAgainst =
        words.contains("you")
        && words.contains { ["had", "have", "could", "should", "would", "did"].contains($0) }
      guard isAgainst, !words.contains("i"), !words.contains("we") else { return nil }
      let range = turn..<sentence.tokens.upperBound
      return Hit(tokens: range, range: reply.range(of: range))
    }
  }

  /// "Thank you for the statement. Had you read it in January, this would not have come so far": what the customer
  /// should have done, told beside the thanks.
  private static func reproaches(in reply: ReadReply) -> [Hit] {
    let thanked = thanks(in: reply).compactMap { reply.sentenceIndex(of: $0.hit.tokens.lowerBound) }
    return reply.sentences.indices.compactMap { place in
      guard thanked.contains(where: { (0...2).contains(place - $0) }) else { return nil }
      let sentence = reply.sentences[place]
      let words = reply.normalWords(sentence.tokens)
      guard sentence.standing == .own, !sentence.isQuestion, isCounterfactual(words) else { return nil }
      return Hit(tokens: sentence.tokens, range: sentence.range)
    }
  }

  /// "Had you ... would", "if it had been ... would have been"; not "had we", which is about us.
  private static func isCounterfactual(_ words: [String]) -> Bool {
    let isScolded = words.indices.dropLast(3).contains { index in
      words[index] == "you" && ["might", "could", "should"].contains(words[index + 1])
        && words[(index + 2)...].prefix(2).contains("have") && words[index + 2] != "not"
    }
    if isScolded { return true }
    guard let would = words.lastIndex(where: { ["would", "could", "might"].contains($0) }),
      words[would...].contains(where: { ["have", "be"].contains($0) })
    else { return false }
    return words.indices.dropLast().contains { index in
      if words[index] == "had", words[index + 1] == "you" { return true }
      guard words[index] == "if", !["we", "i", "our"].contains(words[index + 1]) else { return false }
      return words[index...].prefix(8).contains("had") && !words[index...].prefix(8).contains("we")
    }
  }

  /// Blame in the sentence of the thanks.
  private static func blames(in reply: ReadReply) -> [Hit] {
    let sentences = Set(reply.told(.thanks).compactMap { reply.sentenceIndex(of: $0.tokens.lowerBound) })
    return reply.told(.blaming, .insults).filter { hit in
      !Blame.isAcknowledging(hit, in: reply)
        && (reply.sentenceIndex(of: hit.tokens.lowerBound).map(sentences.contains) ?? false)
    }
  }

  private static func reason(thanks: Bool, whatFor: Bool, mocks: Bool) -> String {
    if mocks { return "Thanks with mockery or blame in them are heard as an insult." }
    if !thanks { return "The customer put time into this, and nobody thanked them for it." }
    return whatFor ? "You thanked them for what they gave." : "You said thanks; say also what for."
  }

  private static func better(_ thanks: Thanks?, whatFor: Bool, _ reading: Reading, _ criterion: Criterion)
    -> String?
  {
    guard let thanks, !whatFor,
      thanks.reply.sentence(of: thanks.hit.tokens.lowerBound)?.wordCount ?? 99 <= 4,
      let sentence = Rewording(thanks.reply, sentenceOf: thanks.hit.tokens.lowerBound)
    else { return criterion.better }
    return sentence.appending(reading.troubleTold ? "for telling us about it" : "for the details")
  }

  let examples = [
    CriterionExample(
      "for the report", .met, quotes: ["Thank you"],
      [
        .customer("My kettle arrived cracked."),
        .trainee("Thank you for telling us about the kettle straight away."),
      ]),
    CriterionExample(
      "for the wait, on the phone", .met, quotes: ["Thanks"],
      [
        .customer("I was charged twice."), .trainee("Thanks for holding.", channel: "phone"),
      ]),
    CriterionExample(
      "without the word", .met, quotes: ["I appreciate you"],
      [
        .customer("My order A-4412 never came, I attach a photo of the shelf."),
        .trainee("I appreciate you sending the photo.", channel: "email"),
      ]),
    CriterionExample(
      "for contacting us could be for anything", .partly, quotes: ["Thank you"],
      [
        .customer("My kettle arrived cracked."), .trainee("Thank you for contacting us."),
      ]),
    CriterionExample(
      "thanks alone is half", .partly, quotes: ["Thanks"],
      [
        .customer("My order number is A-4412."), .trainee("Thanks!"),
      ]),
    CriterionExample(
      "a sign-off thanks for nothing", .missed,
      [
        .customer("My kettle arrived cracked."),
        .trainee("We will send a new one.\nMany thanks,\nSam", channel: "email"),
      ]),
    CriterionExample(
      "thanks for nothing", .missed, quotes: ["thanks for shouting"],
      [
        .customer("My kettle arrived CRACKED!"), .trainee("Well, thanks for shouting."),
      ]),
    CriterionExample(
      "denied thanks", .missed,
      [
        .customer("My kettle arrived cracked."), .trainee("I do not thank you for telling us."),
      ]),
    CriterionExample(
      "a plain question", .notApplicable,
      [
        .customer("When do you open?"), .trainee("We open at nine."),
      ]),
  ]
}
