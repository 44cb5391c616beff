/// The encoders that could be opened, and a line for each that could not.
///
/// Opening maps three files and reads their headers: well under 10 ms. Contents are not digested here
/// (that reads every byte); `doctor` does it through `files` and `ModelFile.verify`.
public struct EncoderSet: Sendable {
  /// The transformer, when its file and the vocabulary are sound.
  public let main: TransformerEncoder?
  /// The static table, when its file and the vocabulary are sound.
  public let fast: StaticEncoder?
  /// The tokeniser both tiers share.
  public let tokenizer: WordPiece?
  /// Every file that was opened.
  public let files: [ModelFile]
  /// One clear line for each file that cannot be used: what is wrong and what is used instead.
  public let notices: [String]

  /// The best encoder there is: main, else fast, else none, and replies are understood by phrases.
  public var best: (any SentenceEncoder)? { main ?? fast }

  /// The encoder of a tier, if it could be opened.
  public func encoder(_ tier: EncoderTier) -> (any SentenceEncoder)? {
    switch tier {
    case .main: main
    case .fast: fast
    }
  }

  /// Opens `vocabulary.tpm`, `minilm.tpm` and `static.tpm` in `folder`. Never fails: see `notices`.
  public init(folder: String) {
    var opening = Opening(folder: folder)
    tokenizer = opening.tokenizer()
    fast = opening.fast(tokenizer)
    main = opening.main(tokenizer)
    files = opening.files
    notices = opening.notices(hasMain: main != nil, hasFast: fast != nil)
  }
}

/// Opens the files one by one and keeps what went wrong.
private struct Opening {
  let folder: String
  private(set) var files: [ModelFile] = []
  private var troubles: [ModelFileTrouble] = []

  init(folder: String) { self.folder = folder }

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

  func notices(hasMain: Bool, hasFast: Bool) -> [String] {
    let instead =
      hasMain
      ? "replies are understood by the main tier alone, without word-level reasons"
      : hasFast
        ? "replies are understood by the fast tier"
        : "replies are understood by their phrases alone"
    return troubles.map { "\($0); \(instead)" }
  }

  private mutating func open<Made>(
    _ name: String, _ kind: ModelFileKind, make: (ModelFile) throws(ModelFileTrouble) -> Made
  ) -> Made? {
    do throws(ModelFileTrouble) {
      let file = try ModelFile(path: "\(folder)/\(name)", kind: kind)
      let made = try make(file)
      files.append(file)
      return made
    } catch {
      troubles.append(error)
      return nil
    }
  }
}
