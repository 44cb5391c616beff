/// One thing that happened in a session, with its own time. The journal keeps these; play is a fold over them.
public struct SessionEvent: Hashable, Sendable, Codable {
  /// Time since the opening; never goes back within a session.
  public var at: Milliseconds
  public var kind: Kind

  public enum Kind: Hashable, Sendable, Codable {
    case opened(Opening)
    case replied(ReplyMade)
    case acted(ActionTaken)
    /// Time passed and something may have come due; nothing else happened.
    case woke
    /// The trainee was at the keys: whoever waits sees that an answer is being written.
    case typed
    /// One more line of a message that is not sent yet.
    case drafted(String)
    /// What was written of the message was thrown away.
    case discarded
    /// The trainee asked for a hint; a new one has a price.
    case hinted
    /// The trainee stopped the clock, or started it again.
    case paused
    case resumed
    /// The trainee left for good before an ending.
    case left
  }

  public init(at: Milliseconds, _ kind: Kind) {
    self.at = at
    self.kind = kind
  }
}

/// How a session begins: everything chance and policy will depend on.
public struct Opening: Hashable, Sendable, Codable {
  public var scenario: String
  public var scenarioDigest: String
  /// The scenario's file, when it was played from one rather than from the library.
  public var file: String?
  public var seed: UInt64
  public var mode: PolicyMode
  public var style: PlayStyle
  public var trainee: String
  /// Milliseconds since 1970-01-01 UTC, for people; order and durations never use it.
  public var wallClock: Int

  public init(
    scenario: String, scenarioDigest: String, file: String? = nil, seed: UInt64, mode: PolicyMode,
    style: PlayStyle, trainee: String, wallClock: Int
  ) {
    self.scenario = scenario
    self.scenarioDigest = scenarioDigest
    self.file = file
    self.seed = seed
    self.mode = mode
    self.style = style
    self.trainee = trainee
    self.wallClock = wallClock
  }
}

/// How the trainee answers: in their own words, or by choosing among sentences.
public enum PlayStyle: String, Hashable, Sendable, CaseIterable, Codable {
  case free, guided
}

/// The trainee's words to the customer, with what was understood in them at the time.
///
/// The understanding is kept with the words, so that a later, better recogniser never changes what happened.
public struct ReplyMade: Hashable, Sendable, Codable {
  public var text: String
  public var moves: [MoveMade]
  /// Which recogniser decided: `phrase`, `fast`, `main`, or `guided` for a chosen sentence.
  public var tier: String

  public init(text: String, moves: [MoveMade], tier: String) {
    self.text = text
    self.moves = moves
    self.tier = tier
  }
}

/// A move found in a reply, and the words that made it.
public struct MoveMade: Hashable, Sendable, Codable {
  /// Index into the scenario's moves; the name stands beside it for readers of the journal.
  public var move: Int
  public var name: String
  public var words: [TextRange]
  /// How sure the recogniser was, in thousandths.
  public var confidence: Int
  /// The author's example it came nearest to; empty when none decided.
  public var example: String

  public init(move: Int, name: String, words: [TextRange], confidence: Int, example: String) {
    self.move = move
    self.name = name
    self.words = words
    self.confidence = confidence
    self.example = example
  }
}

/// A stretch of a turn's text in UTF-8 bytes: from `start` up to, not including, `end`.
public struct TextRange: Hashable, Sendable, Codable, Comparable {
  public var start: Int
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  public static func < (left: TextRange, right: TextRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

/// A desk action the trainee asked for, as typed.
public struct ActionTaken: Hashable, Sendable, Codable {
  /// Index into the scenario's actions, or nil for a note and other actions the story does not know.
  public var action: Int?
  public var name: String
  /// What stood after the name: an amount, an order number, the text of a note.
  public var argument: String

  /// As one would type it after the `/`.
  public var typed: String { argument.isEmpty ? name : "\(name) \(argument)" }

  public init(action: Int?, name: String, argument: String) {
    self.action = action
    self.name = name
    self.argument = argument
  }
}
