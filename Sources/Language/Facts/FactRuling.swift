/// What the build of a reply settles, whatever its words weigh: a value told of another thing is not stated.
enum FactRuling: Hashable, Sendable {
  /// The weights decide.
  case open
  /// It is stated: all that is new is said, and nothing speaks against it.
  case stated
  /// It is said, but not as a fact.
  case notClaimed
  /// It is gone against.
  case contradicted
}

extension FactMeasure {
  /// The same with denials as they stand once two of a clause have met: "it is not true that it can not be refunded".
  var folded: FactMeasure {
    let matches = FactFolding(self).matches
    return matches == alignment.matches ? self : FactMeasure(self, FactAlignment(matches, alignment.covered))
  }

  /// What is settled of an answer to a question for yes or no, read without it.
  func ruling(answering fact: PreparedFact) -> FactRuling {
    if let question = fact.question, let said = reply.shape.openAnswer {
      let asked = FactMeasure(self.fact, nil, question, TermPairs(self.fact, question), given: nil).folded
      let wanted =
        asked.isAskedFor
        ? !asked.alignment.matches.contains(where: \.turns)
        : answer(to: question)
      if let wanted, wanted != said { return .contradicted }
      if asked.isAskedFor, wanted == said { return .stated }
      if let wanted, wanted == said, hasLittleNew { return .stated }
    }
    return ruling(isAlone: true)
  }

  /// The yes or no that the fact answers a question for leave or duty with, if it speaks of what the question does.
  private func answer(to question: FactText) -> Bool? {
    let isOfTopic = isTopic.contains(true)
    if question.shape.asksDuty { return isOfTopic ? fact.shape.duty : nil }
    guard question.shape.asksLeave else { return nil }
    return fact.shape.leave ?? (isOfTopic && fact.hasDenial ? false : nil)
  }

  /// Whether no more than one word of the fact is neither met nor asked for, nor a word of leave.
  private var hasLittleNew: Bool {
    alignment.matches.count { match in
      !isTopic[match.wanted] && !isSure(match) && !fact.terms[match.wanted].place.isPermission
    } <= 1
  }

  /// What is settled. `isAlone` tells that nothing but a yes or a no was asked, if anything.
  func ruling(isAlone: Bool) -> FactRuling {
    if let answer = shortAnswer { return answer }
    if let answer = soughtAnswer { return answer }
    if let answer = answerOfPronoun { return answer }
    if let compared = halfComparison { return compared ? .stated : .contradicted }
    if isToldPriced { return .contradicted }
    if isOpenToAll || isOpenToOthers { return .contradicted }
    if isDeniedElsewhere { return .notClaimed }
    if isOfOtherLabel { return .notClaimed }
    if !isAlone, met >= Self.aboutIt, areSwapped { return .contradicted }
    guard isAlone else { return .open }
    if isLeftOpen { return .notClaimed }
    if let other = otherName { return other }
    if isToldFree { return .contradicted }
    if areExchanged || isOtherRate {
      return .contradicted
    }
    if isAgainstAll { return .contradicted }
    if isExchanged { return .contradicted }
    if isOfSome || isOfNamesAlone { return .notClaimed }
    if isBareDenial { return .contradicted }
    if isOpposedElsewhere { return .notClaimed }
    if let said = isSaidByValue { return said ? .stated : .contradicted }
    if isHalfSaid { return .notClaimed }
    guard met >= Self.aboutIt else { return .open }
    if isTurned || isMisplaced || isOutside || areSwapped { return .contradicted }
    if isAhead { return .notClaimed }
    if let claim = otherClaim { return claim == .past ? .contradicted : .notClaimed }
    if alignment.matches.contains(where: \.isConverse) || isSaidOfPronoun || isFullyMet { return .stated }
    if isOtherwiseFilled { return .contradicted }
    return isCutShort ? .notClaimed : .open
  }

  /// Whether the fact is of all and the reply of some.
  private var isOfSome: Bool { fact.reach == .all && reply.reach == .some }

  /// "Anna and Ben work here" for "Anna reports to Ben": nothing but the names is met, and something else is said.
  private var isOfNamesAlone: Bool {
    let sure = alignment.matches.filter(isSure)
    return !sure.isEmpty && sure.allSatisfy { fact.terms[$0.wanted].isName || $0.wanted == 0 }
      && sure.contains { fact.terms[$0.wanted].isName } && sure.count < alignment.matches.count
      && alignment.covered.contains { $0 < 0.5 }
  }

