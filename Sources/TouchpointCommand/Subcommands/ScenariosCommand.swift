import ArgumentParser
import Diagnostics

/// `touchpoint scenarios`: what there is to practise.
struct ScenariosCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenarios", abstract: "List the scenarios you can practise.",
    aliases: ["list"])

  @Flag(help: "For machines: one JSON document.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reporting {
      let entries = try common.workplace().scenarios
      if json {
        let rows = entries.map { entry in
          JSONText.object([.init("id", .text(entry.id)), .init("title", .text(entry.title))])
        }
        try Output.data(JSONText.object([.init("scenarios", .list(rows))]).line + "\n")
      } else {
        let widest = entries.map(\.id.count).max() ?? 0
        try Output.lines(
          entries.map { "\($0.id)\(String(repeating: " ", count: widest - $0.id.count + 2))\($0.title)" }
            + ["", "Practise one: touchpoint play ID"])
      }
    }
  }
}
