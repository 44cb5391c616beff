import ArgumentParser
import Domain

/// `touchpoint play ID`: one practice session.
struct PlayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Practise one scenario, then see the scorecard.",
    usage: "touchpoint play <scenario> [--seed <seed>] [--guided] [<options>]",
    discussion: """
      EXAMPLES
        touchpoint play late-birthday-parcel
        touchpoint play late-birthday-parcel --guided      choose among sentences
        touchpoint play late-birthday-parcel --mode exam   a breach fails the attempt
        touchpoint play my-draft.yaml                      a file of yours
        touchpoint play ID --seed 7 < replies.txt          one reply a line

      In a file of replies a line 'wait 90s' lets time pass, and a line with / in front is an act at the desk. An e-mail is written over as many lines as you like until /send, or in one line with \\n for its line breaks.
      Exit status: 0 passed or kept for later, 1 not passed, 2 the world failed, 64 no such scenario.
      """)

  @Argument(help: "A scenario's id, or the path of a file.")
  var scenario: String

  @Option(help: "Which variants the customer says: the same seed plays the same session.")
  var seed: UInt64?

  @Option(
    help: ArgumentHelp("coach refuses what policy forbids; exam lets it happen.", valueName: "coach|exam"))
  var mode: PolicyMode = .coach

  @Flag(help: "Choose among sentences instead of writing your own.")
  var guided = false

  @Option(name: .customLong("as"), help: ArgumentHelp("Your name.", valueName: "name"))
  var trainee: String?

  @Flag(help: "No clock: the customer never loses patience by waiting.")
  var untimed = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reporting { try await play() }
  }

  @MainActor private func play() async throws {
    let name = try CommonOptions.person(trainee)
    let workplace = try common.workplace()
    let loaded = try loadScenario(scenario, from: workplace, common)
    let sitting = try Sitting(workplace, loaded, common, untimed: untimed)
    let opened = sitting.begin(
      seed: seed ?? UInt64.random(in: 1...999_999), mode: mode, style: guided ? .guided : .free,
      trainee: name)
    try await sitting.play(after: opened)
  }
}

extension PolicyMode: ExpressibleByArgument {}
