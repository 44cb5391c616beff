import Domain

extension Resolver {
  mutating func gauge(_ gauge: GaugeDraft) -> Gauge {
    var ending: Int?
    if let name = gauge.atZero {
      ending = names.endings[name.text]
      note(name, .atZero, ending.map { .ending($0) })
    }
    return Gauge(
      name: gauge.name.text, start: gauge.start, everyTurn: gauge.everyTurn, everyMinute: gauge.everyMinute,
      endingAtZero: ending)
  }

  mutating func ending(_ ending: EndingDraft) -> Ending {
    var satisfaction: Ending.Satisfaction?
    switch ending.satisfaction {
    case .fixed(let points): satisfaction = .fixed(points)
    case .fromGauge(let name):
      let gauge = names.gauges[name.text]
      note(name, .rated, gauge.map { .gauge($0) })
      satisfaction = gauge.map { .fromGauge($0) }
    case nil: break
    }
    return Ending(
      name: ending.name.text, outcome: ending.outcome ?? .failure, csat: satisfaction,
      comment: ending.comment?.text, say: ending.say?.text)
  }

  mutating func disclosure(_ disclosure: DisclosureDraft) -> Disclosure? {
    let move = names.moves[disclosure.move.text]
    note(disclosure.move, .asked, move.map { .move($0) })
    return move.map { Disclosure(move: $0, text: disclosure.text.text) }
  }

  mutating func threadLine(_ line: ThreadLineDraft) -> EarlierMessage {
    EarlierMessage(
      channel: line.channel.flatMap { channel($0) } ?? .chat, speaker: line.speaker, text: line.text.text)
  }

  mutating func gaugeChanges(_ steps: [GaugeStepDraft]) -> [GaugeChange] {
    var changes: [GaugeChange] = []
    for step in steps {
      let gauge = names.gauges[step.gauge.text]
      note(step.gauge, .stepped, gauge.map { .gauge($0) })
      if let gauge { changes.append(GaugeChange(gauge: gauge, amount: step.amount)) }
    }
    return changes
  }

  /// The index of an action that policy, a rule or the desk itself knows.
  mutating func action(_ name: Written) -> Int? {
    if let known = names.actions[name.text] { return known }
    return DeskAction.isBuiltIn(name.text) ? names.actions.index(adding: name) : nil
  }

  /// The index of the article that gives a reason.
  mutating func article(_ name: Written) -> Int? {
    let article = names.articles[name.text]
    note(name, .because, article.map { .article($0) })
    return article
  }

  /// The policies as actions, then every other action that was met.
  mutating func allActions() -> [DeskAction] {
    let ruled = linked.policies.map { deskAction($0) }
    return ruled + names.actions.names.dropFirst(ruled.count).map { DeskAction(name: $0.text) }
  }

  private mutating func deskAction(_ policy: PolicyDraft) -> DeskAction {
    var overLimit: Int?
    if let name = policy.overLimit {
      overLimit = action(name)
      note(name, .overLimit, overLimit.map { .action($0) })
    }
    return DeskAction(
      name: policy.action.text, limit: policy.limit, longest: policy.longest,
      needs: policy.needs.map { condition($0.expression, asks: .world) }, overLimit: overLimit, to: policy.to,
      mood: gaugeChanges(policy.mood), say: policy.say?.text, because: policy.because.flatMap { article($0) },
      hasPolicy: true)
  }
}

extension DeskAction {
  /// Whether every desk has this action; a lookup names what it looks up.
  static func isBuiltIn(_ name: String) -> Bool {
    builtIn.contains(name) || (name.hasPrefix("lookup ") && name.utf8.count > 7)
  }
}
