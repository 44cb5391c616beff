import Domain

/// Whether the trainee says sorry for what happened, in words of their own, and leaves it whole.
///
/// Does not apply where nothing of ours failed: the customer told of no trouble, or of one that is their own or that
/// they have before they buy, and the talk did not end in failure.
struct SincereApology: CriterionKind {
  let keyword = "apology"
  let summary = "Says sorry for the thing that went wrong, without 'but', 'if' or a formula."

  /// More apologies than this turn into noise.
  private static let mostApologies = 3

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    let apologies = reading.replies.flatMap { Self.apologies(in: $0) }
    let plain = apologies.filter { $0.flaw == nil }
    let spoiled = apologies.filter { $0.flaw == .spoiled }
    let specific = plain.filter(\.isSpecific)
    guard Self.isDue(reading) || (Fault.isOpen(in: reading) && !specific.isEmpty) else {
      return Finding.notApplicable("Nothing had gone wrong on our side, so no apology was due.")
    }
    var finding = Finding()
    finding.ask(
      "Says sorry in words of their own", !plain.isEmpty || spoiled.contains(where: \.isSpecific))
    finding.ask("Says what for", !specific.isEmpty)
    if !plain.isEmpty || !spoiled.isEmpty {
      finding.ask("Leaves it whole: no 'but', no 'if'", spoiled.isEmpty)
    }
    if plain.count > Self.mostApologies { finding.ask("Says it once or twice, then acts", false) }
    if let best = specific.first ?? plain.first { finding.quote(best.reply.quote(best.hit.range, .earned)) }
    for flawed in apologies where flawed.flaw != nil {
      finding.quote(flawed.reply.quote(flawed.hit.range, .lost, flawed.flaw?.note ?? ""))
    }
    let reason = Self.reason(plain: plain, specific: specific, apologies: apologies)
    return finding.evidence(reason, better: Self.better(apologies, reading, criterion))
  }

  private static func isDue(_ reading: Reading) -> Bool {
    Fault.isOurs(in: reading) || reading.transcript.conclusion?.outcome == .failure
      || !Fault.isTheirs(in: reading) && reading.replies.contains { !Admission.told(in: $0).isEmpty }
  }

  /// What takes the worth from an apology.
  private enum Flaw {
    case spoiled, formula

    var note: String {
      switch self {
      case .spoiled: "takes the apology back"
      case .formula: "could be about anything"
      }
    }
  }

  private struct Apology {
    var reply: ReadReply
    var hit: Hit
    var flaw: Flaw?
    var isSpecific: Bool
  }

  private static func apologies(in reply: ReadReply) -> [Apology] {
    let spoilers = reply.mentioned(.apologySpoilers).filter { !Blame.isUnserved($0, in: reply) }
    let formulas = reply.mentioned(.apologyFormulas)
    let about = subjects(in: reply)
    var seen: Set<Int> = []
    var result: [Apology] = []
    for hit in reply.earning(.apology) {
      guard let index = reply.sentenceIndex(of: hit.tokens.lowerBound), seen.insert(index).inserted else {
        continue
      }
      let covering = spoilers.first { $0.tokens.overlaps(hit.tokens) }
      let formula = formulas.first { $0.tokens.overlaps(hit.tokens) }
      let sentence = reply.sentences[index]
      let taken = formula.map(\.tokens) ?? hit.tokens
      if isSupposed(hit, in: sentence, reply) { continue }
      let isTold =
        tellsOfIt(after: hit, in: sentence, reply)
        || sentence.matter.contains { !taken.contains($0) && Self.isSubject($0, of: sentence, reply) }
        || about[index, default: []].contains { !taken.overlaps($0) }
        || [index - 1, index + 1].contains { Self.isTold(at: $0, about, reply) }
      let isSpecific = isTold && !isSympathy(hit, in: reply)
      if let covering = covering ?? turned(hit, in: sentence, reply) {
        let isSaid = isSpecific && saysWhatFor(covering, in: sentence, reply)
        result.append(Apology(reply: reply, hit: covering, flaw: .spoiled, isSpecific: isSaid))
      } else if let formula, !isSpecific {
        result.append(Apology(reply: reply, hit: formula, flaw: .formula, isSpecific: false))
      } else {
        result.append(Apology(reply: reply, hit: hit, flaw: nil, isSpecific: isSpecific))
      }
    }
    return result + denied(spoilers, reply, seen)
  }

  /// "Sorry to hear that": pity, not an apology, with nothing behind it.
  private static func isSympathy(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return false }
    let words = reply.normalWords(sentence.tokens).drop { !["sorry"].contains($0) }.dropFirst()
    guard words.prefix(2) == ["to", "hear"] || words.prefix(2) == ["to", "read"] else { return false }
    return words.dropFirst(2).allSatisfy { ["that", "this", "it", "about", "of"].contains($0) }
  }

  /// "Sorry the parcel is late, but you ...": what it is for stands before the turn, or behind an "if".
  private static func saysWhatFor(_ spoiler: Hit, in sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let but = sentence.tokens.first {
      ["but", "however", "though"].contains(reply.reply.tokens[$0].normal)
    }
    return sentence.matter.contains { index in but.map { index < $0 } ?? true }
      || reply.earning(.apology).contains {
        sentence.tokens.contains($0.tokens.lowerBound) && tellsOfIt(after: $0, in: sentence, reply)
      }
  }

  /// "Sorry we had you come twice for an empty shelf", "sorry you had no line": what we did or they bore, in a clause.
  private static func tellsOfIt(after hit: Hit, in sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens
    let rest = (hit.tokens.upperBound..<max(hit.tokens.upperBound, sentence.tokens.upperBound))
      .prefix { !["but", "however", "though", "if"].contains(tokens[$0].normal) }
      .filter { tokens[$0].isWordLike && !["that", "because"].contains(tokens[$0].normal) }
    guard rest.count >= 4 else { return false }
    let (who, verb) = (tokens[rest[0]].normal, tokens[rest[1]].normal)
    let isOurs = ["we", "our", "nobody"].contains(who) && !["will", "can", "do", "cannot"].contains(verb)
    let isTheirs = who == "you" && ["had", "got", "were"].contains(verb)
    return (isOurs || isTheirs) && rest.count { tokens[$0].carriesContent } >= 2
  }

  /// "If it had been our dock, I'd be the first to apologise": what would be said is not said.
  private static func isSupposed(_ hit: Hit, in sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let words = reply.normalWords(sentence.tokens.lowerBound..<hit.tokens.upperBound)
    guard let would = words.lastIndex(of: "would") else { return false }
    return words[..<would].contains("if")
      && !words[would...].contains { ["like", "love", "want"].contains($0) }
  }

  /// Whether the sentence at this place tells what went wrong, so that the apology beside it is for that.
  private static func isTold(at place: Int, _ about: [Int: [Range<Int>]], _ reply: ReadReply) -> Bool {
    guard reply.sentences.indices.contains(place) else { return false }
    let sentence = reply.sentences[place]
    guard about[place]?.isEmpty == false || saysWeDidNot(sentence, reply) || owesIt(sentence, reply) else {
      return false
    }
    return sentence.standing == .own && !sentence.isQuestion && sentence.wordCount >= 3
  }

  /// "The driver should never have left it in the rain".
  private static func owesIt(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let words = reply.reply.tokens[sentence.tokens].map(\.normal)
    let owes = zip(words, words.dropFirst()).contains { $0.0 != "you" && $0.1 == "should" }
    let mustNot = zip(words, words.dropFirst()).contains { pair in
      ["must", "should"].contains(pair.0) && ["never", "not"].contains(pair.1)
    }
    return (owes && words.contains("have") || mustNot && !words.contains("you")) && !sentence.matter.isEmpty
  }

  /// "We said we'd call and we didn't".
  private static func saysWeDidNot(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let words = reply.reply.tokens[sentence.tokens].filter(\.isWordLike).map(\.normal)
    return words.indices.dropLast(2).contains {
      ["we", "i"].contains(words[$0]) && ["did", "have", "had"].contains(words[$0 + 1])
        && words[$0 + 2] == "not"
    }
  }

  /// "Sorry, I will check the parcel": what follows a new "I will" is the deed, not the subject of the apology.
  private static func isSubject(_ token: Int, of sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    guard let clause = reply.clause(of: token) else { return true }
    let lead = reply.reply.tokens[clause.tokens.lowerBound..<token].map(\.normal)
    let isDeed = zip(lead, lead.dropFirst()).contains { pair in
      pair == ("i", "will") || pair == ("we", "will") || pair == ("let", "me") || pair == ("i", "can")
    }
    return !isDeed || lead.contains { $0 == "sorry" || $0.hasPrefix("apolog") }
  }

  /// A later "but" of the same sentence that blames, refuses, belittles or pushes away: "sorry it is late, but you …".
  private static func turned(_ hit: Hit, in sentence: ReadSentence, _ reply: ReadReply) -> Hit? {
    let turns = reply.reply.tokens.indices.clamped(
      to: hit.tokens.upperBound..<max(hit.tokens.upperBound, sentence.tokens.upperBound))
    guard
      let but = turns.first(where: { ["but", "however", "though"].contains(reply.reply.tokens[$0].normal) })
    else { return nil }
    let rest = but..<sentence.tokens.upperBound
    return reply.told(.blaming, .minimising, .deflection, .insults).first {
      rest.contains($0.tokens.lowerBound) && !Blame.isAcknowledging($0, in: reply)
    }
  }

  /// Spoilers in sentences where no apology stands at all: "I am not sorry".
  private static func denied(_ spoilers: [Hit], _ reply: ReadReply, _ seen: Set<Int>) -> [Apology] {
    spoilers.filter { hit in
      reply.sentenceIndex(of: hit.tokens.lowerBound).map { !seen.contains($0) } ?? false
    }.prefix(1).map { Apology(reply: reply, hit: $0, flaw: .spoiled, isSpecific: false) }
  }

  /// Words for what went wrong, by sentence, those left out that could mean anything.
  private static func subjects(in reply: ReadReply) -> [Int: [Range<Int>]] {
    let hits = reply.mentioned(.trouble, .impact).map(\.tokens).filter { tokens in
      tokens.contains { saysSomething(reply.reply.tokens[$0].normal) }
    }
    return Dictionary(grouping: hits) { reply.sentenceIndex(of: $0.lowerBound) ?? -1 }
  }

  private static func saysSomething(_ word: String) -> Bool {
    !WordLists.grammar.contains(word) && !WordLists.general.contains(word)
  }

  private static func reason(plain: [Apology], specific: [Apology], apologies: [Apology]) -> String {
    if apologies.contains(where: { $0.flaw == .spoiled }) {
      return "An apology followed by a 'but' or an 'if' is heard as none."
    }
    if plain.isEmpty {
      return apologies.isEmpty
        ? "Something went wrong for the customer and nobody said sorry."
        : "The formula could be about anything; the customer wants to hear what you are sorry for."
    }
    if specific.isEmpty { return "You said sorry; say also what for." }
    return plain.count > mostApologies
      ? "You said sorry for the right thing, and then so often that it lost its worth."
      : "You said sorry for the thing that went wrong."
  }

  private static func better(_ apologies: [Apology], _ reading: Reading, _ criterion: Criterion) -> String? {
    guard let trouble = CustomerWords.troubleSaidBack(in: reading) else { return criterion.better }
    if let bare = apologies.first(where: { $0.flaw == nil && !$0.isSpecific }),
      let sentence = Rewording(bare.reply, sentenceOf: bare.hit.tokens.lowerBound)
    {
      return sentence.appending("that \(trouble)")
    }
    return criterion.better
  }

  let examples = [
    CriterionExample(
      "sorry for the thing itself", .met, quotes: ["I am sorry"],
      [
        .customer("My parcel is late."), .trainee("I am sorry your parcel has not come yet."),
      ]),
    CriterionExample(
      "sorry alone is half", .partly, quotes: ["sorry"],
      [
        .customer("My parcel is late."), .trainee("Oh, sorry!"),
      ]),
    CriterionExample(
      "the formula alone earns nothing", .missed, quotes: ["sorry for any inconvenience"],
      [
        .customer("My parcel is late."), .trainee("We are sorry for any inconvenience."),
      ]),
    CriterionExample(
      "not sorry", .missed, quotes: ["not sorry"],
      [
        .customer("My parcel is late."), .trainee("I am not sorry that your parcel is late."),
      ]),
    CriterionExample(
      "sorry but", .missed, quotes: ["Sorry, but"],
      [
        .customer("My parcel is late."), .trainee("Sorry, but the parcel is with the carrier."),
      ]),
    CriterionExample(
      "what for may stand in the next sentence", .met, quotes: ["sorry"],
      [
        .customer("I waited in all day and nobody came."),
        .trainee(
          "So sorry about that! Nobody should be kept waiting at home for a whole day.", channel: "sms"),
      ]),
    CriterionExample(
      "misspelt and meant", .met, quotes: ["sory"],
      [
        .customer("You charged me twice."), .trainee("we r realy sory we charged u twice", channel: "social"),
      ]),
    CriterionExample(
      "a but that blames, later in the sentence", .partly, quotes: ["you should have"],
      [
        .customer("My parcel is late."),
        .trainee("I am sorry the parcel is late, but you should have chosen express.", channel: "email"),
      ]),
    CriterionExample(
      "what troubles them before they buy is not ours", .notApplicable,
      [
        .customer("I am looking for a router. It freezes when I sit in the kitchen."),
        .trainee("The kitchen wall is the reason. A mesh box helps."),
      ]),
    CriterionExample(
      "sorry you feel that way", .partly, quotes: ["sorry you feel"],
      [
        .customer("My parcel is late and I am furious."),
        .trainee("I am sorry you feel that way about the parcel."),
      ]),
    CriterionExample(
      "an apology reported is none given", .missed,
      [
        .customer("My parcel is late."), .trainee("The carrier said they are sorry about the parcel."),
      ]),
    CriterionExample(
      "nothing failed", .notApplicable,
      [
        .customer("Which kettle is quieter?"), .trainee("The small one, and it is cheaper."),
      ]),
  ]
}
