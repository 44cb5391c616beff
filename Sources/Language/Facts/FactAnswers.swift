/// What an answer says of the very thing that was asked for.
extension FactMeasure {
  /// Words of a reply that may be settled by the one thing asked for: a longer one says more.
  private static var mostWords: Int { 14 }
  /// Hardly more than the answer: "about three days, I'd say".
  private static var fewWords: Int { 4 }

  /// "All of it is in Dublin" to "Where is it kept?": another place, name, day, length, amount or count than the fact's.
  var soughtAnswer: FactRuling? {
    guard let question, let sought = question.shape.sought, reply.wordCount <= Self.mostWords,
      !reply.shape.isNonAnswer, !reply.hasDenial
    else { return nil }
    let wanted = fact.terms.indices.filter { !isAsked[$0] && fact.terms[$0].mayAnswer(sought, at: $0) }
    let others = fact.terms.indices.filter {
      fact.terms[$0].isValue && !isAsked[$0] && !fact.terms[$0].mayAnswer(sought, at: $0)
    }
    guard !wanted.isEmpty else { return nil }
    let told = reply.terms.indices.filter { place in
      let term = reply.terms[place]
      return term.mayAnswer(sought, at: place) && !isEcho[place] && term.place.claim == .plain
        && term.stance.isDisjoint(with: [.conditional, .asked]) && !isOfStranger(place)
    }
    guard !told.isEmpty else { return nil }
    if wanted.allSatisfy({ alignment.matches[$0].closeness >= 0.9 && !alignment.matches[$0].turns }) {
      let areAllMet = others.allSatisfy { alignment.matches[$0].closeness >= 0.9 }
      return areAllMet && (isNothingElse(told, sought) || isSaidPlainly(wanted))
        && !wanted.contains { isOutside(alignment.matches[$0]) }
        ? .stated : nil
    }
    guard wanted.allSatisfy({ alignment.matches[$0].closeness < 0.9 }) else { return nil }
    let isOther = wanted.contains { place in
      guard fact.terms[place].isValue else {
        return told.contains { reply.terms[$0].isName && alignment.covered[$0] < 0.9 }
      }
      return otherValue(at: place) != nil
    }
    return isOther ? .contradicted : nil
  }

  /// Whether what was asked for is an amount, a day or the like, and no name is told beside it.
  private func isSaidPlainly(_ wanted: [Int]) -> Bool {
    (reply.shape.beginsWithPronoun || reply.shape.beginsWithListener)
      && wanted.contains { fact.terms[$0].isValue }
      && !reply.terms.indices.contains {
        reply.terms[$0].isName && !isEcho[$0] && alignment.covered[$0] < 0.5
      }
  }

  /// "In Lyon", "it is in Lyon": the answer alone. "The Lyon shop opens at nine" tells something else of it; how often
  /// something is answers by itself.
  private func isNothingElse(_ told: [Int], _ sought: AnswerShape.Sought) -> Bool {
    guard sought != .rate else { return true }
    guard reply.wordCount <= Self.fewWords || reply.shape.beginsWithThing else { return false }
    return reply.terms.indices.allSatisfy {
      told.contains($0) || isEcho[$0] || alignment.covered[$0] >= 0.5
    }
  }

  /// "They push apart" to "What do like poles do?": the pronoun stands for what was asked of, and nothing else is said.
  var answerOfPronoun: FactRuling? {
    guard let question, question.shape.wantsAnswer, !question.shape.wantsYesOrNo, reply.wordCount <= 8,
      reply.shape.beginsWithThing, !reply.shape.isNonAnswer
    else { return nil }
    let new = reply.terms.indices.filter { !isEcho[$0] }
    guard !new.isEmpty,
      new.allSatisfy({ alignment.covered[$0] >= 0.8 && reply.terms[$0].place.claim == .plain }),
      let first = alignment.matches.first(where: isSure)?.wanted
    else { return nil }
    let said = alignment.matches[first...].filter { !isAsked[$0.wanted] }
    guard !said.isEmpty, said.allSatisfy(isSure) else { return nil }
    let all = alignment.matches.filter { !isAsked[$0.wanted] }.reduce(0) { $0 + fact.terms[$1.wanted].weight }
    guard said.reduce(0, { $0 + fact.terms[$1.wanted].weight }) >= all * 0.25 else { return nil }
    if said.contains(where: \.turns) {
      return said.contains { $0.isOpposite && $0.turns } ? .contradicted : nil
    }
    return said.allSatisfy { $0.closeness >= 0.9 } ? .stated : nil
  }

  /// Whether all that is met is under a condition, asked or doubted, where the fact is told plainly.
  var isLeftOpen: Bool {
    var (all, open) = (0.0, 0.0)
    for match in alignment.matches where isSure(match) {
      let wanted = fact.terms[match.wanted]
      guard let found = match.found, wanted.stance.isDisjoint(with: [.conditional, .asked]) else { continue }
      all += wanted.weight
      let term = reply.terms[found]
      let isOpen = term.place.claim != .past && !term.stance.isDisjoint(with: [.conditional, .asked])
      if isOpen || question == nil && term.place.claim == .doubted { open += wanted.weight }
    }
    return all > 0 && open >= all * 0.8
  }
}

