import Domain
import Foundation
import Play
import Scoring
import Testing
import TouchpointKit

/// Every inline test of the bundled scenarios as a transcript a person can read, kept beside the tests.
///
/// To accept changed transcripts: `UPDATE_GOLDEN=1 swift test --filter GoldenTests`, then read the difference.
@Suite struct `Golden transcripts` {
  @Test(arguments: BundledLibrary.cases)
  func `say what they said when they were last read by a person`(_ bundled: BundledLibrary.Case) throws {
    let played = play(bundled)
    let card = try BundledLibrary.judge.get().judge(
      played.state.transcript, scenario: bundled.scenario, house: house(of: bundled.scenario))
    let text = rendering(played.state, card)
    let file = golden(bundled)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(text == expected, "\(file.lastPathComponent) differs; see UPDATE_GOLDEN above")
  }

  @Test(arguments: BundledLibrary.cases)
  func `come out the same when stopped and replayed after every turn`(_ bundled: BundledLibrary.Case) throws {
    let whole = play(bundled)
    var resumed = SessionState(bundled.scenario)
    for count in whole.events.indices {
      let stored = try JSONDecoder().decode(
        [SessionEvent].self, from: JSONEncoder().encode(Array(whole.events[..<count])))
      resumed = SessionState.replay(stored, of: bundled.scenario)
      _ = resumed.reduce(whole.events[count])
      #expect(resumed == SessionState.replay(whole.events[...count], of: bundled.scenario))
    }
    #expect(resumed == whole.state)
  }

  @Test func `are there for every scenario, at least three each`() {
    let counts = Dictionary(grouping: BundledLibrary.cases, by: \.scenario.id).mapValues(\.count)
    #expect(counts.count >= 6)
    #expect(counts.values.allSatisfy { $0 >= 3 }, "\(counts)")
  }

  private func house(of scenario: Scenario) -> Rubric? {
    BundledLibrary.report.rubrics.first { $0.id == scenario.rubric.house?.rubric }
  }

  private func play(_ bundled: BundledLibrary.Case) -> ScriptPlayer.Played {
    ScriptPlayer(bundled.scenario, understand: BundledLibrary.understand(bundled.scenario))
      .play(bundled.test.play, seed: bundled.test.seed, mode: bundled.test.mode)
  }

  private func golden(_ bundled: BundledLibrary.Case) -> URL {
    let name = "\(bundled.scenario.id)--\(bundled.test.name)".map {
      $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "-"
    }
    return URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(String(name)).txt")
  }

  private func rendering(_ state: SessionState, _ card: Scorecard) -> String {
    let turns = state.transcript.turns.filter { !$0.isEarlier }.map(line)
    let moods = state.moods.map { "\($0.gauge): \($0.values.map(String.init).joined(separator: " "))" }
    let ending =
      state.transcript.conclusion.map { "\($0.ending ?? "left"), \($0.outcome.rawValue)" } ?? "open"
    let marks = card.marks.map {
      "\($0.evidence.verdict.rawValue) \($0.criterion) \($0.earned)/\($0.possible)"
    }
    let breaches = card.breaches.map { "breach \($0.rule)" }
    let parts =
      turns + ["", "ending: \(ending)"] + moods + ["quality: \(card.quality.percent)"] + marks + breaches
    return parts.joined(separator: "\n") + "\n"
  }

  private func line(_ turn: Turn) -> String {
    let time = "\(turn.at.count / 1_000)s \(turn.channel)"
    switch turn.content {
    case .words(let text): return "[\(time)] \(turn.speaker.rawValue): \(text)"
    case .reply(let reply, _):
      let moves = reply.moves.map(\.name).joined(separator: ", ")
      return "[\(time)] trainee: \(reply.text)  {\(moves)}"
    case .action(let desk): return "[\(time)] /\(desk.taken.name) \(desk.taken.argument) \(desk.outcome)"
    case .hint: return "[\(time)] hint"
    }
  }
}
