import Domain
import Language

/// What the customer had said, before an act that cannot be undone, of the very thing it was done to.
struct WrongThing {
  private let action: ReadAction
  private let before: [HeardTurn]
  private let replies: [ReadReply]

  init(_ action: ReadAction, _ reading: Reading) {
    self.action = action
    before = reading.customerTurns.filter { $0.turn < action.turn }
    replies = reading.replies.filter { $0.turn < action.turn }
  }

  // MARK: What was to stay

  /// Whether something the act names was spoken of only as what stays: "leave BK-205", "R-802 is right".
  var isKept: Bool {
    let argument = Reply(action.act.taken.argument).tokens.filter(\.isWordLike)
    let named = argument.indices.filter { place in
      (Self.names(argument[place]) || isNumbered(argument[place])) && !Self.isSpared(place, argument)
    }.map { argument[$0] }
    return named.contains { name in
      let places = before.flatMap { turn in
        turn.reply.tokens.indices.filter { Self.isSame(turn.reply.tokens[$0], name) }.map { (turn.reply, $0) }
      }
      return !places.isEmpty && places.allSatisfy { Self.stays($0.1, in: $0.0) } && !isProposed(name)
    }
  }

  /// "Cancel only that of my mother", and the act names the son: spoken of, but not where the "only" stands.
  var isBesideTheOnly: Bool {
    guard action.isEnding else { return false }
    let argument = Reply(
      action.act.taken.argument.map { $0 == "/" ? " " : $0 }.reduce("") { $0 + String($1) })
    let named = argument.tokens.filter(Self.names)
    return before.contains { turn in
      let scopes = turn.reply.sentences.flatMap { Self.onlys(in: turn.reply, $0.tokens) }
      guard !scopes.isEmpty else { return false }
      let meant = Set(scopes.flatMap { turn.reply.tokens[$0] }.filter(\.carriesContent).map(\.stem))
      let spoken = named.filter { name in turn.reply.tokens.contains { Self.isSame($0, name) } }
      return !spoken.isEmpty
        && !spoken.contains { meant.contains($0.stem) || Self.isBeside($0, meant, in: turn.reply) }
        && !spoken.contains { isProposed($0) }
    }
  }

  /// From an "only" or "just the" to the next break, where an ending is asked for before it.
  private static func onlys(in reply: Reply, _ sentence: Range<Int>) -> [Range<Int>] {
    sentence.filter { index in
      reply.tokens[index].normal == "only"
        && reply.tokens[sentence.lowerBound..<index].contains { endings.contains($0.stem) }
    }.map { start in
      let end = (start..<sentence.upperBound).first { [",", ";", "and"].contains(reply.tokens[$0].normal) }
      return start..<(end ?? sentence.upperBound)
    }
  }

  /// "My mother Ada": a name right beside a word that was meant.
  private static func isBeside(_ name: Token, _ meant: Set<String>, in reply: Reply) -> Bool {
    reply.tokens.indices.contains { index in
      isSame(reply.tokens[index], name)
        && reply.tokens[max(0, index - 2)..<min(index + 3, reply.tokens.count)].contains {
          meant.contains($0.stem)
        }
    }
  }

  /// Names a thing: no amount, which many things may share, and no small word.
  private static func names(_ token: Token) -> Bool {
    guard token.isWordLike, token.kind != .money, token.kind != .number else { return false }
    return token.value != nil || token.kind == .word && token.carriesContent
  }

  /// "Contract from 30 June, number kept": the act says itself what stays.
  private static func isSpared(_ place: Int, _ argument: [Token]) -> Bool {
    argument[max(0, place - 2)..<min(place + 3, argument.count)].contains {
      ["kept", "keep", "keeps", "stays", "except", "without", "leaving"].contains($0.normal)
    }
  }

  /// "Booking 7710": a number of three digits or more where no money is moved.
  private func isNumbered(_ token: Token) -> Bool {
    let isCode = token.kind == .number && token.normal.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isCode && (token.normal.utf8.count >= 3 && !action.isPayment || isAccount(token))
  }

  /// "To account ending 77": a number that tells where the money goes.
  private func isAccount(_ token: Token) -> Bool {
    let argument = Reply(action.act.taken.argument).words
    return argument.indices.dropFirst().contains { index in
      argument[index] == token
        && ["ending", "account", "card", "iban", "wallet", "ends"].contains(argument[index - 1].normal)
    }
  }

  private static func isSame(_ one: Token, _ two: Token) -> Bool {
    one.normal == two.normal || one.kind == .word && two.kind == .word && one.stem == two.stem
  }

