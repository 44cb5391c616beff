import ArgumentParser
import Language

/// `touchpoint language files`: whether the model files are whole.
struct LanguageFilesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "files",
    abstract: "Say whether the model files are whole, with their digests.",
    discussion: "Exit status: 0 all are whole, 1 one is not; what is used instead is said.")

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reporting {
      let models = try common.workplace().language
      let files = models.encoders.files + (models.understanding.acts?.files ?? [])
      try Output.lines(files.map { "whole    \($0.digest)  \($0.path)" })
      guard let notice = models.notice else { return }
      try Output.lines(["damaged  \(notice)"])
      throw ExitStatus.answerIsNo
    }
  }
}
