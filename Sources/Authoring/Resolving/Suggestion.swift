import Diagnostics

/// The candidate nearest to a name among the first thousand: a file with nothing but slips stays quick to check.
func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
  closest(to: name, in: candidates.prefix(1_000))
}

extension NameTable {
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
  init(for name: Written, among tables: [NameTable], instead: String) {
    let meant = tables.lazy.compactMap { $0.closest(to: name.text) }.first
    if let meant {
      self.init(for: name, meaning: meant)
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

extension Sequence<String> {
  /// The first few names in quotes, for a message: `'a', 'b' and 3 more`.
  var quoted: String {
    let all = Array(self)
    let shown = all.prefix(8).map { "'\($0)'" }.joined(separator: ", ")
    return all.count > 8 ? "\(shown) and \(all.count - 8) more" : shown
  }
}
