import Domain
import FoundationEssentials
import Testing

@testable import Reports

@Suite struct `A report format` {
  let sessions = [
    session(
      "a1", of: "Ada Lovelace",
      shares: ["accuracy": [9_000, 8_000, 7_000, 7_500, 7_500], "empathy": [6_000, 6_100, 6_200]]),
    session("b1", of: "Bo", shares: ["accuracy": [10_000, 10_000], "tone": [0, 0, 0, 0, 0]]),
    session("b2", of: "Bo", style: .guided, shares: ["accuracy": [0]]),
    session("b3", of: "Bo", result: .unfinished),
  ]

  private var team: Report {
    TeamReport.report(Rollup(sessions, asOf: now), provenance: [Provenance("journal_head", "4:ab")])
  }

  private func hostileReport() -> Report {
    let sessions = hostileTexts.enumerated().map { index, text in
      var one = session("s\(index)", of: text, shares: ["accuracy": [1, 2, 3], "tone": [5]])
      one.scenario = text
      one.scenarioTitle = text
      one.scorecard.marks[3].skill = text
      one.scorecard.marks[2].evidence.quotes = [Quote(turn: 0, range: TextRange(0, 9_999), role: .lost)]
      one.transcript.turns[0].content = .words(text)
      return one
    }
    var report = TeamReport.report(
      Rollup(sessions, asOf: now), provenance: [Provenance("x", hostileTexts[0])])
    report.sheets += SessionsExport.report(sessions, asOf: now).sheets
    report.sheets += MarksExport.report(sessions, asOf: now).sheets
    return report
  }

  @Test func `has a keyword of its own and gives the same bytes twice`() {
    let formats = ReportFormatCatalog.standard.formats
    #expect(formats.map(\.keyword) == ["text", "csv", "csv-exact", "csv-excel", "json"])
    for format in formats {
      #expect(ReportFormatCatalog.standard[format.keyword]?.keyword == format.keyword)
      #expect(format.bytes(of: team) == format.bytes(of: team))
      #expect(!format.summary.isEmpty)
      let empty = Report(name: "e", title: "E", asOf: .min, sheets: [])
      _ = format.bytes(of: empty)
      _ = format.bytes(of: TeamReport.report(Rollup([], asOf: .max)))
    }
    #expect(ReportFormatCatalog.standard["xlsx"] == nil)
  }

  @Test func `lets no hidden byte reach a screen`() {
    let report = hostileReport()
    for format in ReportFormatCatalog.standard.formats where format.keyword != "csv-exact" {
      for sheet in report.sheets {
        guard let single = report.only(sheet.name) else { continue }
        let text = String(decoding: format.bytes(of: single), as: UTF8.self)
        let allowed: Set<Unicode.Scalar> = format.holdsOneSheet ? ["\n", "\r", "\t", "\u{FEFF}"] : ["\n"]
        let hidden = text.unicodeScalars.filter { ShownText.isHidden($0) && !allowed.contains($0) }
        #expect(hidden.isEmpty, "\(format.keyword) \(sheet.name)")
      }
    }
  }

