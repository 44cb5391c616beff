import Diagnostics

/// The candidate nearest to a name among the first thousand: a file with nothing but slips stays quick to check.
func nearest(to name: String, in candidates: some Collection<String>) -> String? {
  let length = name.utf8.count
  // Three slips change a name by three letters at most, each of up to four bytes.
  return closest(to: name, in: candidates.lazy.prefix(1_000).filter { abs($0.utf8.count - length) <= 12 })
}

extension [NameTable] {
  /// The first few declared names in quotes: `'a', 'b' and 3 more`.
  var quoted: String {
    var seen: Set<String> = []
    let names = flatMap(\.names).map(\.text).filter { seen.insert($0).inserted }
    let total = names.count
    let shown = names.prefix(8).map { "'\($0)'" }.joined(separator: ", ")
    return total > 8 ? "\(shown) and \(total - 8) more" : shown
  }
}

extension NameTable {
  /// The first few declared names in quotes.
  var quoted: String { [self].quoted }

  /// The declared name nearest to a wrong one, if any is near enough to be meant.
  func closest(to name: String) -> Written? {
    Authoring.nearest(to: name, in: names.lazy.map(\.text)).flatMap { self[$0] }.map { names[$0] }
  }
}

/// What to say and offer when a name is unknown: the nearest declared one, or those there are.
struct Suggestion: Hashable, Sendable {
  var help: String
  var fix: Fix?

  private init(help: String) { self.help = help }

  /// Looks through tables in order; `instead` is the help when nothing is near.
  init(for use: NameUse, among tables: [NameTable], instead: String) {
    if let meant = use.closest(in: tables) {
      self.init(for: use.name, meaning: meant)
    } else {
      self.init(help: instead)
    }
  }

  /// The name that is certainly meant.
  init(for name: Written, meaning meant: Written) {
    let file =
      meant.place.file == name.place.file
      ? "line \(meant.place.line)" : "\(meant.place.file):\(meant.place.line)"
    help = "did you mean '\(meant.text)' (\(file))?"
    fix = Fix("write '\(meant.text)'", [name.place.replaced(by: meant.text)], certainty: .suggested)
  }

  /// A value of the program, which stands in no file.
  init(for name: Written, amongWords words: [String], instead: String) {
    guard let meant = nearest(to: name.text, in: words) else {
      help = instead
      return
    }
    help = "did you mean '\(meant)'?"
    fix = Fix("write '\(meant)'", [name.place.replaced(by: meant)], certainty: .suggested)
  }
}

extension NameUse {
  /// The declared name this most likely means, from the first table that has one near.
  func closest(in tables: [NameTable]) -> Written? {
    guard isWorthGuessing else { return nil }
    return tables.lazy.compactMap { $0.closest(to: name.text) }.first
  }
}

extension Collection<String> {
  /// The first few names in quotes, for a message: `'a', 'b' and 3 more`.
  var quoted: String {
    let shown = prefix(8).map { "'\($0)'" }.joined(separator: ", ")
    return count > 8 ? "\(shown) and \(count - 8) more" : shown
  }
}
