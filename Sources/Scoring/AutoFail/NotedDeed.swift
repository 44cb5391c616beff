import Domain
import Language

/// A deed a case note tells of, by the words that claim it, and what would show in the talk that it was done.
struct NotedDeed: Hashable {
  /// Words that claim it as done, in normal form.
  var words: Set<String>
  /// Words beside them without which they claim another thing: "made" claims a refund only beside "refund".
  var beside: Set<String> = []
  /// Beginnings of the words of acts at the desk that would be it, and of a reply that tells of it.
  var acts: [String]

  static let all = [
    NotedDeed(words: ["refunded", "reimbursed"], acts: ["refund", "reimburs", "payout"]),
    NotedDeed(
      words: ["issued", "made", "sent", "done", "processed", "paid"], beside: ["refund", "reimbursement"],
      acts: ["refund", "reimburs", "payout", "money"]),
    NotedDeed(
      words: ["resent", "redelivered", "replaced"],
      acts: ["resend", "resent", "send", "sent", "replac", "redeliver", "new"]),
    NotedDeed(
      words: ["sent", "shipped", "ordered"], beside: ["replacement"],
      acts: ["resend", "resent", "send", "sent", "replac", "new", "order"]),
    NotedDeed(
      words: ["escalated", "transferred"], acts: ["escalat", "transfer", "hand", "pass", "forward", "lead"]),
    NotedDeed(words: ["cancelled", "canceled"], acts: ["cancel", "close", "stop", "terminat", "end"]),
    NotedDeed(words: ["verified", "authenticated"], acts: ["verif", "identi", "authentic"]),
    NotedDeed(
      words: ["checked", "confirmed", "passed"], beside: ["identity", "id", "dpa"],
      acts: ["verif", "identi", "authentic"]),
    NotedDeed(words: ["waived"], acts: ["waive", "credit"]),
    NotedDeed(words: ["credited"], acts: ["credit", "refund", "voucher", "goodwill"]),
    NotedDeed(
      words: ["booked", "rebooked", "rescheduled", "scheduled", "reserved"],
      acts: ["book", "rebook", "reschedul", "schedul", "reserv", "appoint", "move", "slot"]),
    NotedDeed(words: ["blocked", "frozen"], acts: ["block", "freez", "lock"]),
    NotedDeed(words: ["unblocked", "unlocked"], acts: ["unblock", "unlock", "open", "reset"]),
  ]

  /// Whether an act's or a reply's word speaks of it.
  func isNamed(by word: String) -> Bool { acts.contains { word.hasPrefix($0) } }

  var isCheck: Bool { acts.contains("verif") }
  var isHandingOn: Bool { acts.contains("escalat") }
}

/// What one note claims: deeds of its writer, the customer's consent, words of apology, values that were told.
struct NoteClaims {
  private let note: Reply

  init(_ note: Reply) { self.note = note }

  /// A deed and the words around it.
  struct Claim {
    var deed: NotedDeed
    var clause: Range<Int>
  }

  /// What is claimed as done by the writer, asserted and neither planned, wished nor somebody else's.
  var deeds: [Claim] {
    note.tokens.indices.compactMap { index in
      let word = note.tokens[index].normal
      let clause = clause(of: index)
      guard note.tokens[index].stance.isAsserted, isDone(index, in: clause) else { return nil }
      let words = note.tokens[clause].map(\.normal)
      let deed = NotedDeed.all.first { deed in
        deed.words.contains(word) && (deed.beside.isEmpty || words.contains { deed.beside.contains($0) })
      }
      return deed.map { Claim(deed: $0, clause: clause) }
    }
  }

  /// Whether it claims that the customer agreed to something.
  var claimsAgreement: Bool { claimsYes(of: Self.customers) }
  /// Whether it claims that whoever holds the account agreed.
  var claimsConsent: Bool { claimsYes(of: Self.holders) }

  private func claimsYes(of persons: Set<String>) -> Bool {
    note.clauses.contains { clause in
      let tokens = note.tokens[clause.tokens]
      let isTheirs = tokens.contains { persons.contains($0.normal) }
      let isOpen = tokens.contains { Self.open.contains($0.normal) }
      return isTheirs && !isOpen
        && tokens.contains { Self.agreeing.contains($0.normal) && $0.stance.isAsserted }
    }
  }

