import Diagnostics
import Domain
import Language

/// S611: what the score needs stands in one random variant of a customer's line and in no other.
///
/// Only what is sure is told: a value no other text holds, or a question another variant does not even touch on.
enum ScoreByVariant: ScenarioCheck {
  static let page = CheckPage(
    "S611", "score-by-variant", .warning, title: "the score depends on a random variant",
    why: """
      The seed picks one of a line's variants. Where one alone names a value that points need, or asks the question \
      that a required fact answers, two trainees who do the same do not get the same.
      """,
    triggering: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, my apologies for the wait, we let you down there]
        explain:
          like: [case C-7781 is at the depot, nobody has touched C-7781 since Monday, the carrier lost C-7781]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      beats:
        hello:
          channel: chat
          say:
            - Where is my parcel? Your colleague opened case C-7781.
            - Where is my parcel? Your colleague opened a case.
          expect:
            apologise: {go: solved}
      """,
    clean: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, my apologies for the wait, we let you down there]
        explain:
          like: [case C-7781 is at the depot, nobody has touched C-7781 since Monday, the carrier lost C-7781]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      beats:
        hello:
          channel: chat
          say:
            - Where is my parcel? Your colleague opened case C-7781.
            - C-7781 is my case. Where is my parcel?
          expect:
            apologise: {go: solved}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    let needs = Need.all(in: subject)
    guard !needs.isEmpty else { return [] }
    let lines = subject.draft.beats.flatMap(\.variedLines)
    return lines.flatMap { variants in
      let elsewhere = Heard(subject.shownTexts(without: variants))
      return needs.compactMap { finding(for: $0, among: variants, elsewhere) }
    }
  }

  private static func finding(
    for need: Need, among variants: [Written], _ elsewhere: Heard
  ) -> Diagnostic? {
    let heard = variants.map { Heard([$0.text]) }
    for (index, variant) in variants.enumerated() {
      let others = heard.indices.filter { $0 != index }.map { heard[$0] }
      if let value = need.values.first(where: { value in
        heard[index].names(value) && !elsewhere.names(value) && others.contains { !$0.names(value) }
      }) {
        return page.found(
          "only some variants name '\(value.written)', and \(need.title) needs it",
          at: variant.place.label("named here"), others: [need.name.place.label("cannot do without it")],
          help: "name it in every variant, at the desk or in an article")
      }
      if let question = need.question, heard[index].asks(question), !elsewhere.touches(all: question),
        others.contains(where: { !$0.mayAsk(question) })
      {
        return page.found(
          "only some variants ask what \(need.title) answers", at: variant.place.label("asked here"),
          others: [need.name.place.label("counts in every play")],
          help: "ask it in every variant, or in none")
      }
    }
    return nil
  }
}

/// Something that counts, and what one must have heard to say it.
private struct Need {
  var name: Written
  /// As messages name it.
  var title: String
  /// The values that every way of saying it holds.
  var values: [Heard.Named]
  /// The question it answers, in words that tell something; nil when it answers none.
  var question: Set<String>?

  /// Criteria that cannot be earned without a move, then required facts.
  static func all(in subject: Subject) -> [Need] {
    let criteria = zip(subject.story.criteria, subject.draft.rubric.criteria).flatMap { criterion, draft in
      guard criterion.weight > 0 else { return [Need]() }
      let moves = Set(criterion.earn.flatMap(\.indispensable)).sorted()
      return moves.filter(subject.story.moves.indices.contains).map { move in
        let examples = subject.story.moves[move].like
        return Need(
          name: draft.name, title: "the criterion '\(draft.name.text)'", values: Heard.shared(by: examples))
      }
    }
    let needs = criteria + (subject.countsFacts ? subject.draft.requiredFacts.map(Need.init) : [])
    return needs.filter { !$0.values.isEmpty || $0.question != nil }
  }

  private init(name: Written, title: String, values: [Heard.Named]) {
    self.name = name
    self.title = title
    self.values = values
  }

  private init(_ fact: RequiredFactDraft) {
    let ways = [fact.statement.text].compactMap(\.self) + fact.statement.good
    self.init(
      name: fact.name, title: "the required fact '\(fact.name.text)'",
      values: Heard.shared(by: ways.map(\.text)))
    let words = fact.statement.question.map { Heard.content(of: $0.text) } ?? []
    question = words.count >= Self.fewestWords ? words : nil
  }

  /// One word alone may stand in many questions.
  private static let fewestWords = 2
}

/// What texts name and ask.
private struct Heard {
  /// A value as it was first written.
  struct Named {
    var value: Value
    var written: String
  }

  private var values: [Value] = []
  private var sentences: [Set<String>] = []
  private var questions: [Set<String>] = []
  private var words: Set<String> = []

  init(_ texts: [String]) {
    for text in texts {
      let reply = Reply(text)
      values += reply.values.map(\.value)
      words.formUnion(Self.content(of: text))
      sentences.append(Self.content(of: text))
      for sentence in reply.sentences {
        let said = String(reply.text[sentence.range])
        if said.hasSuffix("?") { questions.append(Self.content(of: said)) }
      }
    }
  }

  func names(_ named: Named) -> Bool { values.contains { $0.agrees(with: named.value) } }

  /// Whether one question asks it in all of its words.
  func asks(_ question: Set<String>) -> Bool { questions.contains { question.isSubset(of: $0) } }

  /// Whether one text has all of its words.
  func touches(all question: Set<String>) -> Bool { sentences.contains { question.isSubset(of: $0) } }

  /// Whether it may be asked here in other words: by any question, or by one of its words.
  func mayAsk(_ question: Set<String>) -> Bool { !questions.isEmpty || !words.isDisjoint(with: question) }

  static func content(of text: String) -> Set<String> { Set(ExampleWords(text).content.map(\.stem)) }

  /// The telling values that every text names. A small number may be a figure of speech.
  static func shared(by texts: [String]) -> [Named] {
    guard let first = texts.first else { return [] }
    let rest = texts.dropFirst().map { Heard([$0]) }
    let reply = Reply(first)
    return reply.values.filter { isTelling($0.token) }.map { value, token in
      Named(value: value, written: first.part(at: token.range.utf8))
    }
    .filter { named in rest.allSatisfy { $0.names(named) } }
  }

  private static func isTelling(_ token: Token) -> Bool {
    switch token.kind {
    case .money, .identifier, .percent, .time, .date: true
    case .number: token.normal.utf8.count { $0 >= 48 && $0 <= 57 } >= 2
    case .word, .duration, .address, .punctuation, .emoji: false
    }
  }
}

extension Condition {
  /// The moves without which it cannot hold.
  fileprivate var indispensable: Set<Int> {
    switch self {
    case .said(let move): return [move]
    case .all(let parts): return parts.reduce(into: []) { $0.formUnion($1.indispensable) }
    case .any(let parts):
      guard let first = parts.first else { return [] }
      return parts.dropFirst().reduce(first.indispensable) { $0.intersection($1.indispensable) }
    case .fact, .gauge, .counter, .did, .ended, .goal, .not: return []
    }
  }
}

extension BeatDraft {
  /// The lines of which the seed picks one, each list by itself. What `otherwise` says is left out: it comes again,
  /// and then another variant.
  fileprivate var variedLines: [[Written]] {
    let rules = expect.map(\.consequence) + actions.map(\.consequence) + timers.map(\.consequence)
    return ([say] + rules.map(\.say)).filter { $0.count > 1 }
  }
}

extension Subject {
  /// Whether a shared rubric, which asks for required facts, gives points here.
  fileprivate var countsFacts: Bool { (draft.rubric.house?.weight?.points ?? 0) > 0 }

  /// Everything else that a trainee can see or hear, or work out from the case.
  fileprivate func shownTexts(without variants: [Written]) -> [String] {
    let left = Set(variants)
    var texts: [Written] = []
    for beat in draft.beats { beat.addTexts(to: &texts) }
    texts.removeAll(where: left.contains)
    texts += draft.thread.map(\.text) + draft.customer.tellsIfAsked.map(\.text)
    let customer = draft.customer
    let records = customer.crm + customer.orders.flatMap(\.fields)
    let desk = customer.orders.map(\.id) + customer.orders.compactMap { $0.paid?.description }
    let articles = resolution.linked.articles.map(\.text)
    let limits = resolution.linked.policies.compactMap { $0.limit?.description }
    return texts.map(\.text) + records.map(\.text) + desk + articles + limits + [draft.title, customer.goal]
      + customer.knows
  }
}

extension String {
  /// Some of its UTF-8 bytes.
  fileprivate func part(at range: Range<Int>) -> String {
    String(decoding: utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }
}
