import FoundationEssentials

/// A text file in lines, notes (`#`) and empty lines left out. Read as bytes: there are tens of thousands of lines, and
/// a session waits for them.
struct ToneFile {
  let path: String
  /// Each line's number from 1, and the bytes it stands in.
  private(set) var lines: [(number: Int, bytes: Range<Int>)] = []
  private let content: [UInt8]

  init(_ folder: String, _ name: String) throws(ToneTrouble) {
    let path = "\(folder)/\(name)"
    do {
      self.init(path: path, [UInt8](try Data(contentsOf: URL(filePath: path))))
    } catch {
      throw ToneTrouble(path: path, reason: "cannot be read")
    }
  }

  init(path: String, _ text: String) { self.init(path: path, Array(text.utf8)) }

  private init(path: String, _ content: [UInt8]) {
    self.path = path
    self.content = content
    var start = 0
    var number = 1
    while start < content.count {
      let end = content[start...].firstIndex(of: UInt8(ascii: "\n")) ?? content.count
      if start < end, !content[start..<end].starts(with: Self.note) { lines.append((number, start..<end)) }
      start = end + 1
      number += 1
    }
  }

  private static let note = Array("# ".utf8)

  /// The text of a line or field.
  func text(_ bytes: Range<Int>) -> String { String(decoding: content[bytes], as: UTF8.self) }

  /// Whether a line or field begins with these bytes.
  func starts(_ bytes: Range<Int>, with beginning: StaticString) -> Bool {
    beginning.withUTF8Buffer { content[bytes].starts(with: $0) }
  }

  /// What stands between the tabs of a line.
  func fields(_ line: Range<Int>) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    fields.reserveCapacity(4)
    var start = line.lowerBound
    for place in line where content[place] == UInt8(ascii: "\t") {
      fields.append(start..<place)
      start = place + 1
    }
    fields.append(start..<line.upperBound)
    return fields
  }

  /// The number in a field, nil for anything else.
  ///
  /// Up to fifteen digits are whole and a power of ten is exact, so that one division rounds as it must (W. Clinger,
  /// "How to read floating point numbers accurately", 1990). Other forms are left to the standard library.
  func number(_ field: Range<Int>) -> Double? {
    var (digits, decimals, hasPoint) = (0, 0, false)
    var whole = 0
    let isNegative = field.first.map { content[$0] == UInt8(ascii: "-") } ?? false
    for place in isNegative ? field.dropFirst() : field {
      let byte = content[place]
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else if (0x30...0x39).contains(byte), digits < 15 {
        whole = whole * 10 + Int(byte - 0x30)
        digits += 1
        decimals += hasPoint ? 1 : 0
      } else {
        return Double(text(field))
      }
    }
    guard digits > 0 else { return nil }
    let size = Double(whole) / Self.powers[decimals]
    return isNegative ? -size : size
  }

  /// Ten to the 0 and so on.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// Lines of a name, a tab and a number.
  func numbers() throws(ToneTrouble) -> [String: Double] {
    var result: [String: Double] = [:]
    result.reserveCapacity(lines.count)
    for line in lines {
      let fields = fields(line.bytes)
      guard fields.count == 2, let value = number(fields[1]), value.isFinite else {
        throw ToneTrouble(path: path, reason: "line \(line.number) is not a name, a tab and a number")
      }
      result[text(fields[0])] = value
    }
    return result
  }
}