  @Test(arguments: [40, 80, 132]) func `in text keeps to its width whatever the names`(_ columns: Int) {
    let bytes = TextReport(columns: columns).bytes(of: hostileReport())
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      #expect(ShownText.width(String(line)) <= columns, "\(line)")
    }
  }

  @Test func `in text reads so`() {
    let text = String(decoding: TextReport().bytes(of: team), as: UTF8.self)
    #expect(
      text == """
        Team report
        as of 2026-11-22T09:30:00Z

        People and skills: share of the points earned
                      accuracy    empathy     tone
        Ada Lovelace  ▇ 78% prov  ▅ 61% prov  ·
        Bo            ?           ·           ▁ 0% prov

        ▁▂▃▄▅▆▇█ from low to high; prov: provisional, fewer than 5 marks, 3 sessions or
        2 scenarios; ?: 1 or 2 marks, no number; ·: no marks

        People: sessions
        Trainee       Measured  Passed  Practice  Left early  Last session
        ------------  --------  ------  --------  ----------  ----------------
        Ada Lovelace  1         1       0         0           2026-11-21 09:30
        Bo            1         1       1         1           2026-11-21 09:30

        People: share of sessions without an error that hurts so
          nothing yet

        Skills: the people measured
        Skill     Median %  Measured  People
        --------  --------  --------  ------
        accuracy  ·         0         2
        empathy   ·         0         2
        tone      ·         0         2

        What this report cannot tell you
          - cells with fewer than 3 marks, without a number: 3 of 6
          - provisional cells, of fewer than 5 marks, 3 sessions or 2 scenarios: 3 of 6
          - no median stands for fewer than 3 people measured
          - practice is not measured: guided sessions left out: 1
          - sessions left before an ending are not measured: 1
          - levels are plain means of points earned: difficulty, learning and forgetting
            are not allowed for
          - marks of one session hang together: many marks of few sessions say less than
            they seem to
          - marks come from written rules about words; how far people would agree with
            them is not measured here

        model: plain means
        journal_head: 4:ab

        """)
  }

  @Test func `in text without UTF-8 is ASCII`() {
    #expect(TextReport(drawing: .ascii).bytes(of: team).allSatisfy { $0 < 0x7F })
  }

  @Test func `in JSON reads so`() {
    let text = String(decoding: JSONReport().bytes(of: team), as: UTF8.self)
    #expect(
      text == #"""
        {
          "report": "team",
          "title": "Team report",
          "as_of": "2026-11-22T09:30:00Z",
          "provenance": {"model": "plain means", "journal_head": "4:ab"},
          "limits": [
            "cells with fewer than 3 marks, without a number: 3 of 6",
            "provisional cells, of fewer than 5 marks, 3 sessions or 2 scenarios: 3 of 6",
            "no median stands for fewer than 3 people measured",
            "practice is not measured: guided sessions left out: 1",
            "sessions left before an ending are not measured: 1",
            "levels are plain means of points earned: difficulty, learning and forgetting are not \#
        allowed for",
            "marks of one session hang together: many marks of few sessions say less than they seem \#
        to",
            "marks come from written rules about words; how far people would agree with them is not \#
        measured here"
          ],
          "sheets": {
            "cells": [
              {"trainee": "Ada Lovelace", "skill": "accuracy", "level": 78.00, "standing": "provisional", \#
        "n_marks": 5, "n_sessions": 1, "last_at": "2026-11-21T09:30:00Z"},
              {"trainee": "Ada Lovelace", "skill": "empathy", "level": 61.00, "standing": \#
        "provisional", "n_marks": 3, "n_sessions": 1, "last_at": "2026-11-21T09:30:00Z"},
              {"trainee": "Ada Lovelace", "skill": "tone", "level": null, "standing": "none", \#
        "n_marks": 0, "n_sessions": 0, "last_at": null},
              {"trainee": "Bo", "skill": "accuracy", "level": null, "standing": "too few", "n_marks": \#
        2, "n_sessions": 1, "last_at": "2026-11-21T09:30:00Z"},
              {"trainee": "Bo", "skill": "empathy", "level": null, "standing": "none", "n_marks": 0, \#
        "n_sessions": 0, "last_at": null},
              {"trainee": "Bo", "skill": "tone", "level": 0.00, "standing": "provisional", "n_marks": 5, \#
        "n_sessions": 1, "last_at": "2026-11-21T09:30:00Z"}
            ],
            "people": [
              {"trainee": "Ada Lovelace", "n_measured": 1, "n_passed": 1, "n_practice": 0, \#
        "n_unfinished": 0, "last_at": "2026-11-21T09:30:00Z"},
              {"trainee": "Bo", "n_measured": 1, "n_passed": 1, "n_practice": 1, "n_unfinished": 1, \#
        "last_at": "2026-11-21T09:30:00Z"}
            ],
            "accuracies": [],
            "skills": [
              {"skill": "accuracy", "median_level": null, "n_measured": 0, "n_people": 2},
              {"skill": "empathy", "median_level": null, "n_measured": 0, "n_people": 2},
              {"skill": "tone", "median_level": null, "n_measured": 0, "n_people": 2}
            ]
          }
        }

        """#)
  }

  @Test func `in JSON gives a program the very text`() throws {
    struct Document: Decodable { var sheets: [String: [[String: String?]]] }
    let report = Report(
      name: "r", title: "R", asOf: now,
      sheets: [
        Sheet(name: "s", title: "S", columns: [Column("v", "V")], rows: hostileTexts.map { [.text($0)] })
      ])
    let decoded = try JSONDecoder().decode(Document.self, from: Data(JSONReport().bytes(of: report)))
    let values = decoded.sheets["s"]?.map { Array(($0["v"] ?? nil)?.unicodeScalars ?? "".unicodeScalars) }
    #expect(values == hostileTexts.map { Array($0.unicodeScalars) })
  }

  @Test func `in text names skills without any number below the grid`() {
    let one = session(
      "a", of: "Ada", shares: ["clarity": [5_000, 5_000, 5_000], "tone": [1], "care": [1, 2]])
    let text = String(
      decoding: TextReport().bytes(of: TeamReport.report(Rollup([one], asOf: now))), as: UTF8.self)
    #expect(text.contains("\nAda       ▅ 50% prov\n\ntoo few marks for any number: care, tone\n"))
  }

  @Test func `of two people whose names look alike keeps them apart`() {
    let names = ["a\u{1B}", "a\\u{1B}"]
    let sessions = names.map { session($0, of: $0, shares: ["tone": [5_000, 5_000, 5_000]]) }
    let text = String(
      decoding: TextReport().bytes(of: TeamReport.report(Rollup(sessions, asOf: now))), as: UTF8.self)
    #expect(text.split(separator: "\n").count { $0.contains("50% prov") } == 2)
  }
}

@Suite struct `An export` {
  private func csv(_ report: Report) -> String {
    String(decoding: CSVReport().bytes(of: report), as: UTF8.self)
  }

  @Test func `of sessions has one row each, in order of time`() {
    var unfinished = session("b", of: "Bo", at: now - 2 * day, result: .unfinished)
    unfinished.transcript.conclusion = nil
    unfinished.scorecard.rubrics = []
    unfinished.scorecard.breaches = [
      Breach(rule: "no-promise", title: "", quote: nil, turn: 0, because: "kb-1"),
      Breach(rule: "verify", title: "", quote: nil, turn: 0, because: "kb-2"),
    ]
    var zeroed = session("a", of: "=Ada")
    zeroed.scorecard.accuracy = Accuracy(customer: true, compliance: false)
    (zeroed.scorecard.isZeroed, zeroed.scorecard.tier) = (true, "main")
    let report = SessionsExport.report(
      [zeroed, unfinished], asOf: now, disputed: ["a": 2],
      settled: ["a": Settlement(scorecard: zeroed.scorecard, upheld: ["tone": .met])])
    #expect(
      csv(report) == """
        session,trainee,scenario,title,started_at,active_s,mode,style,seed,replies,hints,ending,outcome,goal_met,\
        quality,pass_mark,result,breaches,csat,scenario_digest,rubric_digest,breached_rules,\
        customer_error_free,business_error_free,compliance_error_free,counted,tier,disputed,upheld,judged_anew,\
        counted_result\r
        b,Bo,late-birthday-parcel,The late parcel,2026-11-20T09:30:00Z,61.500,exam,free,18446744073709551615,4,1,\
        ,,,91.50,80,unfinished,2,,d1,,no-promise | verify,,,,91.50,,0,0,0,unfinished\r
        a,'=Ada,late-birthday-parcel,The late parcel,2026-11-21T09:30:00Z,61.500,exam,free,18446744073709551615,4,\
        1,calm,success,false,91.50,80,passed,0,4,d1,r1 | r2,,true,,false,0.00,main,2,1,0,passed\r

        """)
  }

  @Test func `of marks quotes the trainee's words, and nothing for a quote that points nowhere`() {
    var one = session("a", of: "Ada", shares: ["tone": [5_000]])
    let ranges = [(0, 8), (16, 20), (-5, 4), (3, 1), (.max, .max), (.min, .max), (6, 7)]
    one.scorecard.marks[0].evidence.quotes =
      ranges.map { Quote(turn: 0, range: TextRange($0.0, $0.1), role: .earned) }
      + [-1, 1, .max].map { Quote(turn: $0, range: TextRange(0, 1), role: .lost) }
    var decided = one.scorecard
    decided.marks[0].earned = 10_000
    let settlement = Settlement(scorecard: decided, upheld: ["tone-0": .met])
    #expect(
      csv(MarksExport.report([one], asOf: now, settled: ["a": settlement])) == """
        session,trainee,scenario,criterion,skill,verdict,possible,earned,quotes,upheld,counted\r
        a,Ada,late-birthday-parcel,tone-0,tone,partly,100.00,50.00,\
        "I am só | =1+1 | I am | I am só sorry, =1+1 | \u{FFFD}",met,100.00\r

        """)
  }
}
