import Domain
import Testing

@testable import Authoring

@Suite struct `Small values` {
  @Test(arguments: [
    ("90s", 90_000), ("2m", 120_000), ("1h", 3_600_000), ("3d", 259_200_000), ("1m 30s", 90_000),
    ("1m30s", 90_000), ("0s", 0), ("2 m", 120_000),
  ])
  func `durations have a unit`(_ text: String, _ milliseconds: Int) throws {
    #expect(try Milliseconds.reading(text) == Milliseconds(milliseconds))
  }

  @Test(arguments: [
    ("90", "write its unit: 90s or 90m"), ("2min", "write 2m"), ("5 hours", "write 5h"),
    ("soon", "a duration is a number with its unit: 90s, 2m, 1h or 3d"),
    ("-5s", "a duration is a number with its unit: 90s, 2m, 1h or 3d"),
    ("9999999999999999999999s", "a duration is a number with its unit: 90s, 2m, 1h or 3d"),
    ("99999999d", "a duration is a number with its unit: 90s, 2m, 1h or 3d"),
    ("", "a duration is a number with its unit: 90s, 2m, 1h or 3d"),
  ])
  func `other durations are refused with a mend`(_ text: String, _ help: String) {
    let problem = #expect(throws: ReadingProblem.self) { try Milliseconds.reading(text) }
    #expect(problem?.help == help)
  }

  @Test(arguments: [
    ("trust +8 satisfaction -6", ["trust 8", "satisfaction -6"]),
    ("trust +8, satisfaction -6", ["trust 8", "satisfaction -6"]),
    ("patience -12", ["patience -12"]),
    ("trust + 8", []), ("trust+8", ["trust 8"]), ("trust 8", []), ("+8", []), ("trust", []), ("", []),
    ("trust +101", []), ("trust +-8", []), ("trust +99999999999999999999", []),
  ])
  func `steps of the mood are signed`(_ text: String, _ steps: [String]) {
    let read = try? GaugeStepDraft.reading(.bare(text)).map { "\($0.gauge.text) \($0.amount)" }
    #expect(read ?? [] == steps)
  }

  @Test func `a step without its sign is shown with both`() {
    let problem = #expect(throws: ReadingProblem.self) { try GaugeStepDraft.reading(.bare("trust 8")) }
    #expect(problem?.help == "write trust +8 or trust -8")
  }

  @Test func `ranges run forwards and stay inside their bounds`() throws {
    #expect(try ClosedRange.reading("90..100", within: 0...100) == 90...100)
    #expect(try ClosedRange.reading("70", within: 0...100) == 70...70)
    for (text, help) in [
      ("90..80", "write 80..90"), ("0..120", "write 0..100"), ("a..b", ""), ("..", ""), ("1..2..3", ""),
      ("90-100", ""), ("-5", "write 0..0"),
    ] {
      let problem = #expect(throws: ReadingProblem.self) { try ClosedRange.reading(text, within: 0...100) }
      if !help.isEmpty { #expect(problem?.help == help) }
    }
  }

  @Test func `difficulty is one to five of five`() throws {
    #expect(try Int.readingDifficulty("3 of 5") == 3)
    for text in ["0 of 5", "6 of 5", "3", "3 of 4", "of 5", "three of 5", ""] {
      #expect(throws: ReadingProblem.self) { try Int.readingDifficulty(text) }
    }
  }

  @Test func `names are cut where their separators stand`() {
    let names = NameListText.names(in: .bare("resend or lookup order"), separatedBy: [" or ", ","])
    #expect(names.map(\.text) == ["resend", "lookup order"])
    #expect(names.map(\.place.span.start.column) == [1, 11])
    let route = NameListText.names(in: .bare("bot->chat"), separatedBy: ["->"])
    #expect(route.map(\.text) == ["bot", "chat"])
    #expect(NameListText.names(in: .bare(" -> "), separatedBy: ["->"]).isEmpty)
  }
}
