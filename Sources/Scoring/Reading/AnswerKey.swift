import Domain
import Language

/// What the customer must have been told, and what must not be claimed, for the answer to be right.
struct AnswerKey: Sendable {
  /// The facts that are due, in the scenario's order.
  var required: [FactStatement] = []
  /// What must never be said as a fact.
  var forbidden: [Claim] = []

  /// A claim that is not so.
  struct Claim: Sendable {
    var statement: FactStatement
    /// Whether making it fails the attempt whatever the score.
    var isCritical: Bool
  }

  var isEmpty: Bool { required.isEmpty && forbidden.isEmpty }

  init(required: [FactStatement] = [], forbidden: [Claim] = []) {
    self.required = required
    self.forbidden = forbidden
  }

  /// What a scenario asks for: the facts whose condition holds at the end, and all claims it forbids.
  ///
  /// In a talk that was written down, not played, a fact whose condition cannot be known is due once the talk touches it
  /// or another fact of that condition.
  init(_ reading: Reading) {
    guard let scenario = reading.scenario else { return }
    let names = scenario.placeholders(agent: nil)
    let final = reading.transcript.conclusion?.facts ?? []
    let isWritten = final.isEmpty && reading.transcript.turns.allSatisfy(\.facts.isEmpty)
    let written = WrittenFacts(reading, scenario)
    let spoken = Self.terms(of: reading)
    required = scenario.requiredFacts.filter { fact in
      guard let condition = fact.condition else { return true }
      if !isWritten { return Truth(reading: reading).holds(condition) ?? false }
      return written.holds(condition)
        ?? scenario.requiredFacts.contains { other in
          other.condition == condition && !Self.terms(of: other.statement).isDisjoint(with: spoken)
        }
    }.map { FactStatement(names.filled($0.statement)) }
    forbidden = scenario.forbiddenClaims.map {
      Claim(statement: FactStatement(names.filled($0.statement)), isCritical: $0.isCritical)
    }
  }
}

extension AnswerKey {
  private static func terms(of reading: Reading) -> Set<String> {
    let replies = reading.replies.map(\.reply) + reading.customerTurns.map(\.reply)
    return Set(replies.flatMap { $0.tokens.compactMap(Term.of) })
  }

  private static func terms(of statement: Statement) -> Set<String> {
    Set(Reply(statement.text).tokens.compactMap(Term.of))
  }
}

extension FactStatement {
  /// A trainer's statement as the fact reader takes it.
  fileprivate init(_ statement: Statement) {
    self.init(
      [statement.text], question: statement.question, good: statement.good, notQuite: statement.notQuite)
  }
}

/// How the replies of a talk stand to an answer key.
struct KeyedAnswer {
  /// How a required fact stands at the end, with the reply that decided.
  struct Told {
    var standing: FactStanding
    var reply: ReadReply?
    var range: TextRange?
  }

  /// One a required fact.
  private(set) var told: [Told] = []
  /// The forbidden claims made, with the reply.
  private(set) var claims: [(claim: AnswerKey.Claim, reply: ReadReply, range: TextRange)] = []

  /// Facts are judged on the trainee's own sentences, claims on every sentence that asks nothing. What a key does not
  /// ask for is not read: the main tier takes ten milliseconds a reply.
  init(_ key: AnswerKey, in reading: Reading, by meaning: MeaningReader) {
    let reader = meaning.facts
    let own =
      key.required.isEmpty
      ? [] : reading.replies.map { Self.sentences(of: $0, by: reader) { $0.standing == .own } }
    told = key.required.map { statement in
      let fact = meaning.prepared(statement)
      let verdicts = zip(reading.replies, own).map { reply, sentences in
        (reply: reply, found: sentences.judged(against: fact, by: reader))
      }
      let last = verdicts.last { $0.found.standing != .silent }
      if let last, last.found.standing == .contradicts,
        !Self.isOpposed(statement, at: last.found.place, in: last.reply)
      {
        let stated = verdicts.last { $0.found.standing == .states || $0.found.score >= Self.leaning }
        return stated.map { Told(standing: .states, reply: $0.reply, range: $0.found.place) }
          ?? Told(standing: .silent)
      }
      return Told(standing: last?.found.standing ?? .silent, reply: last?.reply, range: last?.found.place)
    }
    // A question claims nothing: "your full name, please?" is no full refund.
    let stated =
      key.forbidden.isEmpty
      ? [] : reading.replies.map { Self.sentences(of: $0, by: reader) { !$0.isQuestion } }
    for claim in key.forbidden {
      let fact = meaning.prepared(claim.statement)
      let made = zip(reading.replies, stated).lazy.map { reply, sentences in
        (reply: reply, found: sentences.judged(against: fact, by: reader))
      }.first { $0.found.standing == .states }
      guard let made, Self.isClaimed(claim.statement, at: made.found.place, in: made.reply) else { continue }
      claims.append((claim, made.reply, made.found.place ?? TextRange(0, made.reply.text.utf8.count)))
    }
  }

