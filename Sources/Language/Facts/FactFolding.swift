/// Denials of a fact and a reply, folded: two in one clause are none, and a ban is a permission denied.
struct FactFolding {
  private let measure: FactMeasure

  init(_ measure: FactMeasure) { self.measure = measure }

  var matches: [FactMatch] {
    let (fact, reply) = (measure.fact.terms, measure.reply.terms)
    var matches = measure.alignment.matches
    for place in matches.indices {
      guard let found = matches[place].found else { continue }
      let isNothing = matches[place].isOpposite && Self.nothing.contains(reply[found].normal)
      let isDeniedLater = fact[place].place.isDenied && reply[found].place.isDeniedLater
      matches[place].isDenied =
        !isNothing && !isDeniedLater && fact[place].place.isDenied != reply[found].place.isDenied
      if isLessTurned(fact[place], reply[found]), matches[place].closeness >= FactMeasure.sure {
        matches[place].isOpposite.toggle()
      }
    }
    settle(&matches)
    if matches.contains(where: \.isOpposite), measure.isConverse {
      for place in matches.indices where matches[place].isOpposite {
        matches[place].isOpposite = false
        matches[place].isConverse = true
      }
    }
    if matches.contains(where: { $0.isOpposite && $0.isDenied }) {
      for place in matches.indices where !matches[place].isOpposite { matches[place].isDenied = false }
    }
    settleFees(&matches)
    return withPermissions(matches)
  }

  /// "There is no fee" says that it is free, and that it is free says that there is none.
  private func settleFees(_ matches: inout [FactMatch]) {
    let (fact, reply) = (measure.fact.terms, measure.reply.terms)
    for place in matches.indices where matches[place].closeness < 0.9 || matches[place].isOpposite {
      let isFree = fact[place].normal == "free" && !fact[place].place.isDenied
      let isFee = fact[place].place.isDenied && Self.fees.contains(fact[place].stem)
      guard isFree || isFee else { continue }
      let other = reply.firstIndex {
        isFree
          ? $0.place.isDenied && Self.fees.contains($0.stem) : $0.normal == "free" && !$0.place.isDenied
      }
      if let other {
        matches[place] = FactMatch(wanted: place, found: other, closeness: 0.9)
        for next in matches.indices where matches[next].isDenied { matches[next].isDenied = false }
      }
    }
  }

  private static let fees = Set(
    ["fee", "charge", "cost", "price", "pay", "payment", "surcharge"].map { Stemmer.stem($0) })

  /// "Less dense" beside "denser": the one says less of what the other says more of.
  private func isLessTurned(_ wanted: FactTerm, _ found: FactTerm) -> Bool {
    wanted.place.isLessened && Grades.isComparative(found.normal)
      || found.place.isLessened && Grades.isComparative(wanted.normal)
  }

  /// A denial is of the word it stands before: it counts where the other text has that word, and where both deny it
  /// nothing else of its clause is denied in one alone.
  private func settle(_ matches: inout [FactMatch]) {
    let (fact, reply) = (measure.fact.terms, measure.reply.terms)
    for head in matches where fact[head.wanted].place.isDenialHead {
      let clause = fact[head.wanted].clause
      if head.closeness >= FactMeasure.sure, let found = head.found {
        guard !head.isDenied else { continue }
        spare(&matches) { match in
          fact[match.wanted].clause == clause
            && match.found.map { reply[$0].clause == reply[found].clause } == true
        }
      } else if measure.question == nil, head.closeness < 0.4, !isOtherwiseMet(matches, head.wanted) {
        spare(&matches) { fact[$0.wanted].clause == clause && fact[$0.wanted].place.isDenied }
      }
    }
    settleEllipses(&matches)
  }

  /// Whether most of a fact is met, whatever its denied word: "they will want your PIN" for "they never ask for it".
  private func isOtherwiseMet(_ matches: [FactMatch], _ head: Int) -> Bool {
    let fact = measure.fact.terms
    let rest = matches.filter { $0.wanted != head }
    let all = rest.reduce(0) { $0 + fact[$1.wanted].weight }
    return rest.filter(measure.isSure).reduce(0) { $0 + fact[$1.wanted].weight } >= all * 0.5
  }

  /// "Iron sinks" beside "wood floats but iron does not": what is denied of iron is what the clause before says.
  private func settleEllipses(_ matches: inout [FactMatch]) {
    let (fact, reply) = (measure.fact.terms, measure.reply.terms)
    for place in matches.indices where fact[place].place.isElliptic && matches[place].isDenied {
      guard let found = matches[place].found else { continue }
      let told = matches.indices.filter { other in
        fact[other].clause + 1 == fact[place].clause
          && matches[other].found.map { reply[$0].clause == reply[found].clause } == true
          && matches[other].closeness >= FactMeasure.sure
      }
      let beside = told.filter { matches[$0].found.map { abs($0 - found) == 1 } == true }
      if (beside.isEmpty ? told : beside).contains(where: { !matches[$0].isOpposite && !matches[$0].isDenied }
      ) {
        continue
      }
      matches[place].isDenied = false
      for other in told where matches[other].isOpposite { matches[other].isOpposite = false }
    }
  }

  private func spare(_ matches: inout [FactMatch], _ holds: (FactMatch) -> Bool) {
    for place in matches.indices where holds(matches[place]) { matches[place].isDenied = false }
  }

  /// Where something else is met, what may or may not be is told by its denial: "forbidden" meets "may not".
  private func withPermissions(_ matches: [FactMatch]) -> [FactMatch] {
    let (fact, reply) = (measure.fact.terms, measure.reply.terms)
    let isHeard = reply.contains { $0.place.isPermission || $0.place.isDenied }
    guard
      let support = matches.first(where: {
        $0.closeness >= FactMeasure.sure && $0.found != nil && !fact[$0.wanted].place.isPermission
      })
    else { return matches }
    var matches = matches
    let isBan = matches.contains { fact[$0.wanted].place.isPermission && fact[$0.wanted].place.isDenied }
    if isBan,
      let act = matches.first(where: { match in
        !fact[match.wanted].place.isPermission && match.closeness >= FactMeasure.sure
          && fact[match.wanted].place.isDenied && match.found.map { reply[$0].place.isDenied } == true
      })
    {
      spare(&matches) { fact[$0.wanted].clause == fact[act.wanted].clause }
    }
    for place in matches.indices where fact[place].place.isPermission {
      let isOwn = matches[place].found.map { reply[$0].place.isPermission } ?? false
      guard isOwn || isHeard && fact[place].place.isDenied || matches[place].closeness < FactMeasure.sure
      else {
        continue
      }
      guard isHeard || isOwn else { continue }
      if matches[place].closeness < 0.9 || matches[place].isOpposite {
        matches[place].found = isOwn ? matches[place].found : support.found
        matches[place].closeness = 0.9
      }
      matches[place].isOpposite = false
      matches[place].isDenied = support.isDenied
    }
    return matches
  }

  private static let nothing: Set<String> = ["none", "nothing", "nobody", "never", "no"]
}
