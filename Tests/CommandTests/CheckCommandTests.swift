import Foundation
import Testing

@Suite struct `touchpoint check` {
  @Test func `ends with 0 on clean files and says so`() throws {
    let program = try Program()
    let path = try program.write(Program.small, to: "small.yaml")
    let run = try program.run(["check", path])
    #expect(run.status == 0)
    #expect(run.output.contains("1 file checked"))
  }

  @Test func `gives machines every field of the documented form`() throws {
    let program = try Program()
    let path = try program.write(Program.small.replacing("go: wrap", with: "go: wrp"), to: "small.yaml")
    let run = try program.run(["check", "--format", "json", path])
    #expect(run.status == 1)
    let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let diagnostics = try #require(value?["diagnostics"] as? [[String: Any]])
    let unknown = try #require(diagnostics.first { $0["code"] as? String == "S201" })
    let keys = [
      "code", "name", "severity", "file", "line", "column", "endLine", "endColumn", "message", "help", "fix",
    ]
    #expect(Set(unknown.keys) == Set(keys))
    #expect(unknown["severity"] as? String == "error")
    let line = try #require(unknown["line"] as? Int)
    #expect(
      Program.small.split(separator: "\n", omittingEmptySubsequences: false)[line - 1].contains("go: wrap"))
  }

  @Test func `shows what three attempts said and nothing understood, when asked`() throws {
    let program = try Program()
    let path = try program.write(Program.small, to: "small.yaml")
    for seed in ["1", "2", "3"] {
      _ = try program.run(["play", path, "--seed", seed], input: "Robin thinks of bananas\n")
    }
    let run = try program.run(["check", "--attempts", path])
    #expect(run.status == 0)
    #expect(
      run.output.contains(
        "\"{agent} thinks of bananas\" or the like was understood as nothing in 3 attempts by 1 trainee"))
    #expect(try !program.run(["check", path]).output.contains("bananas"))
  }

  @Test func `names a file that is not there and ends with 2`() throws {
    let run = try Program().run(["check", "nowhere.yaml"])
    #expect(run.status == 2)
    #expect(run.errors.contains("nowhere.yaml"))
    #expect(run.output == "no file checked\n")
  }

  @Test func `quotes nothing of a file that is no scenario`() throws {
    let program = try Program()
    let path = try program.write("root:secret:1\n", to: "shadow")
    let run = try program.run(["check", path])
    #expect(run.status == 1)
    #expect(run.output.contains("this is no scenario, pack or rubric"))
    #expect(!run.output.contains("secret"))
  }

  @Test func `prints no page wider than a screen`() throws {
    for line in try Program().run(["explain", "S202"]).output.split(separator: "\n") {
      #expect(line.count <= 80, "\(line)")
    }
  }

  @Test(arguments: ["wrong-colour.yaml", "2 Cups (new).yaml", ".yaml", "\u{E9}t\u{E9}"])
  func `finds nothing in a new scenario, which passes its test and is in the canonical form`(_ name: String)
    throws
  {
    let program = try Program()
    let path = program.folder + "/" + name
    let made = try program.run(["new", path])
    #expect(made.status == 0)
    #expect(made.output.contains("touchpoint play \(path)"))
    #expect(try program.run(["check", path]).output == "1 file checked: nothing found, all clean\n")
    #expect(try program.run(["test", path]).output.hasSuffix("1 passed, 0 failed\n"))
    #expect(try program.run(["fmt", "--check", path]).status == 0)
    let again = try program.run(["new", path])
    #expect(again.status == 1)
    #expect(again.errors.contains("is left as it is"))
  }

  @Test func `points at the line that could not be done`() throws {
    let program = try Program()
    let test = """
      tests:
        - name: half an act
          play: ["I am sorry your parcel is late", "/note", "hm"]
          ending: done

      """
    let path = try program.write(Program.small + test, to: "small.yaml")
    let run = try program.run(["test", path])
    #expect(run.output.contains("> 2 [wrap] /note"), "\(run.output)")
    #expect(run.output.contains("not done: a note needs words"), "\(run.output)")
  }

  @Test func `leaves nothing to format after fmt, and the meaning is the same`() throws {
    let program = try Program()
    let path = try program.write(Program.small, to: "small.yaml")
    let before = try program.run(["check", "--format", "json", path]).status
    #expect(try program.run(["fmt", path]).status == 0)
    #expect(try program.run(["fmt", "--check", path]).status == 0)
    #expect(try program.run(["check", path]).status == before)
  }

  @Test func `rewrites a file in its place, with the mode it had and behind the link it was named by`() throws
  {
    let program = try Program()
    let path = try program.write("# mine\n" + Program.small + "\n\n", to: "small.yaml")
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o664], ofItemAtPath: path)
    let link = program.folder + "/link.yaml"
    try files.createSymbolicLink(atPath: link, withDestinationPath: "small.yaml")
    #expect(try program.run(["fmt", link]).output == "1 file rewritten\n")
    #expect(try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o664)
    #expect(try files.destinationOfSymbolicLink(atPath: link) == "small.yaml")
  }

  @Test func `gives a new file the mode that the umask leaves`() throws {
    let program = try Program()
    let new = program.folder + "/sessions.csv"
    #expect(try program.run(["export", "sessions", "--output", new, "--store", "memory:"]).status == 0)
    try "".write(toFile: program.folder + "/usual", atomically: false, encoding: .utf8)
    let modes = try [new, program.folder + "/usual"].map {
      try FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? Int
    }
    #expect(modes[0] == modes[1])
  }

  @Test func `explains every check it names`() throws {
    let run = try Program().run(["explain"])
    for line in run.output.split(separator: "\n") {
      let number = String(line.prefix { $0 != " " })
      let page = try Program().run(["explain", number])
      #expect(page.status == 0)
      #expect(page.output.contains("Found in:"))
    }
  }

  @Test func `shows where a failing inline test went another way`() throws {
    let program = try Program()
    let test = """
      tests:
        - name: never gets there
          play: ["hm", "I am sorry your parcel is late"]
          ending: done

      """
    let path = try program.write(Program.small + test, to: "small.yaml")
    let run = try program.run(["test", path])
    #expect(run.status == 1)
    #expect(run.output.contains("FAIL  never gets there"))
    #expect(run.output.contains("> 1 [hello] hm"))
    #expect(run.output.contains("0 passed, 1 failed"))
  }
}
