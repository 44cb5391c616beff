import Foundation
import Testing

@testable import Language

@Suite struct `Words that stand for themselves` {
  @Test(arguments: [
    "thank you so much", "i'm sorry", "don't you dare", "it's late", "let's go on", "you'll ring us",
    "rock'n'roll", "gonna", "dunno", "reasonable", "late late late", "", " ", "  sorry  about that ",
  ])
  func `are the tokens of a reply`(_ text: String) {
    var words = PlainWords(.normal)
    var stems = PlainWords(.stem)
    let tokens = Reply.tokens(of: text)
    for _ in 0..<2 {
      if let plain = words.words(of: text) { #expect(plain == tokens.map(\.normal)) }
      if let plain = stems.words(of: text) { #expect(plain == tokens.map(\.stem)) }
    }
  }

  @Test func `are the tokens of a reply in every phrase of the lists`() throws {
    let folder =
      #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/scoring/lexicons/"
    var words = PlainWords(.stem)
    var count = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) where file.hasSuffix(".txt") {
      for line in try String(contentsOfFile: folder + file, encoding: .utf8).split(separator: "\n") {
        guard let plain = words.words(of: String(line)) else { continue }
        let tokens = Reply.tokens(of: String(line))
        #expect(plain == tokens.map(\.stem), "\(file): \(line)")
        #expect(tokens.allSatisfy { $0.isWordLike && $0.value == nil }, "\(file): \(line)")
        count += 1
      }
    }
    #expect(count > 3_000)
  }

  @Test(arguments: [
    "ten pounds", "half past three", "a", "tomorrow", "I am", "it's 5", "the lid's cracked", "askin'",
    "'cause",
    "they go send it", "café", "e-mail", "why?", "mr. white",
  ])
  func `are left to the reading of replies where a neighbour may change them`(_ text: String) {
    var words = PlainWords(.normal)
    #expect(words.words(of: text) == nil)
  }
}

@Suite struct `A table of names` {
  @Test func `gives numbers in the order the names came, and finds them again`() {
    var table = NameTable()
    let names = (0..<3_000).map { String(repeating: "n", count: $0 % 40) + "\($0)" } + ["", "é", "a\nb"]
    for (number, name) in names.enumerated() {
      #expect(table[name] == nil)
      #expect(table.insert(name) == number)
    }
    #expect(names.indices.allSatisfy { table[names[$0]] == $0 && table.name($0) == names[$0] })
    #expect(names.indices.allSatisfy { table.insert(names[$0]) == $0 })
    #expect(table.count == names.count)
    #expect(table["n"] == nil)
  }

  @Test func `without names finds none`() {
    #expect(NameTable()["word"] == nil)
    #expect(NameTable()[""] == nil)
  }
}

@Suite struct `Fields of a table` {
  @Test func `are what stands between tabs, notes and empty lines left out`() {
    var reader = FieldReader(Array("# note\n\na\tb\n#c\n\td\t\n\nlast".utf8))
    var rows: [[String]] = []
    var lines: [Int] = []
    while reader.nextLine() {
      lines.append(reader.line)
      var row: [String] = []
      while let field = reader.nextField() { row.append(reader.text(field)) }
      rows.append(row)
    }
    #expect(rows == [["a", "b"], ["#c"], ["", "d", ""], ["last"]])
    #expect(lines == [3, 4, 5, 7])
  }

  @Test func `that nobody asks for are passed over`() {
    var reader = FieldReader(Array("a\tb\tc\nd\n".utf8))
    #expect(reader.nextLine() && reader.nextLine())
    #expect(reader.nextField().map(reader.text) == "d")
    #expect(reader.nextField() == nil)
    #expect(!reader.nextLine() && !reader.nextLine())
  }

  @Test(arguments: [
    "0", "-0", "1", "-1.703", "0.7", "123456789012345", "1234567890.12345", "9007199254740993", "1e3",
    "0.1e-3",
    "x", "1x", "--1", "12345678901234567890123", "0.30000000000000004",
  ])
  func `are the numbers the standard library reads`(_ text: String) {
    let reader = FieldReader(Array(text.utf8))
    #expect(reader.number(0..<text.utf8.count)?.bitPattern == Double(text)?.bitPattern)
  }

  @Test(arguments: ["", "-", ".", "-."])
  func `without a digit are no numbers`(_ text: String) {
    #expect(FieldReader(Array(text.utf8)).number(0..<text.utf8.count) == nil)
  }
}
