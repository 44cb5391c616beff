/// A number for each of many names, in the order they came: 0, 1, 2.
///
/// The names stand one behind the other in one run of bytes, and a flat table finds them: open addressing with linear
/// probing. So a list of many thousand names is taken in without a string or a box for each. Names are the same when
/// their bytes are.
struct NameTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each name stands in `bytes`.
  private var places: [Range<Int>] = []
  /// Numbers of names; `free` where there is none. As many as a power of two, at least twice as many as names.
  private var slots: [Int32]

  private static let free: Int32 = -1

  /// A table with room for so many names, beyond which it grows by itself.
  init(expecting names: Int = 0) {
    var size = 64
    while size < names * 2, size < 1 << 24 { size *= 2 }
    slots = [Int32](repeating: Self.free, count: size)
    places.reserveCapacity(names)
  }

  /// The lines of a text, empty ones left out; one that stands there twice counts once.
  init(lines text: Span<UInt8>) {
    self.init(expecting: text.count / Self.usualLength)
    text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    var start = 0
    for end in 0...text.count where end == text.count || text[end] == 0x0A {
      if start < end { insert(text.extracting(start..<end), standingAt: start) }
      start = end + 1
    }
  }

  /// About so long is a name; only saves time.
  private static let usualLength = 12

  /// How many names there are.
  var count: Int { places.count }

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
    let start = bytes.count
    name.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    note(start..<bytes.count, in: slot)
    return count - 1
  }

  private mutating func insert(_ name: Span<UInt8>, standingAt start: Int) {
    let slot = slot(of: name)
    if slots[slot] == Self.free { note(start..<start + name.count, in: slot) }
  }

  private mutating func note(_ place: Range<Int>, in slot: Int) {
    slots[slot] = Int32(truncatingIfNeeded: count)
    places.append(place)
    if count * 2 > slots.count { grow() }
  }

  /// The number of a name, which is put in when it is not there.
  mutating func insert(_ name: String) -> Int { insert(name.utf8.span) }

  /// The name that has a number.
  func name(_ number: Int) -> String { String(decoding: bytes[places[number]], as: UTF8.self) }

  /// Where a name's number is, or where it would go.
  private func slot(of name: Span<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.mixed(name) >> 32) & mask
    while slots[slot] != Self.free, !isName(Int(slots[slot]), name) { slot = (slot + 1) & mask }
    return slot
  }

  private func isName(_ number: Int, _ name: Span<UInt8>) -> Bool {
    guard places[number].count == name.count else { return false }
    let known = bytes.span.extracting(places[number])
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
    for number in places.indices {
      let slot = slot(of: bytes.span.extracting(places[number]))
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }
}
