import Domain

extension Drafting {
  /// Reads a company pack.
  mutating func pack(_ root: Node) -> PackDraft {
    var draft = PackDraft(file: file, top: top(of: root))
    for entry in root.entries {
      switch entry.key {
      case "id": draft.id = written(entry.value)
      case "title": draft.title = text(entry.value)
      case "uses": draft.uses = texts(entry.value)
      case "sign_off":
        draft.signOffs = entry.value.entries.map { SignOffDraft(channel: key($0), text: text($0.value)) }
      default: readShared(entry, into: &draft.shared)
      }
    }
    return draft
  }

  /// Reads what scenarios and packs have in common.
  mutating func readShared(_ entry: Node.Entry, into draft: inout SharedDraft) {
    switch entry.key {
    case "knowledge":
      draft.articles = entry.value.entries.map { ArticleDraft(id: key($0), text: text($0.value)) }
    case "policy": for each in entry.value.entries { draft.policies.append(policy(each)) }
    case "moves": for each in entry.value.entries { draft.moves.append(move(each)) }
    case "forbidden_claims":
      for each in entry.value.entries { draft.forbiddenClaims.append(forbiddenClaim(each)) }
    default: break
    }
  }

  private func move(_ entry: Node.Entry) -> MoveDraft {
    var draft = MoveDraft(name: key(entry))
    for field in entry.value.entries {
      switch field.key {
      case "like": draft.like = texts(field.value)
      case "not_like": draft.notLike = texts(field.value)
      case "guided": draft.guided = written(field.value)
      case "was": draft.was = written(field.value)
      default: break
      }
    }
    return draft
  }

  private mutating func policy(_ entry: Node.Entry) -> PolicyDraft {
    var draft = PolicyDraft(action: key(entry))
    for field in entry.value.entries {
      switch field.key {
      case "limit": readLimit(field.value, into: &draft)
      case "needs": draft.needs = expression(field.value)
      case "over_limit": draft.overLimit = written(field.value)
      case "to": draft.to = text(field.value)
      case "mood": draft.mood = gaugeSteps(field.value)
      case "say": draft.say = written(field.value)
      case "because": draft.because = written(field.value)
      default: break
      }
    }
    return draft
  }

  /// Money or time, told apart by whether it reads as a duration.
  private mutating func readLimit(_ node: Node, into draft: inout PolicyDraft) {
    guard let source = written(node) else { return }
    if let money = Money.parse(source.text) {
      draft.limit = money
    } else if source.text.utf8.first.map(\.isDigit) == true, source.text.hasDurationUnit {
      draft.longest = duration(node)
    } else {
      _ = read(node, BadAmount.page.code) { _ throws(ReadingProblem) -> Money in
        throw ReadingProblem(
          range: 0..<source.text.utf8.count, message: "'\(source.text)' is neither an amount nor a duration",
          help: "write 40 EUR, 64.90 EUR or 120s")
      }
    }
  }
}

extension String {
  /// Whether this ends like a duration: `120s`, `2 min`, `1 hour`.
  fileprivate var hasDurationUnit: Bool {
    let unit = utf8.reversed().prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    guard let first = unit.last else { return false }
    return "smhd".utf8.contains(first)
  }
}
