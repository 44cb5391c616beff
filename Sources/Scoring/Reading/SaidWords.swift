import Language

/// Who said which word when: the turns of others heard so far, by the stems in them.
struct SaidWords {
  private var heard: [HeardTurn] = []
  /// Places in `heard`, rising.
  private var places: [String: [Int]] = [:]
  private var dated: [Int] = []

  mutating func hear(_ turn: HeardTurn) {
    let place = heard.count
    heard.append(turn)
    for stem in Set(turn.reply.words.map(\.stem)) { places[stem, default: []].append(place) }
    if turn.reply.tokens.contains(where: { $0.kind == .date }) { dated.append(place) }
  }

  /// The turns with any of the stems, and those with a date where these are asked for; in order.
  func turns(with stems: [String], orDates: Bool) -> [HeardTurn] {
    let found = stems.flatMap { places[$0] ?? [] } + (orDates ? dated : [])
    return Set(found).sorted().map { heard[$0] }
  }
}
