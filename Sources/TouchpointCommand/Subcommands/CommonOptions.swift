import ArgumentParser

/// What every subcommand takes.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where sessions are kept: a path, sqlite:///path or memory: (default: TOUCHPOINT_STORE, else your data folder).",
      valueName: "url"))
  var store: String?

  @Option(
    help: ArgumentHelp(
      "The folder with 'scenarios' and 'scoring' (default: TOUCHPOINT_SHARE, else beside the program).",
      valueName: "folder"))
  var share: String?

  @Option(help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
  var color: ColourOption = .auto

  @Flag(
    name: .customLong("plain-ui"),
    help: "Append-only lines without cursor movement, for screen readers and logs.")
  var plainUI = false

  enum ColourOption: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }
}
