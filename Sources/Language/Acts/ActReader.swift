/// Hears what the sentences of a talk do: refuse, explain, promise, ask for a secret.
///
/// Each sentence is read whole and, where it has several clauses, clause by clause. Time is linear in the text up to
/// `mostPassages`; what stands after them is not heard.
public struct ActReader: Sendable {
  /// So many sentences and clauses of one text are read.
  public static let mostPassages = 128

  private let models: [TalkSide: ActModel]
  private let branch: ActBranch?
  private let encoder: any SentenceEncoder
  private let lexicon: ToneLexicon

  /// Reads `agent.<tier>.tpm` and `customer.<tier>.tpm` in `folder` (`scoring/acts`), at the main tier `branch.tpm` too,
  /// and tone's word lists in `tone`.
  ///
  /// - Throws: `ModelFileTrouble` or `ToneTrouble`, when a file is missing, damaged or made for another encoder.
  public init(folder: String, tone: String, encoder: any SentenceEncoder) throws {
    try self.init(folder: folder, lexicon: ToneLexicon(folder: tone), encoder: encoder)
  }

  /// The same with tone's word lists already read.
  ///
  /// - Parameter isProved: whether contents are read and digested, so that a changed byte is found.
  /// - Throws: `ModelFileTrouble`, when a file is missing, damaged or made for another encoder.
  public init(
    folder: String, lexicon: ToneLexicon, encoder: any SentenceEncoder, isProved: Bool = false
  ) throws(ModelFileTrouble) {
    self.lexicon = lexicon
    self.encoder = encoder
    branch = try Self.branch(folder, encoder, isProved)
    var models: [TalkSide: ActModel] = [:]
    for side in TalkSide.allCases {
      let path = "\(folder)/\(side.rawValue).\(encoder.tier.rawValue).tpm"
      let file = try ModelFile(path: path, kind: .kernel)
      if isProved { try file.verify() }
      models[side] = try ActModel(file, of: side, encoder: encoder, branch: branch)
    }
    self.models = models
  }

  /// The branch beside the transformer; the fast tier has none.
  static func branch(
    _ folder: String, _ encoder: any SentenceEncoder, _ isProved: Bool = false
  ) throws(ModelFileTrouble) -> ActBranch? {
    guard let transformer = encoder as? TransformerEncoder else { return nil }
    let file = try ModelFile(path: "\(folder)/branch.tpm", kind: .branch)
    if isProved { try file.verify() }
    return try ActBranch(file, of: transformer)
  }

  /// The tier whose vectors it hears by.
  public var tier: EncoderTier { encoder.tier }

  /// The files it was read from.
  public var files: [ModelFile] {
    TalkSide.allCases.compactMap { models[$0]?.file } + [branch?.encoder.file].compactMap(\.self)
  }

  /// The acts one side is listened to for, in the order of `HeardActs.nearness`; nil for one this program does not know.
  public func learned(of side: TalkSide) -> [ServiceAct?] { models[side]?.acts ?? [] }

  /// Every act heard in a text, in the order of the passages; each act once a sentence, where it is heard best.
  public func acts(in reply: Reply, from side: TalkSide) -> [HeardAct] { heard(in: reply, from: side).acts }

  /// The same with how near each sentence comes to every act.
  public func heard(in reply: Reply, from side: TalkSide) -> HeardActs {
    guard let model = models[side] else { return HeardActs() }
    let passages = Self.passages(of: reply)
    let texts = passages.map { reply.meantText(of: $0.passage) }
    let vectors =
      branch?.encoder.encode(texts)
      ?? encoder.encode(texts).map { TransformerEncoder.Branched(meaning: $0, own: []) }
    let seen = zip(texts, vectors).map { text, vector in
      ActModel.Text(
        vector: vector.meaning, branched: vector.own,
        features: lexicon.features(of: Reply(text), context: nil))
    }
    let scores = model.scores(of: seen)
    var best: [Place: HeardAct] = [:]
    for (index, text) in seen.enumerated() {
      for (act, probability) in model.acts(in: text, scores[index]) {
        let place = Place(sentence: passages[index].sentence, act: act)
        if let before = best[place], before.probability >= probability { continue }
        best[place] = HeardAct(act: act, passage: passages[index].passage, probability: probability)
      }
    }
    let wholes = passages.indices.filter { $0 == 0 || passages[$0].sentence != passages[$0 - 1].sentence }
    return HeardActs(
      acts: best.sorted { $0.key < $1.key }.map(\.value), nearness: wholes.map { scores[$0] },
      vectors: wholes.map { vectors[$0].meaning })
  }

  private struct Place: Hashable, Comparable {
    var sentence: Int
    var act: ServiceAct

    static func < (one: Place, other: Place) -> Bool {
      (one.sentence, one.act.rawValue) < (other.sentence, other.act.rawValue)
    }
  }

  /// "Dear Nora," and "mate," cut from a sentence are no clauses that do anything.
  private static func says(_ clause: Passage, in reply: Reply) -> Bool {
    reply.tokens[clause.tokens].count(where: \.isWordLike) >= fewestWords
  }

  private static let fewestWords = 3

  /// Each sentence, then its clauses where it has several.
  private static func passages(of reply: Reply) -> [(sentence: Int, passage: Passage)] {
    var result: [(sentence: Int, passage: Passage)] = []
    var clause = 0
    for (index, sentence) in reply.sentences.enumerated() where result.count < mostPassages {
      result.append((index, sentence))
      let first = clause
      while clause < reply.clauses.count, reply.clauses[clause].tokens.lowerBound < sentence.tokens.upperBound
      {
        clause += 1
      }
      guard clause - first > 1 else { continue }
      result += reply.clauses[first..<clause].filter { says($0, in: reply) }.map { (index, $0) }
    }
    return Array(result.prefix(mostPassages))
  }
}
