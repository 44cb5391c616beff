import Diagnostics
import Domain

/// A scorecard as one object of JSON, its keys always in one order; `scoring/README.md`, "Transcripts", is the manual.
struct WrittenScorecard {
  private let id: String?
  private let card: Scorecard
  private let transcript: Transcript
  private let rubric: Rubric

  init(id: String?, _ card: Scorecard, of transcript: Transcript, by rubric: Rubric) {
    self.id = id
    self.card = card
    self.transcript = transcript
    self.rubric = rubric
  }

  var json: JSONText {
    .object([
      .init("id", .maybe(id)),
      .init("quality", appliesToNothing ? .null : .hundredths(card.quality)),
      .init("withheld", .hundredths(card.fruitlessCost)),
      .init("result", .text(card.result.rawValue)),
      .init("tier", .text(card.tier)),
      .init("rubric", .text(rubric.digest)),
      .init("accuracies", accuracies),
      .init("breaches", .list(card.breaches.map(json))),
      .init("criteria", .list(card.marks.map(json))),
      .init("dimensions", .list(rubric.dimensions.map(json))),
    ])
  }

  /// Without a criterion that applies there is no quality to speak of.
  private var appliesToNothing: Bool { card.marks.allSatisfy { $0.possible == 0 } }

  private var accuracies: JSONText {
    .object(
      ErrorClass.allCases.map { .init($0.rawValue, card.accuracy[$0].map(JSONText.truth) ?? .null) })
  }

  private func json(_ breach: Breach) -> JSONText {
    .object([
      .init("rule", .text(breach.rule)), .init("title", .text(breach.title)),
      .init("class", .maybe(breach.errorClass?.rawValue)), .init("turn", .number(breach.turn)),
      .init("quote", breach.quote.map(json) ?? .null),
    ])
  }

  private func json(_ mark: Mark) -> JSONText {
    let evidence = mark.evidence
    return .object([
      .init("name", .text(mark.criterion)), .init("dimension", .text(mark.dimension)),
      .init("skill", .text(mark.skill)), .init("verdict", .text(evidence.verdict.rawValue)),
      .init("points", .hundredths(mark.earned)), .init("possible", .hundredths(mark.possible)),
      .init("advice", .truth(mark.isAdvice)), .init("checks", .list(evidence.checks.map(json))),
      .init("quotes", .list(evidence.quotes.map(json))), .init("reason", .text(evidence.reason)),
      .init("better", .maybe(evidence.better)), .init("example", .maybe(evidence.example)),
      .init("flip", evidence.flip.map(json) ?? .null),
    ])
  }

  private func json(_ check: CheckResult) -> JSONText {
    .object([
      .init("question", .text(check.question)), .init("passed", .truth(check.passed)),
      .init("counts", .hundredths(check.worth)),
    ])
  }

  private func json(_ quote: Quote) -> JSONText {
    .object([
      .init("turn", .number(quote.turn)), .init("start", .number(quote.range.start)),
      .init("end", .number(quote.range.end)), .init("role", .text(quote.role.rawValue)),
      .init("words", .text(words(at: quote.range, ofTurn: quote.turn))),
    ])
  }

  private func json(_ edit: Domain.Edit) -> JSONText {
    .object([
      .init("turn", .number(edit.turn)), .init("start", .number(edit.range.start)),
      .init("end", .number(edit.range.end)), .init("words", .text(edit.words)),
      .init("verdict", .text(edit.verdict.rawValue)),
      .init("gain", edit.gain.map(JSONText.hundredths) ?? .null),
    ])
  }

  private func json(_ dimension: Dimension) -> JSONText {
    let marks = card.marks.filter { $0.dimension == dimension.name && $0.possible > 0 }
    let possible = marks.reduce(0) { $0 + $1.possible }
    let earned = marks.reduce(0) { $0 + $1.earned }
    let quality: JSONText = possible == 0 ? .null : .hundredths(earned * 10_000 / possible)
    return .object([.init("name", .text(dimension.name)), .init("quality", quality)])
  }

  /// The words of a turn at UTF-8 offsets; none for an act at the desk.
  private func words(at range: TextRange, ofTurn turn: Int) -> String {
    guard transcript.turns.indices.contains(turn), let text = transcript.turns[turn].text else { return "" }
    let bytes = text.utf8
    let lower = min(max(range.start, 0), bytes.count)
    let upper = min(max(range.end, lower), bytes.count)
    return String(decoding: bytes.dropFirst(lower).prefix(upper - lower), as: UTF8.self)
  }
}

extension JSONText {
  /// A text, or null.
  static func maybe(_ text: String?) -> JSONText { text.map(JSONText.text) ?? .null }
}
