/// Words of a reply that moved a signal, and how far.
public struct ToneWord: Hashable, Sendable {
  /// Where they stand.
  public let range: TextRange
  /// Above 0 they raised the signal, below they lowered it; 1 is about a fifth of the scale near its middle.
  public let weight: Double
}

/// One signal of a reply.
public struct ToneScore: Hashable, Sendable {
  /// 0–1.
  public let value: Double
  /// The words that raised it, strongest first, at most `ToneReading.mostWords`.
  public let raised: [ToneWord]
  /// The words that lowered it, strongest first, at most `ToneReading.mostWords`.
  public let lowered: [ToneWord]
}

/// How a reply sounds: every signal with its words.
public struct ToneReading: Hashable, Sendable {
  /// At most this many words are named either way.
  public static let mostWords = 6

  /// The encoder that took part; nil when the words alone decided.
  public let tier: EncoderTier?
  private let scores: [ToneScore]

  init(tier: EncoderTier?, scores: [ToneScore]) {
    self.tier = tier
    self.scores = scores
  }

  /// A signal's score.
  public subscript(signal: ToneSignal) -> ToneScore {
    let place = ToneSignal.allCases.firstIndex(of: signal) ?? 0
    return place < scores.count ? scores[place] : ToneScore(value: 0, raised: [], lowered: [])
  }

  /// Every signal's value, in the catalogue's order.
  public var values: [Double] { scores.map(\.value) }
}
