import Domain
import Language

/// What the customer had said that an act which cannot be undone goes against: no, not yet, another one, another amount.
struct AgainstTheWish {
  private let action: ReadAction
  private let before: [HeardTurn]
  private let reading: Reading
  /// Stems of what the act does, with what people call it.
  private let deed: Set<String>

  init(_ action: ReadAction, _ reading: Reading) {
    self.action = action
    self.reading = reading
    before = reading.customerTurns.filter { $0.turn < action.turn }
    deed =
      Self.deeds.first { $0.names.contains { name in action.act.taken.name.contains(name) } }?.stems ?? []
  }

  /// Whether it goes against any of it, with no yes in between.
  var isSo: Bool {
    guard !before.isEmpty else { return false }
    return isDeclined || isMoneyRefused || isUndecided || isReplacementWanted || isAnotherOne
  }

  /// "No new blender, my money back, nothing else": goods were sent that the customer had refused in so many words.
  var isRefusedGoods: Bool {
    guard let last = before.last(where: names) else { return false }
    let words = last.reply.words.map(\.normal)
    let wantsMoney = words.contains { ["money", "refund", "refunded"].contains($0) }
    return wantsMoney && isDeclined
  }

  // MARK: No, or not yet

  /// "No refund please", "don't cancel it": the last word on the deed is a no.
  private var isDeclined: Bool {
    guard let last = before.last(where: { names($0) }), !isAgreed(after: last.turn) else { return false }
    let words = last.reply.tokens.filter(\.isWordLike)
    let places = words.indices.filter { deed.contains(words[$0].stem) }
    return !places.isEmpty && places.allSatisfy { isRefused($0, words) }
  }

  private func names(_ turn: HeardTurn) -> Bool { turn.reply.tokens.contains { deed.contains($0.stem) } }

  private func isRefused(_ place: Int, _ words: [Token]) -> Bool {
    let lead = words[max(0, place - 4)..<place].map(\.normal)
    if Self.isForbidden(lead) { return true }
    let isSetAside = lead.suffix(3).contains("than") || lead.suffix(3).contains("instead")
    return lead.suffix(2).contains { ["no", "without"].contains($0) } || isSetAside
      || words[place].stance.contains(.negated) && Self.complaints.isDisjoint(with: lead)
  }

  /// "Don't wipe", "do not cancel", but not "you do not cancel".
  private static func isForbidden(_ lead: [String]) -> Bool {
    guard let last = lead.last, ["don't", "dont", "not", "never"].contains(last) else { return false }
    let before = lead.dropLast().last ?? ""
    if last == "not", before != "do" { return false }
    let person = last == "not" ? lead.dropLast(2).last ?? "" : before
    return !["you", "they", "we", "i", "he", "she", "why", "people"].contains(person)
  }

  /// "Please no money", "new ones rather than money": what was wished for is no money at all.
  private var isMoneyRefused: Bool {
    guard action.isPayment,
      let last = before.last(where: { turn in
        turn.reply.words.contains { $0.normal == "money" }
      }), !isAgreed(after: last.turn)
    else { return false }
    return last.reply.sentences.contains { sentence in
      let words = last.reply.tokens[sentence.tokens].filter(\.isWordLike).map(\.normal)
      guard let place = words.firstIndex(of: "money") else { return false }
      let lead = words[max(0, place - 3)..<place]
      if lead.contains("than") || lead.contains("instead") { return true }
      return ["no", "not"].contains(lead.last ?? "")
        && words.contains { ["please", "want", "like", "pls", "prefer"].contains($0) }
        && words.allSatisfy { !["came", "come", "yet", "still", "arrived", "got", "back"].contains($0) }
    }
  }

  /// "I can't get a refund", "you won't cancel": a complaint that it was not done is no wish that it be not.
  private static let complaints: Set<String> = [
    "can", "cannot", "could", "won't", "would", "has", "have", "did", "didn't", "why", "able", "nobody",
    "never", "hasn't", "haven't", "you",
  ]

  /// "Let me think it over", "I have to ask my wife first": the last words put the decision off.
  private var isUndecided: Bool {
    guard let last = before.last, !action.isPaper else { return false }
    let words = last.reply.words.map(\.normal)
    let runs = Set(zip(words, words.dropFirst()).map { "\($0) \($1)" })
    let isPutOff = !runs.isDisjoint(with: Self.delays)
    let isSettled = words.prefix(3).contains { ["yes", "yeah", "ok", "okay", "please", "sure"].contains($0) }
    return isPutOff && !isSettled && !isAskedFor(last)
  }

  private static let delays: Set<String> = [
    "think about", "think it", "think on", "not sure", "not decided", "not yet", "sleep on", "let me think",
    "need time", "get back", "decide later", "ask my", "check with", "undecided about", "still thinking",
    "don't know", "nothing yet", "hold off", "hold fire", "decide anything", "decided yet",
    "decided anything",
    "no decision",
  ]

  /// "Please refund me": the deed itself, in a wish that nothing takes back.
  private func isAskedFor(_ turn: HeardTurn) -> Bool {
    turn.reply.tokens.contains { token in
      deed.contains(token.stem) && token.stance.contains(.requested)
        && token.stance.isDisjoint(with: [.negated, .conditional])
    }
  }

  // MARK: Another thing was wanted

