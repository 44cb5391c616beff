import Diagnostics
import Domain

/// A check that looks at plays of a scenario without errors: one file each, its page and its logic side by side.
///
/// Authoring cannot play. Whoever can lends the checker a rehearsal or real attempts; without them it is silent.
protocol PlayedCheck: Sendable {
  static var page: CheckPage { get }

  /// Everything this check finds, in any order.
  static func findings(in subject: PlayedSubject) -> [Diagnostic]
}

/// What checks that look at plays see.
struct PlayedSubject: Sendable {
  /// As written, for the places.
  var draft: ScenarioDraft
  var scenario: Scenario
  /// The shared rubric the scenario uses; nil when it uses none.
  var house: Rubric?
  /// The moves as play hears them; nil when nothing can be heard.
  var hearing: Hearing?
  var rehearsal: Rehearsal?
  var attempts: Attempts?
}

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

/// Real attempts at scenarios, as far as they were played with the very files that are checked.
public struct Attempts: Sendable {
  /// A reply in which no move was found.
  public struct Unrecognised: Hashable, Sendable {
    /// Index of the beat it was said in.
    public var beat: Int
    public var text: String
    /// The attempt's id; only counted, never shown.
    public var attempt: String
    /// Only counted, never shown.
    public var trainee: String

    /// A reply in which no move was found.
    public init(beat: Int, text: String, attempt: String, trainee: String) {
      self.beat = beat
      self.text = text
      self.attempt = attempt
      self.trainee = trainee
    }
  }

  let unrecognised: @Sendable (Scenario) -> [Unrecognised]

  /// - Parameter unrecognised: the replies to a scenario that were understood as nothing, in the order made.
  public init(unrecognised: @escaping @Sendable (Scenario) -> [Unrecognised]) {
    self.unrecognised = unrecognised
  }
}
