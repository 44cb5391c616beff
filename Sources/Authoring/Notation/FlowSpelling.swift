/// Values on one line, written behind what a line holds already.
enum FlowSpelling {
  /// The characters of a text, counted as bytes that begin one.
  static func width(_ text: ArraySlice<UInt8>) -> Int { text.count { $0 & 0xC0 != 0x80 } }

  /// Writes a value as it stands in brackets.
  ///
  /// - Returns: its width in characters; nil when it cannot stand there, or is surely wider than `room`. Then some of
  ///   it may be written.
  static func write(_ node: Node, room: Int, to line: inout [UInt8]) -> Int? {
    switch node.value {
    case .nothing: return nil
    case .text(let text): return write(text, node.form, inFlow: true, to: &line)
    case .list(let items):
      line.append(UInt8(ascii: "["))
      var parts = Parts(room: room)
      for item in items {
        parts.separate(&line)
        guard parts.take(write(item, room: parts.left, to: &line)) else { return nil }
      }
      line.append(UInt8(ascii: "]"))
      return parts.width + 2
    case .map(let entries):
      line.append(UInt8(ascii: "{"))
      var parts = Parts(room: room)
      for entry in entries {
        parts.separate(&line)
        guard parts.take(write(entry, room: parts.left, to: &line)) else { return nil }
      }
      line.append(UInt8(ascii: "}"))
      return parts.width + 2
    }
  }

  /// Writes an entry of a map; an empty value leaves its key alone.
  ///
  /// Behind a text and a comma a key with a dot would be read as more of the text, so it stands in quotes.
  static func write(_ entry: Node.Entry, room: Int, to line: inout [UInt8]) -> Int? {
    let key = write(key: entry.key, isQuoted: entry.key.utf8.contains(UInt8(ascii: ".")), to: &line) + 1
    line.append(0x20)
    if entry.value.value == .nothing { return key }
    return write(entry.value, room: room, to: &line).map { key + $0 }
  }

  /// What stands in a pair of brackets, comma by comma.
  private struct Parts {
    /// What is left of the room.
    private(set) var left: Int
    /// With commas.
    private(set) var width = 0
    private var isFirst = true

    init(room: Int) { left = room }

    mutating func separate(_ line: inout [UInt8]) {
      guard !isFirst else { return isFirst = false }
      line.append(UInt8(ascii: ","))
      line.append(0x20)
      width += 2
    }

    /// Notes the width of a part; false when it cannot stand here, or the room is used up.
    mutating func take(_ part: Int?) -> Bool {
      guard let part else { return false }
      left -= part
      width += part
      return left >= 0
    }
  }

  /// Writes a key with its colon, in quotes where it has to be.
  @discardableResult
  static func write(key: String, isQuoted: Bool = false, to line: inout [UInt8]) -> Int {
    let start = line.count
    if !isQuoted, Quoting.canBeBareKey(key) {
      line.append(contentsOf: key.utf8)
    } else {
      Quoting.quote(key, to: &line)
    }
    line.append(UInt8(ascii: ":"))
    return width(line[start...])
  }

  /// Writes a text, in quotes where it was or has to be.
  @discardableResult
  static func write(_ text: String, _ form: Node.Form, inFlow: Bool, to line: inout [UInt8]) -> Int {
    let start = line.count
    let isBare =
      switch form {
      case .literal: true
      case .quoted: false
      case .plain, .block, .folded, .flow: Quoting.canBeBare(text, inFlow: inFlow)
      }
    if isBare {
      line.append(contentsOf: text.utf8)
    } else {
      Quoting.quote(text, to: &line)
    }
    return width(line[start...])
  }
}
