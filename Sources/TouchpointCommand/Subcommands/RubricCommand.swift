import ArgumentParser

/// `touchpoint rubric …`: what stands behind a rubric's points.
struct RubricCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rubric",
    abstract: "Test a rubric against trainers' verdicts.",
    discussion: """
      EXAMPLES
        touchpoint rubric test                      how far people and machine agree, criterion by criterion
        touchpoint rubric test --criterion apology  one kind, with every reply they differ on
      """,
    subcommands: [RubricTestCommand.self])
}
