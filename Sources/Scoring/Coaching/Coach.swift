import Diagnostics
import Domain

/// Finds, for what was lost, the smallest change of the trainee's own words that would have earned it.
///
/// Nothing is promised: every change is put into the talk and judged again, and only what the judge then says is told.
public struct Coach: Sendable {
  private let judge: Judge
  /// Reads by words alone: it proposes, `judge` confirms.
  private let quick: Judge
  private let scenario: Scenario?
  private let house: Rubric?
  /// What a changed reply means in the scenario; replies keep their moves without it.
  private let understand: (@Sendable (String) -> ReplyMade)?

  public init(
    _ judge: Judge, scenario: Scenario?, house: Rubric?,
    understand: (@Sendable (String) -> ReplyMade)? = nil
  ) {
    self.judge = judge
    quick = Judge(
      kinds: judge.kinds, rules: judge.rules, lexicons: judge.lexicons, channels: judge.channels,
      gate: judge.gate)
    self.scenario = scenario
    self.house = house
    self.understand = understand
  }

  /// The scorecard with the smallest flipping edit at each criterion worth working on, where one was found.
  public func coached(_ card: Scorecard, of transcript: Transcript, customerName: String? = nil) -> Scorecard
  {
    var card = card
    let worth = Set(Debrief(card).toWorkOn.map(\.criterion))
    let reading = judge.reading(
      transcript, scenario: scenario, house: house, customerName: customerName)
    for place in card.marks.indices where worth.contains(card.marks[place].criterion) {
      card.marks[place].evidence.flip = flip(card.marks[place], reading, customerName)
    }
    return card
  }

  /// Of the smallest changes so many are tried for one criterion, and so many of the largest.
  static let tried = (small: 32, large: 8)
  /// So many of those that words alone say would do are put before the judge.
  static let confirmed = 4

  /// The smallest change after which a criterion is met; else the smallest after which it is better than it was.
  ///
  /// At most `tried` are read by words alone, and `confirmed` of them judged, so that a debrief does not wait. A change
  /// that would take from another criterion is none: nobody is told to leave out the cause to come to the point.
  public func flip(_ mark: Mark, _ reading: Reading, _ customerName: String? = nil) -> Domain.Edit? {
    guard let question = question(mark.criterion) else { return nil }
    let search = EditSearch(
      mark.evidence, in: reading, models: models(mark, question),
      general: [question.general].compactMap(\.self))
    let before = try? judge.judge(reading, house: house)
    var better: Domain.Edit?
    for candidate in proposals(search.candidates, question, reading, customerName) {
      let read = changed(reading, candidate, customerName, by: judge)
      let verdict = question.verdict(read)
      guard verdict.rank > mark.evidence.verdict.rank else { continue }
      let after = try? judge.judge(read, house: house)
      let gain = Self.gain(at: mark, from: before, to: after)
      guard !Self.isHarm(from: before, to: after, but: mark.criterion), mark.isAdvice || gain ?? 1 > 0
      else { continue }
      let edit = Domain.Edit(
        turn: candidate.turn, range: candidate.range, words: candidate.words, verdict: verdict, gain: gain)
      if verdict == .met { return edit }
      if better == nil { better = edit }
    }
    return better
  }

  /// What a criterion earns more after a change, in hundredths; nil where it was not judged both times.
  private static func gain(at mark: Mark, from before: Scorecard?, to after: Scorecard?) -> Int? {
    let earned = [before, after].map { card in
      card?.marks.first { $0.criterion == mark.criterion }?.earned
    }
    guard let one = earned[0], let two = earned[1] else { return nil }
    return two - one
  }

  /// Whether another criterion fell from what it had earned, or another rule was broken.
  private static func isHarm(from before: Scorecard?, to after: Scorecard?, but criterion: String) -> Bool {
    guard let before, let after else { return false }
    if after.breaches.count > before.breaches.count { return true }
    let now = Dictionary(
      after.marks.map { ($0.criterion, $0.evidence.verdict.rank) }, uniquingKeysWith: { first, _ in first })
    return before.marks.contains { mark in
      let rank = mark.evidence.verdict.rank
      return mark.criterion != criterion && rank >= Verdict.partly.rank && now[mark.criterion] ?? rank < rank
    }
  }

  /// The changes that words alone say would help, in their order: those that meet the criterion before the others.
  private func proposals(
    _ candidates: [EditSearch.Candidate], _ question: Question, _ reading: Reading, _ customerName: String?
  ) -> [EditSearch.Candidate] {
    let few =
      candidates.prefix(Self.tried.small) + candidates.dropFirst(Self.tried.small).suffix(Self.tried.large)
    let before = question.verdict(
      quick.reading(
        reading.transcript, scenario: scenario, house: house, customerName: customerName))
    var (meeting, helping): ([EditSearch.Candidate], [EditSearch.Candidate]) = ([], [])
    for candidate in few where meeting.count < Self.confirmed {
      let verdict = question.verdict(changed(reading, candidate, customerName, by: quick))
      if verdict == .met {
        meeting.append(candidate)
      } else if verdict.rank > before.rank {
        helping.append(candidate)
      }
    }
    return Array((meeting + helping).prefix(Self.confirmed))
  }

  private func changed(
    _ reading: Reading, _ candidate: EditSearch.Candidate, _ customerName: String?, by reader: Judge
  ) -> Reading {
    var transcript = reading.transcript
    if case .reply(var made, let waited) = transcript.turns[candidate.turn].content {
      made.text = made.text.replacing(candidate.range, with: candidate.words)
      if let understand { made = understand(made.text) }
      transcript.turns[candidate.turn].content = .reply(made, waited: waited)
    }
    return reader.reading(
      transcript, scenario: scenario, house: house, customerName: customerName, known: reading)
  }

  // MARK: The question

  /// One criterion as it is asked.
  private enum Question {
    case house(Criterion, any CriterionKind)
    case own(ScenarioCriterion)

    /// A shared rubric's model sentence, which is about some other talk.
    var general: String? {
      switch self {
      case .house(let criterion, _): criterion.better
      case .own: nil
      }
    }

    func verdict(_ reading: Reading) -> Verdict {
      switch self {
      case .house(let criterion, let kind): kind.earnedEvidence(in: reading, for: criterion).verdict
      case .own(let criterion): Earned(reading: reading, criterion: criterion).judged().evidence.verdict
      }
    }
  }

  private func question(_ name: String) -> Question? {
    if let own = scenario?.rubric.criteria.first(where: { $0.name == name }) { return .own(own) }
    guard let criterion = house?.criteria.first(where: { $0.name == name }),
      let kind = judge.kinds[criterion.kind]
    else { return nil }
    return .house(criterion, kind)
  }

  /// The trainee's mended own sentence and the scenario's: whole sentences of other talks would tell what never was.
  private func models(_ mark: Mark, _ question: Question) -> [String] {
    var models = [mark.evidence.better]
    switch question {
    case .own(let criterion): models.append(criterion.better)
    case .house: break
    }
    var seen: Set<String> = []
    return models.compactMap(\.self).filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}

extension Verdict {
  /// From worst to best.
  fileprivate var rank: Int {
    switch self {
    case .breached: 0
    case .missed: 1
    case .partly: 2
    case .met: 3
    case .notApplicable: -1
    }
  }
}
