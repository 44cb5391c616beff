import Domain
import Language

/// Whether statements are made firmly where they are known, and openly where they are not.
///
/// The points open with useful work, so that silence is no honesty. A guess is fine with its source beside it, or
/// with a promise to find out.
struct HonestConfidence: CriterionKind {
  let keyword = "honest-confidence"
  let workAsked = 1
  let summary =
    "No chain of hedges, no guess told as a fact; what is not known is said, and that it will be found out."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    guard Self.isAsked(reading) else {
      return Finding.notApplicable("Nothing was asked yet that one could be sure or unsure about.")
    }
    let chains = reading.replies.compactMap(Self.chain)
    let guesses = reading.replies.compactMap(Self.guess)
    let unknown = reading.replies.indices.flatMap { Self.unknowns(in: reading, at: $0) }
    let open = unknown.filter { !$0.isTakenOn }
    var finding = Finding()
    finding.avoid("Says it firmly, without a chain of 'maybe' and 'I think'", chains.isEmpty)
    finding.ask("Tells no guess as a fact", guesses.isEmpty)
    if !guesses.isEmpty, Self.standsOnGround(reading, besides: guesses) {
      finding.ask("Stands by something that was seen or is being done", true)
    }
    if !unknown.isEmpty { finding.ask("Says that or when the unknown will be found out", open.isEmpty) }
    for place in chains { finding.quote(place.reply.quote(place.range, .lost, "hedge upon hedge")) }
    for place in guesses { finding.quote(place.reply.quote(place.range, .lost, "who has checked that?")) }
    for place in unknown {
      finding.quote(
        place.reply.quote(place.range, place.isTakenOn ? .earned : .lost, place.isTakenOn ? "" : "and then?"))
    }
    return finding.evidence(
      Self.reason(
        chains: !chains.isEmpty, guesses: !guesses.isEmpty, open: !open.isEmpty, any: !unknown.isEmpty),
      better: Self.better(chains.first, open.first ?? guesses.first) ?? criterion.better)
  }

  /// Whether the customer said more than a greeting.
  private static func isAsked(_ reading: Reading) -> Bool {
    reading.customerTurns.isEmpty || !reading.asks.isEmpty
      || reading.customerTurns.contains { turn in
        turn.reply.words.count { !["hi", "hello", "hey", "good", "morning", "there"].contains($0.normal) }
          >= 2
      }
  }

  private struct Place {
    var reply: ReadReply
    var tokens: Range<Int>
    var isTakenOn = false
    var range: TextRange { reply.range(of: tokens) }
  }

  // MARK: Hedges

  /// Three hedges in a sentence, two where nobody finds out, or half of the reply in the subjunctive.
  private static func chain(in reply: ReadReply) -> Place? {
    let hedges = Hedges.places(in: reply)
    var bySentence: [Int: [Range<Int>]] = [:]
    for hedge in hedges {
      if let place = reply.sentenceIndex(of: hedge.lowerBound) {
        bySentence[place, default: []].append(hedge)
      }
    }
    for (place, found) in bySentence.sorted(by: { $0.key < $1.key }) where found.count >= 2 {
      guard found.count >= 3 || !isFoundOut(near: place, in: reply) else { continue }
      if let first = found.first, let last = found.last {
        return Place(reply: reply, tokens: first.lowerBound..<last.upperBound)
      }
    }
    let told = reply.sentences.count { $0.wordCount >= 3 }
    guard hedges.count >= 3, bySentence.count * 3 >= told * 2, let first = hedges.first else { return nil }
    return Place(reply: reply, tokens: first)
  }

  // MARK: Guesses

  /// Whether something besides the guesses was looked up, or somebody sets out to do it.
  private static func standsOnGround(_ reading: Reading, besides guesses: [Place]) -> Bool {
    reading.replies.contains { reply in
      let guessed = guesses.filter { $0.reply.turn == reply.turn }
        .compactMap { reply.sentenceIndex(of: $0.tokens.lowerBound) }
      let ground =
        reply.earning(.sources, .findsOut).compactMap { reply.sentenceIndex(of: $0.tokens.lowerBound) }
        + Commitment.all(in: reply).map(\.sentence)
      return ground.contains { !guessed.contains($0) }
    }
      || reading.replies.contains { reply in
        guesses.allSatisfy { $0.reply.turn < reply.turn }
          && reply.reply.tokens.contains { [.identifier, .time, .date].contains($0.kind) }
      }
  }

  /// A guess, or a promise about what is in other hands, without a source or a promise to find out near it.
  private static func guess(in reply: ReadReply) -> Place? {
    let claims = reply.mentioned(.certainties).filter { isClaim($0, in: reply) }
    let guesses = reply.mentioned(.guesses).filter { isTold($0, in: reply) }
    let places = (claims + guesses + sweeping(in: reply)).sorted {
      $0.tokens.lowerBound < $1.tokens.lowerBound
    }
    let sources = Set(reply.mentioned(.sources).compactMap { reply.sentenceIndex(of: $0.tokens.lowerBound) })
    let unsure = Set(reply.mentioned(.unknowns).compactMap { reply.sentenceIndex(of: $0.tokens.lowerBound) })
    let bare = places.first { hit in
      guard let place = reply.sentenceIndex(of: hit.tokens.lowerBound) else { return false }
      let isSourced = sources.contains(place) || sources.contains(place - 1)
      let isOpen = unsure.contains(place) || unsure.contains(place - 1)
      return !isSourced && !isOpen && !isChecked(near: place, in: reply)
    }
    return bare.map { Place(reply: reply, tokens: $0.tokens) }
  }

  /// "It always bounces in spring", "ninety-nine per cent of people don't": all of them, said of this one; and "he will
  /// be grand".
  private static func sweeping(in reply: ReadReply) -> [Hit] {
    reply.reply.clauses.compactMap { clause in
      let tokens = reply.reply.tokens[clause.tokens].filter(\.isWordLike)
      let words = tokens.map(\.normal)
      guard let sentence = reply.sentence(of: clause.tokens.lowerBound), sentence.standing == .own,
        !sentence.isQuestion, !words.contains(where: { ["i", "we", "our", "sorry"].contains($0) }),
        isSweeping(words) || soothes(words) || counts(tokens)
      else { return nil }
      return Hit(tokens: clause.tokens, range: TextRange(clause.range))
    }
  }

  private static func isSweeping(_ words: [String]) -> Bool {
    words.indices.dropFirst().contains { index in
      ["always", "never", "ever"].contains(words[index])
        && ["it", "that", "they", "these", "those", "this"].contains(words[max(0, index - 1)])
    }
      || zip(words, words.dropFirst()).contains {
        ["all", "most", "everyone"].contains($0.0) && $0.1 == "do"
      }
      || ["everyone", "everybody"].contains(words.first ?? "")
  }

  /// "Ninety-nine per cent of people".
  private static func counts(_ tokens: [Token]) -> Bool {
    tokens.contains { $0.kind == .percent } && tokens.contains { ["people", "customer"].contains($0.normal) }
  }

  private static func soothes(_ words: [String]) -> Bool {
    words.indices.dropLast(2).contains { index in
      ["it", "he", "she", "they", "you", "that"].contains(words[index]) && words[index + 1] == "will"
        && words[index + 2] == "be" && index + 3 < words.count
        && ["fine", "grand", "ok", "okay", "alright", "sound"].contains(words[index + 3])
    }
  }

  /// Told in earnest; "you must have waited" and "it must have been hard" feel with the customer, and what nobody
  /// can promise is promised by nobody.
  private static func isTold(_ hit: Hit, in reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens[hit.tokens]
    if hit.isDenied || reply.word(before: hit.tokens.lowerBound).map(nobody.contains) ?? false {
      return false
    }
    if tokens.first?.normal == "must", tokens.count == 3 {
      if tokens.first?.subject == .listener { return false }
      if tokens.last?.normal == "been", !isDeed(after: hit.tokens.upperBound, in: reply) { return false }
    }
    return reply.reply.stance(of: hit.tokens).isDisjoint(with: [.asked, .requested, .conditional])
  }

  private static let nobody: Set<String> = ["nobody", "none", "neither", "can", "could"]

  /// "Must have been put on the wrong lorry", not "must have been hard".
  private static func isDeed(after place: Int, in reply: ReadReply) -> Bool {
    guard reply.reply.tokens.indices.contains(place) else { return false }
    return ShortDeed.isPast(reply.reply.tokens[place])
      && !reply.told(.feelings).contains { $0.tokens.contains(place) }
  }

  private static let adverbs: Set<String> = [
    "definitely", "certainly", "absolutely", "surely", "obviously", "clearly", "undoubtedly", "guaranteed",
  ]

  /// "It will definitely arrive" is a claim; "I will definitely call" a promise, "certainly!" a yes.
  private static func isClaim(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard isTold(hit, in: reply) else { return false }
    let tokens = reply.reply.tokens
    let first = tokens[hit.tokens.lowerBound]
    if hit.tokens.count > 1 || !adverbs.contains(first.normal) { return first.normal != "not" }
    if [.speaker, .listener].contains(first.subject) { return false }
    let clause = reply.clause(of: hit.tokens.lowerBound)?.tokens ?? hit.tokens
    if tokens[clause].contains(where: { $0.subject == .speaker || ["i", "we", "you"].contains($0.normal) }) {
      return false
    }
    return tokens[clause].contains { ["will", "is", "was", "has", "have", "are"].contains($0.normal) }
      && tokens[clause].count(where: \.isWordLike) >= 4
  }

  // MARK: What is not known

  private static func unknowns(in reading: Reading, at index: Int) -> [Place] {
    let reply = reading.replies[index]
    let hits = Hit.joined(
      (reply.mentioned(.unknowns) + untold(in: reply)).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    ).filter { hit in
      !reply.reply.stance(of: hit.tokens).contains(.asked) && !asksBack(hit, reply)
    }
    let isNextTakenOn =
      index + 1 < reading.replies.count && !reading.replies[index + 1].offered(.findsOut).isEmpty
    return hits.prefix(2).map { hit in
      let place = reply.sentenceIndex(of: hit.tokens.lowerBound) ?? 0
      return Place(
        reply: reply, tokens: hit.tokens, isTakenOn: isNextTakenOn || isFoundOut(near: place, in: reply))
    }
  }

  /// "The builders have not told us when": a denied word of knowing before what is asked.
  private static func untold(in reply: ReadReply) -> [Hit] {
    let tokens = reply.reply.tokens
    return tokens.indices.compactMap { index in
      guard knowing.contains(tokens[index].normal), reply.isOwn(index),
        tokens[max(0, index - 3)..<index].contains(where: { ["not", "nobody"].contains($0.normal) }),
        tokens[(index + 1)...].prefix(4).contains(where: { open.contains($0.normal) })
      else { return nil }
      return Hit(tokens: index..<index + 1, range: TextRange(tokens[index].range))
    }
  }

  private static let knowing: Set<String> = [
    "know", "told", "heard", "confirmed", "decided", "announced", "said", "say", "tell", "given", "certain",
    "sure", "settled", "agreed", "foresee",
  ]
  private static let open: Set<String> = ["when", "whether", "why", "if", "how", "what", "where", "who"]

  /// "I am not sure I follow; which kettle?" asks the customer, who does know.
  private static func asksBack(_ hit: Hit, _ reply: ReadReply) -> Bool {
    let after = reply.reply.tokens.dropFirst(hit.tokens.upperBound).prefix(3).map(\.normal)
    return after.contains { ["follow", "understand", "mean", "meant"].contains($0) }
  }

  /// Whether somebody sees to it, in the sentence or one of the two after it: finds out, or takes the next step.
  private static func isFoundOut(near place: Int, in reply: ReadReply) -> Bool {
    let near = place...place + 2
    return isChecked(near: place, in: reply)
      || Commitment.all(in: reply).contains { near.contains($0.sentence) }
      || reply.heard(.commitment, .handOver, .timeGiven, surely: 0.6).contains { act in
        let tokens = act.passage.tokens
        return reply.sentenceIndex(of: tokens.lowerBound).map(near.contains) ?? false
          && !reply.reply.stance(of: tokens).contains(.asked)
      }
  }

  /// Whether somebody promises to look or ask, there or just after it.
  private static func isChecked(near place: Int, in reply: ReadReply) -> Bool {
    let near = place...place + 2
    return reply.offered(.findsOut).contains { hit in
      reply.sentenceIndex(of: hit.tokens.lowerBound).map(near.contains) ?? false
    }
      || Commitment.all(in: reply).contains { deed in
        deed.isOwn && near.contains(deed.sentence)
          && reply.reply.tokens[deed.tokens].contains { checking.contains($0.stem) }
      }
  }

  private static let checking = Set(
    [
      "check", "ask", "look", "call", "ring", "phone", "find", "verify", "confirm", "trace", "track",
      "investigate",
      "test", "read", "see", "tell", "let", "write", "speak", "watch", "measure",
    ].map(Stemmer.stem))

  // MARK: Words

  private static func reason(chains: Bool, guesses: Bool, open: Bool, any: Bool) -> String {
    if open { return "You said that you do not know; say also how and when you will find out." }
    if guesses {
      return "This is a guess told as a fact; say where you know it from, or that you will check."
    }
    if chains {
      return "Hedge upon hedge leaves nothing to hold on to; say what you know and check the rest."
    }
    return any
      ? "You said what you do not know and how you find out." : "You said what you know, no more and no less."
  }

  private static func better(_ chain: Place?, _ open: Place?) -> String? {
    if let open, let sentence = Rewording(open.reply, sentenceOf: open.tokens.lowerBound) {
      return sentence.appending("; I will check it now and tell you what I find")
    }
    guard let chain, let sentence = Rewording(chain.reply, sentenceOf: chain.tokens.lowerBound) else {
      return nil
    }
    return sentence.appending(": I will check and tell you for certain")
  }

  let examples = [
    CriterionExample(
      "what is known, plainly", .met,
      [
        .customer("Where is my parcel?"),
        .trainee("Your parcel is at the depot. I will call them now and tell you what they say."),
      ]),
    CriterionExample(
      "not known, and found out", .met, quotes: ["I do not know yet"],
      [
        .customer("Where is my parcel?"),
        .trainee("I do not know yet where your parcel is. I will ask the depot and write to you by 3 pm."),
      ]),
    CriterionExample(
      "not known, and left there", .partly, quotes: ["I don't know"],
      [
        .customer("Where is my parcel?"),
        .trainee("I don't know where your parcel is. The parcel left the depot on Monday."),
      ]),
    CriterionExample(
      "hedge upon hedge", .partly, quotes: ["I think it might possibly"],
      [
        .customer("Where is my parcel?"),
        .trainee("I think it might possibly be at the depot. Your parcel left Leeds on Monday."),
      ]),
    CriterionExample(
      "a guess told as a fact", .partly, quotes: ["must have left"],
      [
        .customer("Where is my parcel?"),
        .trainee("The driver must have left your parcel with a neighbour on Monday."),
      ]),
    CriterionExample(
      "nobody can promise for the carrier", .partly, quotes: ["definitely"],
      [
        .customer("Where is my parcel?"),
        .trainee("Your parcel will definitely be there on Monday. The depot is open until six."),
      ]),
    CriterionExample(
      "firm with a source", .met,
      [
        .customer("Where is my parcel?"),
        .trainee("I have just called the depot. Your parcel will definitely be there on Monday."),
      ]),
    CriterionExample(
      "one careful word is no chain", .met,
      [
        .customer("Where is my parcel?"),
        .trainee("Your parcel should arrive on Friday, the tracking says. I will watch it for you."),
      ]),
    CriterionExample(
      "an offer is no hedge", .met,
      [
        .customer("My parcel is lost."),
        .trainee(
          "You may keep the voucher. Would you like me to send the parcel again, or could I refund it?"),
      ]),
    CriterionExample(
      "silence is no honesty", .missed, [.customer("Where is my parcel?"), .trainee("dunno")]),
  ]
}

