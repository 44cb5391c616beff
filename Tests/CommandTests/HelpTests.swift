import ArgumentParser
import Testing
import TouchpointCommand

@Suite struct `The help` {
  @Test func `shows examples that fit into 80 columns`() {
    let pages = Self.pages(of: TouchpointCommand.self)
    let examples = pages.flatMap { page in
      page.discussion.split(separator: "\n").filter { $0.hasPrefix("  ") }.map { (page.name, $0) }
    }
    #expect(pages.count > 20)
    #expect(examples.count > 40)
    #expect(examples.filter { $0.1.count > 80 }.map { "\($0.0): \($0.1)" } == [])
  }

  @Test(arguments: [24, 40, 59, 60, 80, 200])
  func `breaks between words at any width, and leaves none out`(columns: Int) throws {
    let program = try Program()
    for page in [["--help"], ["play", "--help"], ["review", "--help"], ["help", "export", "sessions"]] {
      let asked = try program.run(page, environment: ["COLUMNS": "\(columns)"])
      let words = try program.run(page, environment: ["COLUMNS": "10000"]).output.split(
        whereSeparator: \.isWhitespace)
      #expect(asked.status == 0)
      #expect(asked.output.split(whereSeparator: \.isWhitespace) == words)
      #expect(asked.output.split(separator: "\n").filter { $0.count > max(columns, 30) } == [])
    }
    let wrong = try program.run(["play", "--colour"], environment: ["COLUMNS": "\(columns)"])
    #expect(wrong.status == 64)
    #expect(wrong.errors.split(separator: "\n").filter { $0.count > max(columns, 30) } == [])
  }

  @Test func `says in a narrow window what an option is under its name`() throws {
    let terminal = try Program().open(["play", "--help"], columns: 40)
    #expect(terminal.waitForExit() == .status(0))
    #expect(terminal.hasWritten("  --as <name>\r\n      Your name."))
  }

  private static func pages(of command: any ParsableCommand.Type) -> [(name: String, discussion: String)] {
    let own = command.configuration
    return [(own.commandName ?? "\(command)", own.discussion)] + own.subcommands.flatMap(pages)
  }
}
