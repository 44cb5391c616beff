import Domain
import Language

/// Card numbers, codes and passwords the customer gave away, and where the trainee writes such things.
struct Secrets {
  /// Codes and passwords as the customer wrote them, in normal form.
  private var given: Set<String> = []
  private var hasCard = false

  init(_ reading: Reading) {
    for turn in reading.customerTurns {
      if !Self.cards(in: turn.reply.text).isEmpty { hasCard = true }
      given.formUnion(Self.named(in: turn.reply))
    }
  }

  /// Whether the customer gave none away.
  var isEmpty: Bool { !hasCard && given.isEmpty }

  /// Card numbers in a reply, and secrets of the customer's said again.
  func repeated(in reply: ReadReply) -> [TextRange] {
    let words = reply.reply.tokens.filter { given.contains($0.normal) }.map { TextRange($0.range) }
    return (Self.cards(in: reply.text) + words).sorted()
  }

  /// The word after "password is", "cvv", "pin": what must not be said again.
  private static func named(in reply: Reply) -> [String] {
    var names: [String] = []
    let tokens = reply.tokens.filter(\.isWordLike)
    for (index, token) in tokens.enumerated() where isLabel(tokens, index) {
      let rest = tokens.dropFirst(index + 1).prefix(3)
      let value = rest.first { !["is", "code", "number", "my", "the"].contains($0.normal) }
      if let value, token.normal == "password" ? rest.first?.normal == "is" : value.kind == .number {
        names.append(value.normal)
      }
    }
    return names
  }

  private static func isLabel(_ tokens: [Token], _ index: Int) -> Bool {
    let word = tokens[index].normal
    if ["cvv", "cvc", "pin", "password"].contains(word) { return true }
    return word == "code" && index > 0 && tokens[index - 1].normal == "security"
  }

  /// Runs of 13 to 19 digits, blanks and hyphens between them allowed, that pass Luhn's check (ISO/IEC 7812-1).
  static func cards(in text: String) -> [TextRange] {
    var found: [TextRange] = []
    var digits: [UInt8] = []
    var start = 0
    var end = 0
    func close() {
      if (13...19).contains(digits.count), isLuhn(digits) { found.append(TextRange(start, end)) }
      digits.removeAll(keepingCapacity: true)
    }
    for (offset, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x30...0x39:
        if digits.isEmpty { start = offset }
        digits.append(byte - 0x30)
        end = offset + 1
      case 0x20, 0x2D:
        if offset > end { close() }
      default: close()
      }
    }
    close()
    return found
  }

  private static func isLuhn(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let doubled = Int(digit) * (place % 2 == 0 ? 1 : 2)
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0 && digits.contains { $0 != 0 }
  }
}
