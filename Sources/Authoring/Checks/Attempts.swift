import Domain

/// Real attempts at scenarios, as far as they were played with the very files that are checked.
public struct Attempts: Sendable {
  /// A reply in which no move was found.
  public struct Unrecognised: Hashable, Sendable {
    /// Index of the beat it was said in.
    public var beat: Int
    public var text: String
    /// The attempt's id; only counted, never shown.
    public var attempt: String
    /// Counted, and taken out of what is shown.
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
