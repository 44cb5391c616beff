/// The encoders that could be opened, and a line for each that could not.
///
/// Opening maps three files and reads their headers: well under 10 ms. Contents are digested only where that is asked
/// for: it reads every byte, some 25 ms.
public struct EncoderSet: Sendable {
  /// The transformer, when its file and the vocabulary are sound.
  public let main: TransformerEncoder?
  /// The static table, when its file and the vocabulary are sound.
  public let fast: StaticEncoder?
  /// The tokeniser both tiers share.
  public let tokenizer: WordPiece?
  /// Every file that was opened.
  public let files: [ModelFile]
  /// What is wrong with each file that cannot be used; damaged ones with the digest of what is there.
  public let troubles: [String]

  /// One clear line for each file that cannot be used: what is wrong and what is used instead.
  public var notices: [String] { troubles.map { "\($0); \(instead)" } }

  /// All of it in one line; nil when nothing is wrong.
  public var notice: String? {
    troubles.isEmpty ? nil : (troubles + [instead]).joined(separator: "; ")
  }

  private var instead: String {
    if main != nil { return "replies are understood by the main tier alone, without word-level reasons" }
    return fast != nil
      ? "replies are understood by the fast tier" : "replies are understood by their phrases alone"
  }

  /// The best encoder there is: main, else fast, else none, and replies are understood by phrases.
  public var best: (any SentenceEncoder)? { main ?? fast }

  /// The encoder of a tier, if it could be opened.
  public func encoder(_ tier: EncoderTier) -> (any SentenceEncoder)? {
    switch tier {
    case .main: main
    case .fast: fast
    }
  }

  /// Opens `vocabulary.tpm`, `minilm.tpm` and `static.tpm` in `folder`. Never fails: see `troubles`.
  ///
  /// - Parameter isProved: whether contents are read and digested, so that a changed byte is found.
  public init(folder: String, isProved: Bool = false) {
    var opening = Opening(folder: folder, isProved: isProved)
    tokenizer = opening.tokenizer()
    fast = opening.fast(tokenizer)
    main = opening.main(tokenizer)
    files = opening.files
    troubles = opening.troubles
  }
}

/// Opens the files one by one and keeps what went wrong.
private struct Opening {
  let folder: String
  let isProved: Bool
  private(set) var files: [ModelFile] = []
  private(set) var troubles: [String] = []

  init(folder: String, isProved: Bool) {
    self.folder = folder
    self.isProved = isProved
  }

  mutating func tokenizer() -> WordPiece? {
    open("vocabulary.tpm", .vocabulary) { file throws(ModelFileTrouble) in try WordPiece(file) }
  }

  mutating func fast(_ tokenizer: WordPiece?) -> StaticEncoder? {
    guard let tokenizer else { return nil }
    return open("static.tpm", .staticTable) { file throws(ModelFileTrouble) in
      try StaticEncoder(file, tokenizer: tokenizer)
    }
  }

  mutating func main(_ tokenizer: WordPiece?) -> TransformerEncoder? {
    guard let tokenizer else { return nil }
    return open("minilm.tpm", .transformer) { file throws(ModelFileTrouble) in
      try TransformerEncoder(file, tokenizer: tokenizer)
    }
  }

  private mutating func open<Made>(
    _ name: String, _ kind: ModelFileKind, make: (ModelFile) throws(ModelFileTrouble) -> Made
  ) -> Made? {
    do throws(ModelFileTrouble) {
      let file = try ModelFile(path: "\(folder)/\(name)", kind: kind)
      if isProved { try file.verify() }
      let made = try make(file)
      files.append(file)
      return made
    } catch {
      troubles.append(error.withDigest)
      return nil
    }
  }
}
