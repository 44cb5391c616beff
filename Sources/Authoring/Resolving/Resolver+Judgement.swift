import Domain

extension Resolver {
  mutating func criterion(_ draft: ScenarioCriterionDraft) -> ScenarioCriterion {
    let plain = draft.name.text.inPlainWords
    return ScenarioCriterion(
      name: draft.name.text, title: draft.title ?? plain.capitalisedFirst, skill: draft.skill?.text ?? plain,
      weight: draft.weight?.points ?? 0,
      earn: draft.earn?.parts.map { condition($0.expression, asks: .earning) } ?? [],
      bestBeforeTurn: draft.bestBeforeTurn, better: draft.better)
  }

  mutating func criticalRule(_ draft: CriticalRuleDraft) -> CriticalRule {
    var moves: [Int] = []
    var actions: [Int] = []
    for name in draft.names {
      let move = names.moves[name.text]
      let action = action(name)
      if let move {
        moves.append(move)
        note(name, .forbidden, .move(move))
      }
      if let action {
        actions.append(action)
        note(name, .forbidden, .action(action))
      }
      if move == nil, action == nil { note(name, .forbidden, nil) }
    }
    return CriticalRule(
      name: draft.never.text, title: draft.title ?? Self.title(of: draft), moves: moves, actions: actions,
      before: draft.before.map { condition($0.expression, asks: .world) },
      because: draft.because.flatMap { article($0) } ?? 0)
  }

  private static func title(of rule: CriticalRuleDraft) -> String {
    let never = "never " + rule.never.text.inPlainWords
    return rule.before.map { never + " before " + $0.written.text.inPlainWords } ?? never
  }

  mutating func test(_ draft: TestDraft) -> ScenarioTest {
    var expected = ScenarioTest.Expectation(
      outcome: draft.outcome, score: draft.score, goal: draft.goal, passed: draft.passed)
    if let name = draft.ending {
      expected.ending = names.endings[name.text]
      note(name, .testedEnding, expected.ending.map { .ending($0) })
    }
    if let name = draft.critical { expected.critical = brokenRule(name) }
    return ScenarioTest(
      name: draft.name.text, play: draft.play.map(\.text), seed: draft.seed, mode: draft.mode,
      expected: expected,
      file: linked.draft.file, line: draft.line)
  }

  /// The critical rule a test names: by the whole of its `never`, or by one of the names in it.
  private mutating func brokenRule(_ name: Written) -> ScenarioTest.CriticalExpectation? {
    guard name.text != "none" else { return ScenarioTest.CriticalExpectation.none }
    let rules = linked.draft.criticalRules
    let rule =
      rules.firstIndex { $0.never.text == name.text }
      ?? rules.firstIndex { $0.names.contains { $0.text == name.text } }
    note(name, .testedRule, rule.map { .rule($0) })
    return rule.map { .broken($0) }
  }
}

extension String {
  /// A name as people read it: `check_identity` is "check identity".
  var inPlainWords: String { String(map { $0 == "_" ? " " : $0 }) }

  /// With its first letter as a capital.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