  /// A second sign that a reply turns a fact round: another value of a kind the fact has, or a refusal.
  private static func isOpposed(_ fact: FactStatement, at place: TextRange?, in reply: ReadReply) -> Bool {
    let values = fact.wordings.flatMap { Reply($0).values.map(\.value) }
    let terms = Set(fact.wordings.flatMap { Reply($0).tokens.compactMap(Term.of) })
    return reply.sentences.filter { $0.range == place }.contains { sentence in
      guard !sentence.tokens.allSatisfy({ Term.of(reply.reply.tokens[$0]).map(terms.contains) != true })
      else {
        return false
      }
      let isRefused = reply.told(.refusals).contains { sentence.tokens.contains($0.tokens.lowerBound) }
      let isOther = sentence.tokens.contains { index in
        guard let value = reply.reply.tokens[index].value else { return false }
        return values.contains { $0.isKind(of: value) } && !values.contains { $0.agrees(with: value) }
      }
      return isRefused || isOther
    }
  }

  /// A second sign that a claim was made: words of it, or a promise, in a sentence that neither puts it before somebody
  /// else nor under a condition.
  private static func isClaimed(_ claim: FactStatement, at place: TextRange?, in reply: ReadReply) -> Bool {
    guard let place, let sentence = reply.sentences.first(where: { $0.range == place }) else { return true }
    let words = reply.normalWords(sentence.tokens)
    if words.contains(where: { ["lead", "manager", "supervisor", "if", "unless", "whether"].contains($0) }) {
      return false
    }
    if reply.mentioned(.certainties).contains(where: { sentence.tokens.contains($0.tokens.lowerBound) }) {
      return true
    }
    let own = Set(sentence.tokens.compactMap { Term.of(reply.reply.tokens[$0]) })
    return (claim.wordings + claim.good).contains { wording in
      Set(Reply(wording).tokens.compactMap(Term.of)).intersection(own).count >= 2
    }
  }

  /// How surely a fact must be heard beside a denial that no second sign bears out.
  private static let leaning = 0.25

  /// Some of a reply's sentences, read for facts.
  private static func sentences(
    of reply: ReadReply, by reader: FactReader, where isMeant: (ReadSentence) -> Bool
  ) -> Sentences {
    let chosen = reply.sentences.filter(isMeant)
    let words = chosen.map { reply.words(at: $0.range) }
    return Sentences(
      ranges: chosen.map(\.range), read: reader.prepare(words.joined(separator: " "), sentences: words))
  }

  private struct Sentences {
    /// Where they stand in the reply.
    var ranges: [TextRange]
    var read: FactReply

    func judged(against fact: PreparedFact, by reader: FactReader) -> (
      standing: FactStanding, score: Double, place: TextRange?
    ) {
      let found = reader.judge(read, fact)
      return (found.verdict.standing, found.verdict.score, found.sentence.map { ranges[$0] })
    }
  }
}

extension Value {
  /// Whether two values answer one question: when, how long, how much.
  fileprivate func isKind(of other: Value) -> Bool {
    switch (self, other) {
    case (.day, .day), (.time, .time), (.duration, .duration), (.money, .money), (.percent, .percent): true
    default: false
    }
  }
}