/// Finds words that take the firmness out of a statement.
enum Hedges {
  /// The hedges of a reply in order, those that overlap as one; questions and offers hold none.
  static func places(in reply: ReadReply) -> [Range<Int>] {
    let hits = Hit.joined(reply.mentioned(.hedges)).map(\.tokens).filter { tokens in
      reply.reply.stance(of: tokens).isDisjoint(with: [.asked, .requested])
    }
    let modals = reply.reply.tokens.indices.filter { isHedging($0, in: reply) }.map { $0..<$0 + 1 }
    let free = modals.filter { modal in !hits.contains { $0.overlaps(modal) } }
    return (hits + free).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// "It may come", "they should have it"; not "you may keep it", "could you", "I could send", "I should have".
  private static func isHedging(_ index: Int, in reply: ReadReply) -> Bool {
    let token = reply.reply.tokens[index]
    guard ["may", "might", "could", "should"].contains(token.normal) else { return false }
    guard token.stance.isDisjoint(with: [.asked, .requested, .conditional]), token.letterCase != .capitalised
    else {
      return false
    }
    guard let subject = reply.word(before: index), subject != "you" else { return false }
    let next = reply.reply.tokens.dropFirst(index + 1).first { $0.isWordLike }?.normal ?? ""
    switch token.normal {
    case "might": return true
    case "may": return !["i", "we", "in", "by", "of", "on", "until", "since"].contains(subject)
    case "could": return !["i", "we"].contains(subject) && !["not", "have"].contains(next)
    case "should": return !["i", "we"].contains(subject) && !["not", "have"].contains(next) || next == "be"
    default: return false
    }
  }
}
