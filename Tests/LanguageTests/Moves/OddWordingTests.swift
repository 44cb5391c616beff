import Foundation
import Language
import Testing

/// The bundled models, where the checkout has them.
enum BundledModel {
  static let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
  static let encoders = EncoderSet(folder: root + "/scoring/model")
  static let background = Background(
    lines("scoring/background/agent-talk.txt").filter { !$0.hasPrefix("#") })

  static func lines(_ path: String) -> [String] { text(path).split(separator: "\n").map(String.init) }

  static func text(_ path: String) -> String {
    (try? String(contentsOf: URL(filePath: root + "/" + path), encoding: .utf8)) ?? ""
  }

  static func table(_ name: String, _ columns: [String]) throws -> [[String]] {
    let path = "Tests/LanguageTests/Moves/Replies/\(name).tsv"
    return try TSV(Array(text(path).utf8), columns: columns).rows.map { row in
      switch row {
      case .fields(let fields): return fields
      case .bad(let line, let reason): throw Bad(line: line, reason: reason)
      }
    }
  }

  struct Bad: Error {
    let line: Int
    let reason: String
  }
}

@Suite struct `Moves in a trainee's own odd words` {
  /// The moves of the bundled scenarios, as they were when the replies were written.
  static func scenarios() throws -> [String: [MoveExamples]] {
    var scenarios: [String: [MoveExamples]] = [:]
    for row in try BundledModel.table("scenario-moves", ["scenario", "label", "text"]) {
      let isMiss = row[1].hasPrefix("!")
      let name = isMiss ? String(row[1].dropFirst()) : row[1]
      var moves = scenarios[row[0]] ?? []
      let place = moves.firstIndex { $0.name == name } ?? moves.endIndex
      if place == moves.endIndex { moves.append(MoveExamples(name: name, like: [])) }
      if isMiss { moves[place].notLike.append(row[2]) } else { moves[place].like.append(row[2]) }
      scenarios[row[0]] = moves
    }
    return scenarios
  }

  /// How many replies are understood whole: every move that is made, and no other.
  static func understood(_ make: ([MoveExamples]) -> any MoveRecogniser) throws -> (right: Int, of: Int) {
    let recognisers = try scenarios().mapValues(make)
    let replies = try BundledModel.table("odd-wordings", ["scenario", "text", "moves"])
    let right = replies.count { row in
      guard let recogniser = recognisers[row[0]] else { return false }
      let made = recogniser.understand(Reply(row[1])).matches.map { recogniser.moves[$0.move].name }
      return made.sorted() == row[2].split(separator: " ").map(String.init).sorted()
    }
    return (right, replies.count)
  }

  static func learned(_ encoder: any SentenceEncoder) -> ([MoveExamples]) -> any MoveRecogniser {
    let store = MemoryVectorStore()
    return { LearnedRecogniser($0, encoder: encoder, store: store, background: BundledModel.background) }
  }

  @Test(.enabled(if: BundledModel.encoders.main != nil))
  func `the main tier understands seven in ten whole`() throws {
    let encoder = try #require(BundledModel.encoders.main)
    let (right, count) = try Self.understood(Self.learned(encoder))
    #expect(right * 10 >= count * 7, "\(right) of \(count)")
  }

  @Test(.enabled(if: BundledModel.encoders.fast != nil))
  func `the fast tier understands two in three whole`() throws {
    let encoder = try #require(BundledModel.encoders.fast)
    let (right, count) = try Self.understood(Self.learned(encoder))
    #expect(right * 3 >= count * 2, "\(right) of \(count)")
  }

  @Test func `phrases alone understand two in five whole`() throws {
    let (right, count) = try Self.understood { PhraseRecogniser($0) }
    #expect(right * 5 >= count * 2, "\(right) of \(count)")
  }
}

@Suite(.enabled(if: BundledModel.encoders.fast != nil || BundledModel.encoders.main != nil))
struct `Moves by meaning` {
  static let recogniser: LearnedRecogniser? = BundledModel.encoders.best.map {
    LearnedRecogniser(
      BirthdayParcel.moves, encoder: $0, store: MemoryVectorStore(), background: BundledModel.background)
  }

  static func moves(in reply: String) -> [String] {
    guard let recogniser else { return [] }
    return recogniser.understand(Reply(reply), names: ["Ines Moreau"]).matches
      .map { recogniser.moves[$0.move].name }.sorted()
  }

  @Test(arguments: [
    "I am not sorry", "I'm not going to apologise", "They are sorry your parcel is late",
    "Are you sorry?", "If I could I would be sorry", "I can't promise it will arrive tomorrow", "",
    "ok", "hm", "🙂", "I can't take care of this for you", "asdf qwer zxcv",
  ])
  func `what is denied, supposed or asked is not the act`(_ reply: String) {
    #expect(Self.moves(in: reply) == [])
  }

  @Test func `each sentence makes its own move`() throws {
    let found = Self.moves(in: "I'm really sorry it is so late. What's your name and your postcode?")
    #expect(found == ["apologise", "check_identity"])
  }

  @Test func `a match says where, after which example, and by which tier`() throws {
    let recogniser = try #require(Self.recogniser)
    let text = "Right. I feel awful about the delay, sorry!"
    let found = recogniser.understand(Reply(text))
    let match = try #require(found.matches.first)
    #expect(recogniser.moves[match.move].name == "apologise")
    #expect(match.spans.contains { text[$0].contains("sorry") })
    #expect(recogniser.moves[match.move].like.contains(match.nearestExample))
    #expect(found.tier == (BundledModel.encoders.main != nil ? .main : .fast))
  }

  @Test func `a reply of hundreds of sentences is answered`() throws {
    let recogniser = try #require(Self.recogniser)
    let long = String(repeating: "I am sorry, leave it with me. ", count: 200)
    #expect(!recogniser.understand(Reply(long)).matches.isEmpty)
  }

  @Test func `nothing to learn from is nothing heard`() throws {
    let encoder = try #require(BundledModel.encoders.best)
    let none = LearnedRecogniser([], encoder: encoder, store: MemoryVectorStore(), background: Background([]))
    #expect(none.understand(Reply("hello there my friend")).matches == [])
    let empty = LearnedRecogniser(
      [MoveExamples(name: "x", like: [])], encoder: encoder, store: MemoryVectorStore(),
      background: BundledModel.background)
    #expect(empty.understand(Reply("hello there my friend")).matches == [])
  }
}
