import Domain

extension Resolution {
  /// The checked scenario; nil when what every scenario needs is missing. Only for a story without errors.
  func scenario() -> Scenario? {
    guard let id = draft.id, let stage = draft.journeyStage, story.beats.indices.contains(story.start) else {
      return nil
    }
    return Scenario(
      id: id.text, title: draft.title, touchpoint: draft.touchpoint, journeyStage: stage,
      channels: story.channels, difficulty: draft.difficulty, skills: draft.skills.map(\.text),
      minutes: draft.minutes, language: draft.language, company: linked.company, customer: customer,
      articles: story.articles, actions: story.actions, gauges: story.gauges, facts: story.facts,
      moves: story.moves, thread: story.thread, beats: story.beats, start: story.start,
      endings: story.endings, goal: story.goal, rubric: rubric, criticalRules: story.criticalRules,
      requiredFacts: story.requiredFacts, forbiddenClaims: story.forbiddenClaims, signOffs: story.signOffs,
      tests: story.tests, digest: linked.digest)
  }

  var customer: Customer {
    let written = draft.customer
    return Customer(
      name: written.name, persona: written.persona, goal: written.goal, knows: written.knows,
      tellsIfAsked: story.disclosures, crm: written.crm, orders: written.orders)
  }

  private var rubric: ScenarioRubric {
    let house = draft.rubric.house.map {
      ScenarioRubric.House(
        rubric: $0.use.text, weight: $0.weight?.points ?? 0,
        emphasis: Dictionary(
          $0.emphasis.map { ($0.dimension.text, $0.emphasis) }, uniquingKeysWith: { first, _ in first }))
    }
    return ScenarioRubric(house: house, criteria: story.criteria, passMark: draft.passMark)
  }
}

extension RubricDraft {
  /// The checked rubric; only for a file without errors.
  func rubric(digest: String) -> Rubric {
    Rubric(
      id: id?.text ?? "", title: title, passMark: passMark,
      skills: skills.map { Field(name: $0.name.text, text: $0.text) },
      dimensions: dimensions.map(\.dimension),
      criteria: criteria.map { $0.criterion(in: file, dimensions.map(\.name.text)) },
      autoFail: autoFail.map(\.text), zeroOnFail: zeroOnFail, digest: digest)
  }
}

extension DimensionDraft {
  fileprivate var dimension: Dimension {
    var weight = ChannelWeight(usual: weight(on: "usual")?.points ?? 0)
    for column in weights where column.channel.text != "usual" {
      weight.byChannel[column.channel.text] = column.weight.points
    }
    return Dimension(
      name: name.text, title: title ?? name.text.inPlainWords.capitalisedFirst, weight: weight)
  }
}

extension CriterionDraft {
  fileprivate func criterion(in file: String, _ dimensions: [String]) -> Criterion {
    Criterion(
      name: name.text, title: title, kind: kind?.text ?? "", skill: skill?.text ?? "",
      dimension: dimension.flatMap { dimensions.firstIndex(of: $0.text) } ?? 0, weight: weight?.points ?? 0,
      errorClass: errorClass, isCritical: isCritical, about: about,
      better: better, settings: settings, place: "\(file):\(name.place.line)")
  }
}