  /// "The wall is painted" for "The wall is painted blue": the reply stops before what says most.
  private var isCutShort: Bool {
    guard question == nil, !reply.shape.beginsWithPronoun, reply.terms.count < fact.terms.count,
      alignment.covered.allSatisfy({ $0 >= 0.9 }), let last = alignment.matches.last, last.closeness < 0.4
    else { return false }
    let most = fact.terms.map(\.weight).max() ?? 0
    return fact.terms[last.wanted].weight >= most * 0.6 && !fact.terms[last.wanted].place.isPermission
  }

  /// Whether all the fact says is said in its own words, and little beside it.
  private var isFullyMet: Bool {
    alignment.matches.allSatisfy { $0.closeness >= 0.9 && !$0.turns } && precision { _ in true } >= 0.7
      && !isReversed
  }

  /// A reply that meets less of the fact's weight than this may be about something else.
  private static var aboutIt: Double { 0.6 }

  /// The share of the fact's new words, by weight, that are surely met.
  var met: Double {
    weighted({ !isAsked[$0] }) { $0.closeness >= Self.sure ? 1 : 0 }
  }

  func isSure(_ match: FactMatch) -> Bool { match.closeness >= Self.sure && match.found != nil }

  // MARK: Turned round

  /// Whether an opposite is left, or most of what is met is denied on one side alone.
  private var isTurned: Bool {
    let sure = alignment.matches.filter(isSure)
    if sure.contains(where: { ($0.isOpposite || fact.terms[$0.wanted].place.isElliptic) && $0.turns }) {
      return true
    }
    var (all, turned) = (0.0, 0.0)
    for match in sure {
      let weight = fact.terms[match.wanted].weight
      all += weight
      if match.turns { turned += weight }
    }
    return all > 0 && turned >= all / 2
  }

  /// "You don't have to fast" for "the patient must fast before the test": the reply has nothing but words of the fact and
  /// denies them.
  private var isBareDenial: Bool {
    let sure = alignment.matches.filter { $0.closeness >= 0.9 && $0.found != nil }
    guard let last = sure.last, last.isDenied, !last.isOpposite else { return false }
    return alignment.covered.allSatisfy { $0 >= 0.9 } && sure.allSatisfy { !$0.isOpposite }
      && (reply.shape.beginsWithPronoun || reply.shape.beginsWithListener)
  }

  // MARK: Denied

  /// "Don't share your password" beside "the password has 12 characters", "it doesn't contain milk" beside "it contains
  /// nuts": what is denied is something else. Where both deny, "there is nothing to pay" may well be "you pay no fee".
  private var isDeniedElsewhere: Bool {
    let turned = alignment.matches.filter { isSure($0) && $0.turns }
    guard !turned.isEmpty, !turned.contains(where: \.isOpposite), fact.hasDenial != reply.hasDenial else {
      return false
    }
    let heads = alignment.matches.filter { fact.terms[$0.wanted].place.isDenialHead }
    let replyHeads = reply.terms.indices.filter { reply.terms[$0].place.isDenialHead }
    let isHeadMet = heads.contains(where: isSure) || replyHeads.contains { alignment.covered[$0] >= 0.4 }
    if !isHeadMet {
      return turned.allSatisfy { isTopic[$0.wanted] } && isTopic.contains(false)
    }
    return isOtherDenied
  }

  /// Whether what is denied has another word behind it than what is told.
  private var isOtherDenied: Bool {
    let most = fact.terms.map(\.weight).max() ?? 0
    return alignment.matches.contains { head in
      guard isSure(head), head.closeness >= 0.9, let place = head.found,
        fact.terms[head.wanted].place.isDenialHead || reply.terms[place].place.isDenialHead
      else { return false }
      return alignment.matches[(head.wanted + 1)...].contains { match in
        match.closeness < 0.4 && fact.terms[match.wanted].weight >= most * 0.6
          && fact.terms[match.wanted].clause == fact.terms[head.wanted].clause
          && substitute(for: match.wanted).map { $0 > place && reply.terms[$0].weight >= most * 0.5 } == true
      }
    }
  }

  /// "Open on Monday" for "closed on Sunday": the opposite of another day, hour or thing of a number.
  private var isOpposedElsewhere: Bool {
    alignment.matches.contains { isSure($0) && $0.isOpposite && $0.turns }
      && alignment.matches.contains { match in
        guard let figure = fact.terms[match.wanted].figure, otherValue(at: match.wanted) != nil else {
          return false
        }
        switch figure.value {
        case .day, .time, .identifier: return true
        default: return false
        }
      }
  }

  // MARK: Roles

