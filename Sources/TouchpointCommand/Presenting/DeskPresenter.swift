import Domain
import Play

/// What the desk shows: records, articles, policy, and what came of an act.
struct DeskPresenter {
  var scenario: Scenario

  private var firstName: String { scenario.customer.firstName }

  func customer() -> [ScreenLine] {
    let customer = scenario.customer
    let records = customer.crm.map { ScreenLine(.desk, "\($0.name.spelled): \($0.text)") }
    return [ScreenLine(.heading, customer.name)] + records
      + [ScreenLine(.desk, "orders: \(orderNumbers)")]
  }

  private var orderNumbers: String {
    let ids = scenario.customer.orders.map(\.id)
    return ids.isEmpty ? "none" : ids.joined(separator: ", ")
  }

  func orders() -> [ScreenLine] {
    guard !scenario.customer.orders.isEmpty else {
      return [ScreenLine(.desk, "\(firstName) has no orders on record.")]
    }
    return scenario.customer.orders.flatMap { order in
      [ScreenLine(.heading, order.id)]
        + order.fields.map { ScreenLine(.desk, "\($0.name.spelled): \($0.text)") }
    }
  }

  /// Articles that hold any of the words, best first; all of them when no words are given.
  func knowledge(_ words: String) -> [ScreenLine] {
    let wanted = Set(words.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init))
    let ranked = scenario.articles.map { article in
      let text = "\(article.id) \(article.text)".lowercased()
      return (article: article, hits: wanted.count { text.contains($0) })
    }
    let most = ranked.map(\.hits).max() ?? 0
    let best = stride(from: most, to: 0, by: -1).flatMap { hits in ranked.filter { $0.hits == hits } }
    let found = wanted.isEmpty ? ranked : best
    guard !found.isEmpty else {
      let ids = scenario.articles.map(\.id).joined(separator: ", ")
      return [ScreenLine(.desk, "No article speaks of '\(words)'. There are: \(ids.isEmpty ? "none" : ids).")]
    }
    return found.map { ScreenLine(.desk, "\($0.article.id): \($0.article.text)") }
  }

  func policy() -> [ScreenLine] {
    let lines = scenario.actions.filter(\.hasPolicy).map { ScreenLine(.desk, "/\($0.name): \(rule(of: $0))") }
    return lines.isEmpty ? [ScreenLine(.desk, "No policy limits you here.")] : lines
  }

  private func rule(of action: DeskAction) -> String {
    var parts: [String] = []
    if let limit = action.limit { parts.append("up to \(limit)") }
    if let longest = action.longest { parts.append("at most \(longest.spelled)") }
    if let needs = action.needs { parts.append("first it needs \(wanted(needs))") }
    if let over = action.overLimit { parts.append("above that /\(scenario.actions[over].name)") }
    if !action.to.isEmpty { parts.append("goes to the \(action.to)") }
    if let article = action.because { parts.append("see \(scenario.articles[article].id)") }
    return parts.isEmpty ? "allowed" : parts.joined(separator: ", ")
  }

  /// A condition in the words of the file, for people who will not read the file.
  func describe(_ condition: Condition) -> String {
    switch condition {
    case .fact(let fact): scenario.facts[fact].name.spelled
    case .gauge(let gauge, let comparison, let bound):
      "\(scenario.gauges[gauge].name) \(comparison.rawValue) \(bound)"
    case .counter(let counter, let comparison, let bound):
      "\(counter.rawValue.spelled) \(comparison.rawValue) \(bound)"
    case .said(let move): scenario.moves[move].name.spelled
    case .did(let action): "/\(scenario.actions[action].name)"
    case .ended(let ending): "the ending \(scenario.endings[ending].name.spelled)"
    case .goal: "the goal"
    case .all(let parts): parts.map(describe).joined(separator: " and ")
    case .any(let parts): "(" + parts.map(describe).joined(separator: " or ") + ")"
    case .not(let part): "not \(describe(part))"
    }
  }

  /// What is to be done so that a condition holds: a fact's name is the author's, so what brings it about is told.
  private func wanted(_ condition: Condition) -> String {
    switch condition {
    case .fact(let fact): source(of: fact) ?? describe(condition)
    case .said(let move): reply(making: move)
    case .all(let parts): parts.map(wanted).joined(separator: " and ")
    case .any(let parts): "(" + parts.map(wanted).joined(separator: " or ") + ")"
    case .gauge, .counter, .did, .ended, .goal, .not: describe(condition)
    }
  }

  /// The act at the desk or the reply that first makes a fact hold; nil where none does.
  private func source(of fact: Int) -> String? {
    for beat in scenario.beats {
      if let act = beat.actions.first(where: { $0.consequence.set.contains(fact) }) {
        return "/\(scenario.actions[act.action].name)"
      }
      if let rule = beat.expect.first(where: { $0.consequence.set.contains(fact) }) {
        return reply(making: rule.move)
      }
    }
    return nil
  }

  private func reply(making move: Int) -> String {
    let move = scenario.moves[move]
    guard let example = move.guided ?? move.like.first else { return move.name.spelled }
    return "a reply such as \"\(example)\""
  }

  /// What came of an act.
  ///
  /// - Parameter holds: whether a condition held at the time; nil where that is not known.
  func outcome(of desk: DeskTurn, holds: (Condition) -> Bool?) -> ScreenLine {
    let command = "/" + desk.taken.name + (desk.taken.argument.isEmpty ? "" : " \(desk.taken.argument)")
    switch desk.outcome {
    case .done: return ScreenLine(.desk, done(desk.taken))
    case .refused(let breach):
      return ScreenLine(.bad, "\(command) refused: \(reason(breach, desk.taken, holds))")
    case .breached(let breach): return ScreenLine(.desk, breached(breach, desk.taken))
    case .impossible(let reason): return ScreenLine(.desk, "\(command): \(reason)")
    }
  }

  private func done(_ taken: ActionTaken) -> String {
    switch taken.name {
    case "note": return "Case note kept."
    case "hold":
      let limit = action(taken)?.longest.map { " Be back within \($0.spelled)." } ?? ""
      return "\(firstName) is on hold.\(limit) /resume takes them back."
    case "resume": return "\(firstName) is back on the line."
    default: break
    }
    if taken.name.hasSuffix("order"), let order = order(taken) {
      return "\(order.id): \(line(of: order.fields))"
    }
    if taken.name.hasPrefix("lookup"), let record = record { return "\(taken.name): \(record)" }
    if let action = action(taken), !action.to.isEmpty { return "Passed on to the \(action.to)." }
    return "Done: \(taken.name)\(taken.argument.isEmpty ? "" : " \(taken.argument)")."
  }

  /// The customer's record in a line; nil when there is none.
  private var record: String? {
    let fields = scenario.customer.crm + scenario.customer.orders.flatMap(\.fields)
    return fields.isEmpty ? nil : line(of: fields)
  }

  private func line(of fields: [Field]) -> String {
    fields.map { "\($0.name.spelled) \($0.text)" }.joined(separator: " · ")
  }

  private func breached(_ breach: PolicyBreach, _ taken: ActionTaken) -> String {
    if case .tooLong(let limit) = breach {
      return "\(firstName) has been on hold for more than \(limit.spelled)."
    }
    return done(taken)
  }

  private func order(_ taken: ActionTaken) -> Order? {
    let orders = scenario.customer.orders
    return orders.first { $0.id.lowercased() == taken.argument.lowercased() } ?? orders.first
  }

  private func action(_ taken: ActionTaken) -> DeskAction? {
    taken.action.flatMap { scenario.actions.indices.contains($0) ? scenario.actions[$0] : nil }
  }

  /// The parts of a condition that do not hold; all where none is known to.
  private func missing(_ condition: Condition, _ holds: (Condition) -> Bool?) -> String {
    guard case .all(let parts) = condition else { return wanted(condition) }
    let open = parts.filter { holds($0) != true }
    return (open.isEmpty ? parts : open).map { missing($0, holds) }.joined(separator: " and ")
  }

  /// Why policy said no, and what can be done instead.
  private func reason(_ breach: PolicyBreach, _ taken: ActionTaken, _ holds: (Condition) -> Bool?) -> String {
    let action = action(taken)
    let article =
      action?.because.map { " (\(scenario.articles[$0].id): \(scenario.articles[$0].text))" } ?? ""
    switch breach {
    case .needs:
      let needs = action?.needs.map { missing($0, holds) } ?? "something that does not hold yet"
      return "first it needs \(needs)\(article)"
    case .overLimit(let limit, let asked):
      let instead = action?.overLimit.map { "; /\(scenario.actions[$0].name) can go further" } ?? ""
      return "\(asked) is above the \(limit) you may give\(instead)\(article)"
    case .tooLong(let limit): return "longer than \(limit.spelled)\(article)"
    }
  }
}

extension Milliseconds {
  /// `90 s`, `2 min`, `1 h 5 min`: as people say it.
  var spelled: String {
    let seconds = count / 1_000
    if seconds < 60 || (seconds < 120 && seconds % 60 != 0) { return "\(seconds) s" }
    if seconds < 3_600 {
      return seconds % 60 == 0 ? "\(seconds / 60) min" : "\(seconds / 60) min \(seconds % 60) s"
    }
    let minutes = seconds / 60 % 60
    return minutes == 0 ? "\(seconds / 3_600) h" : "\(seconds / 3_600) h \(minutes) min"
  }
}
