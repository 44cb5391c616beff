/// What the values of a reply settle: another owner, another bound, a price against none, or the value alone.
extension FactMeasure {
  /// Whether a value is told as a limit that the fact's is not: "more than 5" for "5".
  var isOutside: Bool { alignment.matches.contains(where: isOutside) }

  func isOutside(_ match: FactMatch) -> Bool {
    guard let found = match.found, match.closeness == 1, let wanted = fact.terms[match.wanted].figure else {
      return false
    }
    return reply.terms[found].figure.map(wanted.isOutside) ?? false
  }

  /// Whether a value of the fact is told of something else, and another of its kind of what it belongs to; or taken back.
  var isMisplaced: Bool { alignment.matches.contains(where: isMisplaced) }

  func isMisplaced(_ match: FactMatch) -> Bool {
    guard fact.terms[match.wanted].isValue, match.closeness == 1, let found = match.found else {
      return false
    }
    if reply.terms[found].place.isWithdrawn { return true }
    return owners(of: match.wanted).contains { owner in
      guard let held = value(beside: owner), held != found else { return false }
      let isBeside = abs(found - owner) == 1 && reply.terms[found].clause == reply.terms[owner].clause
      return !isBeside && isRival(held, of: match.wanted)
    }
  }

  /// The words of the reply that meet those which a value of the fact belongs to, each the only one of its kind.
  private func owners(of value: Int) -> [Int] {
    var owners: [Int] = []
    var place = value - 1
    while place >= 0, !fact.terms[place].isValue {
      let concept = fact.terms[place].concept
      let isOnly =
        fact.terms.count(where: { $0.concept == concept }) == 1
        && reply.terms.count(where: { $0.concept == concept }) == 1
      if isOnly, alignment.matches[place].closeness >= 0.9, let found = alignment.matches[place].found {
        owners.append(found)
      }
      place -= 1
    }
    return owners
  }

  /// The value told of a word: the next one, or the last when none follows.
  private func value(beside owner: Int) -> Int? {
    let isTold = { (term: FactTerm) in term.isValue && !term.place.isDenied && !term.place.isWithdrawn }
    return reply.terms[owner...].firstIndex(where: isTold) ?? reply.terms[..<owner].lastIndex(where: isTold)
  }

  /// Whether a value of the reply is another than the fact's, of a kind with it.
  private func isRival(_ place: Int, of wanted: Int) -> Bool {
    guard let figure = fact.terms[wanted].figure, let other = reply.terms[place].figure,
      !figure.agrees(with: other)
    else { return false }
    return figure.value.tokenKind == other.value.tokenKind || other.isBare
  }

  /// Whether what the fact has a price for is told to be free.
  var isToldFree: Bool {
    let hasPrice = alignment.matches.contains { match in
      guard case .money(let amount, _)? = fact.terms[match.wanted].value else { return false }
      return match.closeness < 1 && amount.digits > 0
    }
    return hasPrice && alignment.matches.contains { isSure($0) && !fact.terms[$0.wanted].isValue }
      && !reply.terms.contains(where: \.isValue)
      && reply.terms.contains { $0.normal == "free" && !$0.place.isDenied && $0.place.claim == .plain }
  }

  /// "You get a quarter off" for "the discount is 25 %": the reply says of what it speaks by a pronoun alone, and its value
  /// is the fact's or another; nil where it says more.
  var isSaidByValue: Bool? {
    guard question == nil, reply.wordCount <= 10,
      reply.shape.beginsWithPronoun || reply.shape.beginsWithListener,
      !reply.hasDenial, !fact.hasDenial
    else { return nil }
    let values = fact.terms.indices.filter { fact.terms[$0].isValue }
    let told = reply.terms.indices.filter { reply.terms[$0].isValue }
    let strangers = reply.terms.indices.filter { !reply.terms[$0].isValue && alignment.covered[$0] < 0.5 }
    guard values.count == 1, told.count == 1, fact.terms.count <= 4, strangers.count <= 2,
      !strangers.contains(where: { reply.terms[$0].isName }), let figure = reply.terms[told[0]].figure,
      figure.value.tokenKind != .number || figure.measure != nil, reply.terms[told[0]].place.claim == .plain
    else { return nil }
    guard !reply.terms[told[0]].place.isDenied, !alignment.matches.contains(where: { isSure($0) && $0.turns })
    else { return nil }
    let match = alignment.matches[values[0]]
    if match.closeness == 1 { return isOutside(match) ? false : true }
    if figure.value.tokenKind == .date { return nil }
    return otherValue(at: values[0]) != nil && strangers.count <= 1 ? false : nil
  }

  /// "Check-in is at two" for "check-in is at 2 pm and check-out at 11": a part that is joined to another is left out.
  var isHalfSaid: Bool {
    guard fact.parts.count > 1 else { return false }
    let shares = fact.parts.map { part -> (met: Bool, missed: Bool) in
      let matches = alignment.matches[part].filter { !isAsked[$0.wanted] }
      return (
        matches.contains { $0.closeness >= Self.sure },
        !matches.isEmpty && matches.allSatisfy { $0.closeness < 0.4 && otherValue(at: $0.wanted) == nil }
      )
    }
    return shares.contains(where: \.missed) && shares.contains(where: \.met)
  }

  /// Whether what the fact has for nothing is told to have a price.
  var isToldPriced: Bool {
    guard fact.isUnpaid, !reply.isUnpaid else { return false }
    let hasPrice = reply.terms.contains { term in
      guard case .money(let amount, _)? = term.value else { return false }
      return amount.digits > 0 && !term.place.isDenied && term.place.claim == .plain
        && term.stance.isDisjoint(with: [.conditional, .asked])
    }
    return hasPrice
      && !fact.terms.contains { if case .money? = $0.value { true } else { false } }
      && alignment.matches.contains { isSure($0) && !fact.terms[$0.wanted].isValue && !$0.isOpposite }
  }
}