  /// "Wood conducts heat better" beside "metal conducts heat better than wood": the one that the fact compares with is
  /// told to be more itself, or to be less, which says what the fact says; nil where nothing is compared so.
  private var halfComparison: Bool? {
    guard fact.shape.compares, !reply.shape.compares else { return nil }
    let matches = alignment.matches
    guard
      let axis = matches.first(where: { match in
        Grades.isComparative(fact.terms[match.wanted].normal) && isSure(match)
          && match.found.map { Grades.base(of: reply.terms[$0].normal) != nil } == true
      }), let place = axis.found
    else { return nil }
    let clause = reply.terms[place].clause
    let sides = Dictionary(grouping: matches.filter { $0.wanted != axis.wanted }) { match in
      fact.terms[match.wanted].place.preposition == "than"
    }
    let isTold = { (match: FactMatch) in
      match.closeness >= 0.9 && match.found.map { self.reply.terms[$0].clause == clause } == true
    }
    guard let compared = sides[true], let others = sides[false], compared.allSatisfy(isTold),
      !others.allSatisfy(isTold)
    else { return nil }
    return axis.turns
  }

  /// "Mary gave Tom a book" for "Tom gave Mary a book", "the mat is on the cat" for "the cat is on the mat": the words are
  /// the same, and the first has changed places with one behind it.
  private var isExchanged: Bool {
    guard !isMutual, fact.parts.count == 1, fact.terms.count == reply.terms.count, fact.terms.count >= 2,
      fact.shape.namesAgent == reply.shape.namesAgent, fact.shape.isPassive == reply.shape.isPassive,
      alignment.matches.allSatisfy({ $0.closeness >= 0.9 && !$0.isOpposite && !$0.isConverse })
    else { return false }
    let moved = alignment.matches.filter { $0.found != $0.wanted }
    guard moved.count == 2, let first = moved.first, let last = moved.last, first.found == last.wanted,
      last.found == first.wanted, !fact.terms[first.wanted].isValue, !fact.terms[last.wanted].isValue
    else { return false }
    let (one, other) = (fact.terms[first.wanted].place, fact.terms[last.wanted].place)
    let (now, then) = (reply.terms[last.wanted].place, reply.terms[first.wanted].place)
    guard one.preposition == then.preposition, other.preposition == now.preposition else { return false }
    if let place = other.preposition, one.preposition == nil { return Self.places.contains(place) }
    return one.preposition == nil && other.preposition == nil && last.wanted - first.wanted > 1
  }

  /// Prepositions that tell two things apart by where they stand.
  private static let places: Set<String> = [
    "on", "in", "under", "over", "behind", "inside", "above", "below", "to", "from", "against", "after",
    "before",
  ]

  /// Whether two words have each other's preposition: "from A to B" and "from B to A", "A is cheaper than B" and the
  /// other way round. One without a preposition does what the verb says.
  private var areSwapped: Bool { !swapped(strictly: true).isEmpty }

  /// "Tom sold it to Eva" and "Eva bought it from Tom": the verb is turned and so are the two.
  var isConverse: Bool { !swapped(strictly: false).isEmpty }

  /// The words of the fact that have changed places with another.
  func swapped(strictly: Bool) -> Set<Int> {
    if strictly, alignment.matches.contains(where: { $0.isOpposite || $0.isConverse }) { return [] }
    let parts = alignment.matches.compactMap { match -> (place: Int, was: String?, found: String?)? in
      guard match.closeness >= 0.9, !match.isOpposite, let found = match.found else { return nil }
      guard !fact.terms[match.wanted].isValue else { return nil }
      return (
        match.wanted, fact.terms[match.wanted].place.preposition, reply.terms[found].place.preposition
      )
    }.prefix(Self.mostParts)
    if isMutual { return [] }
    var swapped: Set<Int> = []
    for one in parts {
      for two in parts where one.place != two.place && one.was != two.was {
        guard let was = two.was, let now = one.found, Self.turning.contains(was), Self.turning.contains(now)
        else { continue }
        if two.found == one.was, was == now || !strictly { swapped.formUnion([one.place, two.place]) }
      }
    }
    return swapped
  }

  private static var turning: Set<String> {
    ["from", "to", "than", "in", "out"]
  }
  /// Words after these do not change places.
  private static var mostParts: Int { 32 }

  // MARK: What stands in a place

