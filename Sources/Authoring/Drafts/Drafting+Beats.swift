import Domain

extension Drafting {
  mutating func beat(_ entry: Node.Entry) -> BeatDraft {
    var draft = BeatDraft(name: key(entry))
    for field in entry.value.entries {
      let node = field.value
      switch field.key {
      case "was": draft.was = written(node)
      case "channel": readChannel(node, into: &draft)
      case "say": draft.say = texts(node)
      case "hint": draft.hint = written(node)
      case "timers": for item in listed(node) { draft.timers.append(timer(item)) }
      case "expect": for each in node.entries { draft.expect.append(rule(each)) }
      case "do": for each in node.entries { draft.actions.append(rule(each)) }
      case "next": for item in listed(node) { draft.next.append(exit(item)) }
      case "otherwise": draft.otherwise = otherwise(node)
      default: break
      }
    }
    return draft
  }

  /// The items of a list; a single map where a list belongs counts as its one item.
  private func listed(_ node: Node) -> [Node] {
    node.entries.isEmpty ? node.items : [node]
  }

  /// `chat`, or `bot -> chat`.
  private mutating func readChannel(_ node: Node, into draft: inout BeatDraft) {
    let names = read(node, WrongType.page.code) { source throws(ReadingProblem) in
      let names = NameListText.names(in: source, separatedBy: ["->", "→"])
      guard names.count == 1 || names.count == 2 else {
        throw ReadingProblem(
          range: 0..<source.text.utf8.count,
          message: "a beat is on one channel, or comes from one to another",
          help: "write chat, or bot -> chat")
      }
      return names
    }
    draft.channel = names?.last
    draft.handOffFrom = names?.count == 2 ? names?.first : nil
  }

  private mutating func rule(_ entry: Node.Entry) -> RuleDraft {
    RuleDraft(name: key(entry), consequence: consequence(entry.value))
  }

  private mutating func timer(_ node: Node) -> TimerDraft {
    let after = node["after"].flatMap { duration($0) } ?? .zero
    return TimerDraft(after: after, consequence: consequence(node))
  }

  private mutating func exit(_ node: Node) -> ExitDraft {
    ExitDraft(condition: node["if"].flatMap { expression($0) }, go: node["go"].map(places) ?? [])
  }

  private mutating func otherwise(_ node: Node) -> OtherwiseDraft {
    let tries = node["after_tries"].flatMap { number($0, "after_tries", within: 1...100) }
    return OtherwiseDraft(consequence: consequence(node), afterTries: tries ?? 1)
  }

  private mutating func consequence(_ node: Node) -> ConsequenceDraft {
    var draft = ConsequenceDraft()
    for field in node.entries {
      switch field.key {
      case "if": draft.condition = expression(field.value)
      case "mood": draft.mood = gaugeSteps(field.value)
      case "set": draft.set = names(field.value)
      case "clear": draft.clear = names(field.value)
      case "say": draft.say = texts(field.value)
      case "go": draft.go = places(field.value)
      case "note": draft.note = field.value.text
      default: break
      }
    }
    return draft
  }

  /// Facts: one, a list, or several in one text.
  private func names(_ node: Node) -> [Written] {
    texts(node).flatMap { NameListText.names(in: $0, separatedBy: [",", " and ", " + "]) }
  }

  /// Where a rule leads; more than one place is found here and reported by its check.
  private func places(_ node: Node) -> [Written] {
    texts(node).flatMap { NameListText.names(in: $0, separatedBy: [",", " or ", " and "]) }
  }

  mutating func ending(_ entry: Node.Entry) -> EndingDraft {
    var draft = EndingDraft(name: key(entry))
    for field in entry.value.entries {
      switch field.key {
      case "was": draft.was = written(field.value)
      case "outcome": draft.outcome = choice(field.value, "outcome")
      case "csat": draft.satisfaction = satisfaction(field.value)
      case "comment": draft.comment = written(field.value)
      case "say": draft.say = written(field.value)
      default: break
      }
    }
    return draft
  }

  /// `from satisfaction`, or 1 to 5.
  private mutating func satisfaction(_ node: Node) -> SatisfactionDraft? {
    read(node, WrongType.page.code) { source throws(ReadingProblem) in
      let gauge = NameListText.names(in: source, separatedBy: ["from "])
      if source.text.hasPrefix("from "), gauge.count == 1 { return .fromGauge(gauge[0]) }
      return .fixed(try Int.reading(source.text, within: 1...5, of: "csat"))
    }
  }
}
