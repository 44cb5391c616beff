import Domain
import FoundationEssentials

/// A talk as one line of JSON: what `score` reads and golden replies are kept in.
///
/// `{"customer": "Ines Moreau", "channel": "chat", "turns": [{"speaker": "customer", "text": "…"}, …]}`; the manual
/// is in `scoring/README.md`, "Transcripts".
public struct WrittenTranscript: Hashable, Sendable, Codable {
  /// A name for the talk, echoed with its score.
  public var id: String?
  /// The customer's name, where it is known.
  public var customer: String?
  /// The channel of turns that name none; `chat` when it is left out.
  public var channel: String?
  public var turns: [WrittenTurn]
  /// Whether the talk came to its end; true when it is left out.
  public var ended: Bool?

  public init(
    id: String? = nil, customer: String? = nil, channel: String? = nil, turns: [WrittenTurn],
    ended: Bool? = nil
  ) {
    self.id = id
    self.customer = customer
    self.channel = channel
    self.turns = turns
    self.ended = ended
  }

  /// More turns than these are refused.
  public static let mostTurns = 20_000
  /// A text longer than this many bytes is refused.
  public static let longestText = 1 << 18

  /// Why a line is no talk, in words for whoever wrote it.
  public struct Unusable: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String

    init(_ description: String) { self.description = description }
  }

  /// The talk for the judge.
  ///
  /// - Throws: when there is no turn, a speaker or a channel is unknown, times run back, or a turn holds neither words
  ///   nor an act; a turn is named by its index, as in a score.
  public func transcript() throws(Unusable) -> Transcript {
    guard !turns.isEmpty else { throw Unusable("it has no turns") }
    guard turns.count <= Self.mostTurns else {
      throw Unusable("it has \(turns.count) turns; at most \(Self.mostTurns) are read")
    }
    var reading = TurnReading(channel: try WrittenChannel.named(channel ?? "chat", ""))
    for (place, turn) in turns.enumerated() { try reading.take(turn, at: "turns[\(place)]: ") }
    return Transcript(turns: reading.turns, conclusion: ended ?? true ? reading.conclusion : nil)
  }
}

/// One contribution: words said, or an act at the desk.
public struct WrittenTurn: Hashable, Sendable, Codable {
  /// `customer`, `agent` (the person who is judged; `trainee` means the same), `bot`, or `colleague`.
  public var speaker: String
  public var text: String?
  /// An act at the desk as it is typed after the slash: `refund 20 EUR`.
  public var action: String?
  /// What came of the act: `done` when it is left out, `refused`, `breached` (done against policy) or `impossible`.
  public var outcome: String?
  /// Seconds since the talk began.
  public var time: Double?
  public var channel: String?
  /// Whether it was said before the person who is judged came in.
  public var earlier: Bool?

  public init(
    speaker: String, text: String? = nil, action: String? = nil, outcome: String? = nil, time: Double? = nil,
    channel: String? = nil, earlier: Bool? = nil
  ) {
    self.speaker = speaker
    self.text = text
    self.action = action
    self.outcome = outcome
    self.time = time
    self.channel = channel
    self.earlier = earlier
  }
}

/// Turns written turns into a transcript's, one after the other.
private struct TurnReading {
  private(set) var turns: [Turn] = []
  /// The channel the talk is on now.
  private var channel: String
  private var clock = Milliseconds.zero
  /// When the customer's last words were said; nil while no times are given.
  private var asked: Milliseconds?

  init(channel: String) { self.channel = channel }

  /// The end, at the last turn's time, with no outcome known.
  var conclusion: Conclusion {
    Conclusion(at: clock, ending: "end", outcome: .partial, goalMet: nil, csat: nil, comment: nil)
  }

  mutating func take(_ turn: WrittenTurn, at place: String) throws(WrittenTranscript.Unusable) {
    guard let speaker = Self.speakers[turn.speaker.lowercased()] else {
      throw .init(
        "\(place)nobody is called '\(turn.speaker.prefix(40))'; "
          + "a speaker is customer, agent, bot or colleague")
    }
    if let time = turn.time {
      let moment = try Self.milliseconds(time, place)
      guard moment >= clock else {
        throw .init("\(place)its time is \(time), before that of a turn above it; turns stand in order")
      }
      clock = moment
    }
    if let name = turn.channel { channel = try WrittenChannel.named(name, place) }
    let content = try content(of: turn, by: speaker, at: place)
    if speaker != .trainee { asked = turn.time == nil ? nil : clock }
    turns.append(
      Turn(
        at: clock, speaker: speaker, channel: channel, content: content, isEarlier: turn.earlier ?? false))
  }

  private static let speakers: [String: Speaker] = [
    "customer": .customer, "agent": .trainee, "trainee": .trainee, "bot": .bot, "colleague": .agent,
  ]

  private static func milliseconds(
    _ time: Double, _ place: String
  ) throws(WrittenTranscript.Unusable) -> Milliseconds {
    guard time.isFinite, time >= 0, time < 1e12 else {
      throw .init("\(place)a time is seconds since the talk began, such as 12.5")
    }
    return Milliseconds(Int((time * 1_000).rounded()))
  }

  private func content(
    of turn: WrittenTurn, by speaker: Speaker, at place: String
  ) throws(WrittenTranscript.Unusable) -> Turn.Content {
    switch (turn.text, turn.action) {
    case (let text?, nil):
      guard text.utf8.count <= WrittenTranscript.longestText else {
        throw .init(
          "\(place)\(text.utf8.count) bytes of text; at most \(WrittenTranscript.longestText) are read"
        )
      }
      guard speaker == .trainee, turn.earlier != true else { return .words(text) }
      let waited = turn.time == nil ? .zero : asked.map { clock - $0 } ?? .zero
      return .reply(ReplyMade(text: text, moves: [], tier: ""), waited: waited)
    case (nil, let action?): return .action(try Self.act(action, turn.outcome, place))
    case (nil, nil): throw .init("\(place)it has neither text nor action")
    case (_?, _?): throw .init("\(place)it has text and action; give each its own turn")
    }
  }

  private static func act(
    _ typed: String, _ outcome: String?, _ place: String
  ) throws(WrittenTranscript.Unusable) -> DeskTurn {
    let typed = typed.first == "/" ? typed.dropFirst() : typed[...]
    let name = typed.prefix { $0 != " " }
    let argument = typed.dropFirst(name.count).drop { $0 == " " }
    guard !name.isEmpty else { throw .init("\(place)the action has no name") }
    let taken = ActionTaken(action: nil, name: String(name), argument: String(argument))
    switch outcome ?? "done" {
    case "done": return DeskTurn(taken: taken, outcome: .done)
    case "refused": return DeskTurn(taken: taken, outcome: .refused(.needs))
    case "breached": return DeskTurn(taken: taken, outcome: .breached(.needs))
    case "impossible": return DeskTurn(taken: taken, outcome: .impossible(""))
    case let other:
      throw .init(
        "\(place)'\(other.prefix(40))' is no outcome; done, refused, breached or impossible is")
    }
  }
}
