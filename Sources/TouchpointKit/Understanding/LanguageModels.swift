import Authoring
import Language

/// What understanding needs besides a scenario: encoders, sentences that make no move, and kept vectors.
///
/// Nothing is read until it is asked for; then once, by whoever asks first. Contents of model files are proved by their
/// digests on the way in: with a damaged one the next tier stands in, and `notice` says so.
public final class LanguageModels: Sendable {
  private let opened: Prepared<Opened>

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
      Opened(
        encoders: EncoderSet(folder: scoring + "/model", isProved: true),
        background: Background(Self.lines(of: scoring + "/background/agent-talk.txt", files)),
        vectors: cache.map { DiskVectorStore(path: $0 + "/vectors") })
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

  /// One line on what is wrong with the model files and what is used instead; nil when all are whole.
  public var notice: String? { opened.value.encoders.notice }

  /// The best recogniser there is for these moves: by meaning, else by phrases.
  func recogniser(of moves: [MoveExamples]) -> any MoveRecogniser {
    let opened = opened.value
    guard let encoder = opened.encoders.best else { return PhraseRecogniser(moves) }
    let store: any VectorStore = opened.vectors ?? memory
    let recogniser = LearnedRecogniser(
      moves, encoder: encoder, store: store, background: opened.background)
    opened.vectors?.save()
    return recogniser
  }

  private let memory = MemoryVectorStore()
}
