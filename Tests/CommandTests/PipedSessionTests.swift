import Foundation
import Testing
import TouchpointTesting

/// The program without a terminal, as scripts, screen readers and logs meet it.
@Suite struct `A session through a pipe` {
  private let replies = """
    I am so sorry that your parcel is late
    to sum up, a new parcel is on its way

    """

  @Test func `plays to the scorecard, without one control byte`() throws {
    let program = try Program()
    let path = try program.write(Program.small, to: "small.yaml")
    let run = try program.run(["play", path, "--seed", "7"], input: replies, environment: ["NO_COLOR": ""])
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.contains("Quality 100 % · passed (pass mark 70 %)"))
    #expect(run.output.contains("turn 1 | I am so sorry that your parcel is late"))
    #expect(run.output.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0.value != 0x7F) })
  }

  @Test func `says the same for the same seed and replies`() throws {
    let outputs = try (0..<2).map { _ in
      let program = try Program()
      let path = try program.write(Program.small, to: "small.yaml")
      return try program.run(["play", path, "--seed", "7"], input: replies).output
        .split(separator: "\n").filter { !$0.contains("touchpoint debrief ") }
    }
    #expect(outputs[0] == outputs[1])
  }

  @Test func `lets time pass only when told`() throws {
    let program = try Program()
    let path = try program.write(Program.small, to: "small.yaml")
    let quiet = try program.run(["play", path, "--seed", "7"], input: "well\n").output
    let waiting = try program.run(["play", path, "--seed", "7"], input: "wait 5s\nwell\n").output
    #expect(!quiet.contains("Hello? Anyone there?"))
    #expect(waiting.contains("Hello? Anyone there?"))
  }

  @Test func `keeps a session whose input ends early`() throws {
    let program = try Program()
    let path = try program.write(Program.small, to: "small.yaml")
    let run = try program.run(["play", path, "--seed", "7"], input: "well")
    #expect(run.status == 0)
    #expect(run.output.contains("Paused at turn 1. To go on: touchpoint resume "))
    let resumed = try program.run(["resume"], input: replies)
    #expect(resumed.status == 0)
    #expect(resumed.output.contains("You are back at turn 1"))
  }

  @Test func `ends with 1 when the pass mark is missed`() throws {
    let program = try Program()
    let path = try program.write(Program.small, to: "small.yaml")
    let run = try program.run(["play", path, "--seed", "7"], input: "well\n/leave\n")
    #expect(run.status == 1)
    #expect(run.output.contains("not passed: you left before the end"))
  }

  @Test func `stores, reports, exports and verifies`() throws {
    let program = try Program()
    let path = try program.write(Program.small, to: "small.yaml")
    for _ in 0..<2 { _ = try program.run(["play", path, "--seed", "7"], input: replies) }
    let report = try program.run(["report", "team"])
    #expect(report.status == 0)
    #expect(report.output.contains("Robin"))
    let csv = try program.run(["export", "sessions", "--format", "csv"])
    #expect(csv.output.split(whereSeparator: \.isNewline).count == 3)
    let json = try program.run(["export", "sessions", "--format", "json"])
    let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    #expect(value is [String: Any])
    #expect(try program.run(["verify"]).output.hasPrefix("Intact: "))
    #expect(try program.run(["debrief", "last"]).output.contains("Compared: the same as last time"))
  }

  @Test func `goes on without a store it can write, and says so once`() throws {
    let program = try Program()
    let path = try program.write(Program.small, to: "small.yaml")
    let run = try program.run(
      ["play", path, "--seed", "7", "--store", "/proc/nowhere/journal.sqlite"], input: replies)
    #expect(run.status == 2)
    #expect(run.output.contains("nothing is recorded"))
    #expect(!run.output.contains("See this again"))
    #expect(run.output.contains("This session was not stored"))
    #expect(run.output.contains("(turn 1 not saved)"))
    #expect(!run.output.contains("(turn 1 saved)"))
    #expect(run.output.contains("Quality 100 %"))
  }

  @Test func `can be saved elsewhere when its store is full`() throws {
    let program = try Program()
    let path = try program.write(Program.small, to: "small.yaml")
    let elsewhere = program.folder + "/elsewhere.sqlite"
    let run = try program.run(
      ["play", path, "--seed", "7", "--store", "memory:"],
      input: "I am sorry your parcel is late\n/save \(elsewhere)\nto sum up, a new parcel is on its way\n")
    #expect(run.output.contains("Saved to \(elsewhere)"))
    #expect(try program.run(["debrief", "--store", elsewhere]).output.contains("A small matter"))
  }

  @Test func `sends an e-mail when it is told to, or in one line, or at the end of the input`() throws {
    let program = try Program()
    let path = try program.write(Program.small, to: "small.yaml")
    let mail = "Dear Ines,\n\nto sum up, a new parcel is on its way.\n"
    for (input, replies) in [
      (mail + "/send\n", 2), (mail, 2), ("Dear Ines,\\nto sum up, a new parcel is on its way.\n", 2),
      ("Dear Ines,\n/discard\n" + mail, 2), ("what now\n/send\n" + mail + "/send\n", 3),
    ] {
      let run = try program.run(
        ["play", path, "--seed", "7"], input: "I am so sorry that your parcel is late\n" + input)
      #expect(run.status == 0)
      #expect(run.output.contains("/send sends it"))
      #expect(run.output.contains("\(replies) replies"), "\(run.output)")
    }
  }

  @Test func `takes a note after the end from the next line, and closes on any other`() throws {
    let program = try Program()
    let path = try program.write(Program.noted, to: "small.yaml")
    let noted = try program.run(
      ["play", path, "--seed", "7"], input: replies + "/send\n/note resent A-4412, tracking link by 4 pm\n")
    #expect(noted.output.contains("Anything to write down for the next colleague?"))
    #expect(noted.output.contains("Case note kept."))
    #expect(noted.output.contains("Scorecard"))
    for input in ["", "bye\n"] {
      let closed = try program.run(["play", path, "--seed", "7"], input: replies + "/send\n" + input)
      #expect(closed.output.contains("Scorecard"))
      #expect(!closed.output.contains("Case note kept."))
    }
    #expect(try program.run(["verify"]).status == 0)
  }

  @Test func `refuses with what is missing alone, shows the record and takes a hint's price once`() throws {
    let program = try Program()
    let ruled = Program.small.replacing(
      "facts: {seen: false}",
      with: "facts: {seen: false, agreed: false}\npolicy:\n  resend: {needs: seen and agreed}"
    ).replacing("lookup order: {set: seen}", with: "lookup order: {set: seen}\n      lookup file: {}")
    let path = try program.write(ruled, to: "small.yaml")
    let run = try program.run(
      ["play", path, "--seed", "7", "--store", "memory:"],
      input: "/resend\n/lookup order\n/resend\n/lookup file\n/hint\n/hint\n/rezend\n/dance\n/help\n"
        + "/lookp order\n/lookup odrer now\n/lookup parcel\n/look parcel\n")
    let lines = run.output.split(separator: "\n").map(String.init)
    for line in [
      "/resend refused: first it needs /lookup order and agreed",
      "/resend refused: first it needs agreed", "Desk: lookup file: item wooden train set · paid 64.90 EUR",
      "Desk: There is no /rezend; did you mean /resend?",
      "Desk: There is no /lookp order; did you mean /lookup order?",
      "Desk: There is no /lookup odrer; did you mean /lookup order?",
      "Desk: There is no /lookup parcel; did you mean /lookup order or /lookup file?",
      "Desk: There is no /look parcel; did you mean /lookup order or /lookup file?",
    ] {
      #expect(lines.contains(line), "\(line)\n\(run.output)")
    }
    #expect(lines.count { $0.hasPrefix("Desk: Hint (2 points)") } == 1)
    #expect(lines.count { $0.hasPrefix("Desk: Hint (shown before, free)") } == 1)
    #expect(lines.count { $0.contains("/policy says what you may decide") } == 1)
    #expect(run.output.contains("/help tells what they do"))
  }

  @Test func `takes a reply that was heard warmly, in words the seed decides`() throws {
    let program = try Program()
    let silent = Program.small.replacing(
      "apologise: {say: \"Thank you.\", go: wrap}", with: "apologise: {set: seen}\n      sum_up: {go: wrap}")
    let path = try program.write(silent, to: "small.yaml")
    let ends = try ["7", "8", "9", "7"].map { seed in
      try program.run(
        ["play", path, "--seed", seed, "--store", "memory:"], input: "I am sorry your parcel is late\n"
      ).output.split(separator: "\n").suffix(2).first.map(String.init)
    }
    #expect(Set(ends).count == 3 && ends[0] == ends[3])
    #expect(ends.allSatisfy { $0?.hasPrefix("Ines ") == true && $0 != "Ines waits for you to go on." })
  }

  @Test func `names no way back into a session that is not stored`() throws {
    let program = try Program()
    let path = try program.write(Program.small, to: "small.yaml")
    let run = try program.run(["play", path, "--seed", "7", "--store", "memory:"], input: "well\n")
    #expect(!run.output.contains("touchpoint resume"))
    #expect(run.output.contains("this session was not stored"))
  }

  @Test func `names a misspelt command's nearest`() throws {
    let run = try Program().run(["hlep"])
    #expect(run.status == 64)
    #expect(run.errors.contains("did you mean 'touchpoint help'?"))
  }

  @Test func `names an unknown scenario's nearest and ends with 64`() throws {
    let run = try Program().run(["play", "late-birthday-parcl"])
    #expect(run.status == 64)
    #expect(run.errors.contains("did you mean 'late-birthday-parcel'?"))
  }

  @Test func `refuses a broken file with every diagnostic and ends with 1`() throws {
    let program = try Program()
    let broken = Program.small.replacing("go: wrap", with: "go: wrp").replacing(
      "weight: 50, earn: apologise", with: "weight: 49, earn: apologse")
    let path = try program.write(broken, to: "broken.yaml")
    let run = try program.run(["play", path])
    #expect(run.status == 1)
    #expect(run.output == "")
    for word in ["wrp", "apologse", "broken.yaml:"] { #expect(run.errors.contains(word)) }
  }

  @Test func `says when its output cannot be written`() throws {
    let program = try Program()
    let run = try program.run(["scenarios"], environment: [:])
    #expect(run.status == 0)
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", "'\(Program.path)' scenarios > /dev/full 2>/dev/null"]
    shell.environment = program.environment()
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 2)
  }
}
