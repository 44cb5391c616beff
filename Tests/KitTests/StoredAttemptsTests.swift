import Authoring
import Domain
import Journal
import Testing
import TouchpointKit
import TouchpointTesting

@Suite struct `Stored attempts` {
  private static let path = "scenarios/delivery/late-birthday-parcel.yaml"
  private static let scenario = BundledLibrary.report.scenarios.first { $0.id == "late-birthday-parcel" }

  /// A journal with one session of a trainee, played with these lines.
  private func store(
    _ lines: [String], digest: String? = nil, style: PlayStyle = .free
  ) throws -> MemoryJournal {
    let scenario = try #require(Self.scenario)
    let journal = MemoryJournal()
    let player = ScriptPlayer(scenario) { ReplyMade(text: $0, moves: [], tier: "phrase") }
    for (session, trainee) in [("one", "Robin"), ("two", "Kim")] {
      for event in player.play(lines, seed: 1, mode: .coach).events {
        var event = event
        if case .opened(var opening) = event.kind {
          opening.trainee = trainee
          opening.style = style
          opening.scenarioDigest = digest ?? opening.scenarioDigest
          event = SessionEvent(at: event.at, .opened(opening))
        }
        _ = try journal.append(.event(event), to: session, at: 0)
      }
    }
    return journal
  }

  /// What `check` says of the bundled scenario with a store's attempts.
  private func found(_ store: MemoryJournal) throws -> [String] {
    let attempts = try StoredAttempts(store)
    #expect(attempts.setAside == [])
    let checker = BundledLibrary.workplace.checker.reading(attempts.attempts)
    return checker.check([BundledLibrary.root + "/" + Self.path]).diagnostics.map {
      "\($0.code.number) \($0.message)"
    }
  }

  @Test func `show what two trainees said and nothing understood`() throws {
    #expect(
      try found(store(["the van is lost"])) == [
        "S413 \"the van is lost\" or the like was understood as nothing in 2 attempts by 2 trainees"
      ])
  }

  @Test func `of another version of the file, or of the menu, show nothing`() throws {
    #expect(try found(store(["the van is lost"], digest: "older")) == [])
    #expect(try found(store(["the van is lost"], style: .guided)) == [])
  }

  @Test(arguments: BundledLibrary.report.scenarios.map(\.id))
  func `a bundled scenario is not passed by pasting its examples`(_ id: String) throws {
    let entry = BundledLibrary.workplace.scenarios.first { $0.id == id }
    let file = try #require(entry?.path)
    let workplace = BundledLibrary.workplace
    let hearing = workplace.checker.hearing(with: try workplace.recognition())
    let checker = hearing.rehearsing(with: workplace.rehearsal)
    #expect(checker.check([file]).diagnostics.map(\.message) == [])
  }
}
