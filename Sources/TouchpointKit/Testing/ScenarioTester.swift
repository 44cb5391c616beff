import Diagnostics
import Domain
import Play

/// Runs a scenario's inline tests and says where a failing one went another way.
public struct ScenarioTester {
  private let scenario: Scenario
  private let player: ScriptPlayer
  private let judge: (SessionState) throws(Diagnosed) -> Scorecard

  public init(
    _ scenario: Scenario, understand: @escaping (String) -> ReplyMade,
    judge: @escaping (SessionState) throws(Diagnosed) -> Scorecard
  ) {
    self.scenario = scenario
    player = ScriptPlayer(scenario, understand: understand)
    self.judge = judge
  }

  /// What became of one inline test.
  public struct Result: Hashable, Sendable {
    public var test: ScenarioTest
    public var played: ScriptPlayer.Played
    public var scorecard: Scorecard
    /// What was expected and did not come, a sentence each; empty when the test holds.
    public var failures: [String]
    /// Index into the script of the first line after which the test could no longer hold; nil when it holds.
    public var divergence: Int?

    public var holds: Bool { failures.isEmpty }
  }

  /// Runs every test of the scenario in order.
  ///
  /// - Throws: what the judge throws: a rubric that cannot be applied.
  public func run() throws(Diagnosed) -> [Result] {
    var results: [Result] = []
    for test in scenario.tests { results.append(try run(test)) }
    return results
  }

  private func run(_ test: ScenarioTest) throws(Diagnosed) -> Result {
    let played = player.play(test.play, seed: test.seed, mode: test.mode)
    let scorecard = try judge(played.state)
    let failures = failures(of: test, played, scorecard)
    return Result(
      test: test, played: played, scorecard: scorecard, failures: failures,
      divergence: failures.isEmpty ? nil : divergence(of: test, played, scorecard))
  }

  private func failures(
    of test: ScenarioTest, _ played: ScriptPlayer.Played, _ scorecard: Scorecard
  ) -> [String] {
    let conclusion = played.state.transcript.conclusion
    let expected = test.expected
    var failures: [String] = []
    let reached = conclusion?.ending ?? "no ending (the talk is still going on)"
    if let ending = expected.ending, conclusion?.ending != scenario.endings[ending].name {
      failures.append("expected the ending '\(scenario.endings[ending].name)', came to \(reached)")
    }
    if let outcome = expected.outcome, conclusion?.outcome != outcome {
      failures.append("expected the outcome \(outcome.rawValue), came to \(reached)")
    }
    if let goal = expected.goal, goal != isGoalMet(played.state) {
      failures.append(
        goal ? "expected the goal to be met, it was not" : "expected the goal not to be met, it was")
    }
    if let range = expected.score, !contains(range, scorecard.quality) {
      failures.append(
        "expected a score of \(range.lowerBound)..\(range.upperBound), got \(scorecard.quality.percent)")
    }
    if let passed = expected.passed, passed != (scorecard.result == .passed) {
      failures.append(
        passed ? "expected to pass, but: \(scorecard.result.rawValue)" : "expected not to pass, but it passed"
      )
    }
    return failures + criticalFailure(expected.critical, scorecard)
  }

  /// A score lies in a range of whole per cents when its hundredths do, both ends included.
  private func contains(_ range: ClosedRange<Int>, _ quality: Int) -> Bool {
    quality >= range.lowerBound.saturatingTimes(100) && quality <= range.upperBound.saturatingTimes(100)
  }

  private func criticalFailure(
    _ expected: ScenarioTest.CriticalExpectation?, _ scorecard: Scorecard
  ) -> [String] {
    let broken = scorecard.breaches.map(\.rule)
    switch expected {
    case nil: return []
    case .some(.none):
      return broken.isEmpty ? [] : ["expected no critical breach, but: \(broken.joined(separator: ", "))"]
    case .broken(let rule):
      let name = scenario.criticalRules[rule].name
      let others = broken.isEmpty ? "none was" : "\(broken.joined(separator: ", ")) was"
      return broken.contains(name) ? [] : ["expected the critical rule '\(name)' to be broken, \(others)"]
    }
  }

  private func isGoalMet(_ state: SessionState) -> Bool {
    scenario.goal.map { state.world.holds($0) } ?? false
  }

  /// The first line that left the way to the expected ending or could not be done, else that met no rule or came too late, else the last.
  private func divergence(
    of test: ScenarioTest, _ played: ScriptPlayer.Played, _ scorecard: Scorecard
  ) -> Int? {
    if let ending = test.expected.ending, played.state.world.ending != ending,
      let left = firstLeaving(ending, played)
    {
      return min(left, played.steps.firstIndex { $0.obstacle != nil } ?? left)
    }
    let odd = played.steps.firstIndex { $0.isUnmatched || $0.isAfterEnd || $0.obstacle != nil }
    return odd ?? played.steps.indices.last
  }

  private func firstLeaving(_ ending: Int, _ played: ScriptPlayer.Played) -> Int? {
    let leads = BeatGraph(scenario).beats(leadingTo: ending)
    for place in played.steps.indices {
      let after = place + 1 < played.steps.count ? played.steps[place + 1] : nil
      let beat = after?.beat ?? played.state.beat
      let isOver = after?.isAfterEnd ?? !played.state.isRunning
      if isOver || !leads.contains(beat) { return place }
    }
    return nil
  }
}

extension Int {
  /// Hundredths of a per cent as people read them: `84.25 %`, whole ones without decimals.
  public var percent: String {
    let (whole, part) = magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = self < 0 ? "-" : ""
    if part == 0 { return "\(sign)\(whole) %" }
    let digits = part < 10 ? "0\(part)" : "\(part)"
    return "\(sign)\(whole).\(digits.hasSuffix("0") ? String(digits.dropLast()) : digits) %"
  }
}
