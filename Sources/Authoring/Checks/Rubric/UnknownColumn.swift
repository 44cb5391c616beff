import Diagnostics
import Domain

/// S616: weights are given for a channel there is not, or for no others.
///
/// Not in the scenario language's first list of checks: weights by channel came later.
enum UnknownColumn: RubricCheck {
  static let page = CheckPage(
    "S616", "unknown-column", .error, title: "weights are given for a channel there is not, or for no others",
    why: """
      A column nobody talks on never counts, and the channel that was meant goes by 'usual'. Each dimension has \
      a 'usual' weight for the channels it does not name; 'bot hand-off' is the first reply after a bot.
      """,
    mending: .shown,
    triggering: RubricExample.file(
      """
      dimensions:
        warmth: {weight: {usual: 100, phoen: 100}}
      criteria:
        says_sorry: {kind: apology, title: Says sorry, skill: empathy, dimension: warmth, weight: 100}
      """),
    clean: RubricExample.file(
      """
      dimensions:
        warmth: {weight: {usual: 100, phone: 100}}
      criteria:
        says_sorry: {kind: apology, title: Says sorry, skill: empathy, dimension: warmth, weight: 100}
      """))

  static func findings(in subject: RubricSubject) -> [Diagnostic] {
    unknown(subject) + withoutUsual(subject)
  }

  private static func unknown(_ subject: RubricSubject) -> [Diagnostic] {
    guard let channels = subject.vocabulary.channels else { return [] }
    let known = ["usual", ChannelWeight.handOff] + channels
    let columns = subject.draft.dimensions.flatMap(\.weights).map(\.channel)
    return columns.filter { !known.contains($0.text) }.map { column in
      let suggestion = Suggestion(for: column, amongWords: known, instead: "the columns are \(known.quoted)")
      return page.found(
        "there is no channel named '\(column.text)'", at: column.place.label("no such channel"),
        help: suggestion.help, fix: suggestion.fix)
    }
  }

  private static func withoutUsual(_ subject: RubricSubject) -> [Diagnostic] {
    subject.draft.dimensions.filter { $0.weight(on: "usual") == nil && !$0.weights.isEmpty }.map {
      dimension in
      page.found(
        "dimension '\(dimension.name.text)' has no 'usual' weight",
        at: dimension.name.place.label("counts 0 on every channel it does not name"),
        help: "add 'usual:' to its weights")
    }
  }
}
