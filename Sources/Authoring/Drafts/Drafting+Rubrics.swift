import Domain

extension Drafting {
  mutating func scenarioRubric(_ entry: Node.Entry) -> ScenarioRubricDraft {
    var draft = ScenarioRubricDraft(place: place(entry.keySpan))
    for each in entry.value.entries {
      if each.key == "house" {
        draft.house = house(each)
      } else {
        draft.criteria.append(scenarioCriterion(each))
      }
    }
    return draft
  }

  private mutating func house(_ entry: Node.Entry) -> HouseDraft {
    let use = entry.value["use"].flatMap(written) ?? Written("", at: place(entry.keySpan))
    var draft = HouseDraft(use: use, weight: entry.value["weight"].flatMap { weight($0) })
    for each in entry.value["emphasis"]?.entries ?? [] {
      if let emphasis: Emphasis = choice(each.value, "emphasis") {
        draft.emphasis.append(EmphasisDraft(dimension: key(each), emphasis: emphasis))
      }
    }
    return draft
  }

  private mutating func weight(_ node: Node) -> WeightDraft? {
    number(node, "weight", within: 0...100).map { WeightDraft(points: $0, place: place(node.span)) }
  }

  private mutating func scenarioCriterion(_ entry: Node.Entry) -> ScenarioCriterionDraft {
    var draft = ScenarioCriterionDraft(name: key(entry))
    for field in entry.value.entries {
      switch field.key {
      case "weight": draft.weight = weight(field.value)
      case "earn": draft.earn = expression(field.value)
      case "best_before_turn":
        draft.bestBeforeTurn = number(field.value, "best_before_turn", within: 1...1_000)
      case "skill": draft.skill = written(field.value)
      case "title": draft.title = field.value.text
      case "better": draft.better = field.value.text
      default: break
      }
    }
    return draft
  }

  mutating func criticalRule(_ node: Node) -> CriticalRuleDraft {
    let never = node["never"].flatMap(written) ?? Written("", at: place(node.span))
    let names = node["never"].flatMap { forbiddenNames($0) } ?? []
    return CriticalRuleDraft(
      never: never, names: names,
      before: node["before"].flatMap { expression($0) }, because: node["because"].flatMap(written),
      title: node["title"]?.text)
  }

  /// `promise_date`, or `resend or refund`.
  private mutating func forbiddenNames(_ node: Node) -> [Written]? {
    read(node, WrongType.page.code) { source throws(ReadingProblem) in
      let names = NameListText.names(in: source, separatedBy: [" or ", ","])
      guard names.isEmpty else { return names }
      throw ReadingProblem(
        range: 0..<source.text.utf8.count, message: "'\(source.text)' names no move or action",
        help: "such as `promise_date` or `resend or refund`")
    }
  }

  mutating func test(_ node: Node) -> TestDraft {
    var draft = TestDraft(
      name: node["name"].flatMap(written) ?? Written("", at: place(node.span)), line: node.span.start.line)
    for entry in node.entries {
      switch entry.key {
      case "play":
        draft.play = texts(entry.value)
        for line in draft.play { checkWait(line) }
      case "seed": draft.seed = number(entry.value, "seed", within: 0...Int.max).map(UInt64.init) ?? 1
      case "mode": draft.mode = choice(entry.value, "mode") ?? .coach
      case "expect": for inner in entry.value.entries { readExpected(inner, into: &draft) }
      default: readExpected(entry, into: &draft)
      }
    }
    return draft
  }

  /// A wait whose time cannot be read would be said to the customer instead.
  private mutating func checkWait(_ line: Written) {
    let isCommand = line.text.hasPrefix("/")
    let words = line.text.dropFirst(isCommand ? 1 : 0).split(separator: " ", maxSplits: 1)
    guard words.first == "wait", let time = words.last.map(String.init), isCommand || words.count == 2 else {
      return
    }
    let isMeant = isCommand || !time.contains(" ") || time.utf8.first?.isDigit == true
    guard isMeant, Milliseconds(written: time) == nil else { return }
    report(
      ReadingProblem(
        range: 0..<line.text.utf8.count, message: "'\(line.text)' waits for no time",
        help: "write wait 90s, 2m, 1h or 3d"),
      BadAmount.page.code, in: line)
  }

  private mutating func readExpected(_ entry: Node.Entry, into draft: inout TestDraft) {
    switch entry.key {
    case "ending": draft.ending = written(entry.value)
    case "outcome": draft.outcome = choice(entry.value, "outcome")
    case "score": draft.score = range(entry.value)
    case "critical": draft.critical = written(entry.value)
    case "goal": draft.goal = truth(entry.value)
    case "passed": draft.passed = truth(entry.value)
    default: break
    }
  }

  /// Reads a shared rubric.
  mutating func rubric(_ root: Node) -> RubricDraft {
    var draft = RubricDraft(file: file, top: top(of: root))
    for entry in root.entries {
      switch entry.key {
      case "id": draft.id = written(entry.value)
      case "title": draft.title = text(entry.value)
      case "pass_mark": draft.passMark = number(entry.value, "pass_mark", within: 0...100) ?? 70
      case "skills":
        draft.skills = entry.value.entries.map { SkillDraft(name: key($0), text: text($0.value)) }
      case "dimensions": for each in entry.value.entries { draft.dimensions.append(dimension(each)) }
      case "auto_fail": draft.autoFail = texts(entry.value)
      case "zero_on_fail": draft.zeroOnFail = truth(entry.value) ?? false
      case "criteria":
        draft.criteriaPlace = place(entry.keySpan)
        for each in entry.value.entries { draft.criteria.append(criterion(each)) }
      default: break
      }
    }
    return draft
  }

  private mutating func dimension(_ entry: Node.Entry) -> DimensionDraft {
    var draft = DimensionDraft(name: key(entry), title: entry.value["title"]?.text)
    for column in entry.value["weight"]?.entries ?? [] {
      guard let weight = weight(column.value) else { continue }
      draft.weights.append(DimensionDraft.ColumnDraft(channel: key(column), weight: weight))
    }
    return draft
  }

  private mutating func criterion(_ entry: Node.Entry) -> CriterionDraft {
    var draft = CriterionDraft(name: key(entry))
    for field in entry.value.entries {
      switch field.key {
      case "kind": draft.kind = written(field.value)
      case "title": draft.title = text(field.value)
      case "skill": draft.skill = written(field.value)
      case "dimension": draft.dimension = written(field.value)
      case "weight": draft.weight = weight(field.value)
      case "class": draft.errorClass = choice(field.value, "class")
      case "critical": draft.isCritical = truth(field.value) ?? false
      case "about": draft.about = text(field.value)
      case "better": draft.better = field.value.text
      default: draft.settings[field.key] = strings(field.value)
      }
    }
    return draft
  }
}
