/// Tells what is said unlike the examples of a label, though in their words: "I am not sorry" beside "I am sorry".
///
/// What a label's examples have in common is read off them: whether they deny a word, ask, act on the listener. A text
/// that does otherwise speaks against the label; how strongly is learned from the examples as well, each held against
/// the others of its label. Where they do not agree among themselves nothing is said: people who complain of a late
/// card ask and tell, affirm and deny.
struct Contraries: Sendable {
  /// In which way a text is said unlike the examples.
  private enum Way: Int, CaseIterable { case denial, mood, actor, time, supposition, report }

  /// How a label's examples are said, counted.
  private struct Tenor: Sendable {
    var words: [String: WordCounts] = [:]
    var examples = 0
    var asking = 0
    var bidding = 0
    var telling = 0
    var offering = 0
    var supposed = 0
    var reported = 0
    var denying = 0

    mutating func add(_ example: [Manner], _ sign: Int) {
      examples += sign
      if example.contains(where: { $0.mood == .asks }) {
        asking += sign
      } else if example.contains(where: { $0.mood == .bids }) {
        bidding += sign
      } else if example.contains(where: { $0.mood == .tells }) {
        telling += sign
      }
      if example.contains(where: { $0.isOffer || $0.isAble }) { offering += sign }
      if example.contains(where: { $0.isSupposed || $0.isConditional }) { supposed += sign }
      if example.contains(where: \.isReported) { reported += sign }
      if example.contains(where: { $0.words.contains { $0.standing.isDenied } }) { denying += sign }
      for manner in example {
        for (key, standing) in manner.words { words[key, default: WordCounts()].add(standing, sign) }
      }
    }
  }

  /// How often a word is said, and in which ways, in a label's examples.
  private struct WordCounts: Sendable {
    var all = 0
    var denied = 0
    var awaited = 0
    var future = 0
    var done = 0
    var subjects: [Person: Int] = [:]
    var objects: [Person: Int] = [:]

    mutating func add(_ standing: Manner.Standing, _ sign: Int) {
      all += sign
      if standing.isDenied { denied += sign }
      if standing.isAwaited { awaited += sign }
      if standing.isFuture { future += sign }
      if standing.isDone { done += sign }
      if let subject = standing.subject { subjects[subject, default: 0] += sign }
      if let object = standing.object { objects[object, default: 0] += sign }
    }
  }

  private var tenors: [Tenor]
  /// What is left of a label's probability where a text is said otherwise in each way.
  private var rests: [Double] = []

  init(_ lessons: [LabelledText], labelCount: Int) {
    tenors = [Tenor](repeating: Tenor(), count: labelCount)
    let manners = lessons.map { lesson in
      let reply = Reply(lesson.text)
      return Manner.clauses(of: reply, Term.terms(of: reply), most: Self.mostClauses)
    }
    for (lesson, manner) in zip(lessons, manners) {
      for label in lesson.labels { tenors[label].add(manner, 1) }
    }
    rests = learnedRests(lessons, manners)
  }

  /// A way tells the less, the more often the examples themselves are said otherwise than the others of their label,
  /// and the less seldom that is than beside another label.
  private mutating func learnedRests(_ lessons: [LabelledText], _ manners: [[Manner]]) -> [Double] {
    var own = [Double](repeating: 0.1, count: Way.allCases.count)
    var other = own.map { _ in Self.usual * Self.usualWeight }
    var (ownCount, otherCount) = (1.0, Self.usualWeight)
    for (place, (lesson, manner)) in zip(lessons, manners).enumerated() {
      for label in lesson.labels where tenors[label].examples > 1 {
        tenors[label].add(manner, -1)
        for (way, degree) in leastContrary(manner, label).enumerated() { own[way] += degree }
        ownCount += 1
        tenors[label].add(manner, 1)
      }
      let stranger = place % tenors.count
      guard !lesson.labels.contains(stranger) else { continue }
      for (way, degree) in leastContrary(manner, stranger).enumerated() { other[way] += degree }
      otherCount += 1
    }
    return Way.allCases.map { way in
      let often = own[way.rawValue] / ownCount
      let seldom = often / (other[way.rawValue] / otherCount)
      // Examples hardly ever deny what another label affirms, so the others tell nothing of denial.
      let rest = way == .denial ? often / Self.oftenDenied : max(often / Self.often, seldom)
      return min(max(rest, Self.least), 1)
    }
  }

  /// How often a text is said otherwise than a label it does not have, and as many examples as that counts for.
  private static let usual = 0.3
  private static let usualWeight = 40.0
  /// Examples said otherwise so often tell nothing.
  private static let often = 0.15
  private static let oftenDenied = 0.2
  private static let least = 0.1
  static let mostClauses = 32