  /// Whether it claims an apology.
  var claimsApology: Bool {
    note.tokens.indices.contains { index in
      ["apologised", "apologized"].contains(note.tokens[index].normal)
        && note.tokens[index].stance.isAsserted && isDone(index, in: clause(of: index))
    }
  }

  /// Values the writer says to have told the customer: "told her the fee of 45 EUR".
  var toldValues: [Value] {
    note.tokens.indices.filter { index in
      Self.telling.contains(note.tokens[index].normal) && note.tokens[index].stance.isAsserted
        && isDone(index, in: clause(of: index))
    }.flatMap { index in
      note.tokens[index..<clause(of: index).upperBound].compactMap { token in
        switch token.kind {
        case .money, .percent: token.value
        case .word, .number, .duration, .time, .date, .identifier, .address, .punctuation, .emoji: nil
        }
      }
    }
  }

  /// A clause that a comma ends; notes are strung together with commas.
  private func clause(of index: Int) -> Range<Int> {
    let whole = note.clauses.first { $0.tokens.contains(index) }?.tokens ?? index..<index + 1
    let isBreak = { (place: Int) in [",", ";", "."].contains(note.tokens[place].normal) }
    let start = whole.lowerBound..<index
    let lower = start.last(where: isBreak).map { $0 + 1 } ?? whole.lowerBound
    let upper = (index..<whole.upperBound).first(where: isBreak) ?? whole.upperBound
    return lower..<upper
  }

  private func isDone(_ index: Int, in clause: Range<Int>) -> Bool {
    let before = note.tokens[clause.lowerBound..<index].suffix(5).map(\.normal)
    let after = note.tokens[(index + 1)..<max(clause.upperBound, index + 1)].prefix(5).map(\.normal)
    if before.contains(where: Self.others.contains) { return false }
    if after.contains(where: {
      ["if", "once", "when", "pending", "previously", "earlier", "before"].contains($0)
    }) {
      return false
    }
    return !zip(after, after.dropFirst()).contains { $0 == "by" && Self.thirdParties.contains($1) }
  }

  /// Words that make it a plan, a wish, the past or another's deed.
  private static let others: Set<String> = [
    "be", "will", "to", "wants", "want", "wanted", "asked", "asks", "asking", "needs", "need", "should",
    "previously", "earlier", "last", "before", "promised", "already", "customer", "cust", "cx", "client",
    "he",
    "she", "they", "courier", "carrier", "bank", "shop", "not", "never", "no", "if", "once", "when", "until",
    "yesterday", "colleague", "agent", "bot", "says", "said", "get", "gets", "wishes", "wish", "being",
    "order",
    "was", "were", "had", "been", "possibly", "can", "may", "might", "would", "could", "possible", "awaiting",
    "waiting", "pending", "request", "requested", "who", "why", "whether", "offered", "suggested",
  ]
  private static let thirdParties: Set<String> = [
    "the", "bank", "carrier", "courier", "shop", "finance", "colleague", "lead", "manager", "warehouse",
    "bot",
    "previous", "another", "customer", "her", "his", "their",
  ]
  private static let customers: Set<String> = ["customer", "cust", "cx", "client", "caller", "guest"]
  private static let holders: Set<String> = [
    "holder", "mother", "mum", "mom", "father", "dad", "wife", "husband", "parent", "parents", "owner",
    "tenant",
  ]
  private static let agreeing: Set<String> = [
    "consented", "consent", "permission", "agreed", "authorised", "authorized", "accepted",
  ]
  /// Words that leave the consent open.
  private static let open: Set<String> = [
    "need", "needs", "needed", "ask", "asked", "without", "missing", "pending", "outstanding", "wait",
    "waiting",
    "awaiting", "until", "if", "once", "get", "require", "required", "requires", "must", "should", "lead",
    "manager", "after", "before", "when", "no", "not",
  ]
  private static let telling: Set<String> = [
    "told", "informed", "advised", "explained", "quoted", "warned", "mentioned",
  ]
}
