import Authoring
import Language
import Scoring

/// What understanding needs besides a scenario: encoders, sentences that make no move, and kept vectors.
///
/// Nothing is read until it is asked for; then once, by whoever asks first. Contents of model files are proved by their
/// digests on the way in: with a damaged one the next tier stands in, and `notice` says so.
public final class LanguageModels: Sendable {
  private let opened: Prepared<Opened>
  private let read: Prepared<MeaningOpening>
  private let reading: @Sendable (EncoderTier?) -> MeaningReader

  private struct Opened {
    var encoders: EncoderSet
    var background: Background
    var vectors: DiskVectorStore?
  }

  /// - Parameters:
  ///   - scoring: the folder with `model` and `background` in it.
  ///   - cache: the folder where vectors are kept from run to run; without one they are kept in memory.
  public init(scoring: String, files: any LibraryFiles = DiskFiles(), cache: String?) {
    opened = Prepared {
      let encoders = EncoderSet(folder: scoring + "/model", isProved: true)
      return Opened(
        encoders: encoders,
        background: Background(Self.lines(of: scoring + "/background/agent-talk.txt", files)),
        vectors: cache.map { DiskVectorStore(path: $0 + "/vectors") })
    }
    read = Prepared { [opened] in
      let encoders = opened.value.encoders
      return MeaningOpening(encoders, tier: encoders.best?.tier, scoring: scoring, files: files)
    }
    reading = { [opened] tier in
      MeaningOpening(opened.value.encoders, tier: tier, scoring: scoring, files: files).reader
    }
  }

  /// The sentences of a list, one a line; `#` begins a remark. A list that cannot be read has none.
  private static func lines(of path: String, _ files: any LibraryFiles) -> [String] {
    guard let bytes = try? files.read(path, limit: 1 << 20) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
      .filter { !$0.hasPrefix("#") }
  }

  /// Every encoder that could be opened.
  public var encoders: EncoderSet { opened.value.encoders }

  /// One line on what is wrong with the files understanding needs and what is done instead; nil when all are whole.
  public var notice: String? {
    let troubles = [opened.value.encoders.notice].compactMap(\.self) + read.value.troubles
    return troubles.isEmpty ? nil : troubles.joined(separator: "; ")
  }

  /// The encoder of a tier, or of the next below it that is there; nil for phrases.
  func encoder(at tier: RecognitionTier) -> (any SentenceEncoder)? {
    switch tier {
    case .main: opened.value.encoders.best
    case .fast: opened.value.encoders.fast
    case .phrase: nil
    }
  }

  /// The best recogniser there is for these moves up to a tier: by meaning, else by phrases.
  func recogniser(of moves: [MoveExamples], at tier: RecognitionTier = .main) -> any MoveRecogniser {
    let opened = opened.value
    guard let encoder = encoder(at: tier) else { return PhraseRecogniser(moves) }
    let store: any VectorStore = opened.vectors ?? memory
    let recogniser = LearnedRecogniser(
      moves, encoder: encoder, store: store, background: opened.background)
    opened.vectors?.save()
    return recogniser
  }

  private let memory = MemoryVectorStore()

  /// What criteria read facts and tone with: the best encoder there is, else words alone.
  public var understanding: MeaningReader { read.value.reader }

  /// The same at one tier; nil is words alone.
  public func understanding(at tier: EncoderTier?) -> MeaningReader { reading(tier) }
}
