import Diagnostics
import Testing

@Suite struct `Visible text` {
  @Test(arguments: [
    ("plain", "plain"), ("a\u{1B}]0;x\u{7}", "a\\u{1B}]0;x\\u{7}"), ("\u{9B}31m", "\\u{9B}31m"),
    ("a\rb", "a\\u{D}b"), ("\u{202E}abc", "\\u{202E}abc"), ("a\u{200B}b", "a\\u{200B}b"),
    ("\u{FEFF}x", "\\u{FEFF}x"), ("\u{E0041}", "\\u{E0041}"), ("\u{85}", "\\u{85}"),
    ("d\u{E9}j\u{E0}", "d\u{E9}j\u{E0}"),
    ("\u{1F468}\u{200D}\u{1F469}", "\u{1F468}\u{200D}\u{1F469}"), ("x\u{200D}y", "x\\u{200D}y"),
    ("\u{2028}", "\\u{2028}"), ("\u{3164}", "\\u{3164}"),
  ]) func `shows what is hidden`(_ text: String, _ shown: String) {
    #expect(VisibleText.oneLine(text) == shown)
  }

  @Test func `keeps or shows line ends and tabs as the place wants`() {
    #expect(VisibleText.paragraph("a\r\nb\tc\n") == "a\nb    c\n")
    #expect(VisibleText.oneLine("a\r\nb\tc\n") == "a\\u{D}\\u{A}b\\u{9}c\\u{A}")
  }

  @Test func `never lets a control or direction character through`() {
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = VisibleText.oneLine("a" + String(Character(scalar)) + "b")
      #expect(!shown.unicodeScalars.contains { VisibleText.hides($0) }, "U+\(String(value, radix: 16))")
    }
  }

  @Test func `counts combining marks beyond eight`() {
    let text = "e" + String(repeating: "\u{301}", count: 12)
    #expect(VisibleText.oneLine(text) == "e" + String(repeating: "\u{301}", count: 8) + "[+4 marks]")
  }
}

@Suite struct `Display width` {
  @Test(arguments: [
    ("abc", 3), ("", 0), ("\u{65E5}\u{672C}", 4), ("e\u{301}", 1), ("\u{1F600}", 2), ("\u{FF21}", 2),
    ("\u{AC00}", 2), ("\u{1F1EB}\u{1F1F7}", 2), ("\u{2764}\u{FE0F}", 2), ("\u{2764}", 1), ("\u{E9}", 1),
  ]) func `counts columns`(_ text: String, _ columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test func `cuts and pads by columns`() {
    #expect(DisplayWidth.prefix(of: "a\u{65E5}b", columns: 2) == "a")
    #expect(DisplayWidth.padded("\u{65E5}", columns: 4) == "\u{65E5}  ")
    #expect(DisplayWidth.padded("abc", columns: 2) == "abc")
  }
}
