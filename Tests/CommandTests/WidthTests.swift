import Testing
import TouchpointTesting

/// What is shown at windows of other widths than the usual.
@Suite(.serialized) struct `A window of any width` {
  private let replies = """
    I am so sorry that your parcel is late, may I have your full name, and then I shall look at it with you now
    to sum up, a new parcel is on its way and it will be with you on Friday before noon, so you need do nothing

    """

  @Test func `keeps the strokes under their words`() throws {
    let program = try Program()
    let path = try program.write(Program.small, to: "small.yaml")
    _ = try program.run(["play", path, "--seed", "7"], input: replies)
    for columns in [40, 60, 120] { try keepsStrokes(program, columns) }
  }

  private func keepsStrokes(_ program: Program, _ columns: Int) throws {
    let terminal = try program.open(["debrief", "last", "--criterion", "clarity"], columns: columns)
    #expect(terminal.waitForExit() == .status(0))
    let lines = terminal.screen.filledLines
    let strokes = lines.indices.filter { lines[$0].contains("^^") }
    #expect(!strokes.isEmpty)
    for stroke in strokes {
      #expect(lines[stroke].hasPrefix("           | "), "\(lines[stroke])")
      #expect(lines[stroke - 1].dropFirst(11).hasPrefix("| "), "\(lines[stroke - 1])")
    }
    #expect(lines.allSatisfy { $0.count <= columns })
  }

  @Test func `breaks lists between words`() throws {
    let program = try Program()
    let terminal = try program.open(["scenarios"], columns: 40)
    #expect(terminal.waitForExit() == .status(0))
    let lines = terminal.screen.filledLines
    #expect(lines.contains { $0.hasPrefix("  ") })
    let words = Set(try program.run(["scenarios"]).output.split(whereSeparator: \.isWhitespace))
    #expect(lines.joined(separator: " ").split(separator: " ").allSatisfy { words.contains($0) })
  }
}
