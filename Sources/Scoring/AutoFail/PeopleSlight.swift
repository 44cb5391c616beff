import Domain
import Language

/// A sentence that names people by what they are born, believe or grow into, and slights them for it.
///
/// Two signs must agree: such people are named, and the sentence is heard as a slight or says what they do wrong.
enum PeopleSlight {
  /// The first sentence that does it; nil where people are named and nothing more.
  static func first(in reply: ReadReply) -> TextRange? {
    reply.sentences.first { sentence in
      if sentence.standing == .own,
        isSentToSchool(sentence, reply) || isSetApart(sentence, reply) || isBarred(sentence, reply)
          || isOrigin(sentence, reply)
      {
        return true
      }
      guard sentence.standing == .own, let people = people(in: sentence, reply) else { return false }
      let isDenied = isDenied(people, sentence, reply)
      return !isDenied && (isHeard(sentence, reply) || isBlamed(people, sentence, reply))
        || isKeptOut(people, sentence, reply)
    }?.range
  }

  /// "We do not think women …": the no stands before the people; what they "shouldn't be let" comes after them.
  private static func isDenied(_ people: Int, _ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    reply.reply.tokens[people].stance.contains(.negated)
      && reply.reply.tokens[sentence.tokens.lowerBound..<people].contains { $0.stance.contains(.negated) }
      && reply.reply.tokens[sentence.tokens.lowerBound..<people].contains { token in
        ["not", "no", "never", "nobody", "without"].contains(token.normal) || token.normal.hasSuffix("n't")
      }
  }

  /// Heard by meaning as putting a group into a box, or as an insult or a verdict.
  private static func isHeard(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    [(ServiceAct.stereotype, 0.8), (.insult, 0.6), (.judgement, 0.9)].contains { act, least in
      reply.sentences(with: act, atLeast: least).contains { $0.range == sentence.range }
    }
  }

  /// Index of a word that names people as a kind, in the trainee's own mouth.
  private static func people(in sentence: ReadSentence, _ reply: ReadReply) -> Int? {
    let tokens = reply.reply.tokens
    return sentence.tokens.first { index in
      let token = tokens[index]
      guard token.stance.isDisjoint(with: [.reported]) else { return false }
      if isNation(token) && !isModifier(index, sentence, reply) || kinds.contains(token.normal) {
        return true
      }
      guard index > sentence.tokens.lowerBound else { return false }
      return ["age", "generation", "religion", "accent", "skin", "race"].contains(token.normal)
        && tokens[index - 1].normal == "your"
        || token.normal == "accent" && sentence.tokens.contains { tokens[$0].normal == "people" }
    }
  }

  /// "Romanians", "Nigerians": written large, and no trade or diet.
  private static func isNation(_ token: Token) -> Bool {
    token.letterCase == .capitalised && (token.normal.hasSuffix("ians") || token.normal.hasSuffix("icans"))
      && !["technicians", "vegetarians", "librarians", "guardians", "physicians", "musicians", "comedians"]
        .contains(token.normal)
  }

  private static func isModifier(_ index: Int, _ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    index + 1 < sentence.tokens.upperBound && reply.reply.tokens[index + 1].letterCase == .capitalised
  }

  /// "Learn proper English first", "speak German or go": told off for the language.
  private static func isSentToSchool(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    reply.reply.clauses.filter { sentence.tokens.overlaps($0.tokens) }.contains { clause in
      let words = reply.reply.tokens[clause.tokens].filter(\.isWordLike).map(\.normal)
      guard let first = words.firstIndex(where: { ["learn", "speak"].contains($0) }), first <= 1,
        words.contains(where: languages.contains), !words.contains("please"), !sentence.isQuestion
      else { return false }
      return words[first] == "learn"
        || reply.words(of: sentence).contains { ["or", "here", "otherwise"].contains($0) }
    }
  }

  private static let languages: Set<String> = [
    "english", "german", "french", "spanish", "italian", "dutch", "polish", "language",
  ]

  /// "For normal people, not for Muslims", "a decent house, no lesbians": people on one side, the others on another.
  private static func isSetApart(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens[sentence.tokens].filter(\.isWordLike)
    let isPraised = zip(tokens, tokens.dropFirst()).contains { word, next in
      ["normal", "decent", "proper", "respectable", "clean", "honest", "civilised", "real"].contains(
        word.normal)
        && ["people", "folk", "folks", "guests", "customers", "house", "place", "families", "men", "couples"]
          .contains(next.normal)
    }
    return isPraised
      && tokens.contains { token in
        (kinds.contains(token.normal) || isNation(token)) && token.stance.contains(.negated)
      }
  }

  /// "They steal", "we know how that ends": what is said of them next is bad.
  private static func isBlamed(_ people: Int, _ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let words = reply.reply.tokens[people..<sentence.tokens.upperBound].dropFirst().filter(\.isWordLike)
    let after = words.filter { $0.stance.isDisjoint(with: [.negated, .conditional]) }
    return after.prefix(4).contains { vices.contains($0.stem) }
      || words.prefix(6).contains { incapable.contains($0.normal) && $0.stance.contains(.negated) }
      || zip(after, after.dropFirst()).contains { $0.normal == "we" && $1.normal == "know" }
        && after.contains { $0.normal == "how" }
  }

