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

  /// What may stand first after the `/`.
  var names: [String] { commands.map { String($0.text.dropFirst()) } }

  private var commands: [Completion] {
    let desk = state.deskOffers.map { offer in
      Completion("/" + (offer.name.split(separator: " ").first.map(String.init) ?? offer.name))
    }
    let fixed = [
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
    return (desk + fixed).reduce(into: []) { unique, offer in
      if !unique.contains(where: { $0.text == offer.text }) { unique.append(offer) }
    }
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
