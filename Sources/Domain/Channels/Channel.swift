/// How words travel between customer and trainee: pace, limits and turn form. A value, never a subclass.
public struct Channel: Hashable, Sendable {
  /// What a trainee's contribution looks like on this channel.
  public enum TurnForm: String, Hashable, Sendable, Codable {
    /// Short lines, sent with Enter.
    case lines
    /// A whole message, written over several lines and sent once.
    case message
    /// Speech, typed here; silence is heard.
    case speech
  }

  /// The word scenario files use: `chat`.
  public var name: String
  /// What people read: `Live chat`.
  public var title: String
  public var turnForm: TurnForm
  /// How soon a reply is expected within the conversation, in milliseconds.
  ///
  /// Chat 2 min and e-mail 12 h are the upper ends of the figures in the README of `scenarios/`,
  /// "Norms"; a phone line allows 10 s of silence. Companies change them in their pack.
  public var replyTarget: Milliseconds
  /// Whether a trainee can reply here; a bot channel only shows what was said before.
  public var isPlayable: Bool
  /// What appears in the thread when a hand-off arrives here.
  public var arrival: String
  /// Whether customer and trainee hear each other wait, so that a hold must be announced.
  public var isLive: Bool

  public init(
    name: String, title: String, turnForm: TurnForm, replyTarget: Milliseconds, isPlayable: Bool = true,
    arrival: String, isLive: Bool
  ) {
    self.name = name
    self.title = title
    self.turnForm = turnForm
    self.replyTarget = replyTarget
    self.isPlayable = isPlayable
    self.arrival = arrival
    self.isLive = isLive
  }
}
