/// One thing counted in a reply, and where it stands.
///
/// The first letters tell the family: `w:` one or two words, `c:` a cue, `cn:` a cue under a negation, `m:` a measure,
/// `r:` whose regret it is, `x:` reply and context together, `e:` a number of the encoder's vector, `l:` length (kept
/// out of every score).
struct ToneFeature: Hashable, Sendable {
  let name: String
  let value: Double
  let ranges: [TextRange]

  init(_ name: String, _ value: Double, _ ranges: [TextRange] = []) {
    self.name = name
    self.value = value
    self.ranges = ranges
  }
}

extension ToneLexicon {
  /// Everything counted in a reply, vectors apart; a name occurs once. At most `ToneFeatures.longest` tokens are read.
  func features(of reply: Reply, context: Reply?) -> [ToneFeature] {
    let text = ToneText(reply)
    let cues = cueFeatures(text)
    let valence = valence(of: text)
    var result = wordFeatures(text)
    result += cues
    result += measures(text, valence: valence)
    if let context { result += contextFeatures(text, ToneText(context), cues: cues) }
    return result
  }
}

/// A reply as tone reads it: one name a token, bounded; a sentence that was said before, word for word, is not read again.
struct ToneText {
  /// Tokens beyond this many are not read for tone.
  static let longest = 4096
  let reply: Reply
  let tokens: ArraySlice<Token>
  let names: [String]
  /// Whether a sentence begins at that token.
  let starts: [Bool]

  init(_ reply: Reply) {
    self.reply = reply
    let read = reply.tokens.prefix(Self.longest)
    let names = read.map(\.nameInTone)
    var starts = Array(repeating: false, count: read.count)
    var isAgain = starts
    var said: Set<[String]> = []
    for sentence in reply.sentences where sentence.tokens.lowerBound < read.count {
      let place = sentence.tokens.clamped(to: 0..<read.count)
      starts[place.lowerBound] = true
      guard reply.sentences.count > 1, !said.insert(Array(names[place])).inserted else { continue }
      for index in place { isAgain[index] = true }
    }
    guard isAgain.contains(true) else {
      (tokens, self.names, self.starts) = (read, names, starts)
      return
    }
    let first = read.indices.filter { !isAgain[$0] }
    tokens = ArraySlice(first.map { read[$0] })
    self.names = first.map { names[$0] }
    self.starts = first.map { starts[$0] }
  }

  var wordCount: Int { tokens.count(where: \.isWordLike) }
}

extension Token {
  /// A word as it is, a value by its kind.
  var nameInTone: String {
    switch kind {
    case .word, .punctuation, .emoji: normal
    case .number: "<number>"
    case .percent: "<percent>"
    case .money: "<money>"
    case .duration: "<duration>"
    case .time: "<time>"
    case .date: "<date>"
    case .identifier: "<identifier>"
    case .address: "<address>"
    }
  }
}
