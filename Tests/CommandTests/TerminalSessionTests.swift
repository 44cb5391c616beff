import Foundation
import Glibc
import Testing
import TouchpointTesting

/// The program at a real pseudo-terminal, as a trainee meets it.
@Suite(.serialized) struct `A session at a terminal` {
  @Test func `lets the customer speak while the typed line stays intact`() throws {
    let terminal = try started().terminal
    terminal.send("I am sor")
    #expect(terminal.waits { $0.cursorLine == "chat> I am sor" })
    #expect(terminal.waits(for: "Ines: Hello? Anyone there?"))
    #expect(terminal.waits { $0.cursorLine == "chat> I am sor" })
    terminal.send("ry your parcel is late\r")
    #expect(terminal.waits(for: "(turn 1 saved)"))
    #expect(terminal.waits(for: "Ines: Thank you."))
    quit(terminal)
  }

  @Test func `completes desk commands and their arguments with Tab`() throws {
    let terminal = try started().terminal
    terminal.send("/loo\t")
    #expect(terminal.waits { $0.cursorLine.hasPrefix("chat> /lookup") })
    terminal.send("A\t\r")
    #expect(terminal.waits(for: "Desk: A-4412: item wooden train set"))
    quit(terminal)
  }

  @Test func `hands over to e-mail, sends a message of several lines once and ends with a scorecard`() throws
  {
    let (_, terminal) = try started()
    terminal.send("I am so sorry that your parcel is late\r")
    #expect(terminal.waits(for: "Live chat -> E-mail"))
    #expect(terminal.waits(for: "/send sends it"))
    terminal.send("Dear Ines,\r")
    #expect(terminal.waits { $0.cursorLine == "email 2>" || $0.cursorLine == "email 2> " })
    terminal.send("to sum up, a new parcel is on its way.\r/send\r")
    #expect(terminal.waits(for: "Next"))
    #expect(terminal.waitForExit() == .status(0))
    #expect(String(decoding: terminal.output, as: UTF8.self).contains("Quality 100 % · passed"))
    #expect(terminal.settings == terminal.settingsBefore)
  }

  @Test func `takes lines pasted into the append-only screen as one reply that Enter sends`() throws {
    let program = try Program()
    let path = try program.write(Program.small, to: "small.yaml")
    let terminal = try program.open(["play", path, "--seed", "7", "--plain-ui", "--untimed"])
    #expect(terminal.waits(for: "Lines pasted together"))
    #expect(terminal.waits { $0.cursorLine.hasPrefix("chat>") })
    terminal.send("Hello Ines,\nI am so sorry that\nyour parcel")
    #expect(terminal.waits(for: "2 lines came at once"))
    #expect(terminal.hasWritten("your parcel\r\n2 lines"))
    #expect(!terminal.hasWritten("(turn 1 saved)"))
    terminal.send(" is late\n")
    #expect(terminal.waits(for: "(turn 1 saved)"))
    #expect(terminal.waits(for: "Ines: Thank you."))
    #expect(!terminal.output.contains(0x1B))
    terminal.send("\u{4}")
    #expect(terminal.waitForExit() == .status(0))
    let file = try program.run(["export", "sessions", "--format", "json"])
    #expect(file.status == 0)
  }

  @Test func `leaves on Ctrl-C twice with everything kept, and offers the same turn`() throws {
    let (program, terminal) = try started()
    terminal.send("well\r")
    #expect(terminal.waits(for: "(turn 1 saved)"))
    terminal.send("\u{3}")
    #expect(terminal.waits(for: "Ctrl-C again leaves"))
    terminal.send("\u{3}")
    #expect(terminal.waitForExit() == .status(130))
    #expect(terminal.settings == terminal.settingsBefore)
    let home = try program.run([])
    #expect(home.output.contains("You left 'small' at turn 1"))
  }

  @Test func `keeps the draft of a message and offers it again`() throws {
    let (program, terminal) = try started()
    terminal.send("I am so sorry that your parcel is late\r")
    #expect(terminal.waits(for: "/send sends it"))
    terminal.send("Dear Ines,\rto sum up, a new parcel is on its way.\r")
    #expect(terminal.waits { $0.cursorLine.hasPrefix("email 3>") })
    terminal.send("\u{3}")
    #expect(terminal.waits(for: "Ctrl-C again leaves"))
    terminal.send("\u{3}")
    #expect(terminal.waitForExit() == .status(130))
    let resumed = try program.open(["resume"])
    #expect(resumed.waits(for: "You: to sum up, a new parcel is on its way."))
    #expect(resumed.waits { $0.cursorLine.hasPrefix("email 3>") })
    resumed.send("/send\r")
    #expect(resumed.waits(for: "Next"))
    #expect(resumed.waitForExit() == .status(0))
  }

  @Test func `offers a moment for the case note before it judges`() throws {
    let program = try Program()
    let path = try program.write(Program.noted, to: "small.yaml")
    let terminal = try program.open(["play", path, "--seed", "7", "--untimed"])
    terminal.send("I am so sorry that your parcel is late\r")
    #expect(terminal.waits(for: "/send sends it"))
    terminal.send("to sum up, a new parcel is on its way.\r/send\r")
    #expect(terminal.waits { $0.cursorLine.hasPrefix("note>") })
    terminal.send("resent\r")
    #expect(terminal.waits(for: "Write /note in front"))
    terminal.send("/note resent A-4412, tracking link by 4 pm\r")
    #expect(terminal.waits(for: "Case note kept."))
    #expect(terminal.waits(for: "Next"))
    #expect(terminal.waitForExit() != nil)
  }

