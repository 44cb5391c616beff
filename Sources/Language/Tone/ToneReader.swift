/// Reads how a reply sounds: linear models over words, cues, measures and, where there is one, an encoder's vector.
///
/// The weights are made by `scoring/build/tone.py`; what each signal was learned from stands in `scoring/tone/README.md`.
public struct ToneReader: Sendable {
  /// The word lists it read.
  public let lexicon: ToneLexicon
  private let weights: ToneWeights
  private let encoder: (any SentenceEncoder)?

  /// The tier whose weights are used; nil without an encoder.
  public var tier: EncoderTier? { encoder?.tier }

  /// Reads the word lists and weights in `folder` (`scoring/tone`).
  ///
  /// - Throws: `ToneTrouble` when a file is missing or a line in it has another form.
  public init(folder: String, encoder: (any SentenceEncoder)?) throws(ToneTrouble) {
    lexicon = try ToneLexicon(folder: folder)
    weights = try ToneWeights(folder: folder, tier: encoder?.tier, dimension: encoder?.dimension ?? 0)
    self.encoder = encoder
  }

  /// Reads a reply, and the turn it answers where that is known.
  public func read(_ reply: Reply, context: Reply? = nil) -> ToneReading {
    read(
      reply, context: context, vector: vector(of: reply), contextVector: context.map(vector(of:)) ?? [])
  }

  /// The same with vectors that are already at hand, made by this reader's encoder of the whole texts.
  ///
  /// A vector of another length counts as none.
  public func read(_ reply: Reply, context: Reply?, vector: [Float], contextVector: [Float]) -> ToneReading {
    guard reply.tokens.contains(where: lexicon.isReadable) else { return Self.silent(tier) }
    let features = lexicon.features(of: reply, context: context)
    var sums = weights.biases
    var shares = ToneShares(signals: sums.count)
    for feature in features {
      let moves = weights.moves(by: feature.name)
      guard !moves.isEmpty else { continue }
      let places = shares.places(of: feature)
      for move in moves {
        sums[move.signal] += move.weight * feature.value
        shares.add(move.weight, of: feature, at: places, to: move.signal)
      }
    }
    let cosine = Self.product(contextVector.map(Double.init), vector)
    for signal in sums.indices {
      sums[signal] += Self.product(weights.vectors[signal], vector)
      sums[signal] += weights.cosines[signal] * cosine
    }
    let scores = sums.indices.map { signal in
      ToneScore(
        value: Self.squashed(sums[signal]), raised: shares.strongest(of: signal, sign: 1),
        lowered: shares.strongest(of: signal, sign: -1))
    }
    return ToneReading(tier: tier, scores: scores)
  }

  private func vector(of reply: Reply) -> [Float] { encoder?.encode(reply.text) ?? [] }

  private static func product(_ weights: [Double], _ vector: [Float]) -> Double {
    guard weights.count == vector.count else { return 0 }
    return zip(weights, vector).reduce(0) { $0 + $1.0 * Double($1.1) }
  }

  /// From any number to 0–1, steepest at 0: square roots alone, so the same bits on every machine.
  static func squashed(_ sum: Double) -> Double {
    guard sum.isFinite else { return sum > 0 ? 1 : 0 }
    let half = min(max(sum, -1e6), 1e6) / 2
    return 0.5 + 0.5 * half / (1 + half * half).squareRoot()
  }

  /// A reply in which nothing can be read shows nothing.
  private static func silent(_ tier: EncoderTier?) -> ToneReading {
    let scores = ToneSignal.allCases.map { signal in
      ToneScore(value: signal == .sentiment ? 0.5 : 0, raised: [], lowered: [])
    }
    return ToneReading(tier: tier, scores: scores)
  }
}
