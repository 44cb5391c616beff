import Foundation
import Testing

@Suite struct `touchpoint rubric wordings` {
  private static let steady = """
    group: late parcel
    customer: Where is my parcel?
    short: I am sorry that it is late. I will call the depot now and write to you by 4 pm.
    plain: I am sorry that it is late. I will call the depot now and write to you by 4 pm.
    """

  @Test func `scores groups of one's own, and ends with 0 where all hold`() throws {
    let program = try Program()
    let path = try program.write(Self.steady, to: "mine.txt")
    let run = try program.run(["rubric", "wordings", path, "--tier", "fast"])
    #expect(run.status == 0)
    #expect(
      run.output == """
        1 of 1 groups hold: every version within 5 points of its group's median
        best and worst version lie 0.0 points apart on the mean
        nine of ten versions lie within 0.0 points of their median

        manner                   points   5 off
        short                       0.0       0
        plain                       0.0       0

        """)
  }

  @Test func `names what moved a group, and ends with 1`() throws {
    let program = try Program()
    let path = try program.write(Self.steady + "\nempty: Hm.\n", to: "mine.txt")
    let run = try program.run(["rubric", "wordings", path, "--tier", "fast", "--all"])
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("0 of 1 groups hold"))
    #expect(run.output.contains("\n    empty: 0.0, most "))
    #expect(run.output.contains("\n      Hm.\n"))
    let json = try program.run(["rubric", "wordings", path, "--tier", "fast", "--json"])
    #expect(json.status == 1)
    #expect(json.output.hasPrefix(#"{"groups":1,"held":0,"mean_spread":"#))
  }

  @Test func `says what is wrong with a file, and ends with 2`() throws {
    let program = try Program()
    let path = try program.write("short: Hm.\n", to: "mine.txt")
    let run = try program.run(["rubric", "wordings", path])
    #expect(run.status == 2)
    #expect(
      run.errors == "touchpoint: \(path): line 1: a file begins with 'group: name'; 'short' belongs to none\n"
    )
    #expect(try program.run(["rubric", "wordings", path, "--keep"]).status == 64)
  }

  /// The program's data with another record of steadiness, or with none.
  private func share(_ record: String?, of program: Program) throws -> String {
    let files = FileManager.default
    let share = program.folder + "/share"
    try? files.removeItem(atPath: share)
    try files.createDirectory(atPath: share + "/scoring/wordings", withIntermediateDirectories: true)
    let scoring = Program.checkout + "/scoring"
    for name in try files.contentsOfDirectory(atPath: scoring) where name != "wordings" {
      try files.createSymbolicLink(
        atPath: "\(share)/scoring/\(name)", withDestinationPath: "\(scoring)/\(name)")
    }
    try files.createSymbolicLink(
      atPath: share + "/scenarios", withDestinationPath: Program.checkout + "/scenarios")
    if let record { try program.write(record, to: "share/scoring/wordings/steadiness.tsv") }
    return share
  }

  @Test func `lets a scorecard near its pass mark ask for a coach`() throws {
    let program = try Program()
    let path = try program.write(Program.noted, to: "noted.yaml")
    let replies = "I am so sorry that your parcel is late\nto sum up, a new parcel is on its way\n\n"
    let wide = "tier\tgroups\theld\tspread\tmargin\nmain\t9\t1\t9000\t10000\n"
    let told = "Near the pass mark: other words"
    for (record, isTold) in [(wide, true), (nil, false)] {
      let share = try share(record, of: program)
      let run = try program.run(
        ["play", path, "--seed", "7"], input: replies, environment: ["TOUCHPOINT_SHARE": share])
      #expect(run.output.contains(told) == isTold, "\(run.output)")
    }
  }
}
