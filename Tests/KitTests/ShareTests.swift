import Testing
import TouchpointKit

@Suite struct `The program's data` {
  @Test func `is found from a build folder inside the checkout`() throws {
    let found = try ShareFolder.find(
      asked: nil, environment: [:], binary: BundledLibrary.root + "/.build/debug/touchpoint")
    #expect(found.path == BundledLibrary.root)
  }

  @Test func `is the folder asked for, then the environment's, and never silently another`() throws {
    let asked = try ShareFolder.find(
      asked: BundledLibrary.root, environment: ["TOUCHPOINT_SHARE": "/nowhere"], binary: nil)
    #expect(asked.path == BundledLibrary.root)
    #expect(throws: ShareFolder.Missing(tried: ["/nowhere"])) {
      try ShareFolder.find(
        asked: nil, environment: ["TOUCHPOINT_SHARE": "/nowhere"],
        binary: BundledLibrary.root + "/.build/debug/touchpoint")
    }
  }
}
