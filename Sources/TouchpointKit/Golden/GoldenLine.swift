import Domain
import FoundationEssentials

/// One golden reply as it is written: a talk that people agreed on, for a file of `scoring/golden`.
public struct GoldenLine: Hashable, Sendable {
  private let written: Written

  private struct Written: Hashable, Codable {
    var name: String
    var customer: String?
    var turns: [WrittenTurn]
    var ended: Bool?
    var scenario: String?
    var first: Verdict
    var second: Verdict
  }

  /// - Parameters:
  ///   - name: what it shows, in a few words.
  ///   - scenario: where its facts and policy stand; nil when it is not one of the library.
  public init(name: String, _ summary: SessionSummary, scenario: Scenario?, verdict: Verdict) {
    let talk = WrittenTranscript(summary.transcript)
    written = Written(
      name: name, customer: scenario?.customer.name, turns: talk.turns,
      ended: talk.ended, scenario: scenario?.id, first: verdict, second: verdict)
  }

  /// One line of JSON with sorted keys, without its line break.
  public var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(written)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

extension WrittenTranscript {
  /// A played talk in writing. Hints are left out; moves and facts are not written.
  public init(_ transcript: Transcript) {
    self.init(
      turns: transcript.turns.compactMap { WrittenTurn($0) },
      ended: transcript.conclusion?.ending != nil)
  }
}

extension WrittenTurn {
  /// Nil for a hint.
  fileprivate init?(_ turn: Turn) {
    self.init(
      speaker: Self.word(for: turn.speaker), time: Double(turn.at.count) / 1_000,
      channel: turn.channel, earlier: turn.isEarlier ? true : nil)
    switch turn.content {
    case .words(let text): self.text = text
    case .reply(let made, _): text = made.text
    case .action(let act):
      action = act.taken.typed
      outcome = Self.word(for: act.outcome)
    case .hint: return nil
    }
  }

  private static func word(for speaker: Speaker) -> String {
    switch speaker {
    case .customer: "customer"
    case .trainee: "agent"
    case .bot: "bot"
    case .agent: "colleague"
    }
  }

  private static func word(for outcome: DeskTurn.Outcome) -> String? {
    switch outcome {
    case .done: nil
    case .refused: "refused"
    case .breached: "breached"
    case .impossible: "impossible"
    }
  }
}
