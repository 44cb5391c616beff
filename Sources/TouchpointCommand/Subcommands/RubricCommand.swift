import ArgumentParser

/// `touchpoint rubric …`: what stands behind a rubric's points.
struct RubricCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rubric",
    abstract: "Test a rubric against trainers' verdicts, other wordings, and the past.",
    discussion: """
      EXAMPLES
        touchpoint rubric test                      how far people and machine agree
        touchpoint rubric test --criterion apology  one kind, every difference shown
        touchpoint rubric wordings                  whether other words score the same
        touchpoint rubric diff OLD.yaml NEW.yaml    what a change does to past scores
      """,
    subcommands: [RubricTestCommand.self, RubricWordingsCommand.self, RubricDiffCommand.self])
}
