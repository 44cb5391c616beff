import Diagnostics

/// S206: a beat or message is on a channel the scenario does not declare, or that there is not.
enum UndeclaredChannel: ScenarioCheck {
  static let page = CheckPage(
    "S206", "undeclared-channel", .error, title: "a channel is used that the scenario does not declare",
    why: """
      Trainees choose scenarios by channel and norms are looked up by it, so every channel a talk touches is \
      listed under channels, by its known name.
      """,
    triggering: """
      channels: [chat]
      beats:
        hello:
          channel: phone
          say: Where is my parcel?
          expect:
            apologise: {go: solved}
      """,
    clean: """
      channels: [phone]
      beats:
        hello:
          channel: phone
          say: Where is my parcel?
          expect:
            apologise: {go: solved}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    let known = subject.channels.channels.map(\.name)
    let misspelt = subject.names.channels.names.map(\.text).filter { !known.contains($0) }
    let undeclared = subject.unknown([.channel]).filter { use in
      // Where the declaration itself is misspelt, that is the one slip.
      misspelt.contains(use.name.text) || nearest(to: use.name.text, in: misspelt) == nil
    }.map { finding($0.name, known, subject) }
    let signOffs = subject.unknown([.signOff]).map { unknown($0.name, known, subject) }
    return undeclared + signOffs
  }

  private static func finding(_ name: Written, _ known: [String], _ subject: Subject) -> Diagnostic {
    guard known.contains(name.text) else { return unknown(name, known, subject) }
    let declared = subject.names.channels.names
    let others = declared.first.map { [$0.place.label("declared here")] } ?? []
    return page.found(
      "channel '\(name.text)' is not declared by this scenario", at: name.place.label("not under channels"),
      others: others, help: "add '\(name.text)' to channels, or use \(declared.map(\.text).quoted)")
  }

  private static func unknown(_ name: Written, _ known: [String], _ subject: Subject) -> Diagnostic {
    let suggestion = Suggestion(for: name, amongWords: known, instead: "the channels are \(known.quoted)")
    return page.found(
      "there is no channel named '\(name.text)'", at: name.place.label("no such channel"),
      others: subject.origin(of: name.place), help: suggestion.help, fix: suggestion.fix)
  }
}
