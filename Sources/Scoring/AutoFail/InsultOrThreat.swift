import Domain
import Language

/// The trainee insulted or threatened the customer.
struct InsultOrThreat: AutoFailRule {
  let keyword = "insult-or-threat"
  let title = "Insulted or threatened the customer"
  let errorClass = ErrorClass.customer
  let summary = "Words that insult or threaten, whatever came before them."

  func breaches(in reading: Reading) -> [Breach] {
    reading.replies.compactMap { reply in
      let insult = Hit.joined(reply.askedOrTold(.insults)).first {
        isMeant($0, reply)
          && !Self.isTheirWord(reply.reply.tokens[$0.tokens].map(\.normal), reading, before: reply.turn)
      }
      let threat = Hit.joined(reply.askedOrTold(.threats)).first { !isToldOver($0, reply) }
      return
        (insult?.range ?? threat?.range ?? heard(in: reply) ?? revenge(in: reply, reading) ?? veiled(
          in: reply)
        ?? Scorn(reply: reply, reading: reading).range).map {
          breach(reply.quote($0, .lost, "insults or threatens"))
        }
    }
  }

  /// Heard by meaning, to the listener's face, in a reply that neither thanks nor says sorry.
  private func heard(in reply: ReadReply) -> TextRange? {
    guard reply.offered(.apology).isEmpty else { return nil }
    let slights = reply.sentences(with: .insult, atLeast: 0.8) + reply.sentences(with: .threat, atLeast: 0.8)
    let mocked = reply.sentences(with: .insult, atLeast: 0.5).filter { isNamed($0, reply) }
    return slights.first { sentence in
      let words = reply.words(of: sentence)
      return words.contains(where: Self.listener.contains) && !Self.isOwnFault(words) && !Self.isRetold(words)
        && !Scorn.isAverted(words[...]) && !Self.asksBirth(words) && !CalmTone.isLeave(words)
        && !words.contains { Self.warm.contains($0) }
    }?.range ?? mocked.first?.range
  }

  /// "When were you born?": asked of everybody who is to be known; "were you born yesterday?" is not.
  private static func asksBirth(_ words: [String]) -> Bool {
    words.contains("born")
      && words.contains { ["when", "where", "date", "year", "day", "what"].contains($0) }
  }

  /// "It would be a shame if the lads had to call on her", "evidently that is beyond you": harm or scorn in fine words.
  private func veiled(in reply: ReadReply) -> TextRange? {
    reply.sentences.first { sentence in
      guard sentence.standing == .own else { return false }
      let words = reply.words(of: sentence)
      let isShame = zip(words, words.dropFirst()).contains { ["shame", "pity"].contains($0) && $1 == "if" }
      if isShame, !Scorn.isAverted(words[...]), reply.hears(.threat, in: sentence, surely: 0.4) {
        return true
      }
      return words.contains(where: Self.scorning.contains) && Self.isAboveThem(words)
        && !words.contains { ["i", "we", "our", "my"].contains($0) }
    }?.range
  }

  private static let scorning: Set<String> = [
    "evidently", "obviously", "clearly", "apparently", "seemingly", "plainly", "visibly", "surely",
  ]

  /// "Beyond you", "over your head", "too hard for you", "too much for you".
  private static func isAboveThem(_ words: [String]) -> Bool {
    words.indices.dropLast().contains { index in
      if ["beyond", "past"].contains(words[index]) {
        return words[index + 1] == "you"
          && !["to", "and"].contains(index + 2 < words.count ? words[index + 2] : "")
      }
      let rest = words[index...]
      return rest.starts(with: ["over", "your", "head"]) || rest.starts(with: ["above", "your", "head"])
        || words[index] == "too"
          && ["hard", "difficult", "much", "complicated", "demanding"].contains(words[index + 1])
          && rest.dropFirst(2).starts(with: ["for", "you"])
    }
  }

  /// "Oh you poor love", "poor you": words of pity and thanks, which are heard as slights at times.
  private static let warm: Set<String> = [
    "thank", "thanks", "please", "sorry", "poor", "bless", "hear", "feel", "understand", "imagine",
  ]

