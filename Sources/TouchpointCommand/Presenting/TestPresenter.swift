import Domain
import TouchpointKit

/// Says how a scenario's inline tests went; a failing one with its script and where it diverged.
struct TestPresenter {
  var scenario: Scenario

  func lines(_ results: [ScenarioTester.Result]) -> [String] {
    ["\(scenario.id): \(scenario.title)"] + results.flatMap(lines(of:))
  }

  private func lines(of result: ScenarioTester.Result) -> [String] {
    let ending = result.played.state.transcript.conclusion?.ending ?? "no ending"
    let head = "\(result.test.name): \(ending), \(result.scorecard.quality.percent)"
    guard !result.holds else { return ["  ok    \(head)"] }
    return ["  FAIL  \(head)  (\(result.test.file):\(result.test.line))"]
      + result.failures.map { "        \($0)" } + script(of: result)
  }

  private func script(of result: ScenarioTester.Result) -> [String] {
    result.played.steps.enumerated().flatMap { place, step -> [String] in
      let mark = place == result.divergence ? ">" : " "
      let where_ = scenario.beats[step.beat].name
      let line = "      \(mark) \(place + 1) [\(where_)] \(step.line)"
      let heard = step.isAfterEnd ? "came after the end" : understood(step)
      return heard.isEmpty ? [line] : [line, "            \(heard)"]
    }
  }

  private func understood(_ step: ScriptPlayer.Step) -> String {
    if let obstacle = step.obstacle { return "not done: \(obstacle)" }
    if step.line.hasPrefix("/") || step.line.hasPrefix("wait ") { return "" }
    if step.moves.isEmpty { return "matched no move" }
    return step.moves.joined(separator: ", ") + (step.isUnmatched ? " (nothing this beat waits for)" : "")
  }
}
