/// One side of the customer's mood, 0 to 100. The trainee sees only the customer's words.
public struct Gauge: Hashable, Sendable {
  public var name: String
  public var start: Int
  /// Added after every reply of the trainee.
  public var everyTurn: Int
  /// Added for every whole minute of the session.
  public var everyMinute: Int
  /// Index of the ending reached when it falls to 0.
  public var endingAtZero: Int?

  public init(name: String, start: Int, everyTurn: Int = 0, everyMinute: Int = 0, endingAtZero: Int? = nil) {
    self.name = name
    self.start = start
    self.everyTurn = everyTurn
    self.everyMinute = everyMinute
    self.endingAtZero = endingAtZero
  }

  /// The bounds of every gauge.
  public static let range = 0...100

  /// The survey's 1 to 5 for a gauge that stands here, in five even steps around 1…5.
  public static func satisfaction(at value: Int) -> Int { 1 + (value * 4 + 50) / 100 }
}

/// A step of one gauge: `trust +8`.
public struct GaugeChange: Hashable, Sendable, Codable {
  /// Index of the gauge.
  public var gauge: Int
  public var amount: Int

  public init(gauge: Int, amount: Int) {
    self.gauge = gauge
    self.amount = amount
  }
}

/// Something that is true or false of the world and that play may change: `identity_ok`.
public struct Fact: Hashable, Sendable {
  public var name: String
  public var start: Bool

  public init(name: String, start: Bool) {
    self.name = name
    self.start = start
  }
}
