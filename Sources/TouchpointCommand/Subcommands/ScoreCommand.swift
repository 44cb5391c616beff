import ArgumentParser
import Diagnostics
import Domain
import TouchpointKit

/// `touchpoint score`: any transcripts, judged by a shared rubric without a scenario.
struct ScoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score transcripts of any kind by a rubric: one line of JSON in, one out.",
    usage: "touchpoint score [--rubric <id>] [--input <file>] [<options>]",
    discussion: """
      A line is {"id": "…", "customer": "…", "channel": "chat", "turns": [{"speaker": "customer", "text": "…"}, …]}; \
      scoring/README.md, "Transcripts", is the manual. A line that is no talk gives {"id": …, "error": "…"}, is named \
      on standard error, and makes the exit status 1.

      EXAMPLES
        touchpoint score --input talks.jsonl --output scores.jsonl
        touchpoint score --rubric our-rubric.yaml --tier fast < talks.jsonl | head -1
        touchpoint score --input talks.jsonl --coach    with smallest changes

      Exit status: 0 every line scored, 1 some were no talks or the rubric has errors, 2 the world failed, \
      64 wrong usage.
      """)

  @Option(help: ArgumentHelp("A rubric's id, or its file.", valueName: "id|file.yaml"))
  var rubric = "service-quality"

  @Option(help: ArgumentHelp("The transcripts, one a line; - is standard input.", valueName: "file"))
  var input = "-"

  @Option(help: ArgumentHelp("Where to write; - is standard output.", valueName: "file"))
  var output = "-"

  @Option(
    help:
      "main: the sentence encoder; fast: the static table; phrase: words alone (default: the best there is).")
  var tier: RubricTestCommand.Tier?

  @Flag(help: "Look for the smallest change of the words that would have earned what was lost.")
  var coach = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reporting {
      let workplace = try common.workplace()
      let rubric = try rubricAsked(rubric, in: workplace)
      if tier != .phrase, let notice = workplace.language.notice { Output.note("touchpoint: \(notice)") }
      let judge = try workplace.judge(at: tier.map(\.encoder) ?? workplace.language.encoders.best?.tier)
      let scorer = TranscriptScorer(judge, rubric: rubric, coaches: coach)
      var run = ScoreRun(
        scorer, from: try InputLines(input, longest: TranscriptScorer.longestLine),
        to: try OutputDraft(output), showsProgress: !common.plainUI)
      guard try await run.finish() else { throw ExitStatus.answerIsNo }
    }
  }
}
