import Domain

/// A criterion a scenario adds: each part of its `earn` is a check, answered from moves, acts and the ending.
///
/// Where `best_before_turn` is set, a move that came later counts half. Does not apply where no part can be
/// answered from the transcript.
struct Earned {
  let reading: Reading
  let criterion: ScenarioCriterion

  /// What was found, and the share in half checks.
  func judged() -> (evidence: Evidence, share: Share) {
    var finding = Finding()
    var halves = 0
    var late: [Int] = []
    for condition in criterion.earn {
      guard let holds = Truth(reading: reading).holds(condition) else { continue }
      finding.ask(EarnWords(reading.scenario).question(condition), holds)
      guard holds else { continue }
      let found = Truth.moves(in: condition).compactMap { Truth(reading: reading).firstReply(making: $0) }
      let isLate = isLate(found.map(\.reply.number).min())
      halves += isLate ? 1 : 2
      if isLate, let number = found.map(\.reply.number).min() { late.append(number) }
      for (reply, made) in found { finding.quote(quote(made, reply)) }
    }
    let asked = finding.checks.count
    var evidence = finding.evidence(reason(finding, late: late), better: criterion.better)
    if evidence.verdict == .met, !late.isEmpty {
      evidence.verdict = .partly
      evidence.better = criterion.better
    }
    return (evidence, Share(passed: halves, asked: asked * 2))
  }

  private func isLate(_ number: Int?) -> Bool {
    guard let number, let limit = criterion.bestBeforeTurn else { return false }
    return number > limit
  }

  private func quote(_ made: MoveMade, _ reply: ReadReply) -> Quote? {
    let ends = made.words.filter { $0.start >= 0 && $0.end <= reply.text.utf8.count && $0.start < $0.end }
    guard let first = ends.min(), let last = ends.map(\.end).max() else {
      return reply.sentences.first.map { reply.quote($0.range, .earned, made.name.wordsOfName) }
    }
    return reply.quote(TextRange(first.start, last), .earned, made.name.wordsOfName)
  }

  private func reason(_ finding: Finding, late: [Int]) -> String {
    let open = finding.checks.filter { !$0.passed }.map(\.question)
    if finding.checks.isEmpty { return "This talk does not show whether it was earned." }
    if let first = open.first {
      return open.count == 1
        ? "Missing: \(first)." : "Missing: \(open.joined(separator: "; "))."
    }
    guard let limit = criterion.bestBeforeTurn, let number = late.first else { return "All of it was done." }
    return "Done, but in reply \(number); it is worth most up to reply \(limit)."
  }
}

/// Says in words what a condition asks.
struct EarnWords {
  let scenario: Scenario?

  init(_ scenario: Scenario?) { self.scenario = scenario }

  func question(_ condition: Condition) -> String {
    switch condition {
    case .fact(let index): name(scenario?.facts, index, \.name, "a fact")
    case .gauge(let index, let comparison, let number):
      "\(name(scenario?.gauges, index, \.name, "a mood")) \(comparison.rawValue) \(number)"
    case .counter(let counter, let comparison, let number):
      "\(counter.rawValue.wordsOfName) \(comparison.rawValue) \(number)"
    case .said(let index): name(scenario?.moves, index, \.name, "a move")
    case .did(let index): name(scenario?.actions, index, \.name, "an act")
    case .ended(let index): "the ending '\(name(scenario?.endings, index, \.name, "?"))'"
    case .goal: "what the customer came for"
    case .all(let parts): parts.map(question).joined(separator: " and ")
    case .any(let parts): parts.map(question).joined(separator: " or ")
    case .not(let part): "not \(question(part))"
    }
  }

  private func name<Item>(_ items: [Item]?, _ index: Int, _ key: KeyPath<Item, String>, _ unknown: String)
    -> String
  {
    guard let items, items.indices.contains(index) else { return unknown }
    return items[index][keyPath: key].wordsOfName
  }
}

extension String {
  /// `take_ownership` as a person reads it: "take ownership".
  var wordsOfName: String { String(map { $0 == "_" ? " " : $0 }) }
}
