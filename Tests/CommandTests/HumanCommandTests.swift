import Foundation
import Testing

/// Reviews, calibration, disputes and judging anew, as coaches and trainees meet them.
@Suite struct `People and the machine` {
  private let replies = "I am so sorry that your parcel is late\nto sum up, a new parcel is on its way\n"

  /// A program with one finished session of Robin's, and the session's name.
  private func played() throws -> (program: Program, session: String) {
    let program = try Program()
    let path = try program.write(Program.small, to: "small.yaml")
    let run = try program.run(["play", path, "--seed", "7"], input: replies)
    #expect(run.status == 0)
    let list = try program.run(["debrief"]).output
    return (program, String(list.prefix { $0 != " " }))
  }

  @Test func `a coach's marks stand beside the machine's`() throws {
    let (program, session) = try played()
    let review = [
      "review", session, "--criterion", "empathy", "--verdict", "partly", "--comment", "Too fast", "--cause",
      "will", "--coach", "Ann",
    ]
    let kept = try program.run(review)
    #expect(
      kept.output
        == "Kept: 1 mark of Ann on \(session); the machine's stand beside: touchpoint debrief \(session)\n")
    let deep = try program.run(["debrief", "last", "--criterion", "empathy"]).output
    #expect(deep.contains("met     Empathy: 50 of 50") || deep.contains(": 50 of 50"))
    #expect(deep.contains("coach Ann: partly, cause will, \"Too fast\""))
  }

  @Test func `a coach can mark line by line, and skip`() throws {
    let (program, session) = try played()
    let run = try program.run(
      ["review", session, "--hidden", "--coach", "Ann"], input: "oops\nm\nsaid so\n\n")
    #expect(run.status == 0)
    #expect(run.output.contains("'oops' is no verdict"))
    #expect(run.output.contains("Kept: 1 mark of Ann"))
    #expect(!run.output.contains("50 of 50"))
    let nothing = try program.run(["review", session, "--coach", "Ann"], input: "q\n")
    #expect(nothing.status == 1)
  }

  @Test func `a coach may end the sheet at any question, and a cause is asked for until there is one`() throws
  {
    let (program, session) = try played()
    let short = try program.run(["review", session, "--coach", "Ann"], input: "met\nq\nmissed\n")
    #expect(short.output.contains("Kept: 1 mark of Ann"))
    let whole = try program.run(
      ["review", session, "--coach", "Bo"], input: "partly\nToo fast\nmystery\nskill\nq\n")
    #expect(whole.output.contains("'mystery' is no cause; knowledge, skill, process, tool, will"))
    #expect(whole.output.contains("Kept: 1 mark of Bo"))
    let deep = try program.run(["debrief", session, "--criterion", "empathy"]).output
    #expect(deep.contains("coach Ann: met"))
    #expect(deep.contains("coach Bo: partly, cause skill, \"Too fast\""))
  }

  @Test func `coaches' blind marks are compared, and agreed ones become golden replies`() throws {
    let (program, session) = try played()
    let table = try program.write("criterion\tverdict\nempathy\tmet\nclarity\tmet\n", to: "a.tsv")
    let other = try program.write("criterion\tverdict\nempathy\tmet\nclarity\tmissed\n", to: "b.tsv")
    #expect(try program.run(["calibrate", session, "--coach", "Ann", "--from", table]).status == 0)
    #expect(try program.run(["calibrate", session, "--coach", "Bo", "--from", other]).status == 0)
    let report = try program.run(["calibrate", "--report"]).output
    #expect(report.contains("empathy                            1        2   100 %       -       -"))
    #expect(report.contains("Ann: too few to tell (2 shared marks; 18 more are needed)"))
    #expect(
      report.contains("kappa and alpha are told from 20 shared talks on: clarity 19 more"))
    let file = program.folder + "/empathy.jsonl"
    for count in 1...2 {
      let run = try program.run(["calibrate", "--report", "--criterion", "empathy", "--anchors", file])
      #expect(run.status == 0)
      let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
      #expect(lines.count == count)
      #expect(lines[0].contains(#""first":"met""#) && lines[0].contains("sorry that your parcel is late"))
    }
  }

  @Test func `an upheld dispute is shown beside the machine's mark and never lowers the score`() throws {
    let (program, session) = try played()
    let raise = ["dispute", session, "--criterion", "clarity", "--mark", "n/a", "--comment", "Not asked"]
    #expect(try program.run(raise).status == 0)
    #expect(try program.run(raise).status == 64)
    #expect(try program.run(["debrief"]).output.contains("1 disputed"))
    #expect(try program.run(["report", "team"]).output.contains("1 disputed: not decided yet"))
    let own = try program.run(["dispute", "decide", session + ".1", "--upheld"])
    #expect(own.status == 64)
    #expect(own.errors.contains("somebody else decides it"))
    let file = program.folder + "/golden.jsonl"
    let decide = ["dispute", "decide", session + ".1", "--upheld", "--coach", "Ann", "--golden", file]
    #expect(try program.run(decide).status == 0)
    #expect(try program.run(decide).status == 64)
    #expect(try String(contentsOfFile: file, encoding: .utf8).contains(#""second":"not applicable""#))
    let debrief = try program.run(["debrief", "last"]).output
    #expect(debrief.contains("With upheld disputes (clarity not applicable): 100 %, passed."))
    let report = try program.run(["report", "team"]).output
    #expect(report.contains("marks changed by upheld disputes, and counted as decided: 1 (Robin 1)"))
    let marks = try program.run(["export", "marks"]).output.split(whereSeparator: \.isNewline)
    #expect(marks.first?.hasSuffix(",upheld,counted") == true)
    #expect(marks.contains { $0.contains(",clarity,") && $0.hasSuffix(",not applicable,0.00") })
    #expect(try program.run(["dispute", "--list"]).output.contains("upheld by Ann"))
    #expect(try program.run(["verify"]).output.hasPrefix("Intact: "))
  }

  @Test func `a talk judged anew is told so, and the first score stands`() throws {
    let (program, session) = try played()
    let dry = try program.run(["rescore", session, "--dry-run"])
    #expect(dry.output.contains("Nothing was kept. 1 session would be judged anew."))
    #expect(!(try program.run(["debrief"]).output.contains("judged anew")))
    #expect(try program.run(["rescore", "--all"]).output.contains("0 of 1 results crossed the pass line"))
    #expect(try program.run(["debrief"]).output.contains("judged anew"))
    #expect(try program.run(["debrief", "last"]).output.contains("this is the latest judgement"))
    #expect(
      try program.run(["debrief", "last", "--first"]).output.contains("the judgement at the session's end"))
    #expect(try program.run(["export", "sessions"]).output.split(whereSeparator: \.isNewline).count == 2)
  }

  @Test func `a change of a rubric is tried on the past and changes nothing`() throws {
    let program = try Program()
    let old = Program.checkout + "/scoring/rubrics/service-quality.yaml"
    let house = Program.small.replacing(
      "rubric:\n", with: "rubric:\n  house: {use: service-quality, weight: 20}\n"
    ).replacing("empathy: {weight: 50", with: "empathy: {weight: 40").replacing(
      "clarity: {weight: 50", with: "clarity: {weight: 40")
    let path = try program.write(house, to: "small.yaml")
    _ = try program.run(["play", path, "--seed", "7"], input: replies)
    let before = try program.run(["verify"]).output
    let same = try program.run(["rubric", "diff", old, old])
    #expect(same.output == "0 of 1 results would cross the pass line; 0 more differ in points\n")
    let text = try String(contentsOfFile: old, encoding: .utf8)
    let stricter = try program.write(
      text.replacing("pass_mark: 70", with: "pass_mark: 90").replacing("identity-breach, ", with: "")
        .replacing("zero_on_fail: false", with: "zero_on_fail: true"), to: "stricter.yaml")
    let noted = try program.run(["rubric", "diff", old, stricter]).output
    for change in [
      "pass_mark 70 -> 90", "zero_on_fail false -> true", "auto_fail 'identity-breach' taken out",
    ] {
      #expect(noted.contains("also: \(change)"), "\(noted)")
    }
    #expect(noted.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let other = try program.run(["rubric", "diff", old, old, "--scenario", "nowhere"])
    #expect(other.status == 64)
    #expect(other.errors.contains("there are: small"))
    #expect(try program.run(["rubric", "diff", old, program.folder + "/none.yaml"]).status == 2)
    #expect(try program.run(["verify"]).output == before)
  }

  @Test func `a change of a rubric names who would cross the pass line, and by how much`() throws {
    let program = try Program()
    let old = Program.checkout + "/scoring/rubrics/service-quality.yaml"
    let text = try String(contentsOfFile: old, encoding: .utf8)
    var weights = [86, 2, 2, 2, 2, 2, 2, 2]
    let lenient = text.replacing(/weight: {usual: [^}]*}/) { _ in "weight: {usual: \(weights.removeFirst())}"
    }
    let new = try program.write(lenient, to: "lenient.yaml")
    let house = Program.small.replacing(
      "rubric:\n", with: "pass_mark: 85\nrubric:\n  house: {use: service-quality, weight: 80}\n"
    ).replacing("empathy: {weight: 50", with: "empathy: {weight: 10").replacing(
      "clarity: {weight: 50", with: "clarity: {weight: 10")
    let path = try program.write(house, to: "small.yaml")
    _ = try program.run(["play", path, "--seed", "7", "--as", "Robin"], input: replies)
    let lines = try program.run(["rubric", "diff", old, new]).output.split(separator: "\n")
    #expect(lines.first == "1 of 1 results would cross the pass line; 0 more differ in points")
    #expect(lines.count == 2)
    let shape = #/  \w+  Robin  small  (.+) % below pass mark -> (.+) % passed/#
    let change = try #require(lines.last?.wholeMatch(of: shape))
    let (before, after) = (try #require(Double(change.1)), try #require(Double(change.2)))
    #expect(before < 85 && after >= 85)
  }

  @Test func `names are listed when one is unknown`() throws {
    let (program, session) = try played()
    let cases = [
      ["debrief", "nobody"],
      ["review", "nobody", "--criterion", "empathy", "--verdict", "met", "--coach", "Ann"],
      ["rescore", "nobody"],
      ["dispute", "nobody", "--criterion", "empathy", "--mark", "met", "--comment", "x"],
    ]
    for arguments in cases {
      let run = try program.run(arguments)
      #expect(run.status == 64)
      #expect(run.errors.contains("no finished session is called 'nobody'"))
      #expect(run.errors.contains(session))
    }
    let criterion = try program.run([
      "review", session, "--criterion", "charm", "--verdict", "met", "--coach", "Ann",
    ])
    #expect(criterion.status == 64)
    #expect(criterion.errors.contains("there are: empathy, clarity"))
    let deep = try program.run(["debrief", session, "--criterion", "charm"])
    #expect(deep.status == 64)
    #expect(deep.errors.contains("there are: empathy, clarity"))
  }

  @Test func `nobody judges their own talk, however the name is written`() throws {
    let (program, session) = try played()
    for coach in ["Robin", "robin", " ROBIN "] {
      let review = try program.run(
        ["review", session, "--criterion", "empathy", "--verdict", "met", "--coach", coach])
      #expect(review.status == 64)
      #expect(review.errors.contains("is Robin's own; somebody else judges it"))
    }
    let raise = [
      "dispute", session, "--criterion", "Clarity", "--mark", "n/a", "--comment", "x", "--as", "robin",
    ]
    #expect(try program.run(raise).status == 0)
    let own = try program.run(["dispute", "decide", session + ".1", "--upheld", "--coach", "rObin"])
    #expect(own.status == 64)
    #expect(own.errors.contains("somebody else decides it"))
  }

  @Test func `a mark that stands already is not disputed`() throws {
    let (program, session) = try played()
    let run = try program.run([
      "dispute", session, "--criterion", "clarity", "--mark", "met", "--comment", "x",
    ])
    #expect(run.status == 64)
    #expect(run.errors.contains("'clarity' is met already; there is nothing to dispute"))
  }

  @Test func `a name is no blank, and a criterion may be near`() throws {
    let (program, session) = try played()
    for name in ["", "   "] {
      let run = try program.run(["play", "late-birthday-parcel", "--as", name])
      #expect(run.status == 64)
      #expect(run.errors.contains("a name cannot be blank"))
    }
    let near = try program.run(
      ["review", session, "--criterion", "empaty", "--verdict", "met", "--coach", "Ann"])
    #expect(near.status == 64)
    #expect(near.errors.contains("did you mean 'empathy'?"))
    for (words, guess) in [
      (["rubric", "test", "--criterion", "nxt_step", "--tier", "phrase"], "did you mean 'next-step'"),
      (["explain", "unknown-baet"], "did you mean 'unknown-beat'"),
      (["explain", "S1022"], "did you mean 'S102'"),
      (["report", "teem"], "did you mean 'touchpoint report team'?"),
      (["report", "team", "--sheet", "peple"], "did you mean 'people'?"),
      (["report", "team", "--format", "jsn"], "did you mean 'json'?"),
      (["debrief", String(session.dropLast())], "did you mean '\(session)'?"),
      (["score", "--rubric", "service-qualty"], "did you mean 'service-quality'?"),
    ] {
      let run = try program.run(words)
      #expect(run.status == 64)
      #expect(run.errors.contains(guess), "\(run.errors)")
    }
    #expect(try program.run(["explain", "Unknown_Beat"]).output.hasPrefix("S201 unknown-beat"))
    let named = try program.run(["rubric", "test", "--criterion", "next_step", "--tier", "phrase"])
    #expect(named.output.contains("\nnext-step "), "\(named.errors)")
    #expect(near.errors.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let commas = try program.write("criterion,verdict\nempathy,met\n", to: "marks.csv")
    let table = try program.run(["review", session, "--from", commas, "--coach", "Ann"])
    #expect(table.status == 64)
    #expect(table.errors.contains("parted by commas; save it with tabs"))
  }

  @Test func `a store that was named and is not there is no empty report`() throws {
    let program = try Program()
    let place = program.folder + "/typo.sqlite"
    let commands = [
      ["report", "team"], ["debrief"], ["export", "sessions"], ["calibrate", "--report"],
      ["dispute", "--list"],
      ["review", "last", "--coach", "Ann"], ["rescore", "--all"],
    ]
    for command in commands {
      let run = try program.run(command + ["--store", place])
      #expect(run.status == 2, "\(command)")
      #expect(run.errors.contains("it does not exist"))
    }
    #expect(!FileManager.default.fileExists(atPath: place))
  }

  @Test func `a format of one sheet says what it leaves out`() throws {
    let (program, _) = try played()
    let run = try program.run(["report", "team", "--format", "csv"])
    #expect(run.output.hasPrefix("trainee,skill,level,"))
    #expect(run.errors.contains("this is the sheet 'cells' alone; people, accuracies, skills: --sheet NAME"))
    let people = try program.run(["report", "team", "--format", "csv", "--sheet", "people"])
    #expect(people.output.hasPrefix("trainee,n_measured,"))
    #expect(try program.run(["report", "team", "--sheet", "cell"]).status == 64)
  }

  @Test func `a paused session is listed, and named in the report`() throws {
    let program = try Program()
    let path = try program.write(Program.small, to: "small.yaml")
    _ = try program.run(["play", path, "--seed", "7"], input: "well")
    #expect(try program.run(["debrief"]).output.contains("Robin  small  paused at turn 1: touchpoint resume"))
    #expect(
      try program.run(["report", "team"]).output.contains("sessions paused and not finished are not in it: 1")
    )
  }
}
