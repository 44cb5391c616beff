import Dispatch
import Synchronization

/// A value that is made once: when it is first asked for, or ahead of that on another thread.
final class Prepared<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  /// A value that `make` will give. It must not ask for this value itself.
  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// Begins making it on another thread; returns at once.
  func begin() {
    DispatchQueue.global(qos: .userInitiated).async { _ = self.value }
  }

  /// The value; waits while it is being made.
  var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