  /// The degrees of the clause that is said most like the examples of a label.
  private func leastContrary(_ manners: [Manner], _ label: Int) -> [Double] {
    let all = clausesAbout(label, manners).map { degrees(of: $0, beside: tenors[label]) }
    return all.min { $0.reduce(0, +) < $1.reduce(0, +) } ?? []
  }

  /// What is left of a label's probability in view of how a text is said: the clause that speaks for it best decides.
  func rest(of label: Int, _ manners: [Manner]) -> Double {
    clausesAbout(label, manners).map { manner in
      zip(rests, degrees(of: manner, beside: tenors[label])).reduce(1.0) { rest, way in
        way.1 == 0 ? rest : rest * Numbers.exponential(Numbers.logarithm(way.0) * way.1)
      }
    }.max() ?? 1
  }

  /// The clauses that have a word of the label's examples; all that say something, when none has.
  private func clausesAbout(_ label: Int, _ manners: [Manner]) -> [Manner] {
    let own = manners.filter { $0.words.contains { tenors[label].words[$0.key]?.all ?? 0 > 0 } }
    if !own.isEmpty { return own }
    let saying = manners.filter { !$0.words.isEmpty }
    return saying.isEmpty ? manners : saying
  }

  /// For each way, how far a clause is said otherwise than the examples: 0 to 1.
  private func degrees(of manner: Manner, beside tenor: Tenor) -> [Double] {
    Way.allCases.map { way in
      switch way {
      case .denial: denial(manner, tenor)
      case .mood: mood(manner, tenor)
      case .actor: manner.words.contains { isOtherActor($0.standing, tenor.words[$0.key]) } ? 1 : 0
      case .time: time(manner, tenor)
      case .supposition: tenor.supposed > 0 ? 0 : manner.isSupposed ? 1 : manner.isConditional ? Self.half : 0
      case .report: manner.isReported && tenor.reported == 0 ? 1 : 0
      }
    }
  }

  /// The share of a clause's words that the examples have, and never deny where it does, or always where it does not.
  private func denial(_ manner: Manner, _ tenor: Tenor) -> Double {
    guard !manner.words.isEmpty else { return 0 }
    let contrary = manner.words.count { key, standing in
      guard let counts = tenor.words[key], counts.all > 0, standing.isContent else { return false }
      return standing.isDenied ? counts.denied == 0 : counts.denied == counts.all
    }
    let denies = manner.words.contains { $0.standing.isDenied }
    let isStrange = denies ? tenor.denying == 0 : tenor.denying == tenor.examples
    let share = Double(contrary) / Double(manner.words.count)
    return isStrange ? max(share, Self.strange) : share
  }

  /// How far it tells against a label whose examples deny nothing that a text denies something, whatever it is.
  private static let strange = 0.2

  /// How seldom the examples ask where a clause asks, or tell where it tells; a bid may be either, by half.
  private func mood(_ manner: Manner, _ tenor: Tenor) -> Double {
    let known = Double(tenor.asking + tenor.bidding + tenor.telling)
    guard known > 0, manner.mood != .bare, !(manner.isOffer && tenor.offering > 0) else { return 0 }
    let (asking, bidding) = (Double(tenor.asking), Double(tenor.bidding))
    let alike =
      switch manner.mood {
      case .asks: asking + Self.half * bidding
      case .bids: asking + bidding
      case .tells: Double(tenor.telling)
      case .bare: known
      }
    let degree = max(0, 1 - 2 * alike / known)
    return manner.mood == .bids ? Self.half * degree : degree
  }

  private static let half = 0.5

  /// "You should apologise" beside "we apologise"; "call us" beside "we call you".
  private func isOtherActor(_ standing: Manner.Standing, _ counts: WordCounts?) -> Bool {
    guard let counts else { return false }
    let isOther = standing.subject.map { subject in
      subject != .speaker && subject != .thing && counts.subjects[.speaker, default: 0] > 0
        && counts.subjects[subject, default: 0] == 0
    }
    let isTurned = standing.object.map { object in
      let opposite: Person = object == .speaker ? .listener : .speaker
      return counts.objects[opposite, default: 0] > 0 && counts.objects[object, default: 0] == 0
    }
    return isOther ?? false || isTurned ?? false
  }

  /// "Once it is fixed", and half as much "it will be fixed", beside "it has been fixed".
  private func time(_ manner: Manner, _ tenor: Tenor) -> Double {
    manner.words.reduce(0) { most, word in
      guard let counts = tenor.words[word.key], counts.all > 0 else { return most }
      if word.standing.isAwaited, counts.awaited == 0 { return 1 }
      return word.standing.isFuture && counts.done == counts.all ? max(most, Self.half) : most
    }
  }
}
