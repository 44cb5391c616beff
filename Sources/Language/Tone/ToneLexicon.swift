/// The word lists behind tone: cues, valences, boosters and how common a word is.
public struct ToneLexicon: Sendable {
  let cues: ToneCueIndex
  /// -4 to 4, by plain form.
  let valences: [String: Double]
  let boosters: [String: Double]
  /// The place of a stem in the list of common words, from 1.
  private let ranks: [String: Int]

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
    self.valences = try valences.numbers()
    self.boosters = try boosters.numbers()
    var ranks: [String: Int] = [:]
    for (place, line) in commonWords.lines.enumerated() {
      let stem = Stemmer.stem(commonWords.text(line.bytes))
      if ranks[stem] == nil { ranks[stem] = place + 1 }
    }
    self.ranks = ranks
  }

  /// The place of a word in the list of common words; a large number when it is not there.
  func rank(of token: Token) -> Int { ranks[token.stem] ?? 1 << 16 }

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
    for line in file.lines {
      let text = file.text(line.bytes)
      if text.first == "[", text.last == "]" {
        name = String(text.dropFirst().dropLast())
      } else if let name {
        cues.append(ToneCue(name: name, words: ToneText(Reply(text)).names))
      } else {
        throw ToneTrouble(path: file.path, reason: "line \(line.number) stands before the first [name]")
      }
    }
    return cues
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
