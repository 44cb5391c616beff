import Diagnostics
import Dispatch
import Language
import Synchronization

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
    let lists = Self.read(files)
    let troubles = Self.unknownFiles(in: files) + lists.flatMap(\.troubles)
    guard troubles.isEmpty else { throw Diagnosed(troubles) }
    phrases = PhraseSet(lists.flatMap(\.patterns))
    owners = lists.flatMap { Array(repeating: $0.name, count: $0.patterns.count) }
    self.spelling = spelling
  }

  /// So many shares of the lists are read side by side.
  private static let shares = 4

  /// The lists in the order of their names, each read on its own.
  private static func read(_ files: [String: String]) -> [LexiconList] {
    let names = LexiconName.allCases
    let read = Mutex<[LexiconName: LexiconList]>([:])
    DispatchQueue.concurrentPerform(iterations: shares) { share in
      var reader = PhraseReader()
      for place in stride(from: share, to: names.count, by: shares) {
        let list = LexiconList(names[place], files[names[place].fileName], &reader)
        read.withLock { $0[names[place]] = list }
      }
    }
    let lists = read.withLock { $0 }
    return names.compactMap { lists[$0] }
  }

  /// Every phrase of every list in a text, list by list, in the order they stand.
  func hits(in reply: Reply, names: NameHints) -> [LexiconName: [Hit]] {
    var hits: [LexiconName: [Hit]] = [:]
    for match in phrases.matches(in: reply, names: names) {
      let stance = phrases.stance(of: match.pattern)
      hits[owners[match.pattern], default: []].append(Hit(match, patternStance: stance))
    }
    return hits.mapValues { $0.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound } }
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
