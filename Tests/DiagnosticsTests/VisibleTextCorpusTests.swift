import Diagnostics

import Testing
import TouchpointTesting

@Suite struct `Hidden characters` {
  @Test func `leaves ordinary text of any script as it is`() {
    let texts = [
      "", "Hello, world", "£10 — “naïve” café…", "お待たせしました", "नमस्ते", "שלום", "مرحبا", "👍🏽 👨‍👩‍👧 ❤️ 🇬🇧 1️⃣",
      "e\u{301}\u{323}", "~`\\",
    ]
    #expect(texts.map { VisibleText.oneLine($0) } == texts)
  }

  @Test(arguments: [
    ("\u{1B}[2J", "\\u{1B}[2J"), ("\u{0}\u{7}\u{8}\u{7F}", "\\u{0}\\u{7}\\u{8}\\u{7F}"),
    ("\u{80}\u{9B}\u{9F}", "\\u{80}\\u{9B}\\u{9F}"), ("a\u{202E}b\u{2069}", "a\\u{202E}b\\u{2069}"),
    ("a\u{200B}b\u{200D}c\u{FEFF}", "a\\u{200B}b\\u{200D}c\\u{FEFF}"), ("x\u{61C}y", "x\\u{61C}y"),
    ("\u{E0041}", "\\u{E0041}"), ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"),
    ("soft\u{AD}ly", "soft\\u{AD}ly"),
    ("\u{3164}\u{115F}", "\\u{3164}\\u{115F}"), ("x\u{2060}y", "x\\u{2060}y"),
    ("a\rb", "a\\u{D}b"), ("👍\u{200D}x", "👍\\u{200D}x"),
  ])
  func `shows what is hidden`(text: String, shown: String) {
    #expect(VisibleText.paragraph(text) == shown)
  }

  @Test func `hides every control, format and bidirectional character there is`() {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0xFEFF...0xFEFF,
      0xE0000...0xE007F, 0xFDD0...0xFDEF, 0xFFFE...0xFFFF, 0x10FFFE...0x10FFFF,
    ]
    let scalars = ranges.joined().compactMap(Unicode.Scalar.init)
    #expect(scalars.filter { !VisibleText.hides($0) } == [])
  }

  @Test func `keeps or escapes line breaks and tabs as asked`() {
    let text = "a\tb\nc\r\nd"
    #expect(VisibleText.paragraph(text) == "a    b\nc\nd")
    #expect(VisibleText.oneLine(text) == "a\\u{9}b\\u{A}c\\u{D}\\u{A}d")
    #expect(VisibleText(tabs: .kept)(text) == "a\tb\nc\nd")
  }

  @Test func `stacks at most eight marks and counts the rest`() {
    let eight = "e" + String(repeating: "\u{301}", count: 8)
    #expect(VisibleText.paragraph(eight) == eight)
    #expect(VisibleText.paragraph(eight + "\u{301}\u{302}f") == eight + "[+2 marks]f")
  }

  @Test func `shows a megabyte of marks in linear time`() {
    let shown = VisibleText.paragraph("e" + String(repeating: "\u{301}", count: 500_000))
    #expect(shown.hasSuffix("[+499992 marks]"))
  }

  @Test func `never lets a hidden character through, whatever the text`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(seed: seed)
    let pool = Self.pool
    for _ in 0..<2_000 {
      let scalars = (0..<Int(random.next() % 12)).map { _ in pool[Int(random.next() % UInt64(pool.count))] }
      let text = String(String.UnicodeScalarView(scalars))
      let shown = VisibleText.oneLine(text)
      let through = shown.unicodeScalars.filter { VisibleText.hides($0) && $0 != "\u{200D}" }
      #expect(through.isEmpty, "seed \(seed), \(scalars)")
      #expect(VisibleText.oneLine(shown) == shown, "seed \(seed), \(scalars)")
    }
  }

  private static let pool: [Unicode.Scalar] = Array(
    "ab \\{}\t\r\n\u{0}\u{1B}\u{9B}\u{AD}\u{301}\u{FE0F}\u{200D}\u{200B}\u{202E}\u{2066}\u{FEFF}👍👩🏽🇬語ᄀ\u{1161}\u{E0041}"
      .unicodeScalars)
}
