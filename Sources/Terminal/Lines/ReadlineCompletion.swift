import Diagnostics
@preconcurrency import CReadline
import Glibc

extension Readline {
  /// Makes Tab ask the editor's completion source, and shows what it offers with descriptions.
  static func setUpCompletion() {
    rl_completer_word_break_characters = UnsafePointer(strdup(" \t\n"))
    rl_basic_word_break_characters = rl_completer_word_break_characters
    rl_sort_completion_matches = 0
    rl_attempted_completion_function = { _, start, end in
      rl_attempted_completion_over = 1  // never file names
      return MainActor.assumeIsolated {
        Matches(LineEditor.current?.offers(from: Int(start), to: Int(end)) ?? [])
      }.list
    }
    rl_completion_display_matches_hook = { matches, count, longest in
      let matches = Matches(list: matches)
      MainActor.assumeIsolated {
        LineEditor.current?.showOffers(matches, count: Int(count), longest: Int(longest))
      }
    }
  }

  /// Readline's array of C strings: what all words have in common, the words, and an end mark.
  struct Matches: @unchecked Sendable {
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?

    init(list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) {
      self.list = list
    }

    /// Allocated for readline, which frees it. No words is no list.
    init(_ words: [String]) {
      guard let first = words.first else { return }
      let common = words.dropFirst().reduce(first) { Self.commonPrefix($0, $1) }
      let all = words.count == 1 ? words : [common] + words
      let memory = calloc(all.count + 1, MemoryLayout<UnsafeMutablePointer<CChar>?>.stride)
      list = memory?.bindMemory(to: UnsafeMutablePointer<CChar>?.self, capacity: all.count + 1)
      for (index, word) in all.enumerated() { list?[index] = strdup(word) }
    }

    /// The words, without what they have in common.
    func words(_ count: Int) -> [String] {
      guard let list, count > 0 else { return [] }
      return (1...count).compactMap { list[$0].map { String(cString: $0) } }
    }

    private static func commonPrefix(_ left: String, _ right: String) -> String {
      String(zip(left, right).prefix { $0 == $1 }.map(\.0))
    }
  }
}

extension LineEditor {
  /// The words the source offers for the bytes from `start` to the cursor at `end`.
  func offers(from start: Int, to end: Int) -> [String] {
    guard let completions else { return [] }
    let line = Readline.lineBytes
    guard start >= 0, start <= end, end <= line.count else { return [] }
    let part = String(decoding: line[start..<end], as: UTF8.self)
    let cursor = String(decoding: line[..<end], as: UTF8.self).count
    let offers = completions(String(decoding: line, as: UTF8.self), cursor)
      .filter { $0.text.hasPrefix(part) && VisibleText.oneLine($0.text) == $0.text && !$0.text.isEmpty }
    descriptions = [:]
    var words: [String] = []
    for offer in offers where descriptions.updateValue(offer.description ?? "", forKey: offer.text) == nil {
      words.append(offer.text)
    }
    return words
  }

  /// Lists the words under the line, with descriptions when there are any, and draws the line again.
  func showOffers(_ matches: Readline.Matches, count: Int, longest: Int) {
    let words = matches.words(count)
    if words.allSatisfy({ descriptions[$0, default: ""].isEmpty }) {
      rl_display_match_list(matches.list, Int32(count), Int32(longest))
    } else {
      let list = OfferList(size: size).draw(words.map { ($0, descriptions[$0, default: ""]) })
      write("\n" + palette.draw(list) + "\n")
    }
    rl_forced_update_display()
  }
}

/// Words and what they mean, in two columns; never more than fits on the screen.
struct OfferList {
  var size: TerminalSize

  func draw(_ offers: [(word: String, description: String)]) -> StyledText {
    let room = max(1, size.rows - 3)
    let shown = offers.count > room ? Array(offers.prefix(room - 1)) : offers
    let column = min(shown.map { DisplayWidth.of($0.word) }.max() ?? 0, size.columns / 2)
    var lines = shown.map { line(for: $0, column: column) }
    if shown.count < offers.count {
      lines.append(StyledText("and \(offers.count - shown.count) more", .faint))
    }
    return .joined(lines, separator: "\n")
  }

  private func line(for offer: (word: String, description: String), column: Int) -> StyledText {
    let word = DisplayWidth.padded(offer.word, columns: column)
    let description = VisibleText.oneLine(offer.description)
    let left = size.columns - DisplayWidth.of(word) - 3
    if left < 1 || description.isEmpty { return StyledText(offer.word) }
    return StyledText(word + "  ")
      + StyledText(DisplayWidth.prefix(of: description, columns: left), .faint)
  }
}
