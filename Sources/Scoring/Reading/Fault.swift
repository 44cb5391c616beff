import Domain
import Language

/// Whether something failed for the customer, and whether it was on our side.
enum Fault {
  /// Whether the customer told of a fault that is ours to answer for.
  ///
  /// What they did themselves ("I dropped it") is not, nor what strangers did, nor what troubles them before they buy,
  /// unless it made them angry. Where it may be ours and the trainee owns up or says sorry for it, it is ours as well.
  static func isOurs(in reading: Reading) -> Bool {
    if reading.customerTurns.contains(where: takesBlame) { return false }
    let told = reading.customerTurns.filter(Grievance.isTold)
    guard told.contains(where: { !isOwnDoing($0) && !isElsewhere($0) && !isByStrangers($0) }) else {
      return isOwned(in: reading)
    }
    return !isBeforePurchase(reading) || Heat.isHigh(in: reading)
  }

  /// Whether the customer told of a slip of their own and of nothing that is ours.
  static func isTheirs(in reading: Reading) -> Bool {
    !isOurs(in: reading)
      && reading.customerTurns.contains { takesBlame($0) || !($0.phrases[.ownDoing] ?? []).isEmpty }
  }

  /// "That's our mistake", "sorry for the mix-up": the trainee takes on what may well be ours.
  private static func isOwned(in reading: Reading) -> Bool {
    guard isOpen(in: reading), reading.customerTurns.contains(where: { Grievance.states($0) }) else {
      return false
    }
    return reading.replies.contains { reply in
      !Admission.told(in: reply).isEmpty
        || reply.earning(.apology).contains { hit in
          let words = reply.sentence(of: hit.tokens.lowerBound).map { reply.normalWords($0.tokens) } ?? []
          return zip(words, words.dropFirst()).contains {
            ["for", "about"].contains($0) && ["the", "that", "this"].contains($1)
          }
        }
    }
  }

  /// "My mistake", "my own fault": the customer takes it on.
  private static func takesBlame(_ turn: HeardTurn) -> Bool {
    let words = turn.reply.words.map(\.normal).filter { $0 != "own" }
    return zip(words, words.dropFirst()).contains {
      $0 == "my" && ["mistake", "fault", "error", "bad", "slip"].contains($1)
    } && !words.contains("not")
  }

  /// "Someone's using my account": what others did to the customer, and we did not.
  private static func isByStrangers(_ turn: HeardTurn) -> Bool {
    turn.reply.clauses.contains { clause in
      let words = turn.reply.words(in: clause.tokens)
      return words.contains { ["someone", "somebody", "thief", "thieves", "scammer", "hacker"].contains($0) }
        && words.contains {
          ["using", "used", "stole", "stolen", "hacked", "took", "opened", "cloned"].contains($0)
        } && !words.contains { ["your", "you", "yours"].contains($0) }
    }
  }

  /// Whether the customer told neither of a slip of their own nor of what they want to buy, so that it may be ours.
  static func isOpen(in reading: Reading) -> Bool {
    !isBeforePurchase(reading)
      && !reading.customerTurns.contains { isOwnDoing($0) || takesBlame($0) || isByStrangers($0) }
  }

  /// Whether the customer tells of a slip of their own: in so many words, or heard surely, in the first person and
  /// above any fault heard beside it.
  private static func isOwnDoing(_ turn: HeardTurn) -> Bool {
    if !(turn.phrases[.ownDoing] ?? []).isEmpty || opensWithSlip(turn) { return true }
    let slip =
      turn.acts.filter { act in
        act.act == .ownDoing
          && turn.reply.words(in: act.passage.tokens).contains { slipping.contains($0) }
      }
      .map(\.probability).max() ?? 0
    return slip >= 0.6 && slip > turn.sureness(of: .trouble)
  }

  private static let slipping: Set<String> = ["i", "we", "myself"]

