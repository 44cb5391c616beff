import FoundationEssentials

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
      let stem = Stemmer.stem(String(line.text))
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
      if line.text.first == "[", line.text.last == "]" {
        name = String(line.text.dropFirst().dropLast())
      } else if let name {
        cues.append(ToneCue(name: name, words: ToneText(Reply(String(line.text))).names))
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

/// A text file in lines, notes (`#`) and empty lines left out. Cut by bytes: characters would take four times as long.
struct ToneFile {
  let path: String
  let lines: [(number: Int, text: Substring)]

  init(_ folder: String, _ name: String) throws(ToneTrouble) {
    let path = "\(folder)/\(name)"
    do {
      let data = try Data(contentsOf: URL(filePath: path))
      self.init(path: path, String(decoding: data, as: UTF8.self))
    } catch {
      throw ToneTrouble(path: path, reason: "cannot be read")
    }
  }

  init(path: String, _ text: String) {
    self.path = path
    lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
      .compactMap { number, line in
        line.isEmpty || line.starts(with: Self.note) ? nil : (number + 1, Substring(line))
      }
  }

  private static let note = Array("# ".utf8)

  /// What stands between the tabs of a line.
  static func fields(_ line: Substring) -> [Substring] {
    line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { Substring($0) }
  }

  /// Lines of a name, a tab and a number.
  func numbers() throws(ToneTrouble) -> [String: Double] {
    var result: [String: Double] = [:]
    for line in lines {
      let fields = Self.fields(line.text)
      guard fields.count == 2, let value = Double(fields[1]), value.isFinite else {
        throw ToneTrouble(path: path, reason: "line \(line.number) is not a name, a tab and a number")
      }
      result[String(fields[0])] = value
    }
    return result
  }
}
