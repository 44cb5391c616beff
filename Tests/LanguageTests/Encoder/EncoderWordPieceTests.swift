import Glibc
import Testing

@testable import Language

@Suite struct `Word pieces` {
  let tokenizer: WordPiece

  init() throws {
    tokenizer = try #require(EncoderFixtures.encoders.tokenizer)
  }

  private func pieces(_ text: String) -> [String] {
    tokenizer.pieces(of: text).tokens.map { tokenizer.text(of: $0.id) }
  }

  private func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return tokenizer.pieces(of: text).tokens.map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }

  @Test func `are the ones Hugging Face's tokeniser gives`() throws {
    let rows = try EncoderFixtures.golden("tokens.tsv")
    #expect(rows.count > 250)
    for row in rows {
      let expected = row[1].split(separator: " ").compactMap { Int32($0) }
      let found = tokenizer.pieces(of: EncoderFixtures.unescaped(row[0])).tokens.map(\.id)
      #expect(found == expected, "\(row[0])")
    }
  }

  @Test func `take long words apart`() {
    #expect(pieces("I'm unrefundable!") == ["i", "'", "m", "un", "##re", "##fu", "##nda", "##ble", "!"])
  }

  @Test func `know where they stand in the text as it was given`() {
    #expect(words("  Sorry, ÉTÉ\u{301}!") == ["Sorry", ",", "ÉT", "É\u{301}", "!"])
    #expect(words("a\u{0}b 한국 中文") == ["a\u{0}b", "한", "한", "한", "국", "국", "국", "中", "文"])
  }

  @Test func `of a control token's name are those of any other word`() {
    #expect(pieces("[SEP]") == ["[", "sep", "]"])
  }

  @Test func `of a word with more than a hundred letters are one unknown`() {
    let long = String(repeating: "é", count: 101)
    #expect(tokenizer.pieces(of: long).tokens == [WordPieceToken(id: 100, range: 0..<202)])
    #expect(tokenizer.pieces(of: String(repeating: "é", count: 100)).tokens.count > 1)
  }

  @Test func `stop at the limit and say so`() {
    let all = tokenizer.pieces(of: "one two three four")
    #expect(all.tokens.count == 4 && !all.isCut)
    let two = tokenizer.pieces(of: "one two three four", limit: 2)
    #expect(two == WordPieces(tokens: Array(all.tokens.prefix(2)), isCut: true))
    #expect(tokenizer.pieces(of: "one two", limit: 2).isCut == false)
    #expect(tokenizer.pieces(of: "one two  ", limit: 2).isCut == false)
    #expect(tokenizer.pieces(of: "unrefundable", limit: 2).tokens.count == 2)
    #expect(tokenizer.pieces(of: "one", limit: 0) == WordPieces(tokens: [], isCut: true))
  }

  @Test func `stand in order inside the text, whatever the bytes`() {
    var dice = EncoderDice(state: 4412)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...60, using: &dice)).map { _ in
        UInt8.random(in: 0...255, using: &dice)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let ranges = tokenizer.pieces(of: text).tokens.map(\.range)
      #expect(ranges.allSatisfy { !$0.isEmpty && $0.upperBound <= text.utf8.count }, "seed 4412")
      #expect(ranges.map(\.lowerBound) == ranges.map(\.lowerBound).sorted(), "seed 4412")
    }
  }
}

/// Asked by scoring/build/parity.py: tokenises a file of texts written as hexadecimal bytes.
@Suite(.enabled(if: getenv("TOUCHPOINT_PARITY_TEXTS") != nil)) struct ParityWithHuggingFace {
  @Test func `writes the ids of every text`() throws {
    let tokenizer = try #require(EncoderFixtures.encoders.tokenizer)
    let texts = try #require(getenv("TOUCHPOINT_PARITY_TEXTS"))
    let given = try EncoderFixtures.bytes(of: String(cString: texts))
    let ids = try #require(getenv("TOUCHPOINT_PARITY_IDS"))
    let made = try #require(fopen(ids, "w"))
    defer { fclose(made) }
    for line in given.split(separator: 10, omittingEmptySubsequences: false).dropLast() {
      let text = String(decoding: Self.bytes(line), as: UTF8.self)
      let ids = tokenizer.pieces(of: text).tokens.map { String($0.id) }
      fputs(ids.joined(separator: " ") + "\n", made)
    }
  }

  private static func bytes(_ hexadecimal: ArraySlice<UInt8>) -> [UInt8] {
    let digits = hexadecimal.map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
