import Domain
import Scoring

/// Small values to judge with.
enum Fixtures {
  static func judge() throws -> Judge { Judge(lexicons: try BundledLists.lexicons.get()) }

  /// The bundled rubric's kinds and weights, read line by line: whoever reads it whole is Authoring.
  static func bundledRubric() throws -> Rubric {
    var criteria: [Criterion] = []
    var name = ""
    for line in try BundledLists.text("scoring/rubrics/service-quality.yaml").split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      if line.hasPrefix("  "), !line.hasPrefix("   "), words.count == 1, line.hasSuffix(":") {
        name = String(words[0].dropLast())
      }
      guard line.hasPrefix("    "), words.count > 1, words[0] == "kind:" || !criteria.isEmpty else {
        continue
      }
      let rest = words.dropFirst().joined(separator: " ")
      switch words[0] {
      case "kind:":
        criteria.append(
          Criterion(name: name, title: name, kind: rest, skill: "", weight: 0, place: "rubric:\(name)"))
      case "skill:": criteria[criteria.count - 1].skill = rest
      case "weight:": criteria[criteria.count - 1].weight = Int(rest) ?? 0
      case "critical:": criteria[criteria.count - 1].isCritical = rest == "true"
      default: break
      }
    }
    return rubric(criteria)
  }

  static func rubric(_ criteria: [Criterion], id: String = "service-quality") -> Rubric {
    Rubric(id: id, title: "Service quality", passMark: 70, skills: [], criteria: criteria, digest: "rubric")
  }

  static func criterion(_ kind: String, weight: Int, isCritical: Bool = false) -> Criterion {
    Criterion(
      name: kind, title: kind, kind: kind, skill: "skill of \(kind)", weight: weight, isCritical: isCritical,
      place: "rubric:\(kind)")
  }

  /// A scenario with the moves apologise, own, promise; the acts refund, note; the fact identity; two endings.
  static func scenario(
    _ rubric: ScenarioRubric, critical: [CriticalRule] = [], articles: [Article] = []
  ) -> Scenario {
    let customer = Customer(
      name: "Ines Moreau", persona: "", goal: "the parcel", knows: [], tellsIfAsked: [], crm: [],
      orders: [Order(id: "A-4412", fields: [Field(name: "item", text: "wooden train set")], paid: nil)])
    return Scenario(
      id: "parcel", title: "The parcel", touchpoint: "delivery", journeyStage: .afterPurchase,
      channels: [.chat],
      difficulty: 1, skills: [], minutes: 5, language: "en", company: "", customer: customer,
      articles: [Article(id: "KB-1", text: "Never promise a day.")] + articles,
      actions: [DeskAction(name: "refund", hasPolicy: true), DeskAction(name: "note")], gauges: [],
      facts: [Fact(name: "identity", start: false)],
      moves: ["apologise", "own", "promise"].map { Move(name: $0, like: [$0]) }, thread: [],
      beats: [Beat(name: "hello", channel: .chat, say: [])], start: 0,
      endings: [Ending(name: "solved", outcome: .success), Ending(name: "lost", outcome: .failure)],
      goal: .fact(0),
      rubric: rubric, criticalRules: critical, signOffs: [:], tests: [], digest: "scenario")
  }

  static func own(
    _ name: String, _ weight: Int, _ earn: [Condition], before turn: Int? = nil
  ) -> ScenarioCriterion {
    ScenarioCriterion(
      name: name, title: name, skill: "skill of \(name)", weight: weight, earn: earn, bestBeforeTurn: turn)
  }

  // MARK: Turns

  static func customer(_ text: String) -> Turn {
    Turn(at: .zero, speaker: .customer, channel: "chat", content: .words(text))
  }

  /// A reply; each move is made by the whole of it.
  static func reply(_ text: String, moves: [Int] = [], facts: [Bool] = [false]) -> Turn {
    let made = moves.map { move in
      MoveMade(
        move: move, name: "move \(move)", words: [TextRange(0, text.utf8.count)], confidence: 1_000,
        example: "")
    }
    let reply = ReplyMade(text: text, moves: made, tier: "phrase")
    return Turn(
      at: .zero, speaker: .trainee, channel: "chat", content: .reply(reply, waited: .zero), facts: facts)
  }

  static func act(
    _ name: String, _ action: Int?, _ outcome: DeskTurn.Outcome = .done, facts: [Bool] = [false]
  ) -> Turn {
    let taken = ActionTaken(action: action, name: name, argument: "")
    return Turn(
      at: .zero, speaker: .trainee, channel: "chat",
      content: .action(DeskTurn(taken: taken, outcome: outcome)),
      facts: facts)
  }

  static func transcript(_ turns: [Turn], ending: String? = "solved", goal: Bool? = true) -> Transcript {
    Transcript(
      turns: turns,
      conclusion: Conclusion(
        at: .minute, ending: ending, outcome: .success, goalMet: goal, csat: nil, comment: nil))
  }
}
