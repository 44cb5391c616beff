import ArgumentParser

/// `touchpoint rubric …`: what stands behind a rubric's points.
struct RubricCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rubric",
    abstract: "Test a rubric against trainers' verdicts, and a change of it against the past.",
    discussion: """
      EXAMPLES
        touchpoint rubric test                      how far people and machine agree
        touchpoint rubric test --criterion apology  one kind, every difference shown
        touchpoint rubric diff OLD.yaml NEW.yaml    what a change does to past scores
      """,
    subcommands: [RubricTestCommand.self, RubricDiffCommand.self])
}
