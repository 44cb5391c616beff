import Domain
import Testing

@testable import Journal

@Suite struct `The written record` {
  @Test(arguments: everyKind) func `reads back as it was`(_ record: JournalRecord) throws {
    let kind = RecordCoding.kind(of: record)
    #expect(try RecordCoding.record(kind: kind, payload: try RecordCoding.payload(of: record)) == record)
  }

  @Test func `has a sample of every kind`() {
    #expect(Set(everyKind.map(RecordCoding.kind)) == Set(RecordKind.allCases))
  }

  // These three are the format. Journals outlive programs: what they say must never change.
  @Test func `is plain JSON with sorted keys`() throws {
    let payload = String(decoding: try RecordCoding.payload(of: opening()), as: UTF8.self)
    #expect(
      payload == """
        {"at":0,"opening":{"mode":"coach","scenario":"late-birthday-parcel","scenarioDigest":"d1",\
        "seed":18446744073709551615,"style":"free","trainee":"Ada","wallClock":1000}}
        """)
  }

  @Test func `keeps a whole judgement`() throws {
    let payload = String(decoding: try RecordCoding.payload(of: judgement(of: "s1")), as: UTF8.self)
    #expect(
      payload == #"""
        {"active":60000,"hints":0,"mode":"coach","moods":[{"gauge":"trust","values":[40,60]}],\#
        "remarks":[],"replies":1,"scenario":"late-birthday-parcel","scenarioDigest":"d1",\#
        "scenarioTitle":"Late","scorecard":{"accuracy":{},"breaches":[],"fruitlessCost":0,"hintCost":0,"isZeroed":false,\#
        "marks":[{"criterion":"apology","dimension":"",\#
        "earned":2000,"evidence":{"checks":[{"passed":true,"question":"Names the impact?"}],\#
        "quotes":[{"note":"early","range":{"end":4,"start":0},"role":"earned","turn":1}],\#
        "reason":"Said at once","verdict":"met"},"isAdvice":false,"place":"rubric.yaml:4","possible":2000,\#
        "skill":"empathy","title":"Apologises"}],"passMark":80,"quality":9150,"result":"passed",\#
        "rubrics":["r1"],"tier":""},"seed":7,"session":"s1","startedAt":1000,"style":"free","trainee":"Ada",\#
        "transcript":{"conclusion":{"at":60000,"comment":"Thanks","csat":5,"ending":"calm",\#
        "facts":[],"gauges":[],"goalMet":true,"outcome":"success"},"turns":[{"at":0,"channel":"chat",\#
        "content":{"words":{"_0":"Where is it?"}},"facts":[],"isEarlier":false,"speaker":"customer"},\#
        {"at":9000,"channel":"chat","content":{"reply":{"_0":{"moves":[],"text":"I am sorry.",\#
        "tier":"phrase"},"waited":9000}},"facts":[],"isEarlier":false,"speaker":"trainee"}]}}
        """#)
  }

  @Test func `keeps what people said in plain words`() throws {
    let payloads = try statements.map { String(decoding: try RecordCoding.payload(of: $0), as: UTF8.self) }
    #expect(
      statements.map { RecordCoding.kind(of: $0).rawValue } == [
        "reviewed", "disputed", "decided", "rescored",
      ])
    #expect(
      payloads == [
        #"""
        {"coach":"Bo","isBlind":true,"marks":[{"cause":"process","comment":"No \u001b[2J cause",\#
        "criterion":"apology","verdict":"partly"}]}
        """#,
        #"""
        {"id":"s1.1","mark":{"comment":"It was on time","criterion":"apology",\#
        "verdict":"not applicable"},"trainee":"Ada"}
        """#,
        #"{"coach":"Bo","comment":"Right","dispute":"s1.1","isUpheld":true}"#,
        #"""
        {"by":"Bo","scorecard":{"accuracy":{},"breaches":[],"fruitlessCost":0,"hintCost":0,\#
        "isZeroed":false,"marks":[],\#
        "passMark":80,"quality":8000,"result":"passed","rubrics":["r2"],"tier":""}}
        """#,
      ])
  }

  @Test func `reads a judgement from before dimensions, accuracies and tiers`() throws {
    let old = #"""
      {"active":60000,"hints":0,"mode":"coach","moods":[{"gauge":"trust","values":[40,60]}],\#
      "remarks":[],"replies":1,"scenario":"late-birthday-parcel","scenarioDigest":"d1",\#
      "scenarioTitle":"Late","scorecard":{"breaches":[],"hintCost":0,"marks":[{"criterion":"apology",\#
      "earned":2000,"evidence":{"checks":[{"passed":true,"question":"Names the impact?"}],\#
      "quotes":[{"note":"early","range":{"end":4,"start":0},"role":"earned","turn":1}],\#
      "reason":"Said at once","verdict":"met"},"place":"rubric.yaml:4","possible":2000,\#
      "skill":"empathy","title":"Apologises"}],"passMark":80,"quality":9150,"result":"passed",\#
      "rubrics":["r1"]},"seed":7,"session":"s1","startedAt":1000,"style":"free","trainee":"Ada",\#
      "transcript":{"conclusion":{"at":60000,"comment":"Thanks","csat":5,"ending":"calm",\#
      "facts":[],"gauges":[],"goalMet":true,"outcome":"success"},"turns":[{"at":0,"channel":"chat",\#
      "content":{"words":{"_0":"Where is it?"}},"facts":[],"isEarlier":false,"speaker":"customer"},\#
      {"at":9000,"channel":"chat","content":{"reply":{"_0":{"moves":[],"text":"I am sorry.",\#
      "tier":"phrase"},"waited":9000}},"facts":[],"isEarlier":false,"speaker":"trainee"}]}}
      """#
    #expect(try RecordCoding.record(kind: .judged, payload: Array(old.utf8)) == judgement(of: "s1"))
  }

  // Recomputed with Python's hashlib and struct, from the description at `contentHash`.
  @Test func `is chained by this hash`() throws {
    let payload = Array(#"{"at":1}"#.utf8)
    let row = try #require(
      StoredRow.following(.genesis, session: "s1", recordedAt: -2, kind: "hinted", payload: payload))
    #expect(row.hash == "33b24dcd1f119b96204718aad0ff54d766c60efe4bd06b9b04cb21d7f8887a07")
  }

  @Test func `hashes no two different rows as the same bytes`() throws {
    let plain = StoredRow(
      sequence: 1, session: "ab", recordedAt: 2, kind: "c", payload: [1], previousHash: "0", hash: "")
    var variants: [StoredRow] = [plain]
    func vary(_ change: (inout StoredRow) -> Void) {
      var row = plain
      change(&row)
      variants.append(row)
    }
    vary {
      $0.session = "a"; $0.kind = "bc"
    }
    vary {
      $0.session = "abc"; $0.kind = ""
    }
    vary {
      $0.kind = ""; $0.payload = Array("c".utf8) + [1]
    }
    vary {
      $0.previousHash = "0ab"; $0.session = ""
    }
    vary {
      $0.sequence = 2; $0.recordedAt = 1
    }
    vary { $0.payload = [] }
    #expect(Set(variants.map(\.contentHash)).count == variants.count)
  }

  @Test func `survives any mutation of its bytes without a trap`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let payloads = try everyKind.map { (RecordCoding.kind(of: $0), try RecordCoding.payload(of: $0)) }
    var refused = 0
    for _ in 0..<3_000 {
      let (kind, payload) = payloads.randomElement(using: &random) ?? (.left, [])
      let mutated = mutate(payload, using: &random)
      if (try? RecordCoding.record(kind: kind, payload: mutated)) == nil { refused += 1 }
    }
    #expect(refused > 100, "seed \(seed)")
  }

  @Test(arguments: [
    "", "[", "{}", "null", "{\"at\":1e400}", "{\"at\":99999999999999999999}", "{\"at\":0.5}",
    "{\"at\":\"0\"}",
    "{\"at\":0,\"opening\":null}", String(repeating: "[", count: 100_000),
    "{\"at\":0,\"reply\":{\"text\":\"x\",\"tier\":\"t\",\"moves\":[{}]}}",
  ])
  func `is refused with a reason when it is something else`(_ payload: String) {
    for kind in [RecordKind.opened, .replied, .judged, .reviewed, .disputed, .decided, .rescored] {
      let failure = #expect(throws: PayloadFailure.self) {
        _ = try RecordCoding.record(kind: kind, payload: Array(payload.utf8))
      }
      #expect(failure?.reason.isEmpty == false)
    }
  }

  private func mutate(_ payload: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
    var bytes = payload
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes.removeSubrange(place...)
      case 2: bytes.insert(contentsOf: Array("9e99".utf8), at: place)
      default: bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
    }
    return bytes
  }
}
