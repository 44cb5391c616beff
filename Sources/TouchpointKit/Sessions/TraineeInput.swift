import Authoring
import Domain

/// What a line typed by a trainee asks for: words to the customer, or a command after `/`.
public enum TraineeInput: Hashable, Sendable {
  case say(String)
  /// An act at the desk, as typed after the `/`.
  case desk(String)
  /// Let time pass: `wait 90s`, for tests and piped sessions.
  case wait(Milliseconds)
  case show(Screen)
  case hint
  case why
  case pause
  /// Send the message that has been written so far, or throw it away.
  case send
  case discard
  /// Keep this session in another store.
  case save(String)
  case leave
  case nothing
  /// A command that needs something more; the text says what.
  case incomplete(String)

  public enum Screen: Hashable, Sendable {
    case help, customer, orders, policy
    case knowledge(String)
  }

  /// Reads one line. A line that starts with `//` is words beginning with a slash.
  public init(_ line: String) {
    let text = line.trimmed
    guard !text.isEmpty else {
      self = .nothing
      return
    }
    if text.hasPrefix("//") {
      self = .say(String(text.dropFirst()))
    } else if text.hasPrefix("/") {
      self = Self.command(String(text.dropFirst()))
    } else {
      self = .say(text)
    }
  }

  private static func command(_ text: String) -> TraineeInput {
    let name = text.prefix { $0 != " " }.lowercased()
    let rest = String(text.dropFirst(name.count)).trimmed
    switch (name, rest) {
    case ("", _), ("help", _), ("?", _): return .show(.help)
    case ("customer", _): return .show(.customer)
    case ("orders", _): return .show(.orders)
    case ("policy", _): return .show(.policy)
    case ("kb", _): return .show(.knowledge(rest))
    case ("hint", _): return .hint
    case ("why", _): return .why
    case ("pause", _): return .pause
    case ("send", ""): return .send
    case ("discard", ""): return .discard
    case ("quit", ""), ("leave", ""): return .leave
    case ("send", _):
      return .incomplete("/send stands alone: write your message first, then /send on its own line")
    case ("discard", _), ("quit", _), ("leave", _): return .incomplete("/\(name) stands alone on its line")
    case ("save", ""): return .incomplete("/save needs a file to save to: /save my-session.db")
    case ("save", _): return .save(rest)
    case ("wait", _):
      return Milliseconds(written: rest).map { .wait($0) }
        ?? .incomplete("/wait needs a time, such as /wait 90s")
    default: return .desk(text)
    }
  }

  /// Reads a line of an inline test or a piped session, where `wait 90s` needs no slash.
  public static func scripted(_ line: String) -> TraineeInput {
    if line.hasPrefix("wait "), let wait = Milliseconds(written: String(line.dropFirst(5))) {
      return .wait(wait)
    }
    return TraineeInput(line)
  }
}

extension String {
  /// Without blanks and line breaks at both ends.
  var trimmed: String {
    var part = Substring(self)
    while let first = part.first, first.isWhitespace { part = part.dropFirst() }
    while let last = part.last, last.isWhitespace { part = part.dropLast() }
    return String(part)
  }
}
