import Diagnostics
import Language
import TouchpointKit

/// What was understood of a reply, for a trainer to read: at most 80 columns, the decision first, then its reasons.
struct ReplyExplanationPresenter {
  private let explained: ReplyExplanation
  private static let width = 80
  /// More clauses, and more words of one, are counted, not shown.
  private static let mostClauses = 12
  private static let mostWords = 24

  /// From here on the recognisers may have heard only the first clauses.
  private static let longReply = 16

  init(_ explained: ReplyExplanation) { self.explained = explained }

  private var reply: Reply { explained.reply }

  /// All lines; the reply's own words are still to be made visible.
  var lines: [String] {
    heading + words + moves + acts + facts + tone
  }

  private var heading: [String] {
    let tier =
      switch explained.tier {
      case .main: "main: the sentence encoder, with the words"
      case .fast: "fast: the table of word vectors, with the words"
      case .phrase: "phrase: words alone"
      }
    let cut = reply.truncated ? ["only the first \(Reply.limit) bytes were read"] : []
    let long =
      reply.clauses.count > Self.longReply
      ? ["a long reply: only its first clauses are heard by meaning"] : []
    return ["Decided by tier \(tier)"] + cut + long
  }

  // MARK: Words

  private var words: [String] {
    let shown = reply.clauses.prefix(Self.mostClauses)
    let rest = reply.clauses.count - shown.count
    return section("Words, clause by clause")
      + (reply.clauses.isEmpty ? ["  none"] : shown.enumerated().flatMap { clause($1, number: $0 + 1) })
      + (rest > 0 ? ["  and \(rest) more clauses"] : [])
  }

  private func clause(_ clause: Passage, number: Int) -> [String] {
    let tokens = reply.tokens[clause.tokens].filter(\.isWordLike)
    let told = tokens.prefix(Self.mostWords).map(described).joined(separator: " · ")
    let rest = tokens.count > Self.mostWords ? " · and \(tokens.count - Self.mostWords) more" : ""
    return wrapped(told + rest, first: "  \(number)  ", next: "     ")
  }

  /// A word with how it was meant, a value with what it is worth.
  private func described(_ token: Token) -> String {
    let kind = token.value == nil ? "" : " = \(token.kind.rawValue) \(token.stem)"
    let stance = token.stance.isEmpty ? "" : " (\(token.stance))"
    return short(token.normal, 24) + short(kind, 32) + stance
  }

  // MARK: Moves

  private var moves: [String] {
    guard !explained.moves.isEmpty else { return [] }
    let ranked = explained.moves.enumerated().sorted { one, two in
      let (left, right) = (one.element.explanation, two.element.explanation)
      if left.isMade != right.isMade { return left.isMade }
      return left.confidence == right.confidence
        ? one.offset < two.offset : left.confidence > right.confidence
    }.map(\.element)
    return section("Moves (\(MoveExplanation.threshold) of 1000 makes one)")
      + ranked.flatMap(lines(of:))
  }

  private func lines(of move: ReplyExplanation.Move) -> [String] {
    let told = move.explanation
    let head = "\(told.isMade ? "YES" : "no ")  \(move.name)  \(told.confidence)"
    let isFar = told.confidence < 200 && (told.refusal == .unlike || told.refusal == nil)
    guard !isFar else { return ["  " + head] }
    return ["  " + head] + drawn(told) + wrapped("because " + told.why, first: "       ", next: "         ")
      + told.nearest.prefix(told.isMade ? 2 : 1).flatMap(near) + shared(told)
  }

  private func near(_ likeness: MoveExplanation.Likeness) -> [String] {
    let by = explained.tier == .phrase ? "" : ", \(likeness.wordShare / 10) % of it by the same words"
    return wrapped(
      "like '\(short(likeness.example, 160))' (\(likeness.likeness)\(by))", first: "       ",
      next: "         ")
  }

