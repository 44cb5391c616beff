import ArgumentParser
import Authoring

/// `touchpoint explain S103`: the page of a check.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "What a finding of 'check' means and how to mend it.",
    discussion: """
      EXAMPLES
        touchpoint explain S103
        touchpoint explain unknown-beat
        touchpoint explain             every check in a line
      """)

  @Argument(help: "A check's number or word.")
  var check: String?

  func run() async throws {
    try await reporting {
      let pages = CheckCatalog.standard.pages
      guard let check else {
        return try Output.lines(
          pages.map { "\($0.number)  \($0.severity.rawValue)  \($0.name): \($0.title)" })
      }
      try Output.lines(try page(check, among: pages).map(lines) ?? [])
    }
  }

  private func page(_ check: String, among pages: [CheckPage]) throws -> CheckPage? {
    let meant = try (pages.map(\.name) + pages.map(\.number)).meant(by: check, seeing: "touchpoint explain") {
      "no check is called '\($0)'"
    }
    return pages.first { $0.name == meant || $0.number == meant }
  }

  private func lines(of page: CheckPage) -> [String] {
    ["\(page.number) \(page.name) (\(page.severity.rawValue))"] + page.title.wrapped(to: 80) + [""]
      + page.why.wrapped(to: 80) + ["", "Found in:"] + indented(page.triggering) + ["", "Mended:"]
      + indented(page.clean)
  }

  private func indented(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0.visible)" }
  }
}

extension Substring {
  /// With a carriage return, which no screen shows, as its name.
  fileprivate var visible: String {
    String(
      String.UnicodeScalarView(unicodeScalars.flatMap { $0 == "\r" ? Array("\\r".unicodeScalars) : [$0] }))
  }
}
