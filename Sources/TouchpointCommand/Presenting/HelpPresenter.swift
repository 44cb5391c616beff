import Domain
import Play
import Scoring

/// The help of a session: what can be typed right now, by what it is for.
struct HelpPresenter {
  func lines(_ state: SessionState, style: PlayStyle) -> [ScreenLine] {
    var lines = [ScreenLine(.heading, "What you can do now")]
    switch (style, state.channel.turnForm) {
    case (.guided, _):
      lines.append(entry("1, 2, 3 …", "say or do what has that number; or write your own"))
    case (.free, .message):
      lines.append(entry("any words", "a line of your message; /send sends it, /discard starts again"))
    case (.free, .lines), (.free, .speech): lines.append(entry("any words", "say them to the customer"))
    }
    lines += [
      entry("/customer /orders", "the customer's record"),
      entry("/kb WORDS", "search the knowledge base; /kb alone lists it"),
      entry("/policy", "what you may decide yourself"),
    ]
    let acts = state.deskOffers.filter { meaning($0.name, state) == nil }
    lines += state.deskOffers.compactMap { offer in
      meaning(offer.name, state).map { entry(usage(offer), $0) }
    }
    if !acts.isEmpty {
      lines.append(
        entry(acts.map(usage).joined(separator: " "), "do it at the desk; /policy says what you may decide"))
    }
    lines += [
      entry("/hint", "a hint; each new one costs \(Judge.hintPrice.points) points"),
      entry("/why", "how your last reply was understood"),
      entry("/pause", "stop the clock"),
      entry("/leave", "end this attempt for good; Ctrl-C twice leaves and keeps it for later"),
    ]
    return lines
  }

  private func entry(_ command: String, _ meaning: String) -> ScreenLine {
    ScreenLine(.plain, "  \(command): \(meaning)")
  }

  private func usage(_ offer: DeskOffer) -> String {
    if offer.name == "note" { return "/note WORDS" }
    guard !offer.arguments.isEmpty else { return "/\(offer.name)" }
    return "/\(offer.name) [\(offer.arguments.joined(separator: " | "))]"
  }

  /// What an act is for; nil where its name says it.
  private func meaning(_ name: String, _ state: SessionState) -> String? {
    switch name {
    case "hold": return "ask first, then put \(state.scenario.customer.firstName) on hold"
    case "resume": return "take \(state.scenario.customer.firstName) back from hold"
    case "note": return "write the case note"
    case let lookup where lookup.hasPrefix("lookup"): return "open the record"
    case "escalate", "transfer":
      let action = state.scenario.actions.first { $0.name == name }
      return action.map { $0.to.isEmpty ? "pass the case on" : "pass the case on to the \($0.to)" }
    default: return nil
    }
  }
}