  /// "Under Bills, genius": called a name at the end of what is said.
  private func isNamed(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens[sentence.tokens]
    return zip(tokens, tokens.dropFirst()).contains { $0.normal == "," && Self.names.contains($1.normal) }
  }

  private static let names: Set<String> = [
    "genius", "einstein", "sherlock", "clown", "donkey", "muppet", "princess", "smartass", "smarty", "dummy",
    "pig", "cow", "loser", "clever", "snowflake", "karen", "wiseguy", "blockhead",
  ]

  /// "I'm an idiot", "that was silly of us": a word about oneself.
  private static func isOwnFault(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { word, next in
      ["i", "we"].contains(word) && being.contains(next) || word == "of" && ["us", "me"].contains(next)
        || word == "my" && ["fault", "mistake", "bad"].contains(next)
    }
  }

  /// "Complain and your file gets lost": harm, set against what the customer had said they would do.
  private func revenge(in reply: ReadReply, _ reading: Reading) -> TextRange? {
    guard let last = reading.customerTurn(before: reply.turn),
      last.reply.words.contains(where: { Self.announced.contains($0.stem) })
    else { return nil }
    return reply.sentences.first { sentence in
      let words = reply.reply.tokens[sentence.tokens].filter(\.isWordLike)
      if Self.isPutLast(words, warned: isWarned(before: sentence, in: reply)) { return true }
      guard let joint = words.firstIndex(where: { ["and", "then"].contains($0.normal) }), !sentence.isQuestion
      else {
        return false
      }
      guard let first = words.first, first.normal != "please" else { return false }
      let isDare =
        joint > words.startIndex && (Self.dares.contains(first.normal) || Self.announced.contains(first.stem))
      let rest = words[joint...].filter { !$0.stance.contains(.negated) }.map(\.normal)
      return isDare && (Self.harms(rest) || Self.warns(rest))
    }?.range
  }

  /// "I advise you against the regulator": the sentence before spoke of what the customer had announced.
  private func isWarned(before sentence: ReadSentence, in reply: ReadReply) -> Bool {
    guard let place = reply.sentenceIndex(of: sentence.tokens.lowerBound), place > 0 else { return false }
    let tokens = reply.reply.tokens[reply.sentences[place - 1].tokens]
    return tokens.contains { Self.announced.contains($0.stem) }
      && tokens.contains { ["against", "unwise", "advise", "careful", "mistake"].contains($0.normal) }
  }

  /// "I make sure your file gets lost", "I will come to your house".
  private static func harms(_ words: [String]) -> Bool {
    func has(_ list: Set<String>) -> Bool { words.contains { list.contains($0) } }
    return has(["i", "we"]) && has(listener) && has(["will", "make", "let", "get", "gets"])
      && (has(losses) || has(visits) && has(homes))
  }

  /// "Files of those who complain end up at the bottom of my pile": who complains is served last, or not at all.
  private static func isPutLast(_ words: [Token], warned: Bool) -> Bool {
    func has(_ list: Set<String>) -> Bool {
      words.contains { list.contains($0.normal) && !$0.stance.contains(.negated) }
    }
    return (warned || words.contains { announced.contains($0.stem) || announced.contains($0.normal) })
      && has([
        "file", "files", "claim", "claims", "order", "orders", "account", "case", "cases", "complainers",
        "papers", "paperwork", "request", "requests", "application", "letters",
      ])
      && has(["bottom", "bin", "shredder", "disappear", "vanish", "lost", "slower", "forgotten", "last"])
  }

  /// "And you will see what it means", "then see what happens".
  private static func warns(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { word, next in
      ["see", "learn", "wish", "regret"].contains(word) && ["what", "how", "you", "it"].contains(next)
    } && words.contains { ["happens", "means", "costs", "gets", "had", "it", "fast", "far"].contains($0) }
  }

