/// The words of the fact and of the reply that meet, and those that do not.
extension FactMeasure {
  func weighted(_ holds: (Int) -> Bool, worth: (FactMatch) -> Double) -> Double {
    var sum = 0.0
    var all = 0.0
    for match in alignment.matches where holds(match.wanted) {
      let weight = fact.terms[match.wanted].weight
      sum += weight * worth(match)
      all += weight
    }
    return all > 0 ? sum / all : 0
  }

  func coverage(_ holds: (Int) -> Bool) -> Double { weighted(holds, worth: \.closeness) }

  func exact(_ holds: (Int) -> Bool) -> Double { weighted(holds) { $0.closeness >= 0.9 ? 1 : 0 } }

  /// The share of the fact's words, by weight, that are surely met and of which something holds.
  func share(_ property: (FactMatch) -> Bool, among holds: (Int) -> Bool = { _ in true }) -> Double {
    weighted(holds) { $0.closeness >= Self.sure && property($0) ? $0.closeness : 0 }
  }

  /// The weight of the weightiest word of which something holds, against that of the fact's weightiest word.
  func greatest(_ property: (FactMatch) -> Bool) -> Double {
    var (all, greatest) = (0.0, 0.0)
    for match in alignment.matches {
      let weight = fact.terms[match.wanted].weight
      all = max(all, weight)
      if match.closeness >= Self.sure, match.turns, property(match) { greatest = max(greatest, weight) }
    }
    return all > 0 ? greatest / all : 0
  }

  /// The share of the fact that the reply only asks, or tells as another's words, 0–1.
  var disowned: Double {
    let taken: Stance = [.reported, .asked]
    return share { match in
      match.found.map { !reply.terms[$0].stance.isDisjoint(with: taken) } == true
        && fact.terms[match.wanted].stance.isDisjoint(with: taken)
    }
  }

  /// A word met less closely than this neither denies nor contradicts: it may be about something else.
  static var sure: Double { 0.7 }

  /// How much of the reply, or of the sentence of it that fits best, the fact accounts for.
  func precision(_ holds: (Int) -> Bool) -> Double {
    reply.passages.map { passage in
      var sum = 0.0
      var all = 0.0
      for place in passage.terms where holds(place) {
        sum += reply.terms[place].weight * alignment.covered[place]
        all += reply.terms[place].weight
      }
      return all > 0 ? sum / all : 0
    }.max() ?? 0
  }

  /// The share of the fact's neighbouring words that are neighbours in the reply as well, in the same order.
  var neighbours: Double {
    let found = alignment.matches.map { $0.closeness >= 0.5 ? $0.found : nil }
    guard found.count > 1 else { return 0 }
    let kept = zip(found, found.dropFirst()).filter { one, two in
      guard let one, let two else { return false }
      return two > one && two - one <= 3
    }
    return Double(kept.count) / Double(found.count - 1)
  }

  var echo: Double {
    guard !isEcho.isEmpty else { return 0 }
    return Double(isEcho.filter { $0 }.count) / Double(isEcho.count)
  }

  var unasserted: Double {
    let taken: Stance = [.conditional, .reported, .asked]
    return share { match in
      match.found.map { !reply.terms[$0].stance.isDisjoint(with: taken) } == true
        && fact.terms[match.wanted].stance.isDisjoint(with: taken)
    }
  }

  var lengthRatio: Double {
    let most = max(fact.terms.count, reply.terms.count)
    return most == 0 ? 0 : Double(min(fact.terms.count, reply.terms.count)) / Double(most)
  }
}

/// What the reply says beside the fact, or in its place.
extension FactMeasure {
  /// A word met less closely than this is not met.
  private static var met: Double { 0.5 }

  /// The share of the reply, by weight, that fact or question has already.
  var known: Double {
    var (all, had) = (0.0, 0.0)
    for place in reply.terms.indices {
      let weight = reply.terms[place].weight
      all += weight
      if isEcho[place] || alignment.covered[place] >= Self.met { had += weight }
    }
    return all > 0 ? had / all : 0
  }

  /// How much the reply says that neither fact nor question has: 0 for nothing, towards 1 for a lot.
  var novel: Double {
    var weight = 0.0
    for place in reply.terms.indices where !isEcho[place] && alignment.covered[place] < Self.met {
      weight += reply.terms[place].weight
    }
    return weight / (weight + 2)
  }

  /// The weight of the weightiest word of the fact that is not met, against that of its weightiest word.
  var gap: Double { weightiest { alignment.matches[$0].closeness < Self.met } }

  /// As `gap`, of words in whose place the reply has another: "the screen" where the fact has "the battery".
  var substituted: Double {
    weightiest { alignment.matches[$0].closeness < Self.met && substitute(for: $0) != nil }
  }

  private func weightiest(_ holds: (Int) -> Bool) -> Double {
    var (most, found) = (0.0, 0.0)
    for place in fact.terms.indices where !isAsked[place] {
      let weight = fact.terms[place].weight
      most = max(most, weight)
      if weight > found, holds(place) { found = weight }
    }
    return most > 0 ? found / most : 0
  }

  /// The reply's word that stands beside the counterpart of a neighbour of the fact's word, if the fact has not got it.
  func substitute(for place: Int) -> Int? {
    for step in [-1, 1] {
      let neighbour = place + step
      guard fact.terms.indices.contains(neighbour), alignment.matches[neighbour].closeness >= Self.sure,
        let found = alignment.matches[neighbour].found
      else { continue }
      let other = found - step
      if reply.terms.indices.contains(other), !isEcho[other], alignment.covered[other] < Self.met {
        return other
      }
    }
    return nil
  }

  /// Whether the reply says all the fact says but for one word, in whose place it has another. Where something was
  /// asked the weights tell it better.
  var isOneWordOff: Bool {
    let unmet = alignment.matches.filter { $0.closeness < Self.sure && !isAsked[$0.wanted] }
    guard question == nil, alignment.matches.count > 1, unmet.count == 1, let place = unmet.first?.wanted
    else { return false }
    return fact.terms[place].value == nil && alignment.matches[place].closeness < Self.met
      && substitute(for: place) != nil
  }
}
