import Foundation
import Testing

@Suite struct `touchpoint score` {
  private static let talk =
    #"{"id":"a","turns":[{"speaker":"customer","text":"Late!"},{"speaker":"agent","text":"Sorry it is late."}]}"#

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }

  @Test func `gives one line a line in order, names the bad ones and ends with 1`() throws {
    let bad = [
      "{\"turns\":[]}", "", "nonsense", "{\"id\":\"b\",\"turns\":[{\"speaker\":\"cat\",\"text\":\"x\"}]}",
    ]
    let input = ([Self.talk] + bad + [Self.talk]).joined(separator: "\r\n")
    let run = try Program().run(["score", "--tier", "phrase"], input: "\u{FEFF}" + input)
    let output = lines(run.output)
    #expect(run.status == 1)
    #expect(output.count == 6)
    #expect(output.first?.hasPrefix("{\"id\":\"a\",\"quality\":") == true)
    #expect(output.first == output.last)
    let cat = "turns[0]: nobody is called 'cat'; a speaker is customer, agent, bot or colleague"
    #expect(
      output[1...4] == [
        "{\"id\":null,\"error\":\"it has no turns\"}", "{\"id\":null,\"error\":\"the line is empty\"}",
        "{\"id\":null,\"error\":\"it is not JSON from byte 1 on: nonsense\"}",
        "{\"id\":\"b\",\"error\":\"\(cat)\"}",
      ])
    #expect(
      lines(run.errors) == [
        "standard input:2: it has no turns", "standard input:3: the line is empty",
        "standard input:4: it is not JSON from byte 1 on: nonsense", "standard input:5: \(cat)",
      ])
  }

  @Test func `writes a file whole, beside it first, and ends with 0`() throws {
    let program = try Program()
    let input = try program.write(Self.talk + "\n", to: "talks.jsonl")
    let output = program.folder + "/scores.jsonl"
    let run = try program.run(["score", "--tier", "fast", "--input", input, "--output", output])
    #expect(run.status == 0)
    #expect(run.output + run.errors == "")
    let written = try String(contentsOfFile: output, encoding: .utf8)
    #expect(lines(written).count == 1)
    #expect(written.contains("\"tier\":\"fast\""))
    #expect(!FileManager.default.fileExists(atPath: output + ".part"))
  }

  @Test func `writes to a device without replacing it`() throws {
    let run = try Program().run(["score", "--tier", "phrase", "--output", "/dev/null"], input: Self.talk)
    #expect(run.status == 0)
    var kind = stat()
    #expect(stat("/dev/null", &kind) == 0 && kind.st_mode & S_IFMT == S_IFCHR)
  }

  @Test func `tells wrong usage from a world that failed`() throws {
    let program = try Program()
    let unknown = try program.run(["score", "--rubric", "nope"])
    #expect(unknown.status == 64)
    #expect(unknown.errors.hasPrefix("touchpoint: no rubric is called 'nope'\n  there are: "))
    #expect(try program.run(["score", "--tier", "best"]).status == 64)
    #expect(try program.run(["score", "--input", program.folder + "/none.jsonl"]).status == 2)
    #expect(try program.run(["score", "--input", program.folder]).status == 2)
    #expect(try program.run(["score", "--output", program.folder + "/no/such"]).status == 2)
    #expect(try program.run(["score", "--rubric", program.folder + "/none.yaml"]).status == 2)
    let faulty = try program.write("format: service-rubric 1\nid: x\n", to: "faulty.yaml")
    #expect(try program.run(["score", "--rubric", faulty]).status == 1)
  }

  @Test func `finds the smallest change where asked to coach`() throws {
    let talk = Self.talk.replacing("Late!", with: "My parcel is six days late. Where is it?")
      .replacing("Sorry it is late.", with: "I am sorry. We will check it soon.")
    let run = try Program().run(["score", "--tier", "phrase", "--coach"], input: talk)
    #expect(run.status == 0)
    #expect(run.output.contains("\"flip\":{"))
  }
}

/// The manual's example is what the program prints; `UPDATE_README=1` writes it anew.
@Suite struct `The manual of transcripts` {
  @Test func `shows what the program prints`() throws {
    let path = Program.checkout + "/scoring/README.md"
    let readme = try String(contentsOfFile: path, encoding: .utf8)
    let run = try Program().run([
      "score", "--rubric", Program.checkout + "/scoring/examples/first-reply.yaml", "--tier", "phrase",
      "--input",
      Program.checkout + "/scoring/examples/talks.jsonl",
    ])
    let (opening, closing) = ("<!-- score: begin -->\n```json\n", "```\n<!-- score: end -->")
    let parts = readme.components(separatedBy: opening)
    try #require(parts.count == 2)
    let rest = parts[1].components(separatedBy: closing)
    try #require(rest.count == 2)
    if ProcessInfo.processInfo.environment["UPDATE_README"] != nil {
      try (parts[0] + opening + run.output + closing + rest[1]).write(
        toFile: path, atomically: true, encoding: .utf8)
    } else {
      #expect(rest[0] == run.output)
    }
  }
}
