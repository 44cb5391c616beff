/// One line for the screen, before colour and width: whose it is and what it says.
///
/// Everything the program shows in a session is a list of these; the append-only mode prints them as they are and
/// the coloured screen is a skin over them. Their text may hold anything; the console makes it visible and safe.
struct ScreenLine: Hashable {
  enum Role: Hashable {
    /// Who speaks: the word before the colon.
    case customer(String)
    case trainee
    case bot
    case agent
    /// The desk answers.
    case desk
    /// What a scene shows: a hand-off, a phone that rings.
    case stage
    case heading
    case good
    case bad
    case faint
    case plain
  }

  var role: Role
  var text: String

  init(_ role: Role, _ text: String) {
    self.role = role
    self.text = text
  }

  /// Who speaks, in words, as a screen reader needs it; empty for what nobody says.
  var speaker: String {
    switch role {
    case .customer(let name): name
    case .trainee: "You"
    case .bot: "Bot"
    case .agent: "Colleague"
    case .desk: "Desk"
    case .stage, .heading, .good, .bad, .faint, .plain: ""
    }
  }
}
