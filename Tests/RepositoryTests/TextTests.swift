import Testing

@Suite struct `The sources` {
  @Test func `use no engine or formatter that is slow, unsafe or bound to one machine`() throws {
    let banned = [
      "NSRegularExpression", "try! Regex", "#/", "String(format:", "DateFormatter", "Bundle.module",
      "fatalError(",
      "try!", "nonisolated(unsafe)",
    ]
    for file in Checkout.swiftFiles(below: "Sources") {
      let text = try Checkout.text(file)
      for word in banned where text.contains(word) {
        Issue.record("\(file) uses \(word)")
      }
    }
  }

  @Test func `stay small enough to read: no file over 400 lines`() throws {
    for file in Checkout.swiftFiles(below: "Sources") {
      let lines = try Checkout.text(file).split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 400, "\(file) has \(lines) lines")
    }
  }
}
