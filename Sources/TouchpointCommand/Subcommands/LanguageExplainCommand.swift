import ArgumentParser
import Language
import TouchpointKit

/// `touchpoint language explain "reply" --scenario ID`: why a reply was heard as it was.
struct LanguageExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Why a reply was understood as it was: words, moves, facts and tone.",
    discussion: """
      EXAMPLES
        touchpoint language explain "leave it with me" --scenario late-birthday-parcel
        touchpoint language explain "it will be there tomorrow" --tier fast
        touchpoint language explain "no worries, happens all the time"
        touchpoint language explain - --scenario double-the-bill < reply.txt

      With --scenario every move is shown with how sure it is, what was heard as it and why it was not made; then the \
      facts and claims of the scenario. Without it: words and tone. Nothing is stored.
      """)

  @Argument(help: "The reply, in quotation marks; - reads it from standard input.")
  var reply: String

  @Option(help: ArgumentHelp("The scenario it answers in: an id or a file.", valueName: "id"))
  var scenario: String?

  @Option(help: "main: the sentence encoder; fast: the static table; phrase: words alone.")
  var tier: LanguageCommand.Tier = .main

  @Flag(help: "All of it as one line of JSON.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reporting {
      let workplace = try common.workplace()
      let loaded = try scenario.map { try loadScenario($0, from: workplace, common) }
      if tier != .phrase, let notice = workplace.language.notice { Output.note(notice) }
      let explained = workplace.language.explain(try text(), in: loaded?.scenario, at: tier.recognition)
      guard !json else { return try Output.data(ReplyExplanationJSON(explained).text.line + "\n") }
      try Output.lines(ReplyExplanationPresenter(explained).lines)
    }
  }

  /// The reply; of standard input as much as is ever read of a reply, and a byte more to see that it was cut.
  private func text() throws -> String {
    guard reply == "-" else { return reply }
    var bytes: [UInt8] = []
    while bytes.count <= Reply.limit, let line = readLine(strippingNewline: false) { bytes += line.utf8 }
    return String(decoding: bytes.prefix(Reply.limit + 1), as: UTF8.self)
  }
}

extension LanguageCommand.Tier {
  /// The kind of recogniser it names.
  var recognition: RecognitionTier {
    switch self {
    case .main: .main
    case .fast: .fast
    case .phrase: .phrase
    }
  }
}
