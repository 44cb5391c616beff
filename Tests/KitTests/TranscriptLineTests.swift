import Testing

@testable import TouchpointKit

@Suite struct `A line of JSON that is no talk` {
  private func fault(_ bytes: [UInt8]) -> String? {
    let error = #expect(throws: WrittenTranscript.Unusable.self) {
      let _: WrittenTranscript = try JSONLine.decode(bytes)
    }
    return error?.description
  }

  @Test(arguments: [
    ("", "the line is empty"),
    (" \t\r", "the line is empty"),
    ("{\u{0}}", "byte 2 is NUL, so this is no UTF-8 text; is it UTF-16, or a damaged file?"),
    ("hello", "it is not JSON from byte 1 on: hello"),
    ("{\"turns\": [", "it is not JSON: it ends in the middle, after byte 11"),
    ("{\"turns\": []} {}", "it is not JSON from byte 15 on: {}"),
    ("{\"turns\": [1 2]}", "it is not JSON from byte 14 on: 2]}"),
    ("{'turns': []}", "it is not JSON from byte 2 on: 'turns': []}"),
    ("{\"id\": \"a, \"turns\": []}", "it is not JSON from byte 13 on: turns\": []}"),
    ("]]]]", "it is not JSON from byte 1 on: ]]]]"),
    ("\"", "it is not JSON: it ends in the middle, after byte 1"),
    ("\"\\", "it is not JSON from byte 1 on: \"\\"),
    ("[]", "the line must be an object: {…}"),
    ("3", "the line must be an object: {…}"),
    ("{}", "'turns' is missing"),
    ("{\"turns\": null}", "'turns' must be a list: […], not null"),
    ("{\"turns\": {}}", "'turns' must be a list: […]"),
    ("{\"turns\": [3]}", "'turns[0]' must be an object: {…}"),
    ("{\"turns\": [{\"text\": \"x\"}]}", "'turns[0].speaker' is missing"),
    ("{\"turns\": [{\"speaker\": \"agent\", \"text\": 5}]}", "'turns[0].text' must be a text in quotes"),
    (
      "{\"turns\": [{\"speaker\": \"agent\", \"time\": \"12\"}]}",
      "'turns[0].time' must be a number without quotes"
    ),
    ("{\"turns\": [{\"speaker\": \"agent\", \"time\": 1e999}]}", "it is not JSON from byte 41 on: 1e999}]}"),
    ("{\"id\": 7, \"turns\": []}", "'id' must be a text in quotes"),
    ("{\"ended\": \"yes\", \"turns\": []}", "'ended' must be true or false"),
    ("{\"id\": \"a\", \"turns\": [], \"id\": \"b\"}", "byte 27: 'id' is given twice; keep one"),
  ])
  func `says what is wrong with it`(_ line: String, _ message: String) {
    #expect(fault(Array(line.utf8)) == message)
  }

  @Test func `names the first byte that is no UTF-8`() {
    #expect(
      fault(Array("{\"id\": \"é".utf8) + [0xFF] + Array("\"}".utf8))
        == "byte 11 is no UTF-8; save the file as UTF-8")
    #expect(fault([0xE2, 0x82]) == "byte 1 is no UTF-8; save the file as UTF-8")
  }

  @Test(arguments: ["[", "{\"a\":", "[[{\"turns\":"])
  func `nested a hundred thousand levels deep is refused at the seventeenth`(_ opening: String) {
    let line = [[UInt8]](repeating: Array(opening.utf8), count: 100_000).flatMap { $0 }
    #expect(fault(line)?.hasSuffix("brackets nest deeper than 16 levels; a talk needs four") == true)
  }

  @Test func `may give one key in several turns`() throws {
    let line = #"{"turns": [{"speaker": "agent", "text": "\"a\": {"}, {"speaker": "agent", "text": "b"}]}"#
    let written: WrittenTranscript = try JSONLine.decode(Array(line.utf8))
    #expect(written.turns.map(\.text) == ["\"a\": {", "b"])
  }
}

@Suite struct `Lines cut from a stream` {
  private func lines(_ text: String, limit: Int = 100, pieces: Int) -> [String] {
    var cutter = LineCutter(limit: limit)
    let bytes = Array(text.utf8)
    var lines: [LineCutter.Line] = []
    for start in stride(from: 0, to: bytes.count, by: pieces) {
      lines += cutter.feed(bytes[start..<min(start + pieces, bytes.count)])
    }
    lines += cutter.finish().map { [$0] } ?? []
    return lines.map { line in
      "\(line.number):"
        + (line.tooLong.map { "too long, \($0)" } ?? String(decoding: line.bytes, as: UTF8.self))
    }
  }

  @Test(arguments: 1...9)
  func `are the same whatever the pieces`(_ pieces: Int) {
    #expect(
      lines("\u{FEFF}one\r\n\n two \r\nfour\rx\r\nlast", pieces: pieces)
        == ["1:one", "2:", "3: two ", "4:four\rx", "5:last"])
    #expect(lines("", pieces: pieces) == [])
    #expect(lines("\n", pieces: pieces) == ["1:"])
  }

  @Test(arguments: 1...9)
  func `are refused beyond the limit, and the next one is read`(_ pieces: Int) {
    #expect(
      lines("1234\n12345\n1\n123456789", limit: 4, pieces: pieces)
        == ["1:1234", "2:too long, 5", "3:1", "4:too long, 9"])
  }
}
