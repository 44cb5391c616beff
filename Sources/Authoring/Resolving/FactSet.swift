/// A set of small numbers as bits; numbers outside its size are never in it.
struct FactSet: Hashable, Sendable {
  private var words: [UInt64]

  init(size: Int) { words = [UInt64](repeating: 0, count: (max(size, 0) + 63) / 64) }

  func contains(_ index: Int) -> Bool {
    guard index >= 0, index / 64 < words.count else { return false }
    return words[index / 64] >> UInt64(index % 64) & 1 == 1
  }

  mutating func insert(_ index: Int) {
    guard index >= 0, index / 64 < words.count else { return }
    words[index / 64] |= 1 << UInt64(index % 64)
  }

  mutating func remove(_ index: Int) {
    guard index >= 0, index / 64 < words.count else { return }
    words[index / 64] &= ~(1 << UInt64(index % 64))
  }

  mutating func formUnion(_ other: FactSet) {
    for index in words.indices where index < other.words.count { words[index] |= other.words[index] }
  }
}
