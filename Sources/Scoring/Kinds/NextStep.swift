import Domain
import Language

/// Whether the customer learns who does what by when; applies once a reply was sent.
///
/// The answers must stand in one sentence or in two in a row; the place of the talk that answers most counts.
struct NextStep: CriterionKind {
  let keyword = "next-step"
  let summary = "Says who does what by when; 'as soon as possible' is no time."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    let steps = reading.replies.flatMap { Self.steps(in: $0) }
    let step = Self.best(steps)
    let vague = reading.replies.flatMap { reply in
      reply.told(.vagueTime).filter { Self.isOfDeed($0, reply) }.map { (reply, $0) }
    }
    var finding = Finding()
    finding.ask("Says what happens next", step != nil)
    finding.ask("Says who does it", step?.hasPerson ?? false)
    finding.ask("Says when: a day, a time or a length of time", step?.time != nil)
    if let step { Self.quote(step, among: steps, &finding) }
    if step?.time == nil, let (reply, hit) = vague.first {
      finding.quote(reply.quote(hit.range, .lost, "no time one can count on"))
    }
    return finding.evidence(
      Self.reason(step, isVague: !vague.isEmpty), better: Self.better(step, vague.first, reading, criterion))
  }

  /// "Soon" beside what somebody does; "those short names" and "it sticks sometimes" put nothing off.
  private static func isOfDeed(_ hit: Hit, _ reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return false }
    let words = reply.normalWords(sentence.tokens)
    return reply.normalWords(hit.tokens) != ["short"] && !words.starts(with: ["it", "will", "be"])
      && words.contains {
        ahead.contains($0) || ["i", "we", "someone", "somebody", "be", "soon"].contains($0)
      }
  }

  /// A deed with whatever the talk says of its person and its time.
  private struct Step {
    var reply: ReadReply
    var deed: Range<Int>
    var hasPerson: Bool
    var time: TextRange?

    /// The deed with its clause.
    var range: TextRange { reply.range(of: DeedClause.tokens(of: deed, in: reply)) }

    /// Whether the time stands beside the deed, in one clause or in the words quoted.
    var isTimed: Bool {
      guard let time else { return false }
      return range.start <= time.start && time.end <= range.end
    }

    /// How well it tells what comes: what is ahead before what is done, with its own time before without.
    var weight: Int {
      let words = reply.normalWords(deed)
      let isOver = reply.reply.tokens[deed].contains { ShortDeed.isPast($0) }
      let isAhead =
        words.contains { ["will", "shall", "going", "is", "are", "am"].contains($0) }
        || !isOver && !words.contains { ["i", "we", "have"].contains($0) }
      // A sentence taken as a whole may tell of anything.
      let isWhole =
        reply.sentenceIndex(of: deed.lowerBound).map { reply.sentences[$0].tokens == deed } ?? false
      let isPast = words.contains { ["was", "were", "had", "did", "sorry"].contains($0) }
      let isNow = time.map { reply.words(at: $0).lowercased().hasSuffix("now") } ?? false
      return ProvenDeed(reply: reply, tokens: deed).weight + (isAhead ? 4 : 0) + (isTimed ? isNow ? 2 : 5 : 0)
        - (isWhole ? words.contains { NextStep.ahead.contains($0) } ? 1 : 3 : 0) - (isPast ? 6 : 0)
    }
  }

  /// The step in its own words; where another tells better what comes when, that one is shown beside who sees to it.
  private static func quote(_ step: Step, among steps: [Step], _ finding: inout Finding) {
    guard let time = step.time else {
      finding.quote(step.reply.quote(step.range, .earned, step.hasPerson ? "who and what" : "what"))
      return
    }
    if !step.isTimed, let better = heaviest(steps.filter(\.isTimed)),
      better.weight > step.weight
    {
      finding.quote(
        better.reply.quote(better.range, .earned, better.hasPerson ? "who, what and when" : "what and when"))
      if step.hasPerson, !better.hasPerson { finding.quote(step.reply.quote(step.range, .earned, "who")) }
      return
    }
    let note = step.hasPerson ? "who and what" : "what"
    if step.isTimed {
      finding.quote(
        step.reply.quote(step.range, .earned, step.hasPerson ? "who, what and when" : "what and when"))
    } else {
      finding.quote(step.reply.quote(step.range, .earned, note))
      finding.quote(step.reply.quote(time, .earned, "when"))
    }
  }

  /// The heaviest, the first of equals.
  private static func heaviest(_ steps: [Step]) -> Step? {
    steps.reduce(nil as (step: Step, weight: Int)?) { best, next in
      let weight = next.weight
      return weight > best?.weight ?? .min ? (next, weight) : best
    }?.step
  }

  /// A time in a reply, with its sentence and first token.
  struct Moment {
    var sentence: Int
    var token: Int
    var range: TextRange
  }

  /// The heaviest of those that answer most; a person goes before a time.
  private static func best(_ steps: [Step]) -> Step? {
    heaviest(steps.filter { $0.hasPerson && $0.time != nil }) ?? heaviest(steps.filter(\.hasPerson))
      ?? heaviest(steps)
  }

  /// What comes next with its time, in a reply; for who asks for it besides this kind.
  static func timed(in reply: ReadReply) -> Quote? {
    heaviest(steps(in: reply).filter { $0.time != nil }).map { $0.reply.quote($0.range, .earned) }
  }

  /// The time that belongs to a deed: of its clause, of its sentence behind it, of its sentence, of the sentence after
  /// or before.
  private static func time(for deed: Range<Int>, _ moments: [Moment], in reply: ReadReply) -> Moment? {
    guard let place = reply.sentenceIndex(of: deed.lowerBound) else { return nil }
    let clause = DeedClause.tokens(of: deed, in: reply)
    let near = moments.near(place - 1...place + 1)
    let own = near.filter { $0.sentence == place }
    return own.first { clause.contains($0.token) } ?? own.first { $0.token >= deed.lowerBound } ?? own.first
      ?? near.first { $0.sentence == place + 1 } ?? near.first
  }

  private static func steps(in reply: ReadReply) -> [Step] {
    let moments = times(in: reply)
    let times = Dictionary(moments.map { ($0.sentence, $0) }) { first, _ in first }
    let verbs = Commitment.verbs(in: reply)
    let deeds = Commitment.done(in: reply).filter {
      !isWished(reply.sentences[$0.sentence], reply) && !isNote($0.tokens, reply)
    }
    let committed = deeds.map {
      deed in
      let time = Self.time(for: deed.tokens, moments, in: reply)
      // "You get to keep it for two years" tells what is the customer's, not who does what.
      let isTheirs = reply.reply.tokens[deed.tokens.lowerBound].normal == "you"
      let point = isTheirs ? time.flatMap { isPoint($0, in: reply) ? $0 : nil } : time
      return Step(reply: reply, deed: deed.tokens, hasPerson: !isTheirs || point != nil, time: point?.range)
    }
    return committed + meant(in: reply, times, verbs) + announced(in: reply, moments, verbs)
      + moving(in: reply, moments.filter { isPoint($0, in: reply) })
      + present(in: reply, moments)
  }

  /// "I've popped a note on your address": written down, and nothing comes of it.
  private static func isNote(_ deed: Range<Int>, _ reply: ReadReply) -> Bool {
    let next = deed.upperBound..<min(deed.upperBound + 3, reply.reply.tokens.count)
    return reply.normalWords(next).contains("note")
  }

  /// What somebody does in the present tense, whatever the verb, with the time beside it.
  private static func present(in reply: ReadReply, _ moments: [Moment]) -> [Step] {
    reply.reply.clauses.compactMap { clause in
      guard let place = reply.sentenceIndex(of: clause.tokens.lowerBound) else { return nil }
      let sentence = reply.sentences[place]
      guard sentence.standing == .own, !isWished(sentence, reply),
        let deed = DoersDeed.tokens(in: clause.tokens, of: reply)
      else { return nil }
      return Step(
        reply: reply, deed: deed, hasPerson: true, time: time(for: deed, moments, in: reply)?.range)
    }
  }

  /// "The depot is open Monday to Saturday": how the house works, at whatever hours, is no step.
  private static func isRoutine(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let words = reply.normalWords(sentence.tokens)
    let isOpen = words.firstIndex { ["is", "are"].contains($0) }.map { start in
      words[start...].dropFirst().prefix(2).contains { ["open", "closed", "shut"].contains($0) }
    }
    return isOpen ?? false
      || words.contains { ["means", "usually", "normally", "generally", "hours"].contains($0) }
        && reply.hears(.background, in: sentence, surely: 0.5)
  }

  /// A step heard by its meaning or told with its time: "Omar will be at the gate at 8:15", "I read it tonight".
  ///
  /// Besides the act it takes a word of what is to come, or a time; without somebody who does it, nobody is held to it.
  private static func meant(
    in reply: ReadReply, _ times: [Int: Moment], _ verbs: [Range<Int>]
  ) -> [Step] {
    reply.sentences.indices.compactMap { place in
      let sentence = reply.sentences[place]
      guard sentence.standing == .own, !isAsked(sentence, reply), !isWished(sentence, reply) else {
        return nil
      }
      let words = reply.reply.tokens[sentence.tokens].filter(\.isWordLike)
      guard !words.contains(where: { $0.stance.contains(.negated) }), !isSorry(sentence, reply),
        !isRoutine(sentence, reply)
      else {
        return nil
      }
      let acts = reply.acts.filter {
        sentence.tokens.contains($0.passage.tokens.lowerBound) && $0.probability >= 0.6
      }
      let time = times[place]
      let commits = acts.first { $0.act == .commitment }
      let isAhead = zip(words, words.dropFirst()).contains {
        ahead.contains($0.normal) && $1.normal != "have"
      }
      let isNow = time.map { standsNow($0.token, in: reply) } ?? false
      let isTimed =
        time.map { isPoint($0, in: reply) } ?? false
        && (isAhead || isNow || acts.contains { $0.act == .timeGiven })
      guard isTimed || (commits != nil && isAhead) || isTaken(sentence, words, verbs, in: reply) else {
        return nil
      }
      return Step(
        reply: reply, deed: commits?.passage.tokens ?? sentence.tokens, hasPerson: hasDoer(words),
        time: time?.range)
    }
  }

  /// "I'm ever so sorry we let you down today": a fault owned, with nothing to come.
  private static func isSorry(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    reply.normalWords(sentence.tokens).allSatisfy { !ahead.contains($0) }
      && reply.mentioned(.apology, .thanks).contains { sentence.tokens.contains($0.tokens.lowerBound) }
  }

  /// "She will send it over", "Omar will bring it": somebody else, with a deed of the list right behind the "will".
  private static func isTaken(
    _ sentence: ReadSentence, _ words: [Token], _ verbs: [Range<Int>], in reply: ReadReply
  ) -> Bool {
    guard hasDoer(words) else { return false }
    return verbs.contains { verb in
      guard sentence.tokens.contains(verb.lowerBound), verb.lowerBound >= sentence.tokens.lowerBound + 2
      else {
        return false
      }
      let lead = reply.normalWords(max(sentence.tokens.lowerBound, verb.lowerBound - 3)..<verb.lowerBound)
      return lead.last == "will" && !lead.contains { ["you", "it", "this", "that"].contains($0) }
    }
  }

  /// "A new packet goes in the post for you", "your key is on its way": what comes, with nobody and no day to it.
  private static func moving(in reply: ReadReply, _ moments: [Moment]) -> [Step] {
    reply.sentences.compactMap { sentence in
      guard sentence.standing == .own, !sentence.isQuestion, isPresent(sentence, reply),
        !isWished(sentence, reply)
      else { return nil }
      let words = reply.normalWords(sentence.tokens)
      let goes = words.indices.dropFirst(2).first { index in
        sending.contains(words[index]) && index + 1 < words.count && ways.contains(words[index + 1])
          || words[index...].starts(with: ["on", "its", "way"])
          || words[index...].starts(with: ["on", "the", "way", "to", "you"])
      }
      guard let goes, !words.contains("not"), !words.contains("if"),
        !words[..<goes].contains(where: { ["i", "you", "everything"].contains($0) })
      else { return nil }
      let time = time(for: sentence.tokens, moments, in: reply)
      return Step(reply: reply, deed: sentence.tokens, hasPerson: false, time: time?.range)
    }
  }

  private static let sending: Set<String> = [
    "goes", "go", "comes", "come", "leaves", "ships", "heads", "going", "coming",
  ]
  private static let ways: Set<String> = [
    "in", "out", "off", "by", "to", "back", "from", "your", "with", "over",
  ]

  /// "In an ideal world I would send Terry", "I hope that she is back soon": nobody is held to it.
  private static func isWished(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let words = reply.normalWords(sentence.tokens)
    if let first = words.first, wishing.contains(first) || words.prefix(2) == ["i", "hope"] {
      return true
    }
    guard let would = words.firstIndex(of: "would"), !words.contains(where: ahead.contains) else {
      return false
    }
    let next = words[(would + 1)...].prefix(2)
    return !next.contains { ["like", "be", "suggest", "love", "happily", "gladly"].contains($0) }
  }

  /// A question, or nothing but a wish to the customer: "it is at the desk from ten; please bring your card" is none.
  private static func isAsked(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    guard sentence.isQuestion else { return false }
    let tokens = reply.reply.tokens[sentence.tokens]
    return tokens.contains { $0.normal == "?" }
      || tokens.allSatisfy { !$0.isWordLike || !$0.stance.isDisjoint(with: [.requested, .negated]) }
      || tokens.first { $0.isWordLike }?.stance.contains(.requested) ?? true
  }

  private static let wishing = Commitment.doubts.union(["hope", "hopefully", "might"])

  /// "A new bill comes within five days": a deed and a time without anybody who does it.
  private static func announced(
    in reply: ReadReply, _ times: [Moment], _ verbs: [Range<Int>]
  ) -> [Step] {
    return times.compactMap { time in
      let sentence = reply.sentences[time.sentence]
      guard !isAsked(sentence, reply), !isWished(sentence, reply), isPresent(sentence, reply),
        isPoint(time, in: reply), !isRoutine(sentence, reply)
      else { return nil }
      let verb = verbs.first {
        sentence.tokens.contains($0.lowerBound)
          && !["as", "says", "saying", "shows", "showing", "marked"].contains(
            reply.word(before: $0.lowerBound) ?? "")
          && !isOver($0.lowerBound, reply) && !isFull($0.lowerBound, reply)
      }
      return verb.map { Step(reply: reply, deed: $0, hasPerson: false, time: time.range) }
    }
  }

  /// "We are booked up for weeks": how it stands with us, and nothing that is done.
  private static func isFull(_ verb: Int, _ reply: ReadReply) -> Bool {
    let lead = reply.normalWords(max(0, verb - 3)..<verb).filter { $0 != "fully" }
    return reply.reply.tokens[verb].normal == "booked" && ["are", "am"].contains(lead.last ?? "")
      && ["we", "i"].contains(lead.dropLast().last ?? "")
  }

  /// "The form we sent on Tuesday": told of the past, and not "is sent" or "has been sent".
  private static func isOver(_ verb: Int, _ reply: ReadReply) -> Bool {
    let token = reply.reply.tokens[verb]
    guard ShortDeed.isPast(token) else { return false }
    let lead = reply.reply.tokens[max(0, verb - 2)..<verb].map(\.normal)
    return !lead.contains {
      ["be", "been", "is", "are", "being", "have", "has", "am", "gets", "get"].contains($0)
    }
      && token.subject != nil
  }

  private static func reason(_ step: Step?, isVague: Bool) -> String {
    guard let step else { return "The customer cannot tell what happens next, or who does it." }
    if !step.hasPerson {
      return step.time == nil
        ? "The customer hears what happens; say also who sees to it, and by when."
        : "The customer knows what happens and when, not who sees to it."
    }
    if step.time != nil { return "The customer knows who does what, and when." }
    return isVague
      ? "The deed is clear, the time is not: name one the customer can count on."
      : "You said what happens; add by when."
  }

  private static func better(
    _ step: Step?, _ vague: (ReadReply, Hit)?, _ reading: Reading, _ criterion: Criterion
  ) -> String? {
    guard let step, step.hasPerson, isAhead(step) else { return criterion.better }
    let time = Rewording.time(on: reading.channel(of: step.reply))
    if let (reply, hit) = vague, reply.turn == step.reply.turn, isTimePhrase(reply.words(at: hit.range)),
      let sentence = Rewording(reply, sentenceOf: hit.tokens.lowerBound)
    {
      return sentence.replacing(hit.range, with: time)
    }
    return Rewording(step.reply, sentenceOf: step.deed.lowerBound)?
      .inserting(time, afterClauseOf: step.deed.upperBound - 1, in: step.reply) ?? criterion.better
  }

  /// Whether the deed is still to come, so that a time can be put beside it.
  private static func isAhead(_ step: Step) -> Bool {
    step.reply.reply.tokens[step.deed].contains { ["will", "shall", "going", "let"].contains($0.normal) }
  }

  /// Whether the vague words can simply be exchanged for a time.
  private static func isTimePhrase(_ words: String) -> Bool {
    let first = words.lowercased().split(separator: " ").first ?? ""
    return ["as", "asap", "soon", "shortly", "very", "in", "at", "later", "eventually", "within", "when"]
      .contains(first)
  }

  let examples = NextStepExamples.all
}