  @Test func `asks before it ends an attempt for good`() throws {
    let terminal = try started().terminal
    terminal.send("/leave\r")
    #expect(terminal.waits(for: "This ends the attempt for good"))
    terminal.send("well\r")
    #expect(terminal.waits(for: "(turn 1 saved)"))
    terminal.send("/leave\r/leave\r")
    #expect(terminal.waits(for: "you left before the end"))
    #expect(terminal.waitForExit() == .status(1))
  }

  @Test func `says what comes of a command typed as the answer to a question`() throws {
    let (program, terminal) = try started()
    terminal.send("well\r")
    #expect(terminal.waits(for: "(turn 1 saved)"))
    quit(terminal)
    let home = try program.open([])
    #expect(home.waits(for: "Go on now?"))
    home.send("touchpoint scenarios\r")
    #expect(home.waits(for: "nothing was begun"))
    #expect(home.waitForExit() == .status(0))
  }

  @Test func `asks back before a command without its slash is said to the customer`() throws {
    let terminal = try started().terminal
    terminal.send("help\r")
    #expect(terminal.waits(for: "did you mean /help?"))
    terminal.send("exit\r")
    #expect(terminal.waits(for: "/leave ends it for good."))
    #expect(!terminal.hasWritten("(turn 1 saved)"))
    terminal.send("exit\r")
    #expect(terminal.waits(for: "(turn 1 saved)"))
    terminal.send("/help me please\r")
    #expect(terminal.waits(for: "What you can do now"))
    terminal.send("/send this\r")
    #expect(terminal.waits(for: "/send stands alone"))
    quit(terminal)
  }

  @Test func `takes a slip of the keys for no act`() throws {
    let terminal = try started().terminal
    terminal.send("/hlep\r")
    #expect(terminal.waits(for: "There is no /hlep; did you mean /help?"))
    quit(terminal)
  }

  @Test func `is taken up at the same turn after kill -9`() throws {
    let (program, terminal) = try started()
    terminal.send("well\r")
    #expect(terminal.waits(for: "(turn 1 saved)"))
    kill(terminal.process, SIGKILL)
    #expect(terminal.waitForExit() == .signal(SIGKILL))
    let resumed = try program.open(["resume"])
    #expect(resumed.waits(for: "You are back at turn 1"))
    #expect(resumed.waits(for: "You: well"))
    resumed.send("I am sorry your parcel is late\r")
    #expect(resumed.waits(for: "(turn 2 saved)"))
    quit(resumed)
    #expect(try program.run(["verify"]).status == 0)
  }

  @Test func `is kept when the window is closed`() throws {
    let (program, terminal) = try started()
    terminal.send("well\r")
    #expect(terminal.waits(for: "(turn 1 saved)"))
    terminal.hangUp()
    #expect(terminal.waitForExit() == .status(129))
    #expect(try program.run([]).output.contains("at turn 1"))
  }

  @Test func `redraws the typed line when the window gets narrower`() throws {
    let terminal = try started().terminal
    terminal.send("I am so very sorry that your parcel is late")
    #expect(terminal.waits(for: "parcel is late"))
    terminal.resize(columns: 30, rows: 20)
    terminal.send("!")
    #expect(terminal.waits(for: "!"))
    quit(terminal)
  }

  @Test func `can be played by choosing sentences`() throws {
    let program = try Program()
    let path = try program.write(Program.small, to: "small.yaml")
    let terminal = try program.open(["play", path, "--guided", "--untimed", "--seed", "7"])
    #expect(terminal.waits(for: "1  I am sorry your parcel is late."))
    terminal.send("1\r")
    #expect(terminal.waits(for: "You: I am sorry your parcel is late."))
    #expect(terminal.output.count > 0 && terminal.hasWritten("2  /lookup order A-4412"))
    #expect(terminal.waits(for: "1  To sum up, a new parcel is on its way."))
    terminal.send("1\r")
    #expect(terminal.waits(for: "Next"))
    #expect(terminal.waitForExit() == .status(0))
  }

  @Test func `shows no byte of a hostile scenario or name raw`() throws {
    let program = try Program()
    let hostile = Program.small.replacing(
      "Where is A-4412?", with: "Where\\u001b]0;owned\\u0007 is \\u202e it?")
    let path = try program.write(hostile, to: "small.yaml")
    let terminal = try program.open(["play", path, "--as", "Eve\u{1B}[31m", "--seed", "7", "--untimed"])
    #expect(terminal.waits(for: "chat>"))
    #expect(terminal.waits(for: "\\u{1B}]0;owned\\u{7}"))
    let raw = String(decoding: terminal.output, as: UTF8.self)
    #expect(!raw.contains("\u{1B}]0;owned"))
    #expect(!raw.contains("\u{1B}[31m"))
    #expect(!raw.contains("\u{202E}"))
    quit(terminal)
  }

  /// The small scenario, begun, with the prompt there.
  private func started() throws -> (program: Program, terminal: PseudoTerminal) {
    let program = try Program()
    let path = try program.write(Program.small, to: "small.yaml")
    let terminal = try program.open(["play", path, "--seed", "7"])
    try #require(terminal.waits { $0.cursorLine.hasPrefix("chat>") })
    return (program, terminal)
  }

  private func quit(_ terminal: PseudoTerminal) {
    terminal.send("\u{15}\u{3}")
    #expect(terminal.waits(for: "Ctrl-C again leaves"))
    terminal.send("\u{3}")
    #expect(terminal.waitForExit() == .status(130))
    #expect(terminal.settings == terminal.settingsBefore)
  }
}
