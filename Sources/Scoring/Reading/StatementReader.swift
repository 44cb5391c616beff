import Domain
import Language

/// Finds where given statements are made, or gone against, in any words that keep their meaning.
struct StatementReader {
  private let understanding: MeaningReader

  init(_ reading: Reading) { understanding = reading.understanding }

  /// A stretch of a turn.
  struct Place: Hashable {
    var turn: Int
    var range: TextRange
  }

  /// Where a statement is made first, and where it is gone against without being made.
  struct Places: Hashable {
    var made: Place?
    /// Where it is said in part, or in words that leave it in doubt.
    var nearly: Place?
    var against: Place?
  }

  /// The places of each statement, in their order.
  func places(of statements: [String], in replies: [ReadReply]) -> [Places] {
    let sentences = replies.flatMap { reply in
      reply.sentences.map { (Place(turn: reply.turn, range: $0.range), reply.words(at: $0.range)) }
    }
    let read = sentences.map { ($0.0, understanding.facts.prepare($0.1)) }
    return statements.map { statement in
      let fact = understanding.prepared(FactStatement([statement]))
      let verdicts = read.map { ($0.0, understanding.facts.judge($0.1, fact)) }
      let made = verdicts.first { $0.1.standing == .states }?.0
      let open = made == nil ? verdicts : []
      let nearly = open.first { Self.comesNear($0.1) }?.0
      let against = nearly == nil ? open.first { Self.goesAgainst($0.1) }?.0 : nil
      return Places(made: made, nearly: nearly, against: against)
    }
  }

  /// From here on a sentence speaks of the statement; sentences about other things stay below a quarter.
  private static let half = 0.28

  /// Whether a sentence speaks of the statement and neither denies it nor puts another value in its place.
  private static func comesNear(_ verdict: FactVerdict) -> Bool {
    verdict.score >= half
      && !verdict.because.contains { $0.kind == .denied || $0.kind == .opposite || $0.kind == .otherValue }
  }

  /// Whether one reply has the values of a statement and at least half of what it speaks of, denied where it is.
  ///
  /// Too little to call the statement made, and too much to call it left out beyond doubt.
  static func isTouched(_ statement: String, in replies: [Reply]) -> Bool {
    let said = Reply(statement)
    let words = said.tokens.filter { $0.kind == .word && $0.carriesContent }
    let isDenied = words.contains { $0.stance.contains(.negated) }
    let values = said.values.map(\.value)
    let beginnings = Set(words.map { $0.stem.prefix(4) })
    return replies.contains { reply in
      let heard = reply.tokens.filter { $0.kind == .word && $0.stance.contains(.negated) == isDenied }
      let shared = beginnings.intersection(heard.map { $0.stem.prefix(4) }).count
      return values.allSatisfy { value in reply.values.contains { $0.value.agrees(with: value) } }
        && shared > 0 && shared * 2 >= beginnings.count || isTimeGiven(said, in: reply)
        || isSameMonth(said, in: reply)
    }
  }

  /// "You have a fortnight to change your mind" for "you can withdraw within 14 days": the same time, and the
  /// listener's.
  private static func isTimeGiven(_ statement: Reply, in reply: Reply) -> Bool {
    let times = statement.tokens.filter { $0.kind == .duration }.compactMap(\.value)
    guard !times.isEmpty, times.count == statement.values.count, statement.words.first?.normal == "you" else {
      return false
    }
    let isFortnight = Reply("14 days").values.first.map { given in
      times.contains { $0.agrees(with: given.value) }
    }
    return reply.tokens.indices.contains { index in
      let isSame =
        reply.tokens[index].value.map { value in times.contains { $0.agrees(with: value) } } ?? false
        || reply.tokens[index].normal == "fortnight" && isFortnight ?? false
      guard isSame else { return false }
      let lead = reply.tokens[..<index].filter(\.isWordLike).suffix(4).map(\.normal)
      return zip(lead, lead.dropFirst()).contains { $0 == "you" && ["have", "get", "can"].contains($1) }
    }
  }

  /// "Each year in April it becomes dearer" for "the price rises every April": a month that both name, and no figure.
  private static func isSameMonth(_ statement: Reply, in reply: Reply) -> Bool {
    guard let month = statement.words.first(where: { months.contains($0.normal) }) else { return false }
    return !statement.tokens.contains { [.money, .percent].contains($0.kind) }
      && reply.tokens.contains { $0.normal == month.normal && $0.stance.isAsserted }
  }

  private static let months: Set<String> = [
    "january", "february", "april", "june", "july", "august", "september", "october", "november", "december",
  ]

  /// A contradiction the reader is sure of.
  private static func goesAgainst(_ verdict: FactVerdict) -> Bool {
    verdict.standing == .contradicts && verdict.contradiction >= 0.6
  }
}
