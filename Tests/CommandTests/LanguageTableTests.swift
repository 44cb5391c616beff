import Foundation
import Testing

@Suite struct `touchpoint language over tables` {
  private static let examples =
    "label\ttext\nsorry\tI am sorry.\nsorry\tApologies.\nthanks\tThank you.\nthanks\tMany thanks.\n"

  private func moves(_ examples: String, _ input: String, _ more: [String] = []) throws -> Program.Run {
    let program = try Program()
    let path = try program.write(examples, to: "ex.tsv")
    return try program.run(
      ["language", "moves", "--examples", path, "--input", "-", "--output", "-", "--tier", "phrase"] + more,
      input: input)
  }

  @Test func `standard input is read and standard output written`() throws {
    let run = try moves(Self.examples, "text\nMany thanks.\n")
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.split(separator: "\n").last?.hasPrefix("thanks\t") == true)
  }

  @Test(arguments: ["moves", "states", "tone"])
  func `a table that lacks a column ends every command alike`(_ command: String) throws {
    let program = try Program()
    let path = try program.write(Self.examples, to: "ex.tsv")
    let more = command == "moves" ? ["--examples", path] : []
    let run = try program.run(
      ["language", command, "--input", "-", "--output", "-", "--tier", "phrase"] + more,
      input: "Wrong\nx\n")
    let column = command == "states" ? "fact" : "text"
    #expect(run.status == 1 && run.output == "")
    #expect(
      run.errors == "touchpoint: standard input: the header has no column '\(column)'; it has 'Wrong'\n")
  }

  @Test func `lines that end in a carriage return alone are read`() throws {
    let run = try moves(Self.examples, "text\rMany thanks.\rI am sorry.\r", ["--always"])
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").map { $0.prefix(6) } == ["label\t", "thanks", "sorry\t"])
  }

  @Test(arguments: ["label\ttext\n", "label\ttext\nnone\tHello.\n"])
  func `examples without a move are refused`(_ examples: String) throws {
    let run = try moves(examples, "text\nHello.\n", ["--always"])
    #expect(run.status == 1 && run.output == "")
    #expect(run.errors.hasPrefix("touchpoint: /"))
    #expect(run.errors.hasSuffix("ex.tsv: no move has an example\n"))
  }

  @Test func `a label that is no name is refused with its line`() throws {
    let run = try moves(Self.examples + "\tHello.\na,b\tBye.\nthanks\t \n", "text\nMany thanks.\n")
    #expect(run.status == 1)
    #expect(
      run.errors.split(separator: "\n").compactMap { $0.split(separator: "/").last } == [
        "ex.tsv:6: the label is empty", "ex.tsv:7: the label 'a,b' has a comma, which parts labels",
        "ex.tsv:8: the text is empty",
      ])
    #expect(run.output.split(separator: "\n").count == 2)
  }
}
