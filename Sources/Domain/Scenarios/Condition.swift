/// A question about the world, asked by rules and criteria. Names are indices into the scenario.
public indirect enum Condition: Hashable, Sendable {
  case fact(Int)
  case gauge(Int, Comparison, Int)
  case counter(Counter, Comparison, Int)
  /// The trainee made this move in some turn.
  case said(move: Int)
  /// The trainee did this action in some turn.
  case did(action: Int)
  case ended(ending: Int)
  /// What `goal` names holds.
  case goal
  case all([Condition])
  case any([Condition])
  case not(Condition)

  /// What a comparison may count.
  public enum Counter: String, Hashable, Sendable, CaseIterable {
    /// Replies the trainee has sent in the session.
    case turn
    /// Replies the trainee has sent in this beat.
    case turnsHere = "turns_here"
    /// Whole minutes since the opening.
    case minutes
    /// Replies in this beat that no rule of it expected.
    case tries
  }

  /// How two numbers are held against each other.
  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case moreThan = ">"
    case lessThan = "<"
    case equal = "=="
    case unequal = "!="

    public func holds(_ left: Int, _ right: Int) -> Bool {
      switch self {
      case .atLeast: left >= right
      case .atMost: left <= right
      case .moreThan: left > right
      case .lessThan: left < right
      case .equal: left == right
      case .unequal: left != right
      }
    }
  }
}
