/// A number for each of many names, in the order they came: 0, 1, 2.
///
/// The names stand one behind the other in one run of bytes, and a flat table finds them: open addressing with linear
/// probing. So a list of many thousand names is taken in without a string or a box for each. Names are the same when
/// their bytes are.
struct NameTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each name ends in `bytes`; it begins where the one before it ends.
  private var ends: [Int] = []
  /// Numbers of names; `free` where there is none. As many as a power of two, at least twice as many as names.
  private var slots: [Int32]

  private static let free: Int32 = -1

  /// A table with room for so many names, beyond which it grows by itself.
  init(expecting names: Int = 0) {
    var size = 64
    while size < names * 2, size < 1 << 24 { size *= 2 }
    slots = [Int32](repeating: Self.free, count: size)
    ends.reserveCapacity(names)
  }

  /// How many names there are.
  var count: Int { ends.count }

  /// The number of a name; nil when it is not there.
  subscript(name: String) -> Int? { number(of: name.utf8.span) }

  /// The number of a name; nil when it is not there.
  func number(of name: Span<UInt8>) -> Int? {
    let found = slots[slot(of: name)]
    return found == Self.free ? nil : Int(found)
  }

  /// The number of a name, which is put in when it is not there.
  mutating func insert(_ name: Span<UInt8>) -> Int {
    let slot = slot(of: name)
    if slots[slot] != Self.free { return Int(slots[slot]) }
    name.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    ends.append(bytes.count)
    slots[slot] = Int32(truncatingIfNeeded: count - 1)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// The number of a name, which is put in when it is not there.
  mutating func insert(_ name: String) -> Int { insert(name.utf8.span) }

  /// The name that has a number.
  func name(_ number: Int) -> String { String(decoding: bytes[range(number)], as: UTF8.self) }

  private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  /// Where a name's number is, or where it would go.
  private func slot(of name: Span<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.mixed(name) >> 32) & mask
    while slots[slot] != Self.free, !isName(Int(slots[slot]), name) { slot = (slot + 1) & mask }
    return slot
  }

  private func isName(_ number: Int, _ name: Span<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == name.count else { return false }
    let known = bytes.span.extracting(range)
    var place = 0
    while place < name.count {
      if Self.eight(known, place) != Self.eight(name, place) { return false }
      place += 8
    }
    return true
  }

  /// All bytes of a name in one number. The multiplier is Knuth's: 2^64 over the golden ratio.
  private static func mixed(_ name: Span<UInt8>) -> UInt64 {
    var mixed = UInt64(truncatingIfNeeded: name.count)
    var place = 0
    while place < name.count {
      mixed = (mixed ^ mixed >> 29 ^ eight(name, place)) &* 0x9E37_79B9_7F4A_7C15
      place += 8
    }
    return mixed
  }

  /// Eight bytes of a name in one number, the last eight where fewer are left; all of a shorter name.
  ///
  /// Called unsafe for what the bytes may mean, not for where they lie: any eight make a number, and the place is
  /// checked. One load instead of eight halves the time of reading a list.
  @inline(__always)
  private static func eight(_ name: Span<UInt8>, _ place: Int) -> UInt64 {
    let bytes = name.bytes
    if name.count >= 8 {
      return bytes.unsafeLoadUnaligned(fromByteOffset: min(place, name.count - 8), as: UInt64.self)
    }
    if name.count >= 4 {
      let head = bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt32.self)
      let tail = bytes.unsafeLoadUnaligned(fromByteOffset: name.count - 4, as: UInt32.self)
      return UInt64(head) << 32 | UInt64(tail)
    }
    var few: UInt64 = 0
    for place in name.indices { few = few << 8 | UInt64(name[place]) }
    return few
  }

  private mutating func grow() {
    slots = [Int32](repeating: Self.free, count: slots.count * 2)
    for number in ends.indices {
      let slot = slot(of: bytes.span.extracting(range(number)))
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }
}
