/// A count on standard error, redrawn in place, for whoever waits at a terminal longer than a second.
struct Progress {
  private let what: String
  private let isShown: Bool
  private var count = 0
  private var next = ContinuousClock.now + .seconds(1)
  private var isDrawn = false

  /// - Parameter what: what is counted: `lines scored`.
  init(_ what: String, isShown: Bool) {
    self.what = what
    self.isShown = isShown && Output.errorIsTerminal
  }

  mutating func add(_ more: Int) {
    count += more
    guard isShown, ContinuousClock.now >= next else { return }
    next = ContinuousClock.now + .seconds(1)
    isDrawn = true
    Output.rawNote("\r\(count) \(what)")
  }

  /// Takes the count off the screen.
  mutating func clear() {
    if isDrawn { Output.rawNote("\r\u{1B}[K") }
    isDrawn = false
  }
}
