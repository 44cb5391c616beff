import Authoring
import Domain
import Reports
import Scoring
import Testing

/// A new part is one file and one catalogue line: these name the line that was forgotten.
@Suite struct `The catalogues` {
  @Test func `list every channel's file`() throws {
    let files = stems(below: "Sources/Domain/Channels").subtracting(["Channel", "ChannelCatalog"])
    #expect(Set(ChannelCatalog.standard.channels.map(\.name)) == Set(files.map { $0.lowercased() }))
  }

  @Test func `list every kind of criterion`() throws {
    let files = try declaring("CriterionKind", below: "Sources/Scoring/Kinds")
    #expect(Set(CriterionCatalog.standard.kinds.map { "\(type(of: $0))" }) == files)
  }

  @Test func `list every auto-fail rule`() throws {
    let files = try declaring("AutoFailRule", below: "Sources/Scoring/AutoFail")
    #expect(Set(AutoFailCatalog.standard.rules.map { "\(type(of: $0))" }) == files)
  }

  @Test func `list every form of a channel`() throws {
    let listed = try Checkout.text("Sources/Scoring/Kinds/ChannelForm.swift")
    for form in try declaring("ChannelFormRule", below: "Sources/Scoring/Kinds/ChannelForms") {
      #expect(listed.contains("\(form)()"), "\(form) is in no catalogue")
    }
  }

  @Test func `list every report format`() throws {
    let files = try declaring("ReportFormat", below: "Sources/Reports/Formats")
    #expect(Set(ReportFormatCatalog.standard.formats.map { "\(type(of: $0))" }) == files)
  }

  @Test func `list every check, and no number or word twice`() throws {
    let listed =
      try Checkout.text("Sources/Authoring/Checks/CheckCatalog.swift")
      + Checkout.text("Sources/Authoring/Checks/Reading/ReadingChecks.swift")
    for file in Checkout.swiftFiles(below: "Sources/Authoring/Checks") {
      let text = try Checkout.text(file)
      guard text.contains("static let page") else { continue }
      #expect(listed.contains(stem(of: file)), "\(file) is in no catalogue")
    }
    let pages = CheckCatalog.standard.pages
    #expect(Set(pages.map(\.number)).count == pages.count)
    #expect(Set(pages.map(\.name)).count == pages.count)
  }

  @Test
  func
    `hold every check that the scenario language's S1, S2, S4 and S6 name, and those of S3 built so far`()
  {
    let numbers = Set(CheckCatalog.standard.pages.map(\.number))
    let wanted =
      // S123 and S217 to S219 came with trainers' first files.
      (101...123).map { "S\($0)" } + (201...219).map { "S\($0)" }
      + ["S301", "S302", "S303", "S304", "S308"]
      // S415 came with facts and claims, S615 to S619 with dimensions, auto-fail rules and golden replies.
      + (401...415).map { "S\($0)" } + (601...619).map { "S\($0)" }
    #expect(numbers == Set(wanted))
  }

  @Test func `list every subcommand`() throws {
    let files = Checkout.swiftFiles(below: "Sources/TouchpointCommand")
    let texts = try files.map(Checkout.text)
    let listed = texts.joined()
    for text in texts {
      for line in text.split(separator: "\n") where line.hasSuffix(": AsyncParsableCommand {") {
        let name = line.split(separator: " ").first { $0.hasSuffix("Command:") }?.dropLast() ?? ""
        guard !name.isEmpty, name != "TouchpointCommand" else { continue }
        #expect(listed.contains("\(name).self"), "\(name) is no subcommand of anything")
      }
    }
  }

  /// Types of the folder's files that conform to a protocol, by the files' text.
  private func declaring(_ conformance: String, below folder: String) throws -> Set<String> {
    var names: Set<String> = []
    for file in Checkout.swiftFiles(below: folder) {
      for line in try Checkout.text(file).split(separator: "\n") where line.hasSuffix(": \(conformance) {") {
        if let name = line.split(separator: " ").first(where: { $0.hasSuffix(":") }) {
          names.insert(String(name.dropLast()))
        }
      }
    }
    return names
  }

  private func stems(below folder: String) -> Set<String> {
    Set(Checkout.swiftFiles(below: folder).map(stem))
  }

  private func stem(of file: String) -> String {
    String(file.split(separator: "/").last?.dropLast(6) ?? "")
  }
}
