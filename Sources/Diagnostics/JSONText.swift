/// A value of JSON, written with every character that could steer a terminal as an escape.
///
/// Small on purpose: diagnostics need objects in a fixed order, and nothing else needs JSON in this room.
public indirect enum JSONText: Hashable, Sendable {
  case null
  case truth(Bool)
  case number(Int)
  /// A number with two decimals, given in hundredths: 8350 is 83.50.
  case hundredths(Int)
  case text(String)
  case list([JSONText])
  /// Members in the order given.
  case object([Member])

  /// A name and its value.
  public struct Member: Hashable, Sendable {
    /// The name.
    public var name: String
    /// Its value.
    public var value: JSONText

    /// A member of an object.
    public init(_ name: String, _ value: JSONText) {
      self.name = name
      self.value = value
    }
  }

  /// The JSON on one line (RFC 8259).
  public var line: String {
    switch self {
    case .null: "null"
    case .truth(let truth): truth ? "true" : "false"
    case .number(let number): String(number)
    case .hundredths(let number): Self.decimal(number)
    case .text(let text): Self.quoted(text)
    case .list(let items): "[" + items.map(\.line).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { Self.quoted($0.name) + ":" + $0.value.line }.joined(separator: ",") + "}"
    }
  }

  private static func decimal(_ hundredths: Int) -> String {
    let size = hundredths.magnitude
    let rest = size % 100
    return "\(hundredths < 0 ? "-" : "")\(size / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      default:
        if VisibleText.hides(scalar) { out += escape(scalar) } else { out.unicodeScalars.append(scalar) }
      }
    }
    return out + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    String(Character(scalar)).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}
