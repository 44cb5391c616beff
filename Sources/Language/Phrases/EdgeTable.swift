/// The edges of a tree: from a place in it, by a label, to the next place.
///
/// One flat table for the whole tree, open addressing with linear probing, so that a step costs one look into memory
/// and a tree of many thousand places builds without as many small tables.
struct EdgeTable: Sendable {
  /// Place and label in one number; `free` where there is none.
  private var keys: [UInt64]
  private var ends: [Int32]
  private var count = 0

  private static let free = UInt64.max

  /// A table with room for so many edges, beyond which it grows by itself.
  init(expecting edges: Int = 0) {
    var size = 64
    while size < edges * 2, size < 1 << 24 { size *= 2 }
    keys = [UInt64](repeating: Self.free, count: size)
    ends = [Int32](repeating: 0, count: size)
  }

  /// The place an edge leads to; nil where there is no such edge.
  subscript(_ node: Int, _ label: UInt32) -> Int? {
    get {
      let key = Self.key(node, label)
      let slot = slot(of: key)
      return keys[slot] == key ? Int(ends[slot]) : nil
    }
    set {
      guard let newValue else { return }
      if count * 2 >= keys.count { grow() }
      let key = Self.key(node, label)
      let slot = slot(of: key)
      if keys[slot] != key { count += 1 }
      keys[slot] = key
      ends[slot] = Int32(truncatingIfNeeded: newValue)
    }
  }

  private static func key(_ node: Int, _ label: UInt32) -> UInt64 {
    UInt64(UInt32(truncatingIfNeeded: node)) << 32 | UInt64(label)
  }

  /// Where the key is, or where it would go. The multiplier is Knuth's: 2^64 over the golden ratio.
  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[slot] != key, keys[slot] != Self.free { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldEnds) = (keys, ends)
    keys = [UInt64](repeating: Self.free, count: oldKeys.count * 2)
    ends = [Int32](repeating: 0, count: oldKeys.count * 2)
    for (key, end) in zip(oldKeys, oldEnds) where key != Self.free {
      let slot = slot(of: key)
      keys[slot] = key
      ends[slot] = end
    }
  }
}