  private func shared(_ told: MoveExplanation) -> [String] {
    guard !told.shared.isEmpty else { return [] }
    let words = told.shared.prefix(8).map { "'\(short($0, 24))'" }.joined(separator: " ")
    return wrapped("shares \(words)", first: "       ", next: "         ")
  }

  /// The sentence of the first span with strokes under what was heard.
  private func drawn(_ told: MoveExplanation) -> [String] {
    guard let first = told.spans.first else { return [] }
    let sentence = reply.sentences.first { $0.range.overlaps(first) }?.range ?? first
    let text = short(reply.text[sentence], 300)
    let source = SourceFile(path: "reply", text: text)
    let start = sentence.utf8.lowerBound
    let marks = told.spans.filter { sentence.overlaps($0) && $0.utf8.lowerBound - start < text.utf8.count }
      .map {
        Underline(
          source.span($0.utf8.lowerBound - start, min($0.utf8.upperBound - start, text.utf8.count)),
          told.isMade ? .earned : .lost)
      }
    let drawn = AnnotatedText.reply(text, name: "", marks: marks, width: Self.width - 7)
    return drawn.plain.split(separator: "\n").map { "      \($0)" }
  }

  // MARK: Acts, facts and tone

  private var acts: [String] {
    guard explained.tier != .phrase else { return [] }
    let heard = explained.acts.prefix(Self.mostWords).flatMap { heard in
      wrapped(
        "'\(short(reply.text[heard.passage.range], 160))'",
        first: "  \(heard.act.rawValue.padded(to: 16)) \(percent(heard.probability)) %  ",
        next: String(repeating: " ", count: 25))
    }
    return section("What it does, by meaning (criteria hear it beside their phrases)")
      + (heard.isEmpty ? ["  nothing that was learned"] : heard)
  }

  private var facts: [String] {
    guard !explained.facts.isEmpty else { return [] }
    return section("Facts to tell and claims never to make")
      + explained.facts.flatMap { fact in
        let verdict = "\(fact.isForbidden ? "never " : "")\(fact.name): \(fact.verdict.standing.rawValue)"
        let because = fact.verdict.because.prefix(4).map { short("\($0)", 80) }.joined(separator: ", ")
        return ["  \(verdict)  (stated \(percent(fact.verdict.score)) %)"]
          + wrapped("'\(short(fact.text, 200))'", first: "       ", next: "         ")
          + (because.isEmpty ? [] : wrapped("because \(because)", first: "       ", next: "         "))
      }
  }

  private var tone: [String] {
    guard let reading = explained.tone else { return section("Tone") + ["  its weights are not at hand"] }
    return section("Tone (0 to 100; + raised it, - lowered it)")
      + ToneSignal.allCases.flatMap { signal in
        let score = reading[signal]
        let name = "  " + signal.rawValue.padded(to: 18) + String(percent(score.value)).leading(to: 4)
        let words = words(score.raised, "+") + words(score.lowered, "-")
        return wrapped(words, first: name + "  ", next: String(repeating: " ", count: 26))
      }
  }

  private func words(_ words: [ToneWord], _ sign: String) -> String {
    words.prefix(4).map { "\(sign)'\(short(reply.text[$0.range], 24))' " }.joined()
  }

  // MARK: Layout

  private func section(_ title: String) -> [String] { ["", title] }

  private func percent(_ share: Double) -> Int {
    share.isFinite ? Int((min(max(share, 0), 1) * 100).rounded()) : 0
  }

  /// One safe line of at most so many characters.
  private func short(_ text: String, _ most: Int) -> String {
    let line = VisibleText.oneLine(String(text.prefix(most)))
    return text.dropFirst(most).isEmpty ? line : line + "…"
  }

  private func wrapped(_ text: String, first: String, next: String) -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) > Self.width {
        lines.append(line)
        (line, isEmpty) = (next, true)
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }
}

extension String {
  /// Filled up with blanks on the right.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// Filled up with blanks on the left.
  fileprivate func leading(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
