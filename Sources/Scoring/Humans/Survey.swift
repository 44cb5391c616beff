import Domain

/// What the customer would answer afterwards, derived from the state they were left in: simulated, never asked.
///
/// A perfect script can still score low, and the points are not looked at. The three scales are those in use; how the
/// state becomes a number is our own choice, to be calibrated against real surveys.
public struct Survey: Hashable, Sendable {
  /// Customer satisfaction, 1 to 5: what the ending says, else the mood at the end in fifths.
  public let csat: Int?
  /// Customer effort score, 1 (very hard) to 7 (very easy). See `ease`.
  public let ces: Int?
  /// Likelihood to recommend, 0 to 10: 9 and 10 promote, 0 to 6 do not.
  public let nps: Int?

  /// Nothing where the talk has not ended or nothing is known of the customer's state.
  public init(_ transcript: Transcript, moods: [MoodTrack]) {
    guard let conclusion = transcript.conclusion, conclusion.ending != nil else {
      (csat, ces, nps) = (nil, nil, nil)
      return
    }
    let mood = Self.mood(moods)
    let satisfied = conclusion.csat ?? mood.map { 1 + min($0, 99) / 20 }
    csat = satisfied.map { min(max($0, 1), 5) }
    guard let csat else {
      (ces, nps) = (nil, nil)
      return
    }
    ces = Self.ease(transcript, conclusion, moods)
    nps = Self.recommends(csat, mood: mood ?? (csat - 1) * 25, conclusion)
  }

  /// The mean of the moods at the end, 0 to 100; nil where the scenario has none.
  private static func mood(_ moods: [MoodTrack]) -> Int? {
    let last = moods.compactMap(\.values.last).map { min(max($0, 0), 100) }
    return last.isEmpty ? nil : last.reduce(0, +) / last.count
  }

  /// Half satisfaction, half mood, in tenths; whose matter failed never recommends, half solved is at most passive.
  private static func recommends(_ csat: Int, mood: Int, _ conclusion: Conclusion) -> Int {
    let tenths = ((csat - 1) * 25 + mood + 10) / 20
    switch conclusion.outcome {
    case .success: return min(max(tenths, 0), 10)
    case .partial: return min(max(tenths, 0), 8)
    case .failure: return min(max(tenths, 0), 6)
    }
  }

  /// Replies a customer finds ordinary; every two more are one step harder.
  static let ordinaryReplies = 5

  /// From 7 down: 3 for a matter that failed or a goal not met, 1 for one half solved, 1 for every change of channel,
  /// 1 for every two replies over the ordinary, 1 for every mood left below where it began.
  private static func ease(_ transcript: Transcript, _ conclusion: Conclusion, _ moods: [MoodTrack]) -> Int {
    var score = 7
    if conclusion.outcome == .failure || conclusion.goalMet == false {
      score -= 3
    } else if conclusion.outcome == .partial {
      score -= 1
    }
    let live = transcript.turns.filter { !$0.isEarlier }
    let channels = zip(live, live.dropFirst()).count { $0.channel != $1.channel }
    let replies = live.count { if case .reply = $0.content { true } else { false } }
    let worse = moods.count { track in (track.values.last ?? 0) < (track.values.first ?? 0) }
    score -= min(channels, 7) + min(max(replies - ordinaryReplies, 0) / 2, 7) + min(worse, 7)
    return max(score, 1)
  }
}