  /// "We don't want gay people here".
  private static func isKeptOut(_ people: Int, _ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens
    let before = tokens[sentence.tokens.lowerBound..<people].filter(\.isWordLike)
    let after = tokens[people..<sentence.tokens.upperBound].map(\.normal)
    let isUnwanted = before.suffix(4).contains {
      ["want", "serve", "trust", "tolerate"].contains($0.normal) && isOurNo($0)
    }
    let isRefused =
      before.suffix(3).contains {
        ["lend", "rent", "let", "sell", "insure", "hire", "accept", "employ", "take", "deal"].contains(
          $0.normal)
          && isOurNo($0)
      } && standsAlone(people, sentence, reply)
    return (isUnwanted || isRefused) && !after.contains { ["to", "who", "being"].contains($0) }
  }

  /// The people themselves, at the end of a clause or before "here": not "disabled badges", nor "women's sizes".
  private static func standsAlone(_ people: Int, _ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    guard people + 1 < sentence.tokens.upperBound else { return true }
    let next = reply.reply.tokens[people + 1]
    return !next.isWordLike
      || [
        "people", "folk", "guests", "customers", "couples", "men", "women", "here", "or", "and", "in", "at",
        "allowed", "like", "any",
      ].contains(next.normal)
  }

  /// "No Indians, the owner doesn't want it": people at the head of a clause, behind a bare no.
  private static func isBarred(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens
    guard !sentence.isQuestion else { return false }
    return sentence.tokens.dropLast().contains { index in
      let isHead = index == sentence.tokens.lowerBound || !tokens[index - 1].isWordLike
      let people = index + 1
      guard isHead, tokens[index].normal == "no",
        isNation(tokens[people]) || kinds.contains(tokens[people].normal)
      else { return false }
      let next = people + 1 < sentence.tokens.upperBound ? tokens[people + 1] : nil
      return next.map { !$0.isWordLike || ["here", "allowed", "please", "or"].contains($0.normal) } ?? true
    }
  }

  /// "People from your part of Africa turn out to be scammers", "foreigners like you always …": where somebody comes
  /// from, and then what they all are.
  private static func isOrigin(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens[sentence.tokens].filter(\.isWordLike)
    guard !sentence.isQuestion, tokens.allSatisfy({ $0.stance.isDisjoint(with: [.reported, .conditional]) })
    else { return false }
    return tokens.indices.dropLast(3).contains { index in
      let isFrom =
        ["people", "folk", "folks", "men", "women", "those", "customers", "guys", "lads"].contains(
          tokens[index].normal)
        && tokens[index + 1].normal == "from"
      let isLikeYou =
        (kinds.contains(tokens[index].normal) || isNation(tokens[index]))
        && tokens[index + 1].normal == "like"
        && ["you", "yourself"].contains(tokens[index + 2].normal)
      let rest = tokens[(index + 2)...]
      if isLikeYou,
        rest.contains(where: { ["always", "never", "all", "only", "just"].contains($0.normal) })
      {
        return !rest.contains { ["welcome", "love", "inspire", "thank", "best"].contains($0.normal) }
      }
      return isFrom && isVillain(rest)
    }
  }

  /// "Are all scammers", "turn out to be thieves".
  private static func isVillain(_ words: ArraySlice<Token>) -> Bool {
    words.indices.contains { index in
      guard villains.contains(words[index].normal), !words[index].stance.contains(.negated) else {
        return false
      }
      let lead = words[max(words.startIndex, index - 3)..<index].map(\.normal)
      return lead.contains { ["be", "are", "is", "were", "as"].contains($0) }
        && !lead.contains { ["by", "of", "from", "not", "called"].contains($0) }
    }
  }

  private static let villains: Set<String> = [
    "scammers", "fraudsters", "criminals", "thieves", "liars", "crooks", "swindlers", "cheats", "terrorists",
    "beggars", "dirty", "lazy", "stupid", "dishonest", "trouble",
  ]

  private static func isOurNo(_ token: Token) -> Bool {
    token.stance.contains(.negated) && token.subject == .speaker
  }

  private static let vices = Set(
    "steal stole lie cheat smell stink beg haggle moan nag complain drink lazy dirty stupid dumb cheap greedy thief thieves"
      .split(separator: " ").flatMap { Reply(String($0)).words.map(\.stem) })

  /// What people are said to be unable or unfit to do: "women and gearboxes don't mix".
  private static let incapable: Set<String> = [
    "mix", "understand", "learn", "drive", "think", "count", "behave", "trusted", "let", "handle", "belong",
  ]

  /// Sex, age, origin, faith, ability and whom one loves; words with another common sense stand in the plural alone.
  private static let kinds: Set<String> = Set(
    """
    women woman girls females men males pensioner pensioners oldies grannies boomers foreigners foreigner \
    immigrants immigrant migrants refugees gypsies gypsy blacks asians africans indians arabs muslims muslim jews \
    jewish christians hindus catholics gay gays lesbians lesbian lesbos homosexuals transsexuals trans queers deaf \
    deaf-mute mute autistic disabled handicapped chinese japanese poles turks russians germans romanians \
    ukrainians mexicans nigerians pakistanis
    """.split(separator: " ").map(String.init))
}
