import Foundation
import Testing
import TouchpointKit

/// Files that understanding needs besides the encoders, missing or damaged: named, and done without.
@Suite struct `Damaged weights` {
  /// A copy of the scoring folder in links, with one file written anew; nil leaves it out.
  private func notice(_ name: String, _ change: (Data) -> Data?) throws -> String? {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "touchpoint-weights-\(UUID().uuidString)").path
    defer { try? files.removeItem(atPath: folder) }
    let source = BundledLibrary.root + "/scoring"
    let parts = name.split(separator: "/").map(String.init)
    try files.createDirectory(atPath: folder + "/" + parts[0], withIntermediateDirectories: true)
    for entry in try files.contentsOfDirectory(atPath: source) where entry != parts[0] {
      try files.createSymbolicLink(
        atPath: "\(folder)/\(entry)", withDestinationPath: "\(source)/\(entry)")
    }
    for entry in try files.contentsOfDirectory(atPath: "\(source)/\(parts[0])") where entry != parts[1] {
      try files.createSymbolicLink(
        atPath: "\(folder)/\(parts[0])/\(entry)", withDestinationPath: "\(source)/\(parts[0])/\(entry)")
    }
    let whole = try Data(contentsOf: URL(filePath: "\(source)/\(name)"))
    try change(whole)?.write(to: URL(filePath: "\(folder)/\(name)"))
    return LanguageModels(scoring: folder, cache: nil).notice?.replacing(folder, with: "scoring")
  }

  @Test func `are none in what the program brings`() {
    #expect(LanguageModels(scoring: BundledLibrary.root + "/scoring", cache: nil).notice == nil)
  }

  @Test func `of acts that are cut off are named with their digest`() throws {
    let found = try #require(try notice("acts/agent.main.tpm") { $0.prefix(1_000_000) })
    #expect(found.hasPrefix("scoring/acts/agent.main.tpm: "))
    #expect(found.contains("(SHA-256 of the file: "))
    #expect(found.hasSuffix("; criteria hear phrases alone"))
  }

  @Test func `of acts are found by one changed byte`() throws {
    let found = try #require(
      try notice("acts/customer.main.tpm") { whole in
        var bytes = whole
        bytes[bytes.count - 5] ^= 1
        return bytes
      })
    #expect(found.hasPrefix("scoring/acts/customer.main.tpm: the content's digest is "))
    #expect(found.hasSuffix("; criteria hear phrases alone"))
  }

  @Test(arguments: [
    (
      "checks/main.tsv", "nonsense",
      "scoring/checks/main.tsv: it was made for other acts than those that are heard; scoring/build/checks.py makes "
        + "it anew; criteria go by their rules alone"
    ),
    (
      "facts/facts.weights", "main nonsense 1",
      "scoring/facts/facts.weights: line 1: "
    ),
    (
      "facts/antonyms.txt", nil,
      "cannot open 'scoring/facts/antonyms.txt': nothing is there; facts know no opposites"
    ),
    (
      "checks/main.tsv", nil,
      "cannot open 'scoring/checks/main.tsv': nothing is there; criteria go by their rules alone"
    ),
    (
      "facts/facts.weights", nil,
      "cannot open 'scoring/facts/facts.weights': nothing is there; facts are weighed by rule of thumb"
    ),
  ])
  func `are named with the reason and what is done without them`(
    _ name: String, _ text: String?, _ said: String
  ) throws {
    let found = try #require(try notice(name) { _ in text.map { Data($0.utf8) } })
    #expect(found.hasPrefix(said))
  }

  @Test func `of tone are named`() throws {
    let found = try #require(try notice("tone/valence.tsv") { _ in Data("one two three".utf8) })
    #expect(found.hasPrefix("scoring/tone/valence.tsv: "))
    #expect(
      found.hasSuffix(
        "; how replies sound is not read; acts need the word lists of tone; criteria hear phrases alone"))
  }
}
