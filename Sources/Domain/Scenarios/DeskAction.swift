/// Something the trainee can do at the desk besides talking, with the company's policy for it.
public struct DeskAction: Hashable, Sendable {
  /// As the author writes it and the trainee types it after `/`: `refund`, `lookup order`.
  public var name: String
  /// The most that may be given without asking anyone.
  public var limit: Money?
  /// The longest it may last (a hold).
  public var longest: Milliseconds?
  /// What must hold before it is allowed.
  public var needs: Condition?
  /// Index of the action to use instead above the limit.
  public var overLimit: Int?
  /// Who it goes to (an escalation).
  public var to: String
  /// What it does to the customer's mood whenever it is used.
  public var mood: [GaugeChange]
  public var say: String?
  /// Index of the article that gives the reason.
  public var because: Int?
  /// Whether `policy` speaks of it: then it is at hand in every beat; otherwise where a beat's `do` lists it.
  public var hasPolicy: Bool

  public init(
    name: String, limit: Money? = nil, longest: Milliseconds? = nil, needs: Condition? = nil,
    overLimit: Int? = nil, to: String = "", mood: [GaugeChange] = [], say: String? = nil, because: Int? = nil,
    hasPolicy: Bool = false
  ) {
    self.name = name
    self.limit = limit
    self.longest = longest
    self.needs = needs
    self.overLimit = overLimit
    self.to = to
    self.mood = mood
    self.say = say
    self.because = because
    self.hasPolicy = hasPolicy
  }

  /// The desk actions every scenario may use without declaring them; a `lookup` names what it looks up.
  public static let builtIn = [
    "lookup", "verify", "refund", "resend", "escalate", "hold", "resume", "note", "transfer", "callback",
  ]

  /// First words of a command that the desk keeps for itself: no action may begin with one.
  public static let keptWords = [
    "help", "customer", "orders", "policy", "kb", "hint", "why", "pause", "send", "discard", "save", "wait",
    "leave", "quit",
  ]
}
