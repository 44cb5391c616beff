import Authoring
import Diagnostics
import Testing

/// A file that uses all of the notation, for damaging it.
private let whole =
  lateParcel + """

    # a remark

    extra: {a: [b, {c: d}], "e": 'f''g'}
    long: |
      one
       two
    folded: >-
      one
      two
    quoted: "a\\u00e9\\n"
    curly: \u{201C}x\u{201D}
    wide: \u{65E5}\u{672C} \u{1F600}
    """

private func survives(_ bytes: [UInt8]) -> Int {
  let source = SourceFile(path: "x.yaml", bytes: bytes)
  let document = NotationReader.read(source)
  _ = Printer.print(document)
  for finding in document.diagnostics.prefix(3) { _ = DiagnosticText(source).text(finding).plain }
  for finding in document.diagnostics {
    for label in [finding.primary] + finding.others {
      precondition(
        label.span.start.offset <= label.span.end.offset && label.span.end.offset <= source.bytes.count)
      precondition(label.span.start == source.position(at: label.span.start.offset))
    }
  }
  _ = Mending.applyCertain(document.diagnostics, to: source)
  return document.diagnostics.count
}

@Suite struct `A damaged file` {
  @Test func `is read to its end wherever it is cut off`() {
    let bytes = Array(whole.utf8)
    for end in bytes.indices {
      let cut = Array(bytes[..<end])
      if end.isMultiple(of: 16) {
        _ = survives(cut)
      } else {
        _ = NotationReader.read(SourceFile(path: "x.yaml", bytes: cut))
      }
    }
  }

  @Test func `is read whatever byte is changed, added or lost`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed \(seed)")
    var random = SplitMix(seed: seed)
    let bytes = Array(whole.utf8)
    let alphabet =
      Array(" \t\n\r:-#[]{},\"'|>&*!%@`?\\~".utf8) + [0, 0x1B, 0x80, 0xC2, 0xE2, 0xFF, 0xF0, 0x61]
    for _ in 0..<600 {
      var damaged = bytes
      for _ in 0...(random.next() % 4) {
        let place = Int(random.next() % UInt64(damaged.count))
        let byte = alphabet[Int(random.next() % UInt64(alphabet.count))]
        switch random.next() % 3 {
        case 0: damaged[place] = byte
        case 1: damaged.insert(byte, at: place)
        default: damaged.remove(at: place)
        }
      }
      _ = survives(damaged)
    }
  }

  @Test func `is read whatever lines are lost, doubled or moved in and out`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed \(seed)")
    var random = SplitMix(seed: seed)
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<400 {
      var damaged = lines
      for _ in 0...(random.next() % 4) {
        let place = Int(random.next() % UInt64(damaged.count))
        switch random.next() % 4 {
        case 0: damaged.remove(at: place)
        case 1: damaged.insert(damaged[place], at: place)
        case 2: damaged[place] = String(repeating: " ", count: Int(random.next() % 5) + 1) + damaged[place]
        default: damaged[place] = String(damaged[place].dropFirst(Int(random.next() % 3)))
        }
      }
      _ = survives(Array(damaged.joined(separator: "\n").utf8))
    }
  }

  @Test(arguments: [
    String(repeating: "[", count: 20_000), String(repeating: "{a: ", count: 10_000),
    String(repeating: "- ", count: 10_000), String(repeating: "a:\n", count: 6_000),
    (0..<1_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    String(repeating: "\"", count: 20_000),
    "uses: [" + String(repeating: "a,", count: 40_000), String(repeating: "x", count: 180_000),
    "uses: " + String(repeating: "[", count: 60) + "\n", String(repeating: "#\n", count: 80_000),
    String(repeating: "\u{A0}", count: 40_000), "a: \"" + String(repeating: "\\", count: 40_000),
    String(repeating: "a: {b: [\n", count: 6_000), String(repeating: "{name} ", count: 20_000),
    "about: " + String(repeating: "# ", count: 60_000),
    "policy: {" + String(repeating: "a: , ", count: 20_000) + "}",
    String(repeating: "\t", count: 60_000), String(repeating: "\r", count: 60_000),
    String(repeating: "<<: *a\n", count: 12_000), "say: " + String(repeating: "|", count: 20_000),
  ]) func `of the worst kind is read in little time`(_ text: String) {
    let clock = ContinuousClock()
    var count = 0
    let time = clock.measure { count = survives(Array(("id: a\n" + text).utf8)) }
    #expect(count > 0)
    #expect(time < .seconds(20), "\(time)")
  }

  @Test func `with more than a thousand slips is read no further, and says so`() {
    let text = "id: a\n" + (0..<3_000).map { "key\($0): x\n" }.joined()
    let document = NotationReader.read(SourceFile(path: "x.yaml", text: text))
    let last = document.diagnostics.last { $0.primary.text == "read up to here" }
    #expect(last?.code.number == "S120")
    #expect(document.hasErrors)
    #expect(document.root.entries.count < 1_100)
  }

  @Test func `beyond one megabyte is refused unread`() {
    let source = SourceFile(
      path: "x.yaml", bytes: [UInt8](repeating: 0x23, count: NotationReader.largestFile + 1))
    let document = NotationReader.read(source)
    #expect(document.diagnostics.map(\.code.number) == ["S120"])
    #expect(document.hasErrors)
  }

  @Test(arguments: [
    ("", "this file is empty"), ("\n \n# to do\n", "this file is empty"),
    (
      "Dear tool,\nTom is angry: he wrote twice.\n",
      "this is no scenario, pack or rubric: no line begins with a key of one"
    ),
    ("root:x:0:0:title: secret\n", "this is no scenario, pack or rubric: no line begins with a key of one"),
    (
      "{\"format\": \"service-scenario 1\"}",
      "this is no scenario, pack or rubric: no line begins with a key of one"
    ),
  ])
  func `that holds no document is one finding`(_ text: String, _ message: String) {
    let document = NotationReader.read(SourceFile(path: "x.yaml", text: text))
    #expect(document.diagnostics.map { "\($0.code.number) \($0.message)" } == ["S123 \(message)"])
  }

  @Test func `in another encoding, or of no text at all, is one finding`() {
    func messages(_ bytes: [UInt8]) -> [String] {
      NotationReader.read(SourceFile(path: "x.yaml", bytes: bytes)).diagnostics.map(\.message)
    }
    let text = "format: service-pack 1\nid: shop\ntitle: Shop\n"
    let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(messages([0xFF, 0xFE] + wide) == ["this file is in UTF-16, not in UTF-8"])
    #expect(messages(wide) == ["this file is in UTF-16, not in UTF-8"])
    var random = SplitMix(seed: 3)
    let noise = (0..<2_000).map { _ in UInt8(random.next() & 0xFF) }
    #expect(messages(noise).count == 1)
    #expect(
      messages(Array(text.utf8.dropLast()) + [0xE4, 0x0A]).count == 1,
      "one byte of Latin 1 is a slip of that byte")
    #expect(messages(Array(text.replacing("\n", with: "\r\n").utf8)) == [])
    #expect(messages([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == [])
  }
}
