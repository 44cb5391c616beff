import Diagnostics
import Domain

/// The trainee's own words with strokes under what earned or lost, one reply after the other.
struct QuotedWords {
  var transcript: Transcript
  var width: Int

  /// The annotated replies, by turn; quotes that point at no words (an act at the desk) show the act.
  func lines(_ quotes: [Quote]) -> [String] {
    let turns = quotes.map(\.turn).reduce(into: [Int]()) { unique, turn in
      if !unique.contains(turn) { unique.append(turn) }
    }
    return turns.sorted().flatMap { turn in lines(turn: turn, quotes.filter { $0.turn == turn }) }
  }

  private func lines(turn: Int, _ quotes: [Quote]) -> [String] {
    guard transcript.turns.indices.contains(turn) else { return [] }
    let name = "turn \(transcript.replyNumber(ofTurn: turn))"
    guard let text = transcript.turns[turn].text else { return acts(quotes, name) }
    let source = SourceFile(path: name, text: text)
    let marks = quotes.map { quote in
      Underline(
        source.span(quote.range.start, quote.range.end),
        quote.role == .earned ? .earned : .lost, quote.note)
    }
    let drawn = AnnotatedText.reply(text, name: name, marks: marks, width: width - 4)
    return drawn.plain.split(separator: "\n").map { "    \($0)" }
  }

  private func acts(_ quotes: [Quote], _ name: String) -> [String] {
    quotes.map { "    \(name) | \($0.note)" }
  }
}
