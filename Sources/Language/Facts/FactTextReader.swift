/// Makes `FactText`s.
struct FactTextReader: Sendable {
  let judge: (any SentenceEncoder)?
  /// The judge once more when it is the transformer, which tells what each word means in its place.
  let transformer: TransformerEncoder?
  let table: StaticEncoder?
  let weights: WordWeights
  let opposites: Opposites
  private let words = FactWordMemory()

  init(
    judge: (any SentenceEncoder)?, transformer: TransformerEncoder?, table: StaticEncoder?,
    weights: WordWeights, opposites: Opposites
  ) {
    self.judge = judge
    self.transformer = transformer
    self.table = table
    self.weights = weights
    self.opposites = opposites
  }

  func read(_ text: String) -> FactText { read(Reply(text)) }

  func read(_ reply: Reply) -> FactText {
    let ruledOut = Self.ruledOut(in: reply)
    let places = FactPlaceReader.read(reply, ruledOut: ruledOut)
    let clauses = Self.clauseNumbers(of: reply)
    var terms: [FactTerm] = []
    var starts: [Int] = []
    let relative = Self.relativeClauses(of: reply)
    let read = FactTokens.read(reply.tokens)
    let spent = Set(
      read.filter { $0.isSaying && $0.hasNegator(reply.tokens) }.map { clauses[$0.tokens.lowerBound] })
    for found in read where terms.count < FactText.mostTerms {
      let index = found.tokens.lowerBound
      if Self.isNaming(reply.tokens, index) { continue }
      if index > 0, Self.isEachOther(reply.tokens[index - 1].normal, reply.tokens[index].normal) { continue }
      var place = places[index]
      if spent.contains(clauses[index]) { place.isDenied = false }
      if let term = term(
        found.token, found.figure, isRuledOut: ruledOut[index], place, clause: clauses[index],
        isTold: relative.contains(clauses[index]))
      {
        terms.append(term)
        starts.append(index)
      }
    }
    let context = transformer.map { ContextReader($0).read(reply) }
    if let context {
      for index in terms.indices { terms[index].context = context.vector(at: terms[index].range) }
    }
    return FactText(
      reply, terms, passages(reply, starts, context), fastVector: table?.encode(reply.text) ?? [],
      spent: spent)
  }

  /// "Is called Rosa" and "her name is Rosa" say no more than "is Rosa", "managed to escape" no more than "escaped".
  private static func isNaming(_ tokens: [Token], _ index: Int) -> Bool {
    switch tokens[index].normal {
    case "called", "named": index > 0 && tokens[index - 1].traits.contains(.auxiliary)
    case "failed", "fails", "fail", "managed", "manages", "manage", "forgot", "forgets", "forgotten",
      "neglected":
      index + 1 < tokens.count && tokens[index + 1].normal == "to"
    case "name": index + 1 < tokens.count && ["is", "was"].contains(tokens[index + 1].normal)
    default: false
    }
  }

  private static func isEachOther(_ first: String, _ second: String) -> Bool {
    first == "each" && second == "other" || first == "one" && second == "another"
  }

  /// The numbers of clauses that tell more of a noun: "Smith, who was born in Chicago, became mayor".
  private static func relativeClauses(of reply: Reply) -> Set<Int> {
    guard reply.clauses.count > 1 else { return [] }
    return Set(
      reply.clauses.indices.dropFirst().filter { number in
        let tokens = reply.clauses[number].tokens
        let before = tokens.lowerBound - 1
        return ["who", "which", "whose"].contains(reply.tokens[tokens.lowerBound].normal)
          && reply.tokens[before].normal == ","
          && !reply.tokens[tokens].contains { $0.normal == "?" }
          && before > 0 && reply.tokens[before - 1].kind == .word
          && reply.tokens[before - 1].traits.isDisjoint(with: WordTraits.light.union([.opener, .adverb]))
      })
  }

