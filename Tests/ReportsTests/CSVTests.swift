import Domain
import Testing

@testable import Reports

/// A strict reader of RFC 4180: nil for anything the grammar does not allow.
func parseCSV(_ text: String) -> [[String]]? {
  var rows: [[String]] = []
  var row: [String] = []
  var rest = Array(text.unicodeScalars)[...]
  while !rest.isEmpty {
    var field = String.UnicodeScalarView()
    if rest.first == "\"" {
      rest = rest.dropFirst()
      while true {
        guard let scalar = rest.popFirst() else { return nil }
        if scalar == "\"" {
          guard rest.first == "\"" else { break }
          rest = rest.dropFirst()
        }
        field.append(scalar)
      }
    } else {
      while let scalar = rest.first, scalar != ",", scalar != "\r" {
        guard scalar != "\"", scalar != "\n" else { return nil }
        field.append(scalar)
        rest = rest.dropFirst()
      }
    }
    row.append(String(field))
    if rest.first == "," {
      rest = rest.dropFirst()
    } else {
      guard rest.starts(with: ["\r", "\n"]) else { return nil }
      rest = rest.dropFirst(2)
      rows.append(row)
      row = []
    }
  }
  return row.isEmpty ? rows : nil
}

private func sheet(_ cells: [Cell]) -> Report {
  Report(
    name: "r", title: "R", asOf: now,
    sheets: [
      Sheet(
        name: "s", title: "S", columns: [Column("value", "V"), Column("n", "N")],
        rows: cells.map { [$0, .number(-1)] })
    ])
}

private func text(_ report: Report, _ reader: CSVReport.Reader) -> String {
  String(decoding: CSVReport(reader).bytes(of: report), as: UTF8.self)
}

@Suite struct `Comma-separated values` {
  @Test func `write every cell in its one form`() {
    let cells: [Cell] = [
      .missing, .text("a,\"b\"\nc"), .texts(["x", "=y"]), .texts([]), .number(-5, decimals: 2), .number(.min),
      .number(.min, decimals: 3), .number(12_345, decimals: 3), .flag(true), .flag(false), .moment(now),
      .level(SkillEstimate(level: 10_000, standing: .measured), marks: 5),
      .level(SkillEstimate(level: 10_000, standing: .tooFew), marks: 2), .text(" x"),
    ]
    #expect(
      text(sheet(cells), .people) == """
        value,n\r
        ,-1\r
        "a,""b""\nc",-1\r
        x | =y,-1\r
        ,-1\r
        -0.05,-1\r
        -9223372036854775808,-1\r
        -9223372036854775.808,-1\r
        12.345,-1\r
        true,-1\r
        false,-1\r
        2026-11-22T09:30:00Z,-1\r
        100.00,-1\r
        ,-1\r
        " x",-1\r

        """)
  }

  @Test(arguments: hostileTexts, [CSVReport.Reader.people, .exact, .excel])
  func `stay well formed and lose nothing`(_ hostile: String, _ reader: CSVReport.Reader) throws {
    let written = text(sheet([.text(hostile)]), reader)
    let body = reader == .excel ? String(written.unicodeScalars.dropFirst()) : written
    let rows = try #require(parseCSV(body))
    #expect(rows.map(\.count) == [2, 2])
    let value = Array(rows[1][0].unicodeScalars)
    switch reader {
    case .exact: #expect(value == Array(hostile.unicodeScalars))
    case .people, .excel:
      #expect(value.allSatisfy { $0 == "\n" || $0 == "\t" || !ShownText.isHidden($0) })
      if hostile.unicodeScalars.allSatisfy({ !ShownText.isHidden($0) }) {
        let guarded = value == ["'"] + Array(hostile.unicodeScalars)
        #expect(guarded || value == Array(hostile.unicodeScalars))
      }
    }
  }

  @Test(arguments: [
    "=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "\u{0}=1", "＝1", "＋1", "－1", "＠1", " =1", "'=1", "''=1",
    "\u{A0}=1",
  ])
  func `start no formula in a spreadsheet`(_ formula: String) throws {
    let rows = try #require(parseCSV(text(sheet([.text(formula)]), .people)))
    #expect(rows[1][0].unicodeScalars.first == "'")
    #expect(rows[1][0].unicodeScalars.count > formula.unicodeScalars.count)
  }

  @Test(arguments: ["a=1", "'tis", "", "1+1", "x@y", "'"])
  func `leave other texts alone`(_ plain: String) throws {
    let rows = try #require(parseCSV(text(sheet([.text(plain)]), .people)))
    #expect(rows[1][0] == plain)
  }

  @Test func `begin with a byte order mark for Excel alone`() {
    #expect(Array(CSVReport(.excel).bytes(of: sheet([])).prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(text(sheet([]), .people) == "value,n\r\n")
  }
}
