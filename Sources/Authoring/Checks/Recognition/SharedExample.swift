import Diagnostics

/// S401: one example stands under two moves.
enum SharedExample: ScenarioCheck {
  static let page = CheckPage(
    "S401", "shared-example", .error, title: "the same example stands under two moves",
    why: """
      A reply in these words would be both moves, or either, by chance. If it really is both, write two examples that \
      say one thing each: a reply that says both is then heard as both.
      """,
    triggering: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, my apologies for the wait, this should not have happened]
        explain:
          like: [it was last seen at the depot, "My apologies for the wait.", the carrier lost its trace]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      """,
    clean: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, my apologies for the wait, this should not have happened]
        explain:
          like: [it was last seen at the depot, nobody has scanned it since Monday, the carrier lost its trace]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    var first: [String: MoveExample] = [:]
    return subject.examples.compactMap { example in
      let words = plainWords(of: example.text)
      guard !words.isEmpty else { return nil }
      guard let known = first[words] else {
        first[words] = example
        return nil
      }
      return known.move == example.move ? nil : finding(known, example, subject)
    }
  }

  private static func finding(_ first: MoveExample, _ second: MoveExample, _ subject: Subject) -> Diagnostic {
    // The author's own line can be mended here, a pack's cannot.
    let isSecondOwn = subject.resolution.isOwn(second.written.place)
    let (here, there) = isSecondOwn ? (second, first) : (first, second)
    return page.found(
      "'\(here.text)' is an example of \(subject.quoted(move: there.move)) and of \(subject.quoted(move: here.move))",
      at: here.written.place.label("here for \(subject.quoted(move: here.move))"),
      others: [there.written.place.label("and here for \(subject.quoted(move: there.move))")],
      help: "keep it under the one move it shows, and say in other words what shows the other")
  }

  /// Letters and digits in lower case, one blank between words: how two examples are the same.
  private static func plainWords(of text: String) -> String {
    var words = ""
    var isBetween = false
    for byte in text.utf8 {
      let isLetter = byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
      guard isLetter || byte.isDigit || byte >= 0x80 else {
        isBetween = isBetween || byte != UInt8(ascii: "'")
        continue
      }
      if isBetween, !words.isEmpty { words += " " }
      isBetween = false
      words.unicodeScalars.append(Unicode.Scalar(isLetter ? byte | 0x20 : byte))
    }
    return words
  }
}
