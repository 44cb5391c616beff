import Testing
import TouchpointTesting

@testable import Terminal

@Suite struct `Cutting lines` {
  private func lines(_ pieces: [String], limit: Int = 100) -> [LineSplitter.Line] {
    var splitter = LineSplitter(limit: limit)
    var lines = pieces.flatMap { splitter.feed($0.utf8) }
    if let last = splitter.finish() { lines.append(last) }
    return lines
  }

  private func line(_ text: String, _ size: Int? = nil) -> LineSplitter.Line {
    LineSplitter.Line(text: text, truncatedFrom: size)
  }

  @Test func `is the same wherever the pieces end`() {
    let whole = "one\r\ntwo é語👍\n\nlast"
    let bytes = Array(whole.utf8)
    for cut in 0...bytes.count {
      var splitter = LineSplitter(limit: 100)
      var found = splitter.feed(bytes[..<cut]) + splitter.feed(bytes[cut...])
      if let last = splitter.finish() { found.append(last) }
      #expect(found == [line("one"), line("two é語👍"), line(""), line("last")])
    }
  }

  @Test func `tells how long a cut line was, not counting its end`() {
    #expect(lines(["abcdef\r\nabcd\r\nabcde"], limit: 4) == [line("abcd", 6), line("abcd"), line("abcd", 5)])
    #expect(lines(["aé語\n"], limit: 5) == [line("aé", 6)])
    #expect(lines(["語\n"], limit: 1) == [line("\u{FFFD}", 3)] || lines(["語\n"], limit: 1) == [line("", 3)])
  }

  @Test func `knows an end of file after a line break as no line`() {
    #expect(lines(["a\n"]) == [line("a")])
    #expect(lines([]) == [])
    #expect(lines(["\r"]) == [line("")])
  }

  @Test func `skips what Windows writes before UTF-8, at the start only`() {
    #expect(lines(["\u{FEFF}a\n\u{FEFF}b"]) == [line("a"), line("\u{FEFF}b")])
  }
}

@Suite struct `Mending a typed line` {
  private func mended(_ bytes: [UInt8]) -> String {
    var line = bytes
    for mend in LineMending.mends(of: bytes).reversed() {
      line.replaceSubrange(mend.range, with: Array(mend.replacement.utf8))
    }
    return String(decoding: line, as: UTF8.self)
  }

  @Test func `leaves ordinary lines alone, joiners too`() {
    for text in ["", "abc", "naïve 日本 👍🏽", "👨‍👩‍👧", "می\u{200C}خواهم", "a\tb\u{1B}"] {
      #expect(LineMending.mends(of: Array(text.utf8)) == [])
    }
  }

  @Test func `shows controls and directions, and replaces what is not UTF-8`() {
    #expect(mended(Array("a\u{9B}2J\u{202E}b\u{FEFF}".utf8)) == "a\\u{9B}2J\\u{202E}b\\u{FEFF}")
    #expect(mended([0x61, 0xFF, 0x62, 0xE2, 0x82]) == "a\u{FFFD}b\u{FFFD}\u{FFFD}")
    #expect(mended([0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF5]) == String(repeating: "\u{FFFD}", count: 6))
  }

  @Test func `gives valid UTF-8 without controls, whatever the bytes`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(seed: seed)
    let pool: [UInt8] = [
      0x61, 0x80, 0x9B, 0xBF, 0xC2, 0xC3, 0xE2, 0xED, 0xA0, 0xAE, 0xF0, 0x9F, 0xF4, 0xFF, 0xEF, 0xBB,
    ]
    for _ in 0..<5_000 {
      let bytes = (0..<Int(random.next() % 10)).map { _ in pool[Int(random.next() % UInt64(pool.count))] }
      let line = mended(bytes)
      #expect(LineMending.mends(of: Array(line.utf8)) == [], "seed \(seed), \(bytes)")
      #expect(!line.unicodeScalars.contains { (0x7F...0x9F).contains($0.value) }, "seed \(seed), \(bytes)")
    }
  }
}

@Suite struct `The history file` {
  @Test func `keeps the newest thousand, in order, for the owner only`() throws {
    let path = try Stage.folder() + "/history"
    try HistoryFile.write((1...1_200).map { "line \($0)" }, to: path)
    #expect(try HistoryFile.read(path) == (201...1_200).map { "line \($0)" })
    #expect(Stage.mode(path) == 0o600)
  }

  @Test func `is no failure when it is not there, and one when it is a folder`() throws {
    #expect(try HistoryFile.read("/nonexistent/history") == [])
    #expect(throws: ConsoleFailure(operation: "read the history", path: "/tmp", code: 21)) {
      try HistoryFile.read("/tmp")
    }
    #expect(throws: ConsoleFailure(operation: "write the history", path: "/nonexistent/x", code: 2)) {
      try HistoryFile.write([], to: "/nonexistent/x")
    }
  }

  @Test func `brings nothing hidden and no broken bytes into the line`() throws {
    let path = try Stage.folder() + "/history"
    try Stage.write(Array("ok\n\n  \na\u{1B}[2Jb\n".utf8) + [0xFF, 0x0A], to: path)
    #expect(try HistoryFile.read(path) == ["ok", "a\\u{1B}[2Jb", "\u{FFFD}"])
  }

  @Test func `of many megabytes is read from its end`() throws {
    let path = try Stage.folder() + "/history"
    let many = String(repeating: String(repeating: "x", count: 99) + "\n", count: 60_000) + "newest\n"
    try Stage.write(Array(many.utf8), to: path)
    let entries = try HistoryFile.read(path)
    #expect(entries.count == 1_000)
    #expect(entries.last == "newest")
  }

  @Test func `folds a line with breaks into one entry`() {
    #expect(HistoryFile.entry("a\nb\r\nc") == "a b c")
    #expect(HistoryFile.entry(" \n ") == nil)
  }
}

@Suite struct `The list of offers` {
  @Test func `stands in two columns and fits the window`() {
    let offers = [(word: "/a", description: "short"), (word: "/longer", description: "日本語の長い説明です")]
    #expect(
      OfferList(size: .init(columns: 20, rows: 10)).draw(offers).plain
        == "/a       short\n/longer  日本語の長")
    #expect(OfferList(size: .init(columns: 4, rows: 1)).draw(offers).plain == "and 2 more")
    #expect(OfferList(size: .init(columns: 80, rows: 24)).draw([]).plain == "")
  }
}

@Suite @MainActor struct `The queue of events` {
  @Test func `gives events in order and ends after the last`() async {
    let queue = EventQueue()
    queue.push(.endOfInput)
    queue.push(.hangup)
    queue.finish()
    queue.push(.terminated)
    var seen: [ConsoleEvent] = []
    for await event in queue.stream { seen.append(event) }
    #expect(seen == [.endOfInput, .hangup])
  }

  @Test func `says when its reader waits, and lets go of a cancelled one`() async {
    let queue = EventQueue()
    var dry = 0
    queue.whenDry = {
      dry += 1
      if dry == 1 { queue.push(.terminated) }
    }
    #expect(await queue.next() == .terminated)
    let waiting = Task { await queue.next() }
    while dry < 2 { await Task.yield() }
    waiting.cancel()
    #expect(await waiting.value == nil)
    #expect(!queue.isDry)
  }
}
