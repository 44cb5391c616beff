import Domain
import Language

/// What a talk shows of checking who the customer is: which acts wait for it, where it was asked, where it stood.
struct IdentityCheck {
  let reading: Reading
  /// Replies that ask who the person is, with the words that ask.
  let asked: [(reply: ReadReply, range: TextRange)]
  /// The different things the customer was asked for.
  let items: [String]
  /// Indices of the facts that say the person is known.
  private let facts: Set<Int>
  /// The first turn at which the person was known, by act or by words.
  private let knownFrom: Int?

  init(_ reading: Reading) {
    self.reading = reading
    let requests = reading.replies.map { (reply: $0, asks: AskedFor.all(.identityItems, in: $0)) }
    asked = requests.compactMap { reply, asks in Self.check(in: reply, asks).map { (reply, $0) } }
    var names: [String] = []
    for (reply, asks) in requests {
      for name in asks.map({ $0.name(in: reply) }) where !names.contains(name) { names.append(name) }
    }
    items = names
    facts = Self.identityFacts(of: reading.scenario)
    knownFrom = Self.knownFrom(reading, asked.map(\.reply.turn))
  }

  /// Whether the scenario protects anything by identity.
  var isRequired: Bool {
    reading.scenario?.actions.contains { $0.needs.map(speaksOfIdentity) ?? false } ?? false
  }

  /// Whether policy keeps the record itself shut until the person is known: an act that opens it waits for that.
  var isRecordShut: Bool {
    reading.scenario?.actions.contains { action in
      ReadAction.isLookUp(action.name) && (action.needs.map(speaksOfIdentity) ?? false)
    } ?? false
  }

  /// Whether the person was known before a turn.
  func isKnown(before turn: Int) -> Bool {
    if let knownFrom, knownFrom < turn { return true }
    let turns = reading.transcript.turns
    guard turns.indices.contains(turn) else { return false }
    return facts.contains { turns[turn].facts.indices.contains($0) && turns[turn].facts[$0] }
  }

  /// Whether the person became known at any time.
  var isEverKnown: Bool {
    let final = reading.transcript.conclusion?.facts ?? []
    return knownFrom != nil || isKnown(before: reading.transcript.turns.count - 1)
      || facts.contains { final.indices.contains($0) && final[$0] }
  }

  /// Whether an act waits for the identity check: as policy says, or as the desk said when no scenario is known.
  ///
  /// A check that itself waits for something, such as the holder's consent, is one where it was ticked without it:
  /// then it checks nobody.
  func protects(_ action: ReadAction) -> Bool {
    if let scenario = reading.scenario {
      let named = scenario.actions.firstIndex { $0.name == action.act.taken.name }
      guard let index = action.act.taken.action ?? named, scenario.actions.indices.contains(index) else {
        return false
      }
      guard let needs = scenario.actions[index].needs else { return false }
      return action.isVerification ? isTickedOnly(action) : speaksOfIdentity(needs)
    }
    switch action.act.outcome {
    case .refused(.needs), .breached(.needs):
      return !reading.actions.contains { $0.isVerification && $0.turn < action.turn }
    case .done, .impossible, .refused, .breached: return false
    }
  }

  private func isTickedOnly(_ action: ReadAction) -> Bool {
    switch action.act.outcome {
    case .refused(.needs), .breached(.needs): true
    case .done, .impossible, .refused, .breached: false
    }
  }

  private func speaksOfIdentity(_ condition: Condition) -> Bool {
    switch condition {
    case .fact(let fact): facts.contains(fact)
    case .did(let action):
      reading.scenario?.actions.indices.contains(action) ?? false
        && ReadAction.isVerification(reading.scenario?.actions[action].name ?? "")
    case .all(let parts), .any(let parts): parts.contains(where: speaksOfIdentity)
    case .said, .gauge, .counter, .ended, .goal, .not: false
    }
  }

  // MARK: Finding it

  /// Facts named for it: `identity_ok`, `verified`, `id_checked`.
  private static func identityFacts(of scenario: Scenario?) -> Set<Int> {
    guard let scenario else { return [] }
    return Set(
      scenario.facts.indices.filter { index in
        let words = scenario.facts[index].name.split(separator: "_")
        return words.contains {
          $0.hasPrefix("identi") || $0.hasPrefix("verif") || $0.hasPrefix("authentic") || $0 == "id"
        }
      })
  }

