/// Finds where a line stops being JSON (RFC 8259): one pass without recursion, for the message alone.
struct JSONBreak {
  private let bytes: [UInt8]
  private var place = 0
  /// For each open bracket whether it is an object's.
  private var open: [Bool] = []

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// `it is not JSON from byte 12 on: 'hello'`; without a place where none is found.
  static func words(in bytes: [UInt8]) -> String {
    var walk = JSONBreak(bytes)
    guard !walk.isWhole() else { return "it is not JSON" }
    guard walk.place < bytes.count else {
      return "it is not JSON: it ends in the middle, after byte \(bytes.count)"
    }
    let rest = String(decoding: bytes[walk.place...].prefix(12), as: UTF8.self)
    return "it is not JSON from byte \(walk.place + 1) on: \(rest)"
  }

  /// Walks to the end; `place` is the fault where it is not whole.
  private mutating func isWhole() -> Bool {
    repeat {
      guard takeValue(), takeClosings() else { return false }
    } while !open.isEmpty
    skipBlanks()
    return place == bytes.count
  }

  /// A value, or the brackets that open one with its first key.
  private mutating func takeValue() -> Bool {
    while true {
      skipBlanks()
      switch current {
      case UInt8(ascii: "{"):
        place += 1
        open.append(true)
        skipBlanks()
        if current == UInt8(ascii: "}") { return true }
        guard takeKey() else { return false }
      case UInt8(ascii: "["):
        place += 1
        open.append(false)
        skipBlanks()
        if current == UInt8(ascii: "]") { return true }
      case UInt8(ascii: "\""): return takeText()
      default: return takeWord()
      }
    }
  }

  /// What follows a value: closing brackets, then a comma and, in an object, a key.
  private mutating func takeClosings() -> Bool {
    while let isObject = open.last {
      skipBlanks()
      if current == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
        place += 1
        open.removeLast()
        continue
      }
      guard current == UInt8(ascii: ",") else { return false }
      place += 1
      return isObject ? takeKey() : true
    }
    return true
  }

  private mutating func takeKey() -> Bool {
    skipBlanks()
    guard current == UInt8(ascii: "\""), takeText() else { return false }
    skipBlanks()
    guard current == UInt8(ascii: ":") else { return false }
    place += 1
    return true
  }

  private mutating func takeText() -> Bool {
    let start = place
    place += 1
    while let byte = current, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { return false }
      place += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    guard place < bytes.count else {
      // An open text swallows the rest: the fault is its beginning.
      if start + 1 < bytes.count { place = start } else { place = bytes.count }
      return false
    }
    place += 1
    return true
  }

  /// `true`, `false`, `null` or a number.
  private mutating func takeWord() -> Bool {
    let start = place
    while let byte = current, Self.isOfWord(byte) { place += 1 }
    let word = String(decoding: bytes[start..<place], as: UTF8.self)
    let isNumber = Double(word)?.isFinite == true && !word.hasPrefix("+") && !word.contains("x")
    guard isNumber || ["true", "false", "null"].contains(word) else {
      place = start
      return false
    }
    return true
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  private var current: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipBlanks() {
    while let byte = current, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { place += 1 }
  }
}