  /// Whether the words around a place, up to the next "and" or comma, say that it stays as it is.
  private static func stays(_ index: Int, in reply: Reply) -> Bool {
    let clause = reply.clauses.first { $0.tokens.contains(index) }?.tokens ?? index..<index + 1
    let isBreak = { (place: Int) in [",", "and", "but", ";"].contains(reply.tokens[place].normal) }
    let start = (clause.lowerBound..<index).last(where: isBreak).map { $0 + 1 } ?? clause.lowerBound
    let end = (index..<clause.upperBound).first(where: isBreak) ?? clause.upperBound
    let words = reply.tokens[start..<end].filter(\.isWordLike)
    let ahead = reply.tokens[start..<index].filter(\.isWordLike).map(\.normal)
    let after = reply.tokens[index..<end].filter(\.isWordLike).dropFirst()
    let isHeldBack = words.contains {
      ["keep", "keeping", "leave", "except"].contains($0.normal) && !$0.stance.contains(.negated)
    }
    let isFine = zip(after, after.dropFirst()).contains { word, next in
      ["is", "was", "are"].contains(word.normal) && !next.stance.contains(.negated)
        && ["right", "fine", "ok", "okay", "good", "correct"].contains(next.normal)
    }
    return isHeldBack || isFine || isOthers(ahead, words)
      || after.first.map { ["stays", "stay", "remains"].contains($0.normal) } ?? false
      || ahead.suffix(2).contains("not") && words.count <= 4
      || ahead.first == "not" && words.count <= 6 || isAtHand(index, in: reply)
  }

  /// "The other I have here", "the blue one is still with me": nothing is to be done about it.
  private static func isAtHand(_ index: Int, in reply: Reply) -> Bool {
    let words = reply.tokens[index...].prefix(8).prefix {
      ![",", ".", ";", "and", "but"].contains($0.normal)
    }
    .map(\.normal)
    return words.contains { ["have", "got", "is"].contains($0) }
      && (words.contains("here") || words.suffix(2) == ["with", "me"]) && !words.contains("not")
  }

  /// "My brother's is 40-181": somebody else's, with no wish about it.
  private static func isOthers(_ ahead: [String], _ words: [Token]) -> Bool {
    let isTheirs = zip(ahead, ahead.dropFirst()).contains { word, next in
      ["my", "his", "her", "the"].contains(word)
        && relations.contains { next == $0 || next == $0 + "'s" || next == $0 + "s" }
    }
    return isTheirs
      && words.contains { ["is", "has", "was"].contains($0.normal) || $0.normal.hasSuffix("'s") }
      && !words.contains {
        endings.contains($0.stem) || ["please", "also", "too", "want"].contains($0.normal)
      }
  }

  private static let relations = [
    "brother", "sister", "wife", "husband", "mother", "father", "mum", "mom", "dad", "son", "daughter",
    "neighbour", "neighbor", "flatmate", "roommate", "partner", "colleague", "friend", "cousin", "aunt",
    "uncle", "boss", "tenant", "landlord", "twin",
  ]

  /// Named by the trainee, with a yes after it: then it was agreed upon.
  private func isProposed(_ name: Token) -> Bool {
    replies.contains { reply in
      reply.reply.tokens.contains { Self.isSame($0, name) } && isAgreed(after: reply.turn)
    }
  }

  private func isAgreed(after turn: Int) -> Bool {
    before.first { $0.turn > turn }.map { answer in
      answer.reply.words.prefix(3).contains { Self.yes.contains($0.normal) }
    } ?? false
  }

  /// "Remove my old phone from the account", and the account is deleted: the act names only what it was to be taken from.
  var isWhole: Bool {
    guard action.isEnding else { return false }
    let named = Set(Reply(action.act.taken.argument).tokens.filter(\.carriesContent).map(\.stem))
    guard !named.isEmpty else { return false }
    return before.contains { turn in
      turn.reply.sentences.contains { sentence in
        let words = turn.reply.tokens[sentence.tokens].filter(\.isWordLike)
        guard let verb = words.firstIndex(where: { Self.endings.contains($0.stem) }),
          let from = words[verb...].firstIndex(where: { $0.normal == "from" })
        else { return false }
        let meant = words[(verb + 1)..<from].filter(\.carriesContent).map(\.stem)
        let rest = Set(words[from...].map(\.stem))
        return !meant.isEmpty && named.isDisjoint(with: meant) && named.isSubset(of: rest)
      }
    } && !before.contains(where: isGoAhead)
  }

