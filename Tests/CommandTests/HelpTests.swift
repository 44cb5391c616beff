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

  private static func pages(of command: any ParsableCommand.Type) -> [(name: String, discussion: String)] {
    let own = command.configuration
    return [(own.commandName ?? "\(command)", own.discussion)] + own.subcommands.flatMap(pages)
  }
}
