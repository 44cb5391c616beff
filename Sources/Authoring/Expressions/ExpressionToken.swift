import Domain

/// The smallest meaningful piece of a condition, and the UTF-8 bytes it stands at.
struct ExpressionToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case word
    case number(Int)
    case comparison(Condition.Comparison)
    case plus, and, or, not, open, close
  }

  var kind: Kind
  var range: Range<Int>
}

/// Cuts a condition into tokens in one pass over its bytes.
struct ExpressionTokens {
  private let bytes: [UInt8]
  private var at = 0
  private var tokens: [ExpressionToken] = []

  static func cut(_ bytes: [UInt8]) throws(ReadingProblem) -> [ExpressionToken] {
    var cutter = ExpressionTokens(bytes: bytes)
    try cutter.run()
    return cutter.tokens
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() throws(ReadingProblem) {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"): at += 1
      case UInt8(ascii: "("): add(.open, length: 1)
      case UInt8(ascii: ")"): add(.close, length: 1)
      case UInt8(ascii: "+"): add(.plus, length: 1)
      case let byte where byte.isNameByte: try addWord()
      default: try addComparison()
      }
    }
  }

  private mutating func add(_ kind: ExpressionToken.Kind, length: Int) {
    tokens.append(ExpressionToken(kind: kind, range: at..<at + length))
    at += length
  }

  private mutating func addWord() throws(ReadingProblem) {
    var end = at
    while end < bytes.count, bytes[end].isNameByte { end += 1 }
    let word = bytes[at..<end]
    if word.isWholeNumber {
      guard let number = Int(String(decoding: word, as: UTF8.self)) else {
        throw ReadingProblem(
          range: at..<end, message: "this number is too large", help: "gauges run from 0 to 100")
      }
      add(.number(number), length: end - at)
    } else {
      add(Self.keyword(word) ?? .word, length: end - at)
    }
  }

  private static func keyword(_ word: ArraySlice<UInt8>) -> ExpressionToken.Kind? {
    guard word.count <= 3 else { return nil }
    switch String(decoding: word, as: UTF8.self).lowercased() {
    case "and": return .and
    case "or": return .or
    case "not": return .not
    default: return nil
    }
  }

  private mutating func addComparison() throws(ReadingProblem) {
    var end = at
    while end < bytes.count, Self.signs.contains(bytes[end]) { end += 1 }
    let sign = String(decoding: bytes[at..<end], as: UTF8.self)
    if let comparison = Condition.Comparison(rawValue: sign) {
      return add(.comparison(comparison), length: end - at)
    }
    throw foreignSign(sign, length: end - at)
  }

  private func foreignSign(_ sign: String, length: Int) -> ReadingProblem {
    let range = at..<at + max(length, 1)
    let shown = sign.isEmpty ? String(decoding: bytes[range], as: UTF8.self) : sign
    let mend =
      Self.meant[shown].map { "write '\($0)'" }
      ?? "names are joined by 'and', 'or', 'not' and '+'; numbers are compared with >= <= > < == !="
    return ReadingProblem(range: range, message: "'\(shown)' has no meaning in a condition", help: mend)
  }

  private static let signs = Set("<>=!&|,;%".utf8)
  private static let meant = [
    "=": "==", "=>": ">=", "=<": "<=", "<>": "!=", "===": "==", "&&": "and", "&": "and", "||": "or",
    "|": "or", "!": "not", ",": "and' or 'or", ";": "and' or 'or",
  ]
}

extension UInt8 {
  /// Letters, digits, `-`, `_`, and every byte of a letter outside ASCII.
  var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }

  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}

extension ArraySlice<UInt8> {
  /// Digits, with a minus before them or not.
  fileprivate var isWholeNumber: Bool {
    let digits = first == UInt8(ascii: "-") ? dropFirst() : self
    return !digits.isEmpty && digits.allSatisfy(\.isDigit)
  }
}
