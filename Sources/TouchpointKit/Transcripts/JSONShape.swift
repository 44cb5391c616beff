/// Proves, before it is decoded, that a line is text and that its brackets and keys are such as a talk can have.
///
/// One pass over the bytes without recursion. Whether it is JSON in every detail is the decoder's to say.
struct JSONShape {
  /// A talk needs four levels; deeper lines are refused before anything recurses into them.
  static let deepest = 16

  private let bytes: [UInt8]
  private var place = 0
  /// For each open bracket the keys seen in it; nil for a list.
  private var open: [Set<ArraySlice<UInt8>>?] = []

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Throws: where the bytes are no UTF-8, hold NUL, nest too deeply or give a key twice in one object.
  static func prove(_ bytes: [UInt8]) throws(WrittenTranscript.Unusable) {
    guard !bytes.allSatisfy({ $0 <= 0x20 && $0 != 0 }) else { throw .init("the line is empty") }
    if let nul = bytes.firstIndex(of: 0) {
      throw .init("byte \(nul + 1) is NUL, so this is no UTF-8 text; is it UTF-16, or a damaged file?")
    }
    if let place = firstInvalid(in: bytes) {
      throw .init("byte \(place + 1) is no UTF-8; save the file as UTF-8")
    }
    var shape = JSONShape(bytes)
    try shape.walk()
  }

  /// Offset of the first byte that is no UTF-8, or nil.
  private static func firstInvalid(in bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let scalar): offset += scalar.count
      case .error, .emptyInput: return offset
      }
    }
  }

  private mutating func walk() throws(WrittenTranscript.Unusable) {
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""): try takeText()
      case UInt8(ascii: "{"): try push([])
      case UInt8(ascii: "["): try push(nil)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = open.popLast()
      default: break
      }
      place += 1
    }
  }

  private mutating func push(_ keys: Set<ArraySlice<UInt8>>?) throws(WrittenTranscript.Unusable) {
    guard open.count < Self.deepest else {
      throw .init("byte \(place + 1): brackets nest deeper than \(Self.deepest) levels; a talk needs four")
    }
    open.append(keys)
  }

  /// Goes to the closing quote; a text before a colon is a key.
  private mutating func takeText() throws(WrittenTranscript.Unusable) {
    let start = place + 1
    place = start
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard place < bytes.count, let level = open.indices.last, open[level] != nil, isKey(endingAt: place)
    else { return }
    guard open[level]?.insert(bytes[start..<place]).inserted != true else { return }
    let key = String(decoding: bytes[start..<place].prefix(40), as: UTF8.self)
    throw .init("byte \(start + 1): '\(key)' is given twice; keep one")
  }

  private func isKey(endingAt quote: Int) -> Bool {
    let next = bytes[(quote + 1)...].first { ![0x20, 0x09, 0x0D].contains($0) }
    return next == UInt8(ascii: ":")
  }
}