/// Who and what a fact is of.
extension FactMeasure {
  /// "Room 9 is reserved" for "room 4 is reserved": the same is told of another.
  var isOfOtherLabel: Bool {
    alignment.matches.contains { match in
      let term = fact.terms[match.wanted]
      return term.figure?.isLabel == true && match.wanted <= 2 && !term.place.isPredicate
        && term.place.preposition == nil && otherValue(at: match.wanted) != nil
    }
  }

  /// "The seller pays for the gas, the buyer for the water" told the other way round: what stands together in a clause
  /// of the fact stands apart in the reply, and with what the other clause has.
  var areExchanged: Bool {
    guard let last = fact.terms.last?.clause, last > fact.terms[0].clause else { return false }
    let parts = alignment.matches.compactMap { match -> (place: Int, was: Int, now: Int)? in
      let term = fact.terms[match.wanted]
      guard match.closeness >= 0.9, !match.isOpposite, !term.isValue, let found = match.found,
        fact.terms.count(where: { $0.concept == term.concept }) == 1,
        reply.terms.count(where: { $0.concept == term.concept }) == 1
      else { return nil }
      return (match.wanted, term.clause, reply.terms[found].clause)
    }.prefix(12)
    return parts.contains { one in
      parts.contains { two in
        two.was != one.was && two.now == one.now
          && parts.contains { $0.was == two.was && $0.place != two.place && $0.now != two.now }
          && !parts.contains { $0.was == one.was && $0.place != one.place && $0.now == one.now }
      }
    }
  }

  /// "Everyone may use it" for "only members may use it".
  var isOpenToAll: Bool {
    guard let only = fact.terms.firstIndex(where: { $0.normal == "only" }), reply.reach == .all,
      !reply.hasDenial,
      alignment.matches[only].closeness < Self.sure
    else { return false }
    let rest = alignment.matches.dropFirst(only + 2).drop { !isSure($0) }
    return !rest.isEmpty && rest.allSatisfy(isSure)
  }

  /// "On iPhones as well as Android" for "on Android only".
  var isOpenToOthers: Bool {
    guard let only = fact.terms.firstIndex(where: { $0.normal == "only" }), reply.addsOthers,
      alignment.matches[only].closeness < Self.sure, !reply.hasDenial
    else { return false }
    return alignment.matches.contains { abs($0.wanted - only) == 1 && $0.closeness >= 0.9 }
  }

  /// "Only the suites have a bath" or "some rooms have no bath" for "all rooms have a bath".
  var isAgainstAll: Bool {
    guard fact.reach == .all, let last = alignment.matches.last, isSure(last) else { return false }
    if reply.reach == .some { return last.turns }
    if last.isOpposite { return false }
    return reply.terms.contains { $0.normal == "only" && !$0.place.isDenied } && !last.isDenied
      && !fact.terms.contains { $0.normal == "only" } && alignment.covered.contains { $0 < 0.5 }
  }

  /// Whether the same is told to be more or less often.
  var isOtherRate: Bool {
    let rates = alignment.matches.filter { fact.terms[$0.wanted].figure?.rate != nil }
    guard let other = rates.first(where: { $0.closeness < 1 && otherValue(at: $0.wanted) != nil }),
      let found = otherValue(at: other.wanted), reply.terms[found].isValue == fact.terms[other.wanted].isValue
    else { return false }
    let rest = alignment.matches.filter { fact.terms[$0.wanted].figure?.rate == nil && !isAsked[$0.wanted] }
    let all = rest.reduce(0) { $0 + fact.terms[$1.wanted].weight }
    return all > 0 && rest.filter(isSure).reduce(0) { $0 + fact.terms[$1.wanted].weight } >= all * 0.6
  }

  /// "The room is upstairs" for "the room has a projector": both begin with the same and go on with something else.
  var isOfTopicAlone: Bool {
    guard question == nil else { return false }
    let met = alignment.matches.filter { $0.closeness >= 0.9 && !$0.isOpposite }
    guard let last = met.last, last.wanted < fact.terms.count - 1, let end = met.compactMap(\.found).max(),
      end < reply.terms.count - 1,
      met.count == last.wanted + 1 || fact.terms[0].normal == "only" && met.count == last.wanted,
      alignment.matches[(last.wanted + 1)...].allSatisfy({ $0.closeness < 0.4 })
    else { return false }
    return alignment.covered[...end].allSatisfy { $0 >= 0.9 }
      && alignment.covered[(end + 1)...].allSatisfy { $0 < 0.4 }
  }
}

extension FactTerm {
  /// Whether it is of the sort a question asks for.
  fileprivate func mayAnswer(_ sought: AnswerShape.Sought, at place: Int) -> Bool {
    guard let figure else { return isName && [.place, .person, .time].contains(sought) }
    guard isValue else { return false }
    switch (sought, figure.value) {
    case (.rate, _): return figure.rate != nil
    case (.time, .time), (.time, .day), (.time, .ordinal): return true
    case (.length, .duration): return figure.rate == nil
    case (.amount, .money), (.amount, .percent): return true
    case (.amount, .number): return figure.isBare || figure.measure != nil
    case (.count, .number): return figure.rate == nil && figure.measure == nil
    default: return false
    }
  }
}
