import Synchronization

/// How patterns are meant, read when first asked for: of ten thousand phrases a talk holds a few dozen.
/// Only saves time; a stance is always the same.
final class StanceMemory: Sendable {
  private let known: Mutex<[Stance?]>

  init(count: Int) { known = Mutex(Array(repeating: nil, count: count)) }

  func stance(of place: Int, read: () -> Stance) -> Stance {
    if let stance = known.withLock({ $0[place] }) { return stance }
    let stance = read()
    known.withLock { $0[place] = stance }
    return stance
  }
}
