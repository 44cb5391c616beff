import Foundation
import Testing

/// Whole outputs stand in `Explained/`; after a change that is meant, `UPDATE_EXPLAINED=1 swift test --filter explain`
/// writes them anew, to be read before they are kept.
@Suite struct `touchpoint language explain` {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().path + "/Explained"

  static let cases: [(String, [String])] = [
    (
      "denied-and-promised",
      [
        "I can't promise it will be there tomorrow. I am not so sorry, but leave it with me!", "--scenario",
        "late-birthday-parcel", "--tier", "phrase",
      ]
    ),
    (
      "by-meaning",
      [
        "So sorry, a box adrift since Monday! Would a new one suit you better, or your money?", "--scenario",
        "late-birthday-parcel", "--tier", "fast",
      ]
    ),
    ("no-scenario", ["no worries, you'll have the £20 by Friday", "--tier", "phrase"]),
    ("nothing", ["", "--tier", "phrase"]),
    ("json", ["I'm sorry", "--tier", "phrase", "--json"]),
  ]

  @Test(arguments: cases) func `shows the whole of what was understood`(_ name: String, _ words: [String])
    throws
  {
    let run = try Program().run(["language", "explain"] + words)
    let path = Self.folder + "/\(name).txt"
    if ProcessInfo.processInfo.environment["UPDATE_EXPLAINED"] != nil {
      try run.output.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(run.output == (try? String(contentsOfFile: path, encoding: .utf8)))
    #expect(run.status == 0)
    #expect(run.errors == "")
  }

  @Test func `fits into eighty columns`() throws {
    let words = String(repeating: "I am so sorry about the £20, leave this with me. ", count: 30)
    let run = try Program().run(
      ["language", "explain", words, "--scenario", "late-birthday-parcel", "--tier", "fast"])
    #expect(run.output.split(separator: "\n").filter { $0.count > 80 } == [])
  }

  @Test func `steers no terminal, whatever the bytes`() throws {
    let hostile = "sorry \u{1B}[2J\u{202E}\u{7}e\u{301}\u{200D} \r\nleave it with me"
    let run = try Program().run(
      ["language", "explain", hostile, "--scenario", "late-birthday-parcel", "--tier", "phrase"])
    #expect(run.status == 0)
    #expect(run.output.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x202E })
  }

  @Test func `answers a reply of 64 kB from standard input`() throws {
    let run = try Program().run(
      ["language", "explain", "-", "--scenario", "late-birthday-parcel", "--tier", "fast"],
      input: String(repeating: "leave this with me, ", count: 3_400))
    #expect(run.status == 0)
    #expect(run.output.contains("YES  take_ownership"))
    #expect(run.output.contains("only the first 65536 bytes were read"))
  }

  @Test func `names the scenario that is not there`() throws {
    let run = try Program().run(["language", "explain", "hello", "--scenario", "late-birthday"])
    #expect(run.status == 64)
    #expect(run.errors.contains("did you mean 'late-birthday-parcel'"))
  }
}