  /// Words that check, asked in the trainee's own words; nothing denied or put under a condition. Asking for a
  /// secret shows nobody who the customer is.
  private static func check(in reply: ReadReply, _ asks: [AskedFor]) -> TextRange? {
    let proofs = asks.filter {
      !["email", "phone", "e mail", "mobile", "street"].contains($0.name(in: reply))
    }
    let secrets = NoSecrets.requests(in: reply).map(\.thing)
    func isSecret(_ tokens: Range<Int>) -> Bool {
      secrets.contains { $0.overlaps(tokens) }
        && !proofs.contains { proof in
          tokens.overlaps(proof.thing) && !secrets.contains { $0.overlaps(proof.thing) }
        }
    }
    let words = Hit.joined(reply.offered(.identityChecks, .safetyChecks)).first { hit in
      !isOwnOffer(hit, in: reply) && !isStatement(hit, in: reply)
        && reply.reply.stance(of: hit.tokens).isDisjoint(with: [.reported]) && !isSecret(hit.tokens)
    }
    let own = proofs.first {
      reply.sentence(of: $0.thing.lowerBound)?.standing != .copied && !isSecret($0.thing)
    }
    return [words?.range, own?.range].compactMap { $0 }.min { ($0.start, -$0.end) < ($1.start, -$1.end) }
  }

  /// "Would you like me to confirm the seats?", "shall I check it?": what we would do for them asks nothing of them.
  private static func isOwnOffer(_ hit: Hit, in reply: ReadReply) -> Bool {
    let start = reply.sentence(of: hit.tokens.lowerBound)?.tokens.lowerBound ?? hit.tokens.lowerBound
    let lead = reply.normalWords(min(start, hit.tokens.lowerBound)..<hit.tokens.upperBound)
    guard !lead.contains(where: { ["who", "speaking", "identity", "security", "name"].contains($0) }) else {
      return false
    }
    return zip(lead, lead.dropFirst()).contains { pair in
      pair == ("like", "me") || pair == ("want", "me") || pair == ("like", "us") || pair == ("want", "us")
        || pair == ("that", "i") || pair == ("shall", "i") || pair == ("shall", "we")
    }
  }

  /// "Your married name was on the policy": tells what the record holds, and asks nobody.
  private static func isStatement(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound), !sentence.isQuestion else { return false }
    let words = reply.normalWords(hit.tokens)
    return words.dropFirst().contains { ["was", "were", "is", "are", "had", "has"].contains($0) }
      && ["name", "postcode", "post", "zip", "date", "address", "email"].contains(words.first ?? "")
  }

  /// A check at the desk as policy wants it, or a question the customer answered with a name, a number, an address or a yes.
  private static func knownFrom(_ reading: Reading, _ asked: [Int]) -> Int? {
    let act = reading.actions.first { $0.isVerification && $0.act.outcome == .done }?.turn
    let first = asked.min() ?? .max
    let answer = reading.customerTurns.first { turn in
      !turn.isEarlier && first < turn.turn && answers(turn, reading)
    }?.turn
    return [act, answer].compactMap { $0 }.min()
  }

  private static func answers(_ turn: HeardTurn, _ reading: Reading) -> Bool {
    turn.reply.tokens.contains { token in
      token.value != nil || token.kind == .address || reading.customerNames.contains(token.normal)
        || yes.contains(token.normal)
        || (reading.customerNames.isEmpty && token.letterCase == .capitalised && token.normal.utf8.count > 2)
    }
  }

  private static let yes: Set<String> = ["yes", "yeah", "yep", "yup", "correct", "speaking", "sure", "aye"]
}

extension ReadAction {
  /// Whether the act itself checks who the customer is.
  var isVerification: Bool { Self.isVerification(act.taken.name) }

  static func isVerification(_ name: String) -> Bool {
    name.split(separator: " ").contains {
      $0.hasPrefix("verif") || $0.hasPrefix("identi") || $0.hasPrefix("authentic")
    }
  }
}
