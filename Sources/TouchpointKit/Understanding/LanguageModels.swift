import Authoring
import Language
import Scoring

/// What understanding needs besides a scenario: encoders, sentences that make no move, and kept vectors.
///
/// Nothing is read until it is asked for; then once, by whoever asks first. Contents of model files are proved by their
/// digests on the way in: with a damaged one the next tier stands in, and `notice` says so.
public final class LanguageModels: Sendable {
  private let opened: Prepared<Opened>
  private let read: Prepared<MeaningReader>
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
      return Self.reader(encoders, tier: encoders.best?.tier, scoring, files)
    }
    reading = { [opened] tier in Self.reader(opened.value.encoders, tier: tier, scoring, files) }
  }

  /// Facts, tone, acts and checks at one tier; weights that cannot be read leave facts to the words, tone and acts unread
  /// and the checks to their rules.
  private static func reader(
    _ encoders: EncoderSet, tier: EncoderTier?, _ scoring: String, _ files: any LibraryFiles
  ) -> MeaningReader {
    @Sendable func text(_ name: String) -> String? {
      (try? files.read("\(scoring)/facts/\(name)", limit: 1 << 22)).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    // Facts on another thread, tone and acts on this one: they take about as long.
    let model = Prepared {
      text("facts.weights").flatMap { try? FactModel(weights: $0, opposites: text("antonyms.txt") ?? "") }
    }
    model.begin()
    let encoder = tier.flatMap(encoders.encoder)
    let tone = try? ToneReader(folder: scoring + "/tone", encoder: encoder)
    let lexicon = tone?.lexicon ?? (try? ToneLexicon(folder: scoring + "/tone"))
    let acts = encoder.flatMap { encoder in
      lexicon.flatMap { try? ActReader(folder: scoring + "/acts", lexicon: $0, encoder: encoder) }
    }
    let checks = acts.flatMap { acts in
      (try? files.read("\(scoring)/checks/\(acts.tier.rawValue).tsv", limit: 1 << 22)).map {
        LearnedChecks(text: String(decoding: $0, as: UTF8.self), acts: acts)
      }
    }
    return MeaningReader(
      facts: FactReader(encoders, model: model.value ?? .byHand, tier: tier), tone: tone, acts: acts,
      checks: checks)
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
  public var understanding: MeaningReader { read.value }

  /// The same at one tier; nil is words alone.
  public func understanding(at tier: EncoderTier?) -> MeaningReader { reading(tier) }
}