  /// What customers say they will do about it.
  private static let announced = Set(
    "complain complaint review report lawyer sue press newspaper ombudsman court consumer police regulator"
      .split(separator: " ").flatMap { Reply(String($0)).words.map(\.stem) })
  private static let dares: Set<String> = ["do", "go", "try", "dare", "write", "send", "call"]
  private static let losses: Set<String> = [
    "lost", "disappear", "disappears", "vanish", "vanishes", "employer", "regret", "shredded", "hurt",
  ]
  private static let visits: Set<String> = ["come", "coming", "drive", "visit", "wait", "waiting"]
  private static let homes: Set<String> = ["house", "home", "door", "family", "kids", "street"]

  /// Not about the trainee's own side or the thing, and not quoted back: "that was an idiotic mistake of ours".
  private func isMeant(_ hit: Hit, _ reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound), !isSelfMade(hit, reply) else {
      return false
    }
    let words = reply.reply.tokens[sentence.tokens].map(\.normal)
    if Self.isRetold(words) { return false }
    let isSpeaker = reply.reply.tokens[hit.tokens.lowerBound].subject == .speaker
    let isOwnSide =
      isSpeaker || words.contains { ["our", "ours", "my", "me", "us", "ourselves", "myself"].contains($0) }
    let next = reply.reply.tokens[hit.tokens.upperBound...].prefix(2).map(\.normal)
    if next.first == "of", ["us", "me", "ours", "our", "my"].contains(next.last ?? "") { return false }
    let isYours = words.contains { ["you", "your", "yours", "u", "ur"].contains($0) }
    let rest = reply.reply.tokens[hit.tokens.upperBound...].prefix(3).map(\.normal)
    if isThing(words) && !isYours || rest.contains("guide") { return false }
    return !isOwnSide || isYours
  }

  /// "Is the daft old cow all right?" after "daft old cow went through the fence": the customer's own word for it.
  static func isTheirWord(_ words: some Collection<String>, _ reading: Reading, before turn: Int) -> Bool {
    guard words.count > 1, let heard = reading.customerTurn(before: turn)?.reply.words.map(\.normal) else {
      return false
    }
    return heard.indices.contains { heard[$0...].starts(with: words) }
  }

  private func isToldOver(_ hit: Hit, _ reply: ReadReply) -> Bool {
    reply.sentence(of: hit.tokens.lowerBound).map { Self.isRetold(reply.words(of: $0)) } ?? true
  }

  /// "He told you 'pay or we come'": what a crook had said, told over.
  private static func isRetold(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { word, next in
      ["he", "she", "they"].contains(word) && ["told", "said", "says", "wrote", "called"].contains(next)
    }
  }

  /// "That menu's idiotic": a thing is spoken of, first in its sentence.
  private func isThing(_ words: [String]) -> Bool {
    words.prefix(3).contains { word in
      Self.machines.contains(word.split(separator: "'").first.map(String.init) ?? word)
    }
  }

  private static let machines: Set<String> = [
    "menu", "machine", "system", "form", "website", "site", "app", "page", "printer", "rule", "policy",
    "update",
    "design", "button", "screen", "queue", "robot", "bot", "software", "computer",
  ]

  /// "I'm an idiot, I sent you to the wrong page": the nearest person before it is the speaker, with no "you" between.
  private func isSelfMade(_ hit: Hit, _ reply: ReadReply) -> Bool {
    let start = reply.clause(of: hit.tokens.lowerBound)?.tokens.lowerBound ?? hit.tokens.lowerBound
    let before = reply.reply.tokens[min(start, hit.tokens.lowerBound)..<hit.tokens.lowerBound]
    let own = reply.reply.tokens[hit.tokens].map(\.normal)
    let next = reply.reply.tokens[hit.tokens.upperBound...].prefix(2).map(\.normal)
    guard let person = before.lastIndex(where: { ["i", "we"].contains($0.normal) }),
      !own.contains(where: Self.listener.contains), next != ["like", "you"]
    else { return false }
    let between = reply.reply.tokens[(person + 1)..<hit.tokens.lowerBound].map(\.normal)
    return between.contains { Self.being.contains($0) } && !between.contains(where: Self.listener.contains)
  }

  private static let listener: Set<String> = ["you", "your", "yours", "u", "ur", "yourself"]
  private static let being: Set<String> = [
    "am", "was", "are", "were", "feel", "felt", "be", "been", "being", "look",
  ]

  let examples = [
    AutoFailExample(
      "a comparison", breaches: ["A parrot would have got it by now."],
      [.customer("Say it again, please?"), .trainee("A parrot would have got it by now.")]),
    AutoFailExample(
      "how easy it is",
      [.customer("Is it hard?"), .trainee("It is so easy that a child can do it.")]),
    AutoFailExample(
      "an insult", breaches: ["idiot"],
      [.customer("Where is it?"), .trainee("Only an idiot would ask that.")]),
    AutoFailExample(
      "a threat", breaches: ["you will regret this"],
      [.customer("I will post this."), .trainee("you will regret this")]),
    AutoFailExample(
      "revenge for a complaint", breaches: ["Report me and I let your parcel disappear."],
      [.customer("I will report this."), .trainee("Report me and I let your parcel disappear.")]),
    AutoFailExample(
      "help with a complaint",
      [
        .customer("I will complain about this."),
        .trainee("Please do, and I send you the form and the address of our complaints desk."),
      ]),
    AutoFailExample(
      "about our own mistake",
      [.customer("Where is it?"), .trainee("That was an idiotic mistake of ours, I am sorry.")]),
    AutoFailExample(
      "about oneself",
      [.customer("You forgot me."), .trainee("I feel like an idiot for that. I will call them now.")]),
    AutoFailExample(
      "about oneself, with a word to the customer in it",
      [
        .customer("Where do I click?"),
        .trainee("I am such a muppet, I gave you last year's link! Here is the new one."),
      ]),
    AutoFailExample(
      "all of them", breaches: ["You lot are pathetic"],
      [.customer("We all wait here."), .trainee("You lot are pathetic.")]),
    AutoFailExample(
      "the law told as it is",
      [
        .customer("I will not pay."),
        .trainee(
          "If the bill stays open we must pass it on in July; I would rather agree on parts with you."),
      ]),
    AutoFailExample(
      "a threat on one's own behalf", breaches: ["Bad things happen to people"],
      [
        .customer("I am going to your boss."),
        .trainee("Bad things happen to people who get me fired."),
      ]),
    AutoFailExample(
      "scorn of their wits", breaches: ["you really can't read"],
      [.customer("Which field?"), .trainee("Bless your heart, you really can't read, can you?")]),
    AutoFailExample(
      "a fee for talking", breaches: ["Keep talking and I'll"],
      [.customer("It is wrong."), .trainee("Keep talking and I'll add a fee to your account.")]),
    AutoFailExample(
      "what cannot be read",
      [.customer("Which field?"), .trainee("You can't read the third field well, so here it is in large.")]),
    AutoFailExample(
      "when somebody was born",
      [.customer("There is money gone."), .trainee("What's your name, and when were you born?")]),
    AutoFailExample(
      "leave to do something",
      [.customer("I found the cheque again."), .trainee("You may destroy the cheque.")]),
    AutoFailExample(
      "what a beast is called",
      [.customer("My dog is with me."), .trainee("What a lovely fat little pig of a dog!")]),
    AutoFailExample(
      "the customer's word for a beast",
      [
        .customer("That daft old cow went through my fence."),
        .trainee("Is the daft old cow all right? Then let us see to the fence."),
      ]),
    AutoFailExample(
      "the same word for the customer", breaches: ["You daft old cow, leave me in peace."],
      [.customer("Say it again, please?"), .trainee("You daft old cow, leave me in peace.")]),
    AutoFailExample(
      "leave to deal with a thing",
      [
        .customer("You sent the cheque in the wrong name."),
        .trainee("I have stopped it and will pay by transfer today. You may destroy the cheque."),
      ]),
    AutoFailExample(
      "denied",
      [
        .customer("You think I am stupid."),
        .trainee("I do not think you are stupid at all. I will check it now."),
      ]),
    AutoFailExample(
      "the customer's word",
      [.customer("Your bot is pathetic."), .trainee("I hear that the bot made it worse. Let me mend it.")]),
  ]
}