  private func term(
    _ token: Token, _ figure: FactFigure?, isRuledOut: Bool, _ place: FactPlace, clause: Int, isTold: Bool
  ) -> FactTerm? {
    guard token.isWordLike else { return nil }
    var stance = isRuledOut ? token.stance.union(.negated) : token.stance
    if isTold { stance.remove(.asked) }
    if token.value != nil {
      return FactTerm(
        FactWord(token, weight: 1, opposites: [], vector: []), token, figure, weight: 1, stance: stance,
        place: place, clause: clause)
    }
    if !token.traits.isDisjoint(with: .light), !Self.telling.contains(token.normal) { return nil }
    let word = words.word(of: token) {
      FactWord(
        token, weight: weights.weight(of: token.normal), opposites: opposites(of: token),
        vector: vector(token))
    }
    let isColour = token.traits.contains(.adverb) || token.traits.contains(.opener)
    return FactTerm(
      word, token, figure, weight: word.weight * (isColour ? 0.5 : 1), stance: stance, place: place,
      clause: clause)
  }

  private func opposites(of token: Token) -> [String] {
    let own = opposites.opposites(of: token.stem)
    guard let base = Grades.base(of: token.normal), base != token.normal else { return own }
    return own + opposites.opposites(of: Stemmer.stem(base))
  }

  private static func clauseNumbers(of reply: Reply) -> [Int] {
    var numbers = [Int](repeating: 0, count: reply.tokens.count)
    for (number, clause) in reply.clauses.enumerated() {
      for index in clause.tokens { numbers[index] = number }
    }
    return numbers
  }

  private func vector(_ token: Token) -> [Float] {
    guard let table else { return [] }
    return table.encode(tokens: table.pieces(of: token.normal).tokens.prefix(8).map(\.id))
  }

  /// For every token, whether its clause is denied with its last word: "delivery on Sundays is not possible".
  private static func ruledOut(in reply: Reply) -> [Bool] {
    var marks = [Bool](repeating: false, count: reply.tokens.count)
    for clause in reply.clauses.map(\.tokens) {
      let isDenied = reply.tokens[clause].contains { token in
        token.stance.contains(.negated) && ruling.contains(token.normal)
      }
      if isDenied { for index in clause { marks[index] = true } }
    }
    return marks
  }

  private static let ruling: Set<String> = [
    "possible", "available", "allowed", "permitted", "offered", "included", "covered", "true", "correct",
    "right",
    "necessary", "needed", "required", "impossible",
  ]

  /// Words of grammar that facts turn on all the same.
  private static let telling: Set<String> = [
    "before", "after", "without", "up", "down", "over", "under", "off", "out", "until", "all", "none",
    "nothing",
    "against", "through", "everyone", "everything", "nobody", "near", "down", "across", "around", "between",
  ]

  private func passages(_ reply: Reply, _ places: [Int], _ context: ContextVectors?) -> [FactPassage] {
    let whole = FactPassage(terms: 0..<places.count, vector: context?.vector ?? encode(reply.text))
    guard reply.sentences.count > 1 else { return [whole] }
    let parts = reply.sentences.prefix(FactText.mostPassages).compactMap { sentence -> FactPassage? in
      let terms = Self.indices(of: sentence.tokens, in: places)
      guard !terms.isEmpty else { return nil }
      let vector = context?.vector(at: sentence.range) ?? encode(reply.text[sentence.range])
      return FactPassage(terms: terms, vector: vector)
    }
    return [whole] + parts
  }

  private func encode(_ text: String) -> [Float] { judge?.encode(text) ?? [] }

  private static func indices(of tokens: Range<Int>, in places: [Int]) -> Range<Int> {
    let start = places.firstIndex { $0 >= tokens.lowerBound } ?? places.count
    let end = places.firstIndex { $0 >= tokens.upperBound } ?? places.count
    return start..<max(start, end)
  }
}
