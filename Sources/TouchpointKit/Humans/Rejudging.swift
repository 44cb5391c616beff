import Domain
import Journal
import Scoring

/// Judges stored talks again, with the scenarios and rubrics that are at hand now. Stores nothing.
///
/// Words, moves, acts and facts are taken as they were recorded; only the judging is new.
public final class Rejudging {
  private let workplace: Workplace
  private let judge: Judge
  /// The file a session was played from, by session.
  private let file: (String) -> String?
  private var loaded: [String: Workplace.Loaded?] = [:]

  /// Why a stored talk cannot be judged again.
  public enum LeftOut: String, Error, Hashable, Sendable, CaseIterable {
    case noScenario = "the scenario is not at hand or has errors"
    case changedScenario = "the scenario has other moves or facts by now"
    case otherRubric = "the scenario uses another rubric"
    case unjudgeable = "the rubric names a kind of criterion this version lacks"
  }

  /// - Parameter store: asked for the file of a session that was not played from the library.
  public init(_ workplace: Workplace, judge: Judge, store: any JournalStore) {
    self.workplace = workplace
    self.judge = judge
    file = { session in
      let first = (try? store.entries(of: session))?.first
      guard case .event(let event)? = first?.record, case .opened(let opening) = event.kind else {
        return nil
      }
      return opening.file
    }
  }

  /// What a stored talk is judged with.
  public struct Prepared {
    public let summary: SessionSummary
    public let loaded: Workplace.Loaded
    let reading: Reading

    /// Whether the scenario's text was edited since the talk.
    public var isEdited: Bool { loaded.scenario.digest != summary.scenarioDigest }
  }

  /// Reads a stored talk once, for any number of judgements.
  public func prepare(_ summary: SessionSummary) throws(LeftOut) -> Prepared {
    let loaded = scenario(of: summary)
    guard let loaded, loaded.scenario.id == summary.scenario else { throw .noScenario }
    guard summary.transcript.fits(loaded.scenario) else { throw .changedScenario }
    return Prepared(
      summary: summary, loaded: loaded,
      reading: judge.reading(summary.transcript, scenario: loaded.scenario, house: loaded.house))
  }

  /// - Parameter rubric: stands in for the scenario's shared rubric, whatever its own id.
  public func scorecard(_ prepared: Prepared, by rubric: Rubric? = nil) throws(LeftOut) -> Scorecard {
    var house = rubric ?? prepared.loaded.house
    if let used = prepared.loaded.scenario.rubric.house { house?.id = used.rubric }
    do {
      return try judge.judge(prepared.reading, house: house)
    } catch {
      throw .unjudgeable
    }
  }

  /// A stored talk under two versions of a shared rubric.
  ///
  /// - Throws: `otherRubric` when the scenario does not use the rubric's id.
  public func change(
    _ summary: SessionSummary, from old: Rubric, to new: Rubric
  ) throws(LeftOut) -> ScoreChange {
    let prepared = try prepare(summary)
    guard prepared.loaded.scenario.rubric.house?.rubric == old.id else { throw .otherRubric }
    return ScoreChange(
      summary, before: try scorecard(prepared, by: old), after: try scorecard(prepared, by: new))
  }

  /// The scenario a session was played with, from the library or its file; nil when it cannot be loaded.
  public func scenario(of summary: SessionSummary) -> Workplace.Loaded? {
    if let known = loaded[summary.scenario], known != nil { return known }
    if let library = try? workplace.load(summary.scenario) {
      loaded[summary.scenario] = library
      return library
    }
    guard let path = file(summary.session) else { return nil }
    if let known = loaded[path] { return known }
    let found = try? workplace.load(path)
    loaded[path] = found
    return found
  }
}

extension Transcript {
  /// Whether the numbers in it mean in the scenario what they meant when it was played, as far as can be told.
  fileprivate func fits(_ scenario: Scenario) -> Bool {
    let holdsMoves = turns.allSatisfy { turn in
      guard case .reply(let made, _) = turn.content else { return true }
      return made.moves.allSatisfy { move in
        scenario.moves.indices.contains(move.move) && scenario.moves[move.move].name == move.name
      }
    }
    let holdsActs = turns.allSatisfy { turn in
      guard case .action(let act) = turn.content, let action = act.taken.action else { return true }
      return scenario.actions.indices.contains(action) && scenario.actions[action].name == act.taken.name
    }
    let facts = conclusion?.facts.count ?? scenario.facts.count
    return holdsMoves && holdsActs && (facts == 0 || facts == scenario.facts.count)
  }
}
