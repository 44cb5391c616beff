import Diagnostics
import Language

/// All phrase lists, compiled into one set that finds every phrase of every list in one pass over a text.
public struct Lexicons: Sendable {
  let phrases: PhraseSet
  /// For each pattern of the set, the list it came from.
  let owners: [LexiconName]
  /// Knows slips of the keyboard; nil where no word list is at hand, and then spelling is not asked about.
  let spelling: Spelling?

  /// Reads the lists from their texts, by file name (`feelings.txt`).
  ///
  /// One phrase pattern a line, as `PhrasePattern` writes them; `#` starts a comment line.
  ///
  /// `spelling` is `scoring/spelling/words.txt`, read by `Spelling`.
  ///
  /// - Throws: every missing file, unknown file and faulty line, gathered.
  public init(files: [String: String], spelling: Spelling? = nil) throws(Diagnosed) {
    var patterns: [PhrasePattern] = []
    var owners: [LexiconName] = []
    var troubles = Self.unknownFiles(in: files)
    for name in LexiconName.allCases {
      guard let text = files[name.fileName] else {
        troubles.append(Self.missing(name))
        continue
      }
      for line in LexiconLine.lines(of: text) {
        do throws(PhrasePattern.Trouble) {
          patterns.append(try PhrasePattern(line.text))
          owners.append(name)
        } catch {
          troubles.append(line.diagnostic(error, file: name.fileName))
        }
      }
    }
    guard troubles.isEmpty else { throw Diagnosed(troubles) }
    phrases = PhraseSet(patterns)
    self.owners = owners
    self.spelling = spelling
  }

  /// Every phrase of every list in a text, list by list, in the order they stand.
  func hits(in reply: Reply, names: NameHints) -> [LexiconName: [Hit]] {
    var hits: [LexiconName: [Hit]] = [:]
    for match in phrases.matches(in: reply, names: names) {
      let stance = phrases.patterns[match.pattern].stance
      hits[owners[match.pattern], default: []].append(Hit(match, patternStance: stance))
    }
    return hits.mapValues { $0.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound } }
  }

  private static func missing(_ name: LexiconName) -> Diagnostic {
    Diagnostic(
      DiagnosticCode("L101", "lexicon-missing"), .error,
      "the phrase list '\(name.fileName)' is missing; scoring needs every list",
      at: Label(file: name.fileName, span: Span(.start, .start)),
      help: "put '\(name.fileName)' back into scoring/lexicons, one phrase a line")
  }

  private static func unknownFiles(in files: [String: String]) -> [Diagnostic] {
    let known = Set(LexiconName.allCases.map(\.fileName))
    return files.keys.filter { !known.contains($0) }.sorted().map { file in
      Diagnostic(
        DiagnosticCode("L102", "lexicon-unknown"), .error, "no criterion reads a phrase list named '\(file)'",
        at: Label(file: file, span: Span(.start, .start)),
        help: "the lists are \(known.sorted().joined(separator: ", "))")
    }
  }
}

/// One line of a list that holds a phrase.
struct LexiconLine {
  var text: String
  var number: Int
  var offset: Int

  /// The lines that are neither empty nor comments.
  static func lines(of text: String) -> [LexiconLine] {
    var result: [LexiconLine] = []
    var offset = 0
    for (index, raw) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let line = String(decoding: raw.filter { $0 != 0x0D }, as: UTF8.self)
      let isBlank = line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
      if !isBlank, line.utf8.first != 0x23 {
        result.append(LexiconLine(text: line, number: index + 1, offset: offset))
      }
      offset += raw.count + 1
    }
    return result
  }

  func diagnostic(_ trouble: PhrasePattern.Trouble, file: String) -> Diagnostic {
    let start = Position(line: number, column: 1, offset: offset)
    let end = Position(line: number, column: text.unicodeScalars.count + 1, offset: offset + text.utf8.count)
    return Diagnostic(
      DiagnosticCode("L103", "lexicon-pattern"), .error,
      "'\(text)' is no phrase pattern: \(Self.words(for: trouble))",
      at: Label(file: file, span: Span(start, end)))
  }

  private static func words(for trouble: PhrasePattern.Trouble) -> String {
    switch trouble {
    case .empty: "it holds no word"
    case .unclosed(let sign): "'\(sign)' is not closed"
    case .unknownClass(let name): "there is no class '<\(name)>'"
    case .tooManyVariants(let limit): "its alternatives make more than \(limit) phrases"
    case .tooLong(let limit): "it is longer than \(limit) words"
    case .looseGap: "'...' must stand between two words"
    }
  }
}
