import Glibc
import Testing
import TouchpointTesting

@Suite struct `The append-only lines` {
  private func run(_ input: String, _ arguments: [String] = []) throws -> PseudoTerminalProcess.Result {
    try PseudoTerminalProcess.run(
      Stage.probe, arguments, environment: Stage.environment(), input: Array(input.utf8))
  }

  @Test func `read a pipe: no prompt, no escape, every line, then the end`() throws {
    let result = try run("one\ntwo\tthree\r\n\nlast without end")
    #expect(result.exit == .status(0))
    #expect(
      result.text == "ready\nline[one]\nline[two    three]\nline[]\nline[last without end]\nend of input\n")
  }

  @Test func `take nothing at all, a file, and /dev/null`() throws {
    #expect(try run("").text == "ready\nend of input\n")
    let environment = Stage.environment()
    let path = try Stage.file("from a file\n")
    let file = try PseudoTerminalProcess.run(Stage.probe, environment: environment, inputPath: path)
    #expect(file.text == "ready\nline[from a file]\nend of input\n")
    let null = try PseudoTerminalProcess.run(Stage.probe, environment: environment, inputPath: "/dev/null")
    #expect(null == .init(exit: .status(0), output: Array("ready\nend of input\n".utf8)))
  }

  @Test func `say why a folder cannot be read, and end`() throws {
    let result = try PseudoTerminalProcess.run(
      Stage.probe, environment: Stage.environment(), inputPath: "/tmp")
    #expect(result.text == "ready\ncannot read the input: Is a directory\nend of input\n")
  }

  @Test func `cut a line of a megabyte and tell`() throws {
    let result = try run(String(repeating: "é", count: 500_000) + "\nnext\n")
    #expect(
      result.text == "ready\nline of 65536 bytes\ntruncated from 1000000\nline[next]\nend of input\n")
  }

  @Test func `replace bytes that are not UTF-8`() throws {
    let result = try PseudoTerminalProcess.run(
      Stage.probe, environment: Stage.environment(), input: [0x61, 0xFF, 0x62, 0x0A])
    #expect(result.text == "ready\nline[a\u{FFFD}b]\nend of input\n")
  }

  @Test func `end quietly when nobody reads on`() throws {
    let lines = Array(String(repeating: "a line of words\n", count: 100_000).utf8)
    let result = try PseudoTerminalProcess.run(
      Stage.probe, environment: Stage.environment(), input: lines, readLimit: 100)
    #expect(result.exit == .status(141))
  }

  @Test func `name a full disk`() throws {
    let result = try PseudoTerminalProcess.run(
      Stage.probe, environment: Stage.environment(), outputPath: "/dev/full")
    #expect(result.exit == .status(2))
  }

  @Test func `are what a dumb terminal and --plain get, with a prompt and no escape`() throws {
    for (arguments, variables) in [([], ["TERM": "dumb"]), (["--plain"], [:]), ([], ["TERM": ""])] {
      let terminal = try Stage.open(arguments, environment: variables)
      terminal.send("hello\n")
      #expect(terminal.waits { $0.filledLines == ["ready", "you> hello", "line[hello]", "you>"] })
      terminal.tell("print Anyone there?")
      #expect(
        terminal.waits {
          $0.filledLines == ["ready", "you> hello", "line[hello]", "you>", "Anyone there?", "you>"]
        })
      #expect(!terminal.output.contains(0x1B))
      #expect(terminal.settings.isCooked)
      terminal.send("\u{4}")
      #expect(terminal.waitForExit() == .status(0))
    }
  }

  @Test func `tell lines that come at once as one paste, where that is asked for`() throws {
    let terminal = try Stage.open(["--plain", "--joins"])
    terminal.send("one\n\ntwo\nthr")
    #expect(terminal.waits(for: "pasted[one|two]"))
    terminal.send("ee\n")
    #expect(terminal.waits(for: "line[three]"))
    terminal.send("\u{4}")
    #expect(terminal.waitForExit() == .status(0))
    #expect(try run("one\ntwo\n", ["--joins"]).text == "ready\nline[one]\nline[two]\nend of input\n")
  }

  @Test func `show one prompt after all that is said at one time`() throws {
    let terminal = try Stage.open(["--plain", "--control"])
    #expect(terminal.waits { $0.filledLines == ["ready", "you>"] })
    terminal.tell("print Anyone there?\nprompt phone>\nprint Hello?")
    #expect(terminal.waits { $0.filledLines == ["ready", "you>", "Anyone there?", "Hello?", "phone>"] })
  }

  @Test func `hear Ctrl-C, SIGTERM and a closed window`() throws {
    let terminal = try Stage.open(["--plain"])
    terminal.send("words\u{3}")
    #expect(terminal.waits(for: "interrupt on empty"))
    terminal.send("again\n")
    #expect(terminal.waits(for: "line[again]"))
    terminal.signal(SIGTERM)
    #expect(terminal.waitForExit() == .status(143))
    let log = try Stage.folder() + "/log"
    let closed = try Stage.open(["--plain", "--log", log])
    closed.hangUp()
    #expect(closed.waitForExit() == .status(129))
    #expect(Stage.read(log) == "ready\nhangup\n")
  }

  @Test func `have colour only where it is asked for`() throws {
    let always = try run("x\n", ["--color", "always"])
    #expect(!always.text.contains("\u{1B}"))  // nothing printed here has a style
    let terminal = try Stage.open(["--plain", "--color", "always"])
    terminal.tell("print hello")
    #expect(terminal.waits(forBytes: Array("\u{1B}[36mhello\u{1B}[0m".utf8)))
    let quiet = try Stage.open(["--plain"])
    quiet.tell("print hello")
    #expect(quiet.waits(for: "hello") && !quiet.output.contains(0x1B))
  }

  @Test func `survive a storm of signals`() throws {
    let terminal = try Stage.open(["--plain"])
    for _ in 0..<200 { terminal.signal(SIGWINCH) }
    terminal.send("still here\n")
    #expect(terminal.waits(for: "line[still here]"))
  }
}
