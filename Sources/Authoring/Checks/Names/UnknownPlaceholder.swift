import Diagnostics
import Domain

/// S213: a text holds a `{placeholder}` that nothing fills in.
enum UnknownPlaceholder: ScenarioCheck {
  static let page = CheckPage(
    "S213", "unknown-placeholder", .error, title: "a text holds a placeholder that nothing fills in",
    why: """
      The trainee would see the braces. Texts may use {customer}, {first_name}, {agent}, {company}, {order} and \
      every key of the customer's crm.
      """,
    mending: .shown,
    triggering: """
      beats:
        hello:
          channel: chat
          say: This is {custmer}. Where is my parcel?
          expect:
            apologise: {go: solved}
      """,
    clean: """
      beats:
        hello:
          channel: chat
          say: This is {customer}. Where is my parcel?
          expect:
            apologise: {go: solved}
      """)

  /// The placeholders every scenario may use.
  static let standard = ["customer", "first_name", "agent", "company", "order"]

  static func findings(in subject: Subject) -> [Diagnostic] {
    let known = Set(standard + subject.draft.customer.crm.map(\.name))
    let words = known.sorted()
    let unknown = subject.placeholdersUsed.filter { !known.contains($0.name.text) }
    return unknown.enumerated().map { index, placeholder in
      finding(placeholder.name, index < guessLimit ? words : [])
    }
  }

  /// After so many, unknown placeholders are only reported: a file of slips stays quick to check.
  private static let guessLimit = 100

  private static func finding(_ name: Written, _ words: [String]) -> Diagnostic {
    let suggestion = Suggestion(
      for: name, amongWords: words,
      instead: "texts may use {customer}, {first_name}, {agent}, {company}, {order} and crm keys")
    return page.found(
      "nothing fills in {\(name.text)}", at: name.place.label("unknown placeholder"), help: suggestion.help,
      fix: suggestion.fix)
  }
}

/// A `{name}` in a text that people read.
struct Placeholder: Hashable, Sendable {
  /// The word between the braces.
  var name: Written

  /// Every placeholder of a scenario, section by section.
  static func all(in resolution: Resolution) -> [Placeholder] {
    var texts: [Written] = []
    for beat in resolution.draft.beats { beat.addTexts(to: &texts) }
    for ending in resolution.draft.endings { texts += [ending.comment, ending.say].compactMap(\.self) }
    texts += resolution.draft.customer.tellsIfAsked.map(\.text)
    texts += resolution.draft.thread.map(\.text)
    texts += resolution.linked.moves.compactMap(\.guided)
    texts += resolution.linked.policies.compactMap(\.say)
    texts += resolution.draft.requiredFacts.flatMap(\.statement.texts)
    texts += resolution.linked.forbiddenClaims.flatMap(\.statement.texts)
    return texts.flatMap { all(in: $0) }
  }

  /// The placeholders of one text: a word of letters, digits, `-` and `_` in braces. Other braces are text.
  static func all(in text: Written) -> [Placeholder] {
    let open = UInt8(ascii: "{")
    guard text.text.utf8.contains(open) else { return [] }
    var scanner = TextScanner(text.text)
    var found: [Placeholder] = []
    while !scanner.isAtEnd {
      scanner.skip { $0 != open }
      guard scanner.take("{") else { break }
      let word = scanner.take(while: \.isNameByte)
      if scanner.take("}"), !word.isEmpty, !scanner.bytes[word.lowerBound].isDigit {
        found.append(Placeholder(name: text.part(word)))
      }
    }
    return found
  }
}

extension BeatDraft {
  /// Adds every text of the beat that people read.
  func addTexts(to texts: inout [Written]) {
    texts += say
    if let hint { texts.append(hint) }
    for rule in expect { texts += rule.consequence.say }
    for rule in actions { texts += rule.consequence.say }
    for timer in timers { texts += timer.consequence.say }
    if let otherwise { texts += otherwise.consequence.say }
  }
}
