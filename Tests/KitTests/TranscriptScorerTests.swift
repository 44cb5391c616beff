import Foundation
import Testing

@testable import TouchpointKit

/// The scorer on the bundled rubric, words alone.
@Suite struct `A scored transcript` {
  private static let scorer = Result {
    let judge = try BundledLibrary.workplace.judge(at: nil)
    return TranscriptScorer(judge, rubric: try BundledLibrary.workplace.loadRubric("service-quality"))
  }

  private func score(_ line: String) throws -> TranscriptScorer.Result {
    try Self.scorer.get().score(LineCutter.Line(number: 1, bytes: Array(line.utf8)))
  }

  private func object(_ result: TranscriptScorer.Result) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(result.json.utf8)) as? [String: Any])
  }

  private func talk(_ turns: [[String: String]], channel: String? = nil) throws -> String {
    var line: [String: Any] = ["id": "t", "turns": turns]
    line["channel"] = channel
    return String(decoding: try JSONSerialization.data(withJSONObject: line), as: UTF8.self)
  }

  private static let usual = [
    ["speaker": "customer", "text": "My parcel is six days late."],
    [
      "speaker": "agent", "text": "I am sorry that your parcel is late. I will call the depot by 4 pm today.",
    ],
  ]

  @Test func `quotes words that stand where it says`() throws {
    let object = try object(score(talk(Self.usual)))
    let criteria = try #require(object["criteria"] as? [[String: Any]])
    let quotes = criteria.flatMap { $0["quotes"] as? [[String: Any]] ?? [] }
    #expect(!quotes.isEmpty)
    for quote in quotes {
      let turn = try #require(quote["turn"] as? Int)
      let (start, end) = (try #require(quote["start"] as? Int), try #require(quote["end"] as? Int))
      let bytes = Array((Self.usual[turn]["text"] ?? "").utf8)
      #expect(String(decoding: bytes[start..<end], as: UTF8.self) == quote["words"] as? String)
    }
  }

  @Test func `has quality that is the sum of its points`() throws {
    let object = try object(score(talk(Self.usual)))
    let criteria = try #require(object["criteria"] as? [[String: Any]])
    let points = criteria.reduce(0) { $0 + ($1["points"] as? Double ?? 0) }
    #expect(abs(points - (object["quality"] as? Double ?? -1)) < 0.005)
  }

  @Test func `without a channel is one of chat`() throws {
    #expect(try score(talk(Self.usual)) == score(talk(Self.usual, channel: "chat")))
  }

  @Test(arguments: ["sms", "social", "in-app", "in-person", "email", "phone", "bot", "E-Mail"])
  func `may be of any channel`(_ channel: String) throws {
    let result = try score(talk(Self.usual, channel: channel))
    #expect(result.fault == nil)
    #expect(try object(result)["quality"] is Double)
  }

  @Test func `keeps its id when the talk is unusable`() throws {
    let result = try score(#"{"id": "x-7", "turns": []}"#)
    #expect(result == .init(json: #"{"id":"x-7","error":"it has no turns"}"#, fault: "it has no turns"))
    let broken = try score(#"{"id": "x-7", "turns": 3}"#)
    #expect(broken.json == #"{"id":"x-7","error":"'turns' must be a list: […]"}"#)
    #expect(
      try score("{").json == #"{"id":null,"error":"it is not JSON: it ends in the middle, after byte 1"}"#)
  }

  @Test(arguments: [
    "", " ", "\u{0}", "\u{0}\u{0}\u{0}", "\u{202E}\u{200B}\u{FEFF}", "!!!???...", "👩‍👩‍👧‍👦", "\r\n\r\n", "\\\"{}[]",
    "e\u{301}\u{301}\u{301}", "1e999999 -0 00 1/0 9999999999999999999999",
  ])
  func `may hold any words`(_ text: String) throws {
    let turns = [["speaker": "customer", "text": text], ["speaker": "agent", "text": text]]
    let result = try score(talk(turns))
    #expect(result.fault == nil)
    #expect(try object(result)["id"] as? String == "t")
  }

  @Test func `may lack a customer and not an agent`() throws {
    #expect(
      try score(talk([Self.usual[0]])).fault == "no turn is the agent's, so there is nobody to judge")
    #expect(try score(talk([Self.usual[1]])).fault == nil)
  }

  @Test func `may be of ten thousand turns, and of replies of 64 kB`() throws {
    let long = (0..<5_000).flatMap { number in
      [
        ["speaker": "customer", "text": "And \(number)?"],
        ["speaker": "agent", "text": "Yes, \(number)."],
      ]
    }
    #expect(try score(talk(long)).fault == nil)
    let wide = String(repeating: "I am sorry about that, I will call the depot by noon. ", count: 1_200)
    #expect(try score(talk([Self.usual[0], ["speaker": "agent", "text": wide]])).fault == nil)
  }

  @Test func `that goes on is unfinished`() throws {
    let line = try talk(Self.usual).replacing(#""id":"t""#, with: #""id":"t","ended":false"#)
    #expect(try object(score(line))["result"] as? String == "unfinished")
  }

  @Test func `in another language is not judged`() throws {
    let german = [
      Self.usual[0],
      [
        "speaker": "agent",
        "text": "Es tut mir sehr leid, dass Ihr Paket noch nicht da ist. Ich rufe heute das Depot an.",
      ],
    ]
    let object = try object(score(talk(german)))
    #expect(object["result"] as? String == "not English: not judged")
    #expect(object["quality"] is NSNull)
    #expect((object["accuracies"] as? [String: Any])?.values.allSatisfy { $0 is NSNull } == true)
    let criteria = try #require(object["criteria"] as? [[String: Any]])
    #expect(criteria.allSatisfy { $0["verdict"] as? String == "not applicable" })
  }

  @Test func `is refused where a line is longer than any talk`() throws {
    var line = LineCutter.Line(number: 1, bytes: [])
    line.tooLong = 300_000_000
    #expect(
      try Self.scorer.get().score(line).json
        == #"{"id":null,"error":"the line has 300000000 bytes; at most 33554432 are read"}"#)
  }
}