  /// "Oops, put my old postcode in": what people cry at a slip of their own, with nobody else in the sentence.
  private static func opensWithSlip(_ turn: HeardTurn) -> Bool {
    turn.reply.sentences.contains { sentence in
      let words = turn.reply.words(in: sentence.tokens)
      return cries.contains(words.first ?? "")
        && !words.contains { ["your", "yours", "they", "driver"].contains($0) }
    }
  }

  private static let cries: Set<String> = [
    "oops", "ooops", "oopsie", "oopsy", "whoops", "woops", "whoopsie", "doh", "duh", "facepalm",
  ]

  /// "My last provider said I had never cancelled": what went wrong with somebody else, and nothing with us.
  private static func isElsewhere(_ turn: HeardTurn) -> Bool {
    turn.reply.sentences.contains { sentence in
      let words = turn.reply.words(in: sentence.tokens)
      return zip(words, words.dropFirst()).contains { former.contains($0.0) && houses.contains($0.1) }
        && !words.contains { ["you", "your"].contains($0) }
    }
  }

  private static let former: Set<String> = ["last", "previous", "old", "former", "other", "another"]
  private static let houses: Set<String> = [
    "provider", "company", "bank", "shop", "store", "supplier", "airline", "hotel", "insurer", "firm", "site",
    "network", "landlord", "agency", "garage", "dentist",
  ]

  /// Whether the customer speaks of what they have not bought yet; a fault heard beside it goes before.
  private static func isBuying(_ turn: HeardTurn) -> Bool {
    if !(turn.phrases[.buying] ?? []).isEmpty { return true }
    return turn.sureness(of: .buying) >= 0.8 && turn.sureness(of: .trouble) < 0.4
  }

  private static func isBeforePurchase(_ reading: Reading) -> Bool {
    if let scenario = reading.scenario { return scenario.journeyStage != .afterPurchase }
    return reading.customerTurns.contains(where: isBuying)
  }
}

/// How angry the customer is.
enum Heat {
  /// Whether the customer swears, insults, threatens, or shouts.
  static func isHigh(in reading: Reading) -> Bool { reading.customerTurns.contains(where: isHigh) }

  /// The same for one turn: words of anger, or a sentence in capitals.
  static func isHigh(_ turn: HeardTurn) -> Bool {
    let isAngry = [LexiconName.anger, .insults, .rudeCommands].contains { list in
      turn.mentions(list).contains { !$0.isReported && $0.holds && isAimed($0, list, turn.reply) }
    }
    return isAngry || isShouted(turn)
  }

  /// "Thick old walls, lovely and useless" is about walls: what describes is anger where it is said to or of us, or
  /// is all that is said.
  private static func isAimed(_ hit: Hit, _ list: LexiconName, _ reply: Reply) -> Bool {
    let describes = reply.tokens[hit.tokens].contains { describing.contains($0.normal) }
    guard list == .insults || describes,
      let sentence = reply.sentences.first(where: { $0.tokens.contains(hit.tokens.lowerBound) })
    else { return true }
    let words = reply.words(in: sentence.tokens)
    return words.count <= 4 || words.contains { targets.contains($0) }
  }

  private static let describing: Set<String> = [
    "useless", "hopeless", "pathetic", "ridiculous", "worst", "incompetent", "clueless",
  ]
  private static let targets: Set<String> = [
    "you", "your", "yours", "u", "ur", "ya", "ye", "yous", "youse", "they", "them", "this", "that", "it",
    "its",
    "lot", "people", "company", "service", "support", "staff", "team", "driver", "bank", "shop", "who",
    "what",
  ]

  /// At least four words in capitals, and most of the words so.
  private static func isShouted(_ turn: HeardTurn) -> Bool {
    let words = turn.reply.tokens.filter { $0.kind == .word }
    let shouted = words.count { $0.letterCase == .upper }
    return shouted >= 4 && shouted * 2 > words.count
  }
}
