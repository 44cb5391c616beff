import Foundation
import Testing

@Suite struct `The README` {
  @Test func `shows a session as the program prints it`() throws {
    let replies = try String(
      contentsOfFile: Program.checkout + "/Tests/CommandTests/readme-replies.txt", encoding: .utf8)
    let run = try Program().run(
      ["play", "late-birthday-parcel", "--seed", "7", "--as", "Robin", "--store", "memory:"], input: replies)
    let readme = try String(contentsOfFile: Program.checkout + "/README.md", encoding: .utf8)
    let shown = readme.components(separatedBy: "<!-- session -->\n```\n").dropFirst().map {
      $0.components(separatedBy: "\n```")[0]
    }
    #expect(shown.count == 3)
    for excerpt in shown { #expect(run.output.contains(excerpt), "README differs from the program") }
  }

  @Test func `names only commands there are`() throws {
    let readme = try String(contentsOfFile: Program.checkout + "/README.md", encoding: .utf8)
    let names = readme.components(separatedBy: "`touchpoint ").dropFirst().compactMap { part in
      part.split { !$0.isLetter }.first.map(String.init)
    }
    for name in Set(names) where name != "play" {
      #expect(try Program().run([name, "--help"]).status == 0, "\(name)")
    }
  }
}

@Suite struct `The manual of scoring` {
  @Test func `shows a scorecard as the program prints it`() throws {
    let replies = try String(
      contentsOfFile: Program.checkout + "/scoring/examples/cups-replies.txt", encoding: .utf8)
    let program = try Program()
    let played = try program.run(["play", "two-broken-cups", "--seed", "3"], input: replies)
    let whole = try program.run(["debrief", "last", "--whole"])
    #expect([played.status, whole.status] == [0, 0])
    let manual = try String(contentsOfFile: Program.checkout + "/scoring/README.md", encoding: .utf8)
    let shown = manual.components(separatedBy: "<!-- scorecard -->\n```\n").dropFirst().map {
      $0.components(separatedBy: "\n```")[0]
    }
    #expect(shown.count >= 6)
    for excerpt in shown {
      #expect(whole.output.contains(excerpt), "scoring/README.md differs from the program")
    }
  }
}
