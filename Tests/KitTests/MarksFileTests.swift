import Domain
import Testing
import TouchpointKit

@Suite struct `A table of marks` {
  private func rows(_ text: String) throws -> [MarksFile.Row] { try MarksFile(Array(text.utf8)).rows }

  @Test func `holds verdicts with comment, cause and session, in any order of columns`() throws {
    let table =
      "\u{FEFF}verdict\tcriterion\tcause\tcomment\tsession\r\nn/a\tcalm\t\t\t\r\nMet\tpace\tskill\tquick\ts1\r\n"
    #expect(
      try rows(table) == [
        MarksFile.Row(session: nil, mark: HumanMark(criterion: "calm", verdict: .notApplicable)),
        MarksFile.Row(
          session: "s1", mark: HumanMark(criterion: "pace", verdict: .met, comment: "quick", cause: .skill)),
      ])
  }

  @Test(arguments: [
    ("criterion\n", "the header has no column 'verdict'; it has 'criterion'"),
    ("", "the header has no column 'criterion'; it has ''"),
    (
      "criterion\tverdict\ncalm\tgood\n",
      "line 2: 'good' is no verdict; met, partly, missed, breached or n/a is"
    ),
    ("criterion\tverdict\ncalm\n", "line 2: 1 fields where the header has 2"),
    (
      "criterion\tverdict\tcause\ncalm\tmet\tfate\n",
      "line 2: 'fate' is no cause; knowledge, skill, process, tool, will or scenario defect is"
    ),
  ])
  func `says what is wrong and takes nothing then`(_ table: String, _ message: String) {
    let failure = #expect(throws: MarksFile.Unusable.self) { try rows(table) }
    #expect(failure?.description == message)
  }

  @Test func `reads a verdict as people write it`() {
    let words = ["m", "MET", "p", "mi", "missed", "breach", "n/a", "N-A", "not applicable", "", "x", "metal"]
    #expect(
      words.map(Verdict.init(spelled:)) == [
        .met, .met, .partly, .missed, .missed, .breached, .notApplicable, .notApplicable, .notApplicable, nil,
        nil, nil,
      ])
  }
}