  /// A new one, a repair or another day was asked for, nobody spoke of money, and it was paid back.
  private var isReplacementWanted: Bool {
    guard action.isPayment, let last = before.last(where: { $0.heard(.request, atLeast: 0.6) }),
      !isProposed, !before.contains(where: names)
    else { return false }
    let words = last.reply.words
    return words.contains { Self.replacements.contains($0.normal) }
      && !words.contains { Self.money.contains($0.normal) } && !explains
  }

  /// The reply beside the act says why the other thing could not be.
  private var explains: Bool {
    reading.replies.contains { reply in
      abs(reply.turn - action.turn) <= 2
        && (reply.heard(.refusal, atLeast: 0.5) != nil || reply.heard(.reason, atLeast: 0.5) != nil
          || reply.heard(.apology, atLeast: 0.5) != nil)
    }
  }

  private static let replacements: Set<String> = [
    "another", "replacement", "replace", "exchange", "swap", "repair", "fix", "resend", "redeliver", "again",
  ]
  private static let money: Set<String> = ["money", "cash", "euros", "pounds", "pay", "paid", "charged"]

  // MARK: Another one of its kind

  /// "Cancel line 2" where line 1 was meant, "Thursday" where Tuesday was: a word of the act stands in for another.
  private var isAnotherOne: Bool {
    let argument = Reply(action.act.taken.argument).tokens.filter(\.isWordLike)
    let said = reading.heard.filter { $0.turn < action.turn }.map(\.reply)
    let told = reading.replies.filter { $0.turn < action.turn }.map(\.reply)
    let all = (said + told).flatMap(\.tokens)
    return argument.indices.contains { index in
      let token = argument[index]
      guard let kind = Self.kind(token, after: index > 0 ? argument[index - 1] : nil),
        !all.contains(where: { Self.isSame($0, token) })
      else { return false }
      return before.contains { turn in Self.holds(kind, turn.reply) }
    }
  }

  /// What others of the same kind are told by: a day, a colour, or the number or name after one noun.
  private enum Kind: Equatable {
    case day, colour
    case numbered(String)
    case named(String)
  }

  private static func kind(_ token: Token, after noun: Token?) -> Kind? {
    if case .day? = token.value { return .day }
    if colours.contains(token.normal) { return .colour }
    guard let noun, noun.kind == .word, noun.carriesContent else { return nil }
    if token.kind == .word, token.letterCase == .capitalised, noun.letterCase != .capitalised {
      return .named(noun.stem)
    }
    guard token.kind == .number, token.normal.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return .numbered(noun.stem)
  }

  private static func holds(_ kind: Kind, _ reply: Reply) -> Bool {
    let words = reply.tokens.filter(\.isWordLike)
    return words.indices.contains { index in
      Self.kind(words[index], after: index > 0 ? words[index - 1] : nil) == kind
        && words[index].stance.isDisjoint(with: [.reported])
    }
  }

  private static func isSame(_ one: Token, _ two: Token) -> Bool {
    if let first = one.value, let second = two.value, first.agrees(with: second) { return true }
    return one.normal == two.normal
  }

  private static let colours: Set<String> = [
    "red", "blue", "green", "black", "white", "grey", "gray", "brown", "yellow", "pink", "purple", "orange",
    "beige", "silver", "gold", "small", "medium", "large", "first", "second", "third", "old", "new", "single",
    "double", "outward", "outbound", "inbound", "return", "adult", "child", "morning", "evening",
  ]

  // MARK: A yes in between

  /// A yes to what the trainee had named, after the turn.
  private func isAgreed(after turn: Int) -> Bool {
    reading.replies.contains { reply in
      reply.turn > turn && reply.turn < action.turn && reply.reply.tokens.contains { deed.contains($0.stem) }
    } && before.contains { $0.turn > turn }
  }

  /// The trainee had named the deed before doing it, and the customer spoke after that.
  private var isProposed: Bool {
    reading.replies.contains { reply in
      reply.turn < action.turn
        && (reply.reply.tokens.contains { deed.contains($0.stem) }
          || reply.heard(.remedy, atLeast: 0.4) != nil)
        && before.contains { $0.turn > reply.turn }
    }
  }

  private static func stems(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").flatMap { Reply(String($0)).words.map(\.stem) })
  }

  private static let deeds: [(names: [String], stems: Set<String>)] = [
    (["refund", "pay"], stems("refund reimburse repay payout")),
    (["cancel"], stems("cancel cancellation")),
    (["close", "terminate"], stems("close closing terminate cancel end")),
    (["port"], stems("port move transfer switch")),
    (["delete", "erase", "wipe"], stems("delete erase remove wipe")),
    (
      ["resend", "repla", "reship", "redeliver", "dispatch"], stems("resend replacement replace new another")
    ),
  ]
}

extension ReadAction {
  /// Whether it happened without what policy asks for first, or above its limit.
  var isAgainstPolicy: Bool {
    switch act.outcome {
    case .breached(.needs), .breached(.overLimit): true
    case .breached(.tooLong), .done, .refused, .impossible: false
    }
  }

  /// Whether it gives money away.
  var isPayment: Bool {
    act.taken.name.split(separator: " ").contains { ["refund", "pay", "payout"].contains($0) }
  }

  /// A case, a chat or a ticket is no loss to the customer, nor is what stands twice.
  var isPaper: Bool {
    Reply(asTyped).words.contains {
      ["case", "ticket", "chat", "thread", "note", "request", "call", "trace", "duplicate", "card"].contains(
        $0.normal)
    }
  }
}
