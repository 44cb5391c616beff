import Domain

extension Drafting {
  /// Reads a scenario file; keys the schema does not know are passed over.
  mutating func scenario(_ root: Node) -> ScenarioDraft {
    var draft = ScenarioDraft(file: file, top: top(of: root))
    for entry in root.entries {
      readHeader(entry, into: &draft)
      readWorld(entry, into: &draft)
      readTalk(entry, into: &draft)
    }
    return draft
  }

  /// The first key of a file: where troubles of the whole file are shown.
  func top(of root: Node) -> Place { place(root.entries.first?.keySpan ?? root.span) }

  private mutating func readHeader(_ entry: Node.Entry, into draft: inout ScenarioDraft) {
    let node = entry.value
    switch entry.key {
    case "id": draft.id = written(node)
    case "title": draft.title = text(node)
    case "touchpoint": draft.touchpoint = text(node)
    case "journey_stage": draft.journeyStage = choice(node, "journey_stage")
    case "channels": draft.channels = texts(node)
    case "difficulty":
      draft.difficulty =
        read(node, WrongType.page.code) { source throws(ReadingProblem) in
          try Int.readingDifficulty(source.text)
        } ?? 1
    case "skills": draft.skills = texts(node)
    case "minutes": draft.minutes = number(node, "minutes", within: 1...1_440) ?? 1
    case "language": draft.language = text(node)
    case "uses": draft.uses = texts(node)
    case "override": draft.overrides = texts(node)
    default: break
    }
  }

  private mutating func readWorld(_ entry: Node.Entry, into draft: inout ScenarioDraft) {
    let node = entry.value
    switch entry.key {
    case "customer": draft.customer = customer(node)
    case "knowledge", "policy", "moves", "forbidden_claims": readShared(entry, into: &draft.shared)
    case "mood": for each in node.entries { draft.gauges.append(gauge(each)) }
    case "facts":
      for each in node.entries {
        draft.facts.append(FactDraft(name: key(each), start: truth(each.value) ?? false))
      }
    default: break
    }
  }

  private mutating func readTalk(_ entry: Node.Entry, into draft: inout ScenarioDraft) {
    let node = entry.value
    switch entry.key {
    case "start": draft.start = written(node)
    case "goal":
      draft.goal = expression(node)
      draft.hasUnreadGoal = draft.goal == nil
    case "thread": for item in node.items { draft.thread.append(threadLine(item)) }
    case "beats": for each in node.entries { draft.beats.append(beat(each)) }
    case "endings":
      draft.endingsPlace = place(entry.keySpan)
      for each in node.entries { draft.endings.append(ending(each)) }
    case "pass_mark": draft.passMark = number(node, "pass_mark", within: 0...100) ?? 70
    case "rubric": draft.rubric = scenarioRubric(entry)
    case "critical": for item in node.items { draft.criticalRules.append(criticalRule(item)) }
    case "required_facts":
      for each in node.entries { draft.requiredFacts.append(requiredFact(each)) }
    case "tests": for item in node.items { draft.tests.append(test(item)) }
    case "translations": draft.translations = node.entries.compactMap { written($0.value) }
    default: break
    }
  }

  private mutating func customer(_ node: Node) -> CustomerDraft {
    var draft = CustomerDraft()
    for entry in node.entries {
      switch entry.key {
      case "name": draft.name = text(entry.value)
      case "persona": draft.persona = text(entry.value)
      case "goal": draft.goal = text(entry.value)
      case "knows": draft.knows = strings(entry.value)
      case "tells_if_asked":
        draft.tellsIfAsked = entry.value.entries.compactMap { each in
          written(each.value).map { DisclosureDraft(move: key(each), text: $0) }
        }
      case "crm": draft.crm = fields(entry.value)
      case "orders": draft.orders = entry.value.entries.map(order)
      default: break
      }
    }
    return draft
  }

  private func fields(_ node: Node) -> [Field] {
    node.entries.map { Field(name: $0.key, text: strings($0.value).joined(separator: ", ")) }
  }

  private func order(_ entry: Node.Entry) -> Order {
    let fields = fields(entry.value)
    let paid = fields.first { $0.name == "paid" }.flatMap { Money.parse($0.text) }
    return Order(id: entry.key, fields: fields, paid: paid)
  }

  private mutating func gauge(_ entry: Node.Entry) -> GaugeDraft {
    var draft = GaugeDraft(name: key(entry))
    for field in entry.value.entries {
      switch field.key {
      case "start": draft.start = number(field.value, "start", within: Gauge.range) ?? 50
      case "every_turn": draft.everyTurn = number(field.value, "every_turn", within: -100...100) ?? 0
      case "every_minute": draft.everyMinute = number(field.value, "every_minute", within: -100...100) ?? 0
      case "at_zero": draft.atZero = written(field.value)
      default: break
      }
    }
    return draft
  }

  private mutating func threadLine(_ node: Node) -> ThreadLineDraft {
    let from: EarlierSpeaker? = node["from"].flatMap { choice($0, "from") }
    let said = node["say"].flatMap(written) ?? Written("", at: place(node.span))
    return ThreadLineDraft(
      channel: node["channel"].flatMap(written), speaker: from?.speaker ?? .customer, text: said)
  }
}

/// Who may speak in the thread before the trainee comes in.
private enum EarlierSpeaker: String, CaseIterable {
  case customer, bot, agent

  var speaker: Speaker {
    switch self {
    case .customer: .customer
    case .bot: .bot
    case .agent: .agent
    }
  }
}
