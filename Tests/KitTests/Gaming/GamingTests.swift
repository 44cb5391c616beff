import Domain
import Foundation
import Play
import Scoring
import Testing
import TouchpointKit

/// Every bundled scenario against every trick: a new scenario is tried by itself.
@Suite struct `Playing for points in every scenario` {
  /// A trick tried on a scenario.
  struct Try: Sendable, CustomTestStringConvertible {
    var scenario: Scenario
    var gamer: Gamer
    var testDescription: String { "\(scenario.id): \(gamer.name)" }
  }

  static let tries = BundledLibrary.report.scenarios.flatMap { scenario in
    Gamer.all.map { Try(scenario: scenario, gamer: $0) }
  }

  /// Hundredths of a point: under 30 points.
  static let most = 3_000

  @Test(arguments: tries)
  func `stays under thirty points`(_ attempt: Try) throws {
    let card = try card(attempt)
    let earned = card.marks.filter { $0.earned > 0 }.map { "\($0.criterion) \($0.earned)/\($0.possible)" }
    #expect(
      card.quality < Self.most,
      "\(card.quality.percent), seeds \(Gamer.soupSeed), \(Gamer.gibberishSeed): \(earned.joined(separator: ", "))"
    )
  }

  /// The same talk as a transcript, where no world shows what came of it. A model answer is a good answer there.
  @Test(arguments: tries.filter { Gamer.anywhere.contains($0.gamer.name) })
  func `stays under thirty points without the scenario`(_ attempt: Try) throws {
    let played = try played(attempt).state.transcript
    let house = BundledLibrary.report.rubrics.first { $0.id == "service-quality" }
    let card = try BundledLibrary.judge.get().judge(
      Transcript(turns: played.turns), scenario: nil, house: house)
    let earned = card.marks.filter { $0.earned > 0 }.map { "\($0.criterion) \($0.earned)/\($0.possible)" }
    #expect(
      card.quality < Self.most,
      "\(card.quality.percent) less \(card.fruitlessCost.percent): \(earned.joined(separator: ", "))")
  }

  @Test(arguments: BundledLibrary.report.scenarios)
  func `stays under thirty points with the first choice of every menu`(_ scenario: Scenario) throws {
    var events = [SessionEvent(at: .zero, .opened(opening(scenario, .guided)))]
    var state = SessionState.replay(events, of: scenario)
    for _ in 0..<12 where state.isRunning {
      guard let choice = state.guidedMenu.first else { break }
      events.append(SessionEvent(at: .zero, .replied(state.reply(choosing: choice))))
      _ = state.reduce(events[events.count - 1])
    }
    let card = try judge(state, of: scenario)
    #expect(card.quality < Self.most, "\(card.quality.percent)")
  }

  private func card(_ attempt: Try) throws -> Scorecard {
    try judge(played(attempt).state, of: attempt.scenario)
  }

  private func played(_ attempt: Try) throws -> ScriptPlayer.Played {
    let understand = BundledLibrary.understand(attempt.scenario)
    var understood: [String: ReplyMade] = [:]
    let player = ScriptPlayer(attempt.scenario) { line in
      let made = understood[line] ?? understand(line)
      understood[line] = made
      return made
    }
    var lines: [String] = []
    var played = player.play(lines, seed: 1, mode: .coach)
    while played.state.isRunning {
      let heard = played.state.transcript.turns.last { $0.speaker == .customer }?.text ?? ""
      guard let line = attempt.gamer.next(attempt.scenario, heard, lines.count) else { break }
      lines.append(line)
      played = player.play(lines, seed: 1, mode: .coach)
    }
    return played
  }

  private func judge(_ state: SessionState, of scenario: Scenario) throws -> Scorecard {
    let house = BundledLibrary.report.rubrics.first { $0.id == scenario.rubric.house?.rubric }
    return try BundledLibrary.judge.get().judge(state.transcript, scenario: scenario, house: house)
  }

  private func opening(_ scenario: Scenario, _ style: PlayStyle) -> Opening {
    Opening(
      scenario: scenario.id, scenarioDigest: scenario.digest, seed: 1, mode: .coach, style: style,
      trainee: "Trainee", wallClock: 0)
  }
}
