import Domain

/// Plays a scenario from its opening with one reply for each beat, and judges the play.
public struct Rehearsal: Sendable {
  /// How a play came out.
  public struct Outcome: Hashable, Sendable {
    public var passed: Bool
    /// Hundredths of a per cent.
    public var quality: Int

    /// An outcome of a play.
    public init(passed: Bool, quality: Int) {
      self.passed = passed
      self.quality = quality
    }
  }

  /// What is said in one beat, and the moves heard in it; with no text nothing is said.
  public struct Line: Hashable, Sendable {
    public var text: String
    /// Indices of moves.
    public var moves: [Int]

    /// A line of a play.
    public init(text: String, moves: [Int]) {
      self.text = text
      self.moves = moves
    }
  }

  let play: @Sendable (Scenario, Rubric?, [Line]) -> Outcome?

  /// - Parameter play: plays a scenario, with the shared rubric it uses, saying the beat's line as long as the talk
  ///   is in the beat; nothing when it cannot be judged.
  public init(_ play: @escaping @Sendable (Scenario, Rubric?, [Line]) -> Outcome?) { self.play = play }
}
