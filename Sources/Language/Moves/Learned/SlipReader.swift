/// Writes out what was typed in haste, for the encoder alone: "ur refudn pls" is read as "your refund please".
///
/// An encoder cuts a mistyped word into pieces that mean nothing together. Only words it does not know whole are held
/// against the examples' words; what is quoted and marked stays as it was typed.
struct SlipReader: Sendable {
  private let typos: TypoIndex
  private let encoder: (any SentenceEncoder)?

  init(_ examples: some Sequence<Reply>, encoder: (any SentenceEncoder)?) {
    typos = TypoIndex(examples.flatMap { $0.tokens.filter { $0.kind == .word }.map(\.normal) })
    self.encoder = encoder
  }

  /// For each token of a reply, the word that was meant; nil where it stands as typed.
  func meant(in reply: Reply) -> [String?] {
    reply.tokens.map { token in
      if token.respelling != nil { return (token.isContractionTail ? " " : "") + token.normal }
      guard token.kind == .word, !token.isContractionTail, token.traits.isEmpty else { return nil }
      if let word = Self.shorthand[token.normal] { return word }
      guard token.normal.utf8.count + 1 >= TypoIndex.shortest,
        let encoder, encoder.pieces(of: token.normal).tokens.count > 1,
        let word = typos.correction(of: token.normal), word != token.normal
      else { return nil }
      return word
    }
  }

  /// A stretch of the reply as it was meant.
  static func text(of passage: Passage, in reply: Reply, _ meant: [String?]) -> String {
    guard passage.tokens.contains(where: { meant[$0] != nil }) else { return reply.text[passage.range] }
    let bytes = Array(reply.text.utf8)
    var text: [UInt8] = []
    var place = passage.range.utf8.lowerBound
    for index in passage.tokens {
      guard let word = meant[index] else { continue }
      let range = reply.tokens[index].range.utf8
      guard range.lowerBound >= place, range.upperBound <= passage.range.utf8.upperBound else { continue }
      text += bytes[place..<range.lowerBound] + Array(word.utf8)
      place = range.upperBound
    }
    return String(decoding: text + bytes[place..<passage.range.utf8.upperBound], as: UTF8.self)
  }

  /// How people write when they type as fast as they talk.
  static let shorthand: [String: String] = [
    "u": "you", "ur": "your", "r": "are", "pls": "please", "plz": "please", "thx": "thanks", "tnx": "thanks",
    "tmrw": "tomorrow", "tmr": "tomorrow", "wat": "what", "wats": "what is", "whats": "what is",
    "dont": "do not",
    "cant": "can not", "wont": "will not", "im": "I am", "ive": "I have", "didnt": "did not",
    "doesnt": "does not",
    "isnt": "is not", "wasnt": "was not", "youre": "you are", "theres": "there is", "bc": "because",
    "cuz": "because",
    "msg": "message", "nr": "number", "noone": "no one", "alot": "a lot", "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to", "lemme": "let me", "gimme": "give me", "brekkie": "breakfast", "quid": "pounds",
    "sry": "sorry", "srry": "sorry", "soz": "sorry", "sozz": "sorry", "thnx": "thanks", "thanx": "thanks",
    "tht": "that", "wud": "would", "cud": "could", "shud": "should", "coz": "because", "abt": "about",
    "rly": "really", "hv": "have", "dnt": "do not", "ppl": "people", "acct": "account",
    "hrs": "hours", "mins": "minutes", "wks": "weeks",
  ]
}
