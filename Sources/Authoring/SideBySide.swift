import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// What a function makes of each element, in their order; several are worked on at a time, one a processor.
  func mappedSideBySide<Result: Sendable>(_ make: @Sendable (Element) -> Result) -> [Result] {
    guard count > 1 else { return map(make) }
    let made = Mutex<[Result?]>(Array<Result?>(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { place in
      let result = make(self[place])
      made.withLock { $0[place] = result }
    }
    return made.withLock { $0 }.compactMap(\.self)
  }
}
