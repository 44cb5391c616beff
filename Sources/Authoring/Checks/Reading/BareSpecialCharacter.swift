import Diagnostics

/// S109: a bare text that begins with a character that means something in YAML.
enum BareSpecialCharacter {
  static let page = CheckPage(
    "S109", "bare-special-character", .warning,
    title: "a text without quotes begins with a special character",
    why: """
      Here such a text is text. Other YAML tools take `@ % & * ! [ { | > ' \" , ? -` at the start for \
      something of their own and refuse the file or lose the text. In quotes everyone reads the same.
      """,
    mending: .automatic,
    triggering: ReadingExample.pack("about: @parcelshop sells toys.\n"),
    clean: ReadingExample.pack("about: \"@parcelshop sells toys.\"\n"))

  /// Whether a bare text here begins with a character YAML reserves.
  static func isSpecial(_ reading: Reading, _ start: Int, _ end: Int, inFlow: Bool) -> Bool {
    switch reading.bytes[start] {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"),
      UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"):
      true
    case UInt8(ascii: "?") where inFlow: true
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
      start + 1 == end || reading.isBlank(reading.bytes[start + 1])
    default: false
    }
  }

  static func found(_ reading: Reading, _ text: String, _ place: Span, _ start: Int, row: Int) -> Diagnostic {
    let character = Character(Unicode.Scalar(reading.bytes[start]))
    return page.found(
      "this text begins with \(character), which means something else to other YAML tools",
      at: reading.label(reading.span(start, start + 1, row: row), "text here"),
      fix: ReadDifferently.quote(reading, text, place))
  }
}
