import Domain
import Scoring

/// Finds the smallest changes for a session's debrief, in the scenario it was played in.
public struct SessionCoaching: Sendable {
  private let coach: Coach
  private let judge: Judge
  private let scenario: Scenario
  private let house: Rubric?

  /// - Parameter understanding: what replies mean in the scenario; learned anew where it is not at hand.
  public init(
    _ loaded: Workplace.Loaded, by workplace: Workplace, judge: Judge,
    understanding: ReplyUnderstanding? = nil
  ) {
    self.judge = judge
    scenario = loaded.scenario
    house = loaded.house
    let understanding = understanding ?? ReplyUnderstanding(loaded.scenario, by: workplace.language)
    coach = Coach(judge, scenario: loaded.scenario, house: loaded.house, understand: understanding.read)
  }

  /// The scorecard with the smallest change at each criterion most worth working on.
  public func coached(_ card: Scorecard, of transcript: Transcript) -> Scorecard {
    coach.coached(card, of: transcript)
  }

  /// The scorecard with the smallest change at each of these criteria that has none yet.
  public func coached(
    _ card: Scorecard, of transcript: Transcript, where isAsked: (Mark) -> Bool
  ) -> Scorecard {
    var card = card
    let reading = judge.reading(transcript, scenario: scenario, house: house)
    for place in card.marks.indices where isAsked(card.marks[place]) {
      let mark = card.marks[place]
      guard mark.evidence.flip == nil, mark.evidence.verdict != .met, mark.earned < mark.possible
      else { continue }
      card.marks[place].evidence.flip = coach.flip(mark, reading)
    }
    return card
  }
}
