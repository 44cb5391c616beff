import Diagnostics
import Play
import Scoring
import Terminal

/// What Tab offers: the commands that make sense right now, with the arguments that are valid right now.
struct DeskCompletion {
  var state: SessionState

  func offers(for line: String, cursor: Int) -> [Completion] {
    let typed = String(line.prefix(cursor))
    guard typed.hasPrefix("/") else { return [] }
    let words = typed.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    return words.count <= 1 ? commands : arguments(after: words.dropLast())
  }

  /// Whether a line begins with an act or a command that needs no index: `note`, `hold`, `help`.
  func isKnown(_ typed: String) -> Bool {
    let first = typed.prefix { $0 != " " }.lowercased()
    return names.contains { $0.lowercased() == first }
  }

  /// The whole act most like what was typed, whatever stands behind it, and the words that are no act.
  func nearest(to typed: String) -> (act: String, slip: String)? {
    let words = typed.split(separator: " ").map(String.init)
    for count in stride(from: min(words.count, names.map(Self.length).max() ?? 0), through: 1, by: -1) {
      let slip = words[..<count].joined(separator: " ")
      let wanted = names.filter { Self.length($0) == count }
      if let act = closest(to: slip, in: wanted) { return (act, slip) }
    }
    return begun(words)
  }

  /// An act of several words of which just the first was written, rightly or nearly so.
  private func begun(_ words: [String]) -> (act: String, slip: String)? {
    guard let first = words.first else { return nil }
    let begun = names.filter { Self.length($0) > 1 }.map { (act: $0, first: String($0.prefix { $0 != " " })) }
    let alike = begun.filter { $0.first.hasPrefix(first.lowercased()) && first.count > 2 }
    let near = closest(to: first, in: begun.map(\.first))
    let meant = alike.isEmpty ? begun.filter { $0.first == near } : alike
    let slip = words.joined(separator: " ")
    return meant.isEmpty ? nil : (meant.map(\.act).joined(separator: " or /"), slip)
  }

  private static func length(_ name: String) -> Int { name.split(separator: " ").count }

  /// What may stand after the `/`, whole.
  private var names: [String] {
    state.deskOffers.map(\.name) + fixed.map { String($0.text.dropFirst()) }
  }

  private var commands: [Completion] {
    let desk = state.deskOffers.map { offer in
      Completion("/" + (offer.name.split(separator: " ").first.map(String.init) ?? offer.name))
    }
    return (desk + fixed).reduce(into: []) { unique, offer in
      if !unique.contains(where: { $0.text == offer.text }) { unique.append(offer) }
    }
  }

  /// What can be typed in any scenario.
  private var fixed: [Completion] {
    [
      Completion("/help", description: "what you can do"),
      Completion("/customer", description: "the record"),
      Completion("/orders", description: "their orders"),
      Completion("/kb", description: "search the knowledge base"),
      Completion("/policy", description: "what you may decide"),
      Completion("/hint", description: "costs \(Judge.hintPrice.points) points"),
      Completion("/why", description: "how you were understood"),
      Completion("/pause", description: "stop the clock"),
      Completion("/leave", description: "end for good"),
    ]
  }

  /// The words that may follow: the rest of a name of two words, or an argument.
  private func arguments(after words: ArraySlice<String>) -> [Completion] {
    let typed = words.joined(separator: " ").dropFirst().lowercased()
    if typed == "kb" { return state.scenario.articles.map { Completion($0.id) } }
    return state.deskOffers.flatMap { offer -> [Completion] in
      let name = offer.name.lowercased()
      if name == typed { return offer.arguments.map { argument(of: $0) } }
      guard name.hasPrefix(typed + " ") else { return [] }
      let rest = String(offer.name.dropFirst(typed.count + 1))
      return [Completion(rest)] + offer.arguments.map { argument(of: $0) }
    }
  }

  /// Completion goes word by word; an amount's currency is understood without being typed.
  private func argument(of text: String) -> Completion {
    Completion(text.split(separator: " ").first.map(String.init) ?? text)
  }
}
