import Testing

@Suite struct `The doors between rooms` {
  /// Modules any room may use: the language, the platform, and nothing of ours.
  private let everywhere: Set<String> = [
    "Swift", "FoundationEssentials", "Glibc", "Musl", "Dispatch", "Synchronization", "Testing",
  ]

  @Test func `are kept by every import`() throws {
    let doors = try doorTable()
    for file in Checkout.swiftFiles(below: "Sources") {
      let room = String(file.split(separator: "/")[1])
      let allowed = try #require(doors[room], "\(room) is missing in Sources/README.md").union(everywhere)
      for module in try imports(of: file) {
        #expect(allowed.contains(module), "\(file) imports \(module), which is no door of \(room)")
      }
    }
  }

  @Test func `name every folder of Sources and nothing else`() throws {
    #expect(try Set(doorTable().keys) == Set(Checkout.folders(in: "Sources")))
  }

  @Test func `are no wider than what the manifest lets through`() throws {
    let manifest = try Checkout.text("Package.swift")
    for room in try doorTable().keys {
      #expect(manifest.contains("\"\(room)\""), "Package.swift has no target \(room)")
    }
  }

  /// Room -> what it may import, as the table in Sources/README.md says.
  private func doorTable() throws -> [String: Set<String>] {
    let lines = try Checkout.text("Sources/README.md").split(
      separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("| room |") })
    var doors: [String: Set<String>] = [:]
    for line in lines[(start + 2)...].prefix(while: { $0.hasPrefix("|") }) {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      let room = cells[1].filter { $0 != "`" && $0 != " " }
      doors[room] = Set(cells[3].split { $0 == "," || $0 == " " }.map(String.init))
    }
    return doors
  }

  private func imports(of file: String) throws -> [String] {
    try Checkout.text(file).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
      guard let place = words.firstIndex(of: "import"), place <= 1, words.count > place + 1 else {
        return nil
      }
      guard place == 0 || ["public", "package", "internal", "private"].contains(String(words[0])) else {
        return nil
      }
      return words.dropFirst(place + 1).last.map { String($0.prefix { $0 != "." }) }
    }
  }
}
