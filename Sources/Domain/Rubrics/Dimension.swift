/// A part of service quality with its weight on every channel: an e-mail owes more to clarity than a call.
public struct Dimension: Hashable, Sendable {
  /// As written in the rubric: `empathy`.
  public var name: String
  public var title: String
  public var weight: ChannelWeight

  public init(name: String, title: String, weight: ChannelWeight) {
    self.name = name
    self.title = title
    self.weight = weight
  }

  /// The one dimension of a rubric that names none.
  public static let whole = Dimension(name: "quality", title: "Quality", weight: ChannelWeight(usual: 100))
}

/// Whole points of 100, by channel.
public struct ChannelWeight: Hashable, Sendable {
  /// On channels that are not named.
  public var usual: Int
  public var byChannel: [String: Int]

  public init(usual: Int, byChannel: [String: Int] = [:]) {
    self.usual = usual
    self.byChannel = byChannel
  }

  /// The weight on a channel.
  public subscript(channel: String) -> Int { byChannel[channel] ?? usual }

  /// The column of the first reply after a bot handed over, whatever the channel.
  public static let handOff = "bot hand-off"
}

/// How much a scenario makes of a dimension of the shared rubric.
public enum Emphasis: String, Hashable, Sendable, CaseIterable {
  /// Counts double.
  case more
  case usual
  /// Counts half.
  case less
  /// Does not count here.
  case none

  /// The factor in halves.
  public var halves: Int {
    switch self {
    case .more: 4
    case .usual: 2
    case .less: 1
    case .none: 0
    }
  }
}
