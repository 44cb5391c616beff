/// The word lists behind tone: cues, valences, boosters and how common a word is.
public struct ToneLexicon: Sendable {
  let cues: ToneCueIndex
  /// -4 to 4, by plain form.
  let valences: ToneNumbers
  let boosters: ToneNumbers
  private let ranks: WordRanks

  /// Reads `cues.txt`, `valence.tsv`, `boosters.tsv` and `common-words.txt` in `folder`.
  ///
  /// - Throws: `ToneTrouble` when a file cannot be read or a line in it has another form.
  public init(folder: String) throws(ToneTrouble) {
    try self.init(
      cues: ToneFile(folder, "cues.txt"), valences: ToneFile(folder, "valence.tsv"),
      boosters: ToneFile(folder, "boosters.tsv"), commonWords: ToneFile(folder, "common-words.txt"))
  }

  init(cues: ToneFile, valences: ToneFile, boosters: ToneFile, commonWords: ToneFile) throws(ToneTrouble) {
    self.cues = ToneCueIndex(try Self.cues(cues))
    self.valences = try ToneNumbers(valences)
    self.boosters = try ToneNumbers(boosters)
    ranks = WordRanks(commonWords.fields)
  }

  /// The place of a word in the list of common words; a large number when it is not there.
  func rank(of token: Token) -> Int { ranks[token.stem] ?? 1 << 16 }

  /// Whether a token says something: a word that is known, a sign of mood, an amount, a time. A bare number does not.
  func isReadable(_ token: Token) -> Bool {
    switch token.kind {
    case .word: ranks[token.stem] != nil || valences[token.normal] != nil
    case .emoji, .percent, .money, .duration, .time, .date, .address: true
    case .number, .identifier, .punctuation: false
    }
  }

  /// 0 for the commonest 500 words, 1 for words outside the list, names aside.
  func rarity(of token: Token) -> Double {
    guard let rank = ranks[token.stem] else { return 1 }
    return min(1, max(0, (Self.logarithm(rank) - 9) / 5))
  }

  /// What `scoring/build/tone.py` learns from: every feature's name and value, vectors apart.
  public func counts(of reply: Reply, context: Reply?) -> [(name: String, value: Double)] {
    features(of: reply, context: context).map { ($0.name, $0.value) }
  }

  /// `[name]` opens a list, then one phrase a line.
  private static func cues(_ file: ToneFile) throws(ToneTrouble) -> [ToneCue] {
    var name: String?
    var cues: [ToneCue] = []
    var words = PlainWords(.normal)
    var reader = file.fields
    while reader.nextLine() {
      guard let line = reader.nextField() else { continue }
      if reader.isBracketed(line) {
        name = reader.text(line.dropFirst().dropLast())
      } else if let name {
        let text = reader.text(line)
        let names = words.words(of: text) ?? Reply.tokens(of: text).map(\.nameInTone)
        cues.append(ToneCue(name: name, words: names))
      } else {
        throw file.trouble(line: reader.line, "stands before the first [name]")
      }
    }
    return cues
  }
}

/// How common words are, by their stems.
private struct WordRanks: Sendable {
  private var stems = NameTable(expecting: 8_192)
  /// The place in the list of the commonest word that has a stem, from 1.
  private var ranks: [Int] = []

  /// Reads a word a line, the commonest first.
  init(_ words: FieldReader) {
    var reader = words
    var stemmer = Stemmer()
    var rank = 0
    while reader.nextLine() {
      guard let word = reader.nextField() else { continue }
      rank += 1
      let stem = stems.insert(stemmer.stem(reader.bytes.span.extracting(word)).span)
      if stem == ranks.count { ranks.append(rank) }
    }
  }

  subscript(stem: String) -> Int? { stems[stem].map { ranks[$0] } }
}

extension FieldReader {
  /// Whether a field is a name in square brackets.
  fileprivate func isBracketed(_ field: Range<Int>) -> Bool {
    field.count > 1 && starts(field, with: "[") && bytes[field.upperBound - 1] == UInt8(ascii: "]")
  }
}

/// Why the files of tone cannot be used.
public struct ToneTrouble: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// What is wrong with it.
  public let reason: String

  /// One line: the file, then what is wrong with it.
  public var description: String { "\(path): \(reason)" }
}