  /// Whether the fact names somebody or some place and the reply another in the same sentence; a name is no synonym of
  /// another, however alike they are used.
  private var otherName: FactRuling? {
    let missing = alignment.matches.filter { fact.terms[$0.wanted].isName && $0.closeness < 0.9 }
    guard !missing.isEmpty, missing.count < fact.terms.count else { return nil }
    let others = reply.terms.indices.filter { place in
      reply.terms[place].isName && !isEcho[place]
        && !fact.terms.contains { $0.concept == reply.terms[place].concept }
    }
    guard let other = others.first, let last = missing.last else { return nil }
    let rest = alignment.matches.filter { !fact.terms[$0.wanted].isName && !isAsked[$0.wanted] }
    guard rest.contains(where: isSure) else { return nil }
    let isSameSlot =
      fact.terms[last.wanted].place.isPredicate && reply.terms[other].place.isPredicate
      && fact.terms[last.wanted].place.preposition == reply.terms[other].place.preposition
    return isSameSlot && rest.allSatisfy(isSure) ? .contradicted : .notClaimed
  }

  /// "The wall is green" for "The wall is blue": what is said of one thing by "is", in one word, is another word.
  private var isOtherwiseFilled: Bool {
    guard question == nil, alignment.matches.count > 1, let last = alignment.matches.last,
      last.closeness < 0.5, alignment.matches.dropLast().allSatisfy({ $0.closeness >= 0.9 && !$0.turns }),
      let other = reply.terms.indices.last, alignment.covered[other] < 0.5,
      reply.terms.indices.dropLast().allSatisfy({ alignment.covered[$0] >= 0.9 })
    else { return false }
    let (wanted, found) = (fact.terms[last.wanted], reply.terms[other])
    return wanted.place.isPredicate && found.place.isPredicate && !wanted.isValue && !found.isValue
      && wanted.place.preposition == found.place.preposition
  }

  // MARK: What is claimed

  /// How most of what is met is claimed, where the fact claims it plainly.
  private var otherClaim: FactPlace.Claim? {
    var weights: [FactPlace.Claim: Double] = [:]
    var all = 0.0
    for match in alignment.matches where isSure(match) {
      guard let found = match.found, fact.terms[match.wanted].place.claim == .plain else { continue }
      let weight = fact.terms[match.wanted].weight
      all += weight
      weights[reply.terms[found].place.claim, default: 0] += weight
    }
    return [.doubted, .past, .future].first { weights[$0, default: 0] > all / 2 }
  }

  /// "It will be sent" for "it was sent".
  private var isAhead: Bool {
    guard fact.isDone, !reply.isDone else { return false }
    let sure = alignment.matches.filter(isSure).compactMap(\.found)
    return !sure.isEmpty && sure.allSatisfy { reply.aheadClauses.contains(reply.terms[$0].clause) }
  }

  /// "It opens at nine" for "The shop opens at 9": all but what the pronoun stands for is said.
  private var isSaidOfPronoun: Bool {
    guard question == nil, reply.shape.beginsWithPronoun,
      let first = alignment.matches.first(where: { $0.closeness >= 0.9 })?.wanted, first > 0
    else { return false }
    return alignment.matches.allSatisfy { match in
      match.wanted < first
        ? !fact.terms[match.wanted].isValue : match.closeness >= 0.9 && !match.turns
    } && precision { _ in true } >= 0.6
  }

  /// Whether the reply, a question, asks for just what the fact says: all of it but what a yes or no grants.
  var isAskedFor: Bool {
    let said = alignment.matches.filter { !fact.terms[$0.wanted].place.isPermission }
    let all = said.reduce(0.0) { $0 + fact.terms[$1.wanted].weight }
    let met = said.filter(isSure).reduce(0.0) { $0 + fact.terms[$1.wanted].weight }
    return all > 0 && met >= all * 0.75
  }

  /// What a few words say that answer a question which has the rest: "Mr Silva." to "Who is the manager?"
  private var shortAnswer: FactRuling? {
    guard let question, question.shape.wantsAnswer, !question.shape.wantsYesOrNo, isAsked.contains(true),
      reply.wordCount <= 6, !reply.shape.isNonAnswer
    else { return nil }
    let new = reply.terms.indices.filter { !isEcho[$0] }
    guard !new.isEmpty,
      new.allSatisfy({ reply.terms[$0].place.claim == .plain && !reply.terms[$0].place.isDenied })
    else { return nil }
    let wanted = alignment.matches.filter { !isAsked[$0.wanted] }
    if wanted.allSatisfy({ $0.closeness >= 0.9 && !$0.turns }) { return .stated }
    if wanted.contains(where: { otherValue(at: $0.wanted) != nil }) { return .contradicted }
    let isOther = wanted.allSatisfy { $0.closeness < 0.9 } && wanted.contains { fact.terms[$0.wanted].isName }
    return isOther && new.contains { reply.terms[$0].isName } ? .contradicted : nil
  }
}
