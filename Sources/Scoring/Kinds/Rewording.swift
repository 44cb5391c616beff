import Domain
import Language

/// A sentence of the trainee on its way to a stronger version; only the words that must change are changed.
struct Rewording {
  private var text: String

  /// The sentence that holds a token, with its sign at the end.
  init?(_ reply: ReadReply, sentenceOf token: Int) {
    guard let sentence = reply.sentence(of: token) else { return nil }
    text = reply.words(at: sentence.range)
    offset = sentence.range.start
  }

  /// Where the sentence starts in the reply, in UTF-8 bytes.
  private let offset: Int

  /// The sentence with a stretch of the reply exchanged; unchanged when the stretch lies outside.
  func replacing(_ range: TextRange, with words: String) -> String {
    let bytes = Array(text.utf8)
    let lower = range.start - offset
    let upper = range.end - offset
    guard lower >= 0, lower <= upper, upper <= bytes.count else { return text }
    let head = String(decoding: bytes[..<lower], as: UTF8.self)
    return head + words + String(decoding: bytes[upper...], as: UTF8.self)
  }

  /// Whether hardly more than one clause's words stand in it.
  var isShort: Bool { text.split(separator: " ").count <= 6 }

  /// The sentence with words before its last sign.
  func appending(_ words: String) -> String { Self.trimmed(text) + Self.spaced(words) + "." }

  /// The sentence with words at the end of the clause that holds a token of the reply.
  func inserting(_ words: String, afterClauseOf token: Int, in reply: ReadReply) -> String {
    guard let clause = reply.clause(of: token),
      let last = clause.tokens.last(where: { reply.reply.tokens[$0].isWordLike })
    else { return appending(words) }
    let end = TextRange(reply.reply.tokens[last].range).end
    return replacing(TextRange(end, end), with: Self.spaced(words))
  }

  private static func trimmed(_ text: String) -> Substring {
    var body = Substring(text)
    while let last = body.last, ".!?… ".contains(last) { body = body.dropLast() }
    return body
  }

  /// A blank before words, none before a sign.
  private static func spaced(_ words: String) -> String {
    words.first.map(",:;".contains) ?? true ? words : " " + words
  }

  /// The customer as one addresses them: "Ines", "Mr Novak"; nil where no name is known.
  static func address(in reading: Reading) -> String? {
    if let first = reading.scenario?.customer.firstName { return first }
    guard let first = reading.customerNames.first else { return nil }
    let isTitle = ["mr", "mrs", "ms", "miss", "dr", "prof"].contains(first)
    guard isTitle else { return first.sentenceCased }
    return reading.customerNames.dropFirst().last.map { "\(first.sentenceCased) \($0.sentenceCased)" }
  }

  /// The words a trainee may put for a time, as the channel's pace allows.
  static func time(on channel: Channel?) -> String {
    switch channel?.turnForm {
    case .message: "by 4 pm tomorrow"
    case .lines, .speech, nil: "by 4 pm today"
    }
  }
}

extension String {
  /// The first letter in upper case, the rest as it is.
  var sentenceCased: String { prefix(1).uppercased() + dropFirst() }
}
