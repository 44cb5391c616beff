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
  /// A fact whose condition cannot be known is due where the talk was not played here, but written down.
  init(_ reading: Reading) {
    guard let scenario = reading.scenario else { return }
    let names = scenario.placeholders(agent: nil)
    let final = reading.transcript.conclusion?.facts ?? []
    let isWritten = final.isEmpty && reading.transcript.turns.allSatisfy(\.facts.isEmpty)
    required = scenario.requiredFacts.filter { fact in
      fact.condition.map { Truth(reading: reading).holds($0) ?? isWritten } ?? true
    }.map { FactStatement(names.filled($0.statement)) }
    forbidden = scenario.forbiddenClaims.map {
      Claim(statement: FactStatement(names.filled($0.statement)), isCritical: $0.isCritical)
    }
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

  /// Facts are judged on the trainee's own sentences, claims on every sentence that asks nothing.
  init(_ key: AnswerKey, in reading: Reading, by meaning: MeaningReader) {
    let reader = meaning.facts
    let own = reading.replies.map { (reply: $0, text: reader.prepare(Self.ownWords(of: $0))) }
    told = key.required.map { fact in
      let fact = meaning.prepared(fact)
      let verdicts = own.map { (reply: $0.reply, verdict: reader.judge($0.text, fact)) }
      let last = verdicts.last { $0.verdict.standing != .silent }
      let range = last.flatMap { Self.place(of: fact, in: $0.reply, by: reader, as: $0.verdict.standing) }
      return Told(standing: last?.verdict.standing ?? .silent, reply: last?.reply, range: range)
    }
    for claim in key.forbidden {
      let fact = meaning.prepared(claim.statement)
      let made = reading.replies.first {
        reader.judge(reader.prepare(Self.told(in: $0)), fact).standing == .states
      }
      guard let made else { continue }
      let range =
        Self.place(of: fact, in: made, by: reader, as: .states) ?? TextRange(0, made.text.utf8.count)
      claims.append((claim, made, range))
    }
  }

  private static func ownWords(of reply: ReadReply) -> String {
    reply.sentences.filter { $0.standing == .own }.map { reply.words(at: $0.range) }.joined(separator: " ")
  }

  /// A question claims nothing: "your full name, please?" is no full refund.
  private static func told(in reply: ReadReply) -> String {
    reply.sentences.filter { !$0.isQuestion }.map { reply.words(at: $0.range) }.joined(separator: " ")
  }

  /// The sentence that decides; nil when only the reply as a whole does.
  private static func place(
    of fact: PreparedFact, in reply: ReadReply, by reader: FactReader, as standing: FactStanding
  ) -> TextRange? {
    reply.sentences.first { sentence in
      reader.judge(reader.prepare(reply.words(at: sentence.range)), fact).standing == standing
    }?.range
  }
}
