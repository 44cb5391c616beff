import Domain
import Language

/// Whether the trainee says back what it is about: the thing, and what is wrong or wanted with it.
///
/// Does not apply where the customer told nothing concrete. Both must stand in one sentence or in two that
/// follow one another, in words of the trainee's own.
struct RestatesIssue: CriterionKind {
  let keyword = "restates-issue"
  let summary = "Says back what it is about: the thing and what is wrong or wanted, in words of their own."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    let told = ToldMatter(reading)
    guard told.isConcrete else {
      return Finding.notApplicable("The customer had told nothing yet that could be said back.")
    }
    let best = reading.replies.lazy.compactMap { Self.restatement(in: $0, told, reading) }
      .max { $0.parts < $1.parts || ($0.parts == $1.parts && $0.reply.turn > $1.reply.turn) }
    let empty = reading.replies.lazy.compactMap { reply in
      reply.mentioned(.genericIssue).first.map { (reply, $0) }
    }.first
    let isWhole = best?.parts == 2
    let isCopied = reading.replies.contains { $0.sentences.contains { $0.standing == .copied } }
    let isParroted = best.map { Self.isParroted($0, reading) } ?? false
    var finding = Finding()
    finding.ask("Names the thing", best?.thing != nil)
    finding.ask("Names what is wrong, or wanted, with it", best?.point != nil)
    finding.ask(
      "In words of their own, not 'your issue'",
      !isParroted && (isWhole || (best != nil && empty == nil && !isCopied)))
    if let best {
      for range in best.ranges { finding.quote(best.reply.quote(range, .earned, best.note)) }
    }
    if !isWhole, let (reply, hit) = empty {
      finding.quote(reply.quote(hit.range, .lost, "could be said to anybody"))
    }
    return finding.evidence(
      Self.reason(best, isEmpty: empty != nil, isCopied: isParroted || isCopied && !isWhole),
      better: criterion.better)
  }

  /// So many words of the customer in a row are copied, whatever stands before them.
  private static let parroted = 7

  private static func isParroted(_ best: Restatement, _ reading: Reading) -> Bool {
    guard let token = best.thing?.lowerBound ?? best.point?.lowerBound,
      let sentence = best.reply.sentence(of: token)
    else { return false }
    let words = best.reply.normalWords(sentence.tokens)
    // A borrowed end of a longer sentence of one's own is no parroting.
    guard words.count >= parroted, words.count < 2 * parroted else { return false }
    let heard = Set(
      reading.customerTurns.filter { $0.turn < best.reply.turn }.flatMap { turn in
        let said = turn.reply.words.map(\.normal)
        return said.indices.dropLast(min(parroted - 1, said.count)).map { said[$0..<$0 + parroted] }
      })
    return words.indices.dropLast(parroted - 1).contains { heard.contains(words[$0..<$0 + parroted]) }
  }

  /// A place where the trainee names the thing, the point, or both.
  private struct Restatement {
    var reply: ReadReply
    var thing: Range<Int>?
    var point: Range<Int>?

    var parts: Int { (thing == nil ? 0 : 1) + (point == nil ? 0 : 1) }

    /// The clauses that name them, as one stretch where both stand in one sentence.
    var ranges: [TextRange] {
      let parts = [thing, point].compactMap { $0 }.map { WholeClause.tokens(of: $0, in: reply) }
        .sorted { $0.lowerBound < $1.lowerBound }
      guard let first = parts.first, let last = parts.last else { return [] }
      let isOne =
        reply.sentenceIndex(of: first.lowerBound) == reply.sentenceIndex(of: max(last.upperBound - 1, 0))
      let whole = first.lowerBound..<max(first.upperBound, last.upperBound)
      return (isOne ? [whole] : parts).map { reply.range(of: $0) }
    }

    var note: String {
      if parts == 2 { return "says it back" }
      return thing == nil ? "the thing is missing" : "what is wrong, or wanted, is missing"
    }
  }

  private static func restatement(in reply: ReadReply, _ told: ToldMatter, _ reading: Reading) -> Restatement?
  {
    let points = points(in: reply, told).filter { !isForThem($0.lowerBound, reply) }
    let things = things(in: reply, told).filter {
      !isName($0.lowerBound, reply, reading)
        && (!isForThem($0.lowerBound, reply) || isForUs($0.lowerBound, reply))
    }
    let pairs = things.lazy.compactMap { thing -> Restatement? in
      let point = points.filter {
        isNear($0, thing, reply) && !$0.overlaps(thing) && !isName($0.lowerBound, reply, reading)
      }
      .min { abs($0.lowerBound - thing.lowerBound) < abs($1.lowerBound - thing.lowerBound) }
      return point.map { Restatement(reply: reply, thing: thing, point: $0) }
    }
    if let whole = pairs.first { return whole }
    if let recap = recap(in: reply, told, reading) ?? heardRecap(in: reply, told)
      ?? paraphrase(in: reply, reading)
    {
      return recap
    }
    guard things.first != nil || points.first != nil else { return nil }
    return Restatement(reply: reply, thing: things.first, point: things.isEmpty ? points.first : nil)
  }

  /// "So you have had no phone for three days": the matter told back in words of their own. A sentence about the
  /// customer with something of theirs in it and a fault, a no, a count or a second thing beside it.
  private static func recap(
    in reply: ReadReply, _ told: ToldMatter, _ reading: Reading
  ) -> Restatement? {
    for sentence in Span.all(in: reply) {
      let tokens = sentence.tokens.map { (index: $0, token: reply.reply.tokens[$0]) }
      let words = tokens.filter(\.token.isWordLike).map(\.token.normal)
      guard
        words.contains(where: { ["you", "your", "whatever", "whichever"].contains($0) })
          || words.first == "so",
        !words.contains("please"), !words.contains("will")
      else { continue }
      let own = tokens.filter { each in
        !isName(each.index, reply, reading)
          && (sentence.matter.contains(each.index) || Term.of(each.token).map(told.terms.contains) ?? false)
      }
      let content = tokens.filter {
        $0.token.carriesContent && !isName($0.index, reply, reading)
          && $0.token.stance.isDisjoint(with: [.requested])
      }
      if own.isEmpty, words.first == "so", content.count >= 3, !sentence.isQuestion,
        words.contains(where: { marks.contains($0) && $0 != "no" && $0 != "not" })
      {
        return Restatement(
          reply: reply, thing: content[0].index..<content[0].index + 1,
          point: content[content.count - 1].index..<content[content.count - 1].index + 1)
      }
      guard let first = own.first, content.count >= 3 else { continue }
      let isRecap = recaps.contains { zip(words, words.dropFirst()).map { "\($0) \($1)" }.contains($0) }
      let isTwofold = own.count >= 2 && own[own.count - 1].index - first.index >= own.count
      let says = isTwofold || words.contains { marks.contains($0) } || isRecap
      guard says, !sentence.isQuestion || isRecap,
        let point = content.first(where: { $0.index != first.index })
      else { continue }
      return Restatement(
        reply: reply, thing: first.index..<first.index + 1, point: point.index..<point.index + 1)
    }
    return nil
  }

  /// A sentence of six words or more, or two of which one is shorter: what one writer says in a clause another says in
  /// a sentence.
  private struct Span {
    var tokens: Range<Int>
    var matter: [Int]
    var isQuestion: Bool

    static func all(in reply: ReadReply) -> [Span] {
      let own = reply.sentences.indices.filter { reply.sentences[$0].standing == .own }
      return own.flatMap { place -> [Span] in
        let one = reply.sentences[place]
        if one.wordCount >= 6 {
          return [Span(tokens: one.tokens, matter: Array(one.matter), isQuestion: one.isQuestion)]
        }
        guard place + 1 < reply.sentences.count else { return [] }
        let two = reply.sentences[place + 1]
        guard two.standing == .own, !one.isQuestion, !two.isQuestion, one.wordCount + two.wordCount >= 6
        else {
          return []
        }
        return [
          Span(
            tokens: one.tokens.lowerBound..<two.tokens.upperBound,
            matter: Array(one.matter) + Array(two.matter), isQuestion: false)
        ]
      }
    }
  }

  /// A sentence heard as a summary, as what came before or as what it means to them, with something of theirs in it or
  /// enough said to be about nobody else.
  private static func heardRecap(in reply: ReadReply, _ told: ToldMatter) -> Restatement? {
    for sentence in reply.sentences where sentence.standing == .own && sentence.wordCount >= 6 {
      guard reply.hears(.recap, .history, .impact, in: sentence, surely: 0.6) else { continue }
      let content = sentence.tokens.filter {
        let token = reply.reply.tokens[$0]
        return token.carriesContent && !WordLists.general.contains(token.normal)
      }
      let own = content.first { index in
        sentence.matter.contains(index)
          || Term.of(reply.reply.tokens[index]).map(told.terms.contains) ?? false
      }
      guard content.count >= 3, let own, let point = content.first(where: { $0 != own }) else { continue }
      return Restatement(reply: reply, thing: own..<own + 1, point: point..<point + 1)
    }
    return nil
  }

  /// A sentence that states what the customer said, by meaning: "the graph keeps last year's figures".
  private static func paraphrase(in reply: ReadReply, _ reading: Reading) -> Restatement? {
    let facts = reading.understanding.facts
    guard facts.tier != nil else { return nil }
    let told = reading.customerTurns.lazy.prefix { $0.turn < reply.turn }.flatMap { turn in
      turn.reply.sentences.filter { turn.reply.words(in: $0.tokens).count >= 5 }.prefix(4).map {
        FactStatement([Self.text($0.range, of: turn.reply)])
      }
    }.prefix(6)
    guard !told.isEmpty else { return nil }
    let own = reply.sentences.filter { $0.standing == .own && $0.wordCount >= 6 }.prefix(4)
    for sentence in own {
      let content = sentence.tokens.filter { reply.reply.tokens[$0].carriesContent }
      guard content.count >= 3, let first = content.first, let last = content.last else { continue }
      let read = facts.prepare(reply.words(at: sentence.range))
      let best = told.map { facts.judge(read, reading.understanding.prepared($0)).score }.max() ?? 0
      if best >= 0.45 {
        return Restatement(reply: reply, thing: first..<first + 1, point: last..<last + 1)
      }
    }
    return nil
  }

  private static func text(_ range: Language.TextRange, of reply: Reply) -> String {
    let bytes = reply.text.utf8
    return String(
      decoding: bytes.dropFirst(range.utf8.lowerBound).prefix(range.utf8.upperBound - range.utf8.lowerBound),
      as: UTF8.self)
  }

  private static let recaps: Set<String> = [
    "so you", "you told", "you said", "you have", "you are", "you were", "you want", "you would", "you wrote",
    "it right", "this right", "that right", "so your", "understand that", "see that", "correctly that",
    "mean that",
    "sounds like", "you reported", "you ordered", "you asked",
  ]
  private static let marks: Set<String> = [
    "no", "not", "without", "only", "half", "never", "still", "since", "keeps", "nobody", "nothing",
    "instead", "yet",
    "again", "twice",
  ]

  /// "Please send me a photo of the boots": what is asked for names the thing.
  private static func isForUs(_ index: Int, _ reply: ReadReply) -> Bool {
    let words = reply.clause(of: index).map { reply.normalWords($0.tokens) } ?? []
    return words.contains("me") || words.contains("us")
  }

  /// "Ring at eight tomorrow", "you should keep your dog on a lead": told to do, with words of the customer's in it.
  private static func isForThem(_ index: Int, _ reply: ReadReply) -> Bool {
    reply.clause(of: index).map { Instruction.isForThem($0.tokens, in: reply) } ?? false
  }

  /// The customer's own name is no part of the matter.
  private static func isName(_ index: Int, _ reply: ReadReply, _ reading: Reading) -> Bool {
    reading.customerNames.contains(reply.reply.tokens[index].normal)
  }

  private static func isNear(_ point: Range<Int>, _ thing: Range<Int>, _ reply: ReadReply) -> Bool {
    guard let one = reply.sentenceIndex(of: point.lowerBound),
      let two = reply.sentenceIndex(of: thing.lowerBound)
    else { return false }
    return abs(one - two) <= 1
  }

  /// Words that name what the customer spoke of, or a thing of any service.
  private static func things(in reply: ReadReply, _ told: ToldMatter) -> [Range<Int>] {
    reply.sentences.filter { $0.standing == .own }.flatMap { sentence in
      reply.terms(in: sentence).filter { index, term in
        !isInquiry(sentence, reply) && told.terms.contains(term)
          && !(told.hasTrouble && told.points.contains(term))
          || !isInquiry(sentence, reply) && Term.service.contains(term)
            && (told.terms.contains(term) || isTold(reply.reply.tokens[index]))
      }.map { $0.index..<$0.index + 1 }
    }
  }

  /// Words that say what is wrong or wanted: a fault, a wish, or the customer's own point taken up.
  private static func points(in reply: ReadReply, _ told: ToldMatter) -> [Range<Int>] {
    var points = reply.named(.trouble, .faults).filter { !isVague($0, reply) && !isAskedFor($0, reply) }
      .map(\.tokens)
    points += reply.named(.wants).filter { takesUp($0, reply, told) }.map(\.tokens)
    for sentence in reply.sentences where sentence.standing == .own {
      let terms = reply.terms(in: sentence, asserted: true).filter { told.terms.contains($0.term) }
      let isPlain = told.points.isEmpty || !told.hasTrouble
      let span = (terms.last?.index ?? 0) - (terms.first?.index ?? 0)
      let isTwofold = Set(terms.map(\.term)).count >= 2 && span >= terms.count
      points += terms.filter { index, term in
        !isDeed(index, reply) && isTold(reply.reply.tokens[index])
          && (told.points.contains(term) || (isPlain && isTwofold))
      }.map { $0.index..<$0.index + 1 }
    }
    return points
  }

  /// Two of the customer's words in a demand ("send me a photo of the boots") say nothing back.
  private static func isTold(_ token: Token) -> Bool { token.stance.isDisjoint(with: [.asked, .requested]) }

  /// "Is there any alarm going off?", "did you have a seat?": asked, and not told back.
  private static func isAskedFor(_ hit: Hit, _ reply: ReadReply) -> Bool {
    reply.sentence(of: hit.tokens.lowerBound).map { isInquiry($0, reply) } ?? false
  }

  /// "We will update you": a deed, though the customer has the word for a thing.
  private static func isDeed(_ index: Int, _ reply: ReadReply) -> Bool {
    guard let before = reply.word(before: index) else { return false }
    let next = reply.reply.tokens.indices.contains(index + 1) ? reply.reply.tokens[index + 1].normal : ""
    return ["will", "to", "can", "shall", "please", "have", "just"].contains(before)
      && ["you", "us", "me", "them"].contains(next)
  }

  /// A question for something, and none that says it back for a yes.
  private static func isInquiry(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    guard sentence.isQuestion else { return false }
    let words = reply.normalWords(sentence.tokens)
    if words.contains(where: { ["right", "correct", "correctly"].contains($0) }) { return false }
    return words.first.map {
      ["is", "are", "do", "does", "did", "have", "has", "any", "which", "what", "where", "can", "could"]
        .contains($0)
    } ?? false
  }

  /// "A problem" and "still no" say that something is wrong, not what.
  private static func isVague(_ hit: Hit, _ reply: ReadReply) -> Bool {
    reply.reply.tokens[hit.tokens].allSatisfy { vague.contains($0.stem) || !$0.isWordLike }
  }

  private static let vague = Set(
    Reply(
      """
      problem issue trouble complain complaint unacceptable ridiculous terrible awful horrible worst useless
      still no not nothing so very too fail failure error wrong go gone went second third time twice already
      """
    ).words.map(\.stem))

  /// A wish counts with something of the customer's in the same sentence.
  private static func takesUp(_ hit: Hit, _ reply: ReadReply, _ told: ToldMatter) -> Bool {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return false }
    return reply.terms(in: sentence).contains { told.terms.contains($0.term) }
  }

  private static func reason(_ best: Restatement?, isEmpty: Bool, isCopied: Bool) -> String {
    if best?.parts == 2, !isCopied { return "The customer hears that you understood what it is about." }
    if isCopied { return "Their sentence sent back shows that it was read, not that it was understood." }
    if isEmpty { return "These words fit any customer; name the thing and what is wrong with it." }
    guard let best else { return "Nothing shows the customer that you know what it is about." }
    return best.thing == nil
      ? "You said what is wrong; name also the thing it is about."
      : "You named the thing; say also what is wrong with it, or what they want."
  }

  let examples = RestatesIssueExamples.all
}