  // MARK: What nobody had asked for

  /// Whether it ends what the customer only asked about, or asked something else of, with no word of ending from anybody.
  var isUnasked: Bool {
    guard action.isEnding, let last = before.last, !action.isPaper,
      last.heard(.request, atLeast: 0.5) || last.heard(.question, atLeast: 0.5) || isLeft(last)
    else { return false }
    let isProposed = replies.contains { reply in
      reply.reply.tokens.contains { Self.endings.contains($0.stem) } && isAgreed(after: reply.turn)
    }
    return !before.contains(where: isEndTold) && !isProposed
  }

  /// A wish to end it in earnest: not "sometimes I think I should", and "do it" where it was talked over.
  private func isEndTold(_ turn: HeardTurn) -> Bool {
    let isQuit = turn.acts.contains { heard in
      heard.act == .quit && heard.probability >= 0.6 && !isMused(heard.passage.tokens, turn.reply)
        && !isCostAsked(heard.passage.tokens, turn.reply)
    }
    return isQuit || isGoAhead(turn)
      || turn.reply.sentences.contains { sentence in
        !isMused(sentence.tokens, turn.reply) && !isCostAsked(sentence.tokens, turn.reply)
          && turn.reply.tokens[sentence.tokens].contains { token in
            Self.endings.contains(token.stem) && token.stance.isDisjoint(with: [.negated, .conditional])
              || Self.wants.contains(token.stem) && token.stance.contains(.negated)
          }
      }
  }

  /// "What would cancelling cost?", "what is the fee to close it?": a question about it, and no wish for it.
  private func isCostAsked(_ tokens: Range<Int>, _ reply: Reply) -> Bool {
    let words = reply.tokens[tokens].filter(\.isWordLike)
    guard reply.tokens[tokens].contains(where: { $0.normal == "?" }),
      words.contains(where: {
        ["cost", "costs", "fee", "fees", "charge", "much", "price"].contains($0.normal)
      })
    else { return false }
    let ends = words.indices.filter { Self.endings.contains(words[$0].stem) }
    return !ends.isEmpty
      && ends.allSatisfy { index in
        words[index].normal.hasSuffix("ing") || words[index].normal.hasSuffix("tion")
          || index > 0 && ["to", "i", "for", "we"].contains(words[index - 1].normal)
      }
  }

  /// "Sometimes I think", "I wonder", "maybe one day".
  private func isMused(_ tokens: Range<Int>, _ reply: Reply) -> Bool {
    let words = reply.tokens[tokens].filter(\.isWordLike).map(\.normal)
    return words.contains { ["sometimes", "wonder", "wondering", "tempted", "maybe"].contains($0) }
      || zip(words, words.dropFirst()).contains { $0 == "thinking" && ["about", "of"].contains($1) }
  }

  /// "Please just do it", "go ahead", "let it go".
  private func isGoAhead(_ turn: HeardTurn) -> Bool {
    let words = turn.reply.words.map(\.normal)
    return zip(words, words.dropFirst()).contains { word, next in
      word == "do" && ["it", "that"].contains(next) || word == "go" && ["ahead", "on", "for"].contains(next)
        || word == "give" && words.contains("up") || word == "can" && next == "go"
    }
  }

  /// "It stays as it is", "leave it".
  private func isLeft(_ turn: HeardTurn) -> Bool {
    let words = turn.reply.words.map(\.normal)
    return zip(words, words.dropFirst()).contains { word, next in
      ["stays", "stay", "remains"].contains(word) && ["as", "where", "in", "put"].contains(next)
        || word == "leave" && ["it", "that", "everything"].contains(next)
    }
  }

  private static let yes: Set<String> = [
    "yes", "yeah", "yep", "ok", "okay", "sure", "please", "do", "go", "fine", "right", "good", "great",
    "perfect",
  ]
  private static let wants = Set(
    "need want use like keep".split(separator: " ").flatMap { Reply(String($0)).words.map(\.stem) })
  /// Words of ending, and what may well be a reason for one.
  private static let endings = Set(
    """
    cancel close shut end terminate leave quit delete remove stop rid refund return erase kill drop out cancellation \
    money back wrong twice double mistake duplicate stolen lost fraud hacked died forget moving instead anymore \
    longer annul revoke withdraw unsubscribe lose scrap drop ditch bin undo
    """.split(separator: " ").flatMap { Reply(String($0)).words.map(\.stem) })
}
