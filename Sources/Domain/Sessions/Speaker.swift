/// Whose words a turn holds.
public enum Speaker: String, Hashable, Sendable, Codable, CaseIterable {
  case customer
  case trainee
  case bot
  /// A person of the company who spoke before the trainee came in.
  case agent
}
