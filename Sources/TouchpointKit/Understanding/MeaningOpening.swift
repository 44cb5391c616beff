import Authoring
import Language
import Scoring

/// Opens what criteria read talks with at one tier: facts, tone, acts and learned checks.
///
/// What cannot be used is left out, and a line says which file it is, what is wrong with it and what is done without it.
struct MeaningOpening: Sendable {
  let reader: MeaningReader
  /// One line for each file that cannot be used.
  let troubles: [String]

  /// - Parameters:
  ///   - tier: the tier to read at; nil is words alone, for which no acts are learned.
  ///   - scoring: the folder with `facts`, `tone`, `acts` and `checks` in it.
  init(_ encoders: EncoderSet, tier: EncoderTier?, scoring: String, files: any LibraryFiles) {
    // Facts on another thread, tone and acts on this one: they take about as long.
    let model = Prepared { Self.facts(scoring, Self.opposites(scoring, files), files) }
    model.begin()
    let encoder = tier.flatMap(encoders.encoder)
    let (tone, toneTrouble) = Self.opened("how replies sound is not read") {
      try ToneReader(folder: scoring + "/tone", encoder: encoder)
    }
    let lexicon = tone?.lexicon ?? (try? ToneLexicon(folder: scoring + "/tone"))
    let (acts, actsTrouble) = Self.acts(scoring, lexicon, encoder)
    let (checks, checksTrouble) = Self.checks(scoring, acts, files)
    let (facts, factsTroubles) = model.value
    reader = MeaningReader(
      facts: FactReader(encoders, model: facts ?? .byHand, tier: tier), tone: tone, acts: acts, checks: checks
    )
    troubles = factsTroubles + [toneTrouble, actsTrouble, checksTrouble].compactMap(\.self)
  }

  private static func opposites(_ scoring: String, _ files: any LibraryFiles) -> (String?, String?) {
    opened("facts know no opposites") { try content(of: scoring + "/facts/antonyms.txt", files) }
  }

  private static func facts(
    _ scoring: String, _ opposites: (text: String?, trouble: String?), _ files: any LibraryFiles
  ) -> (FactModel?, [String]) {
    let (path, instead) = (scoring + "/facts/facts.weights", "facts are weighed by rule of thumb")
    let (text, unread) = opened(instead) { try content(of: path, files) }
    guard let text else { return (nil, [unread].compactMap(\.self)) }
    let (model, malformed) = opened(instead, in: path) {
      try FactModel(weights: text, opposites: opposites.text ?? "")
    }
    return (model, [opposites.trouble, malformed].compactMap(\.self))
  }

  private static func acts(
    _ scoring: String, _ lexicon: ToneLexicon?, _ encoder: (any SentenceEncoder)?
  ) -> (ActReader?, String?) {
    guard let encoder else { return (nil, nil) }
    let instead = "criteria hear phrases alone"
    guard let lexicon else { return (nil, "acts need the word lists of tone; \(instead)") }
    return opened(instead) {
      try ActReader(folder: scoring + "/acts", lexicon: lexicon, encoder: encoder, isProved: true)
    }
  }

  private static func checks(
    _ scoring: String, _ acts: ActReader?, _ files: any LibraryFiles
  ) -> (LearnedChecks?, String?) {
    guard let acts else { return (nil, nil) }
    let (path, instead) = ("\(scoring)/checks/\(acts.tier.rawValue).tsv", "criteria go by their rules alone")
    let (text, trouble) = opened(instead) { try content(of: path, files) }
    guard let text else { return (nil, trouble) }
    return opened(instead, in: path) { try LearnedChecks(text: text, acts: acts) }
  }

  /// What was made, or the line that says why it could not be.
  private static func opened<Made>(
    _ instead: String, in path: String? = nil, _ make: () throws -> Made
  ) -> (Made?, String?) {
    do { return (try make(), nil) } catch {
      let trouble = (error as? ModelFileTrouble).map(\.withDigest) ?? "\(error)"
      return (nil, (path.map { "\($0): " } ?? "") + trouble + "; \(instead)")
    }
  }

  private static func content(of path: String, _ files: any LibraryFiles) throws(FileTrouble) -> String {
    String(decoding: try files.read(path, limit: 1 << 22), as: UTF8.self)
  }
}
