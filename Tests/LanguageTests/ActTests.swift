import Foundation
import Testing

@testable import Language

private let scoring = EncoderFixtures.root + "/scoring"

/// The models as shipped, opened once a tier.
private struct ShippedActs {
  static let main = opened(.main)
  static let fast = opened(.fast)

  private static func opened(_ tier: EncoderTier) -> Result<ActReader, any Error> {
    Result {
      let encoder = try #require(EncoderFixtures.encoders.encoder(tier))
      return try ActReader(folder: scoring + "/acts", tone: scoring + "/tone", encoder: encoder)
    }
  }
}

private func acts(_ text: String, from side: TalkSide = .agent, tier: EncoderTier = .main) throws -> Set<
  ServiceAct
> {
  let reader = try (tier == .main ? ShippedActs.main : ShippedActs.fast).get()
  return Set(reader.acts(in: Reply(text), from: side).map(\.act))
}

@Suite struct `Acts of service talk` {
  @Test(arguments: [
    ("I am afraid we cannot take back opened perfume.", ServiceAct.refusal),
    ("Could you read me the last four digits and your date of birth so I know it's you?", .identityCheck),
    ("I've put it through to our workshop, Ravi takes over from here.", .handOver),
    ("Did you get the blinking light before or after the update?", .diagnosing),
    ("Please hold on while I pull up your file.", .holdLine),
    ("No idea yet, to be honest.", .unknown),
    ("Let's take this to a private message.", .privatePath),
    ("Thanks for sending the pictures so quickly.", .thanksFor),
    ("Keep your code to yourself, nobody here will ever ask for it.", .safePath),
  ])
  func `are heard in words of their own`(_ text: String, _ act: ServiceAct) throws {
    let heard = try acts(text)
    #expect(heard.contains(act), "\(text): \(heard.map(\.rawValue).sorted())")
  }

  @Test(arguments: [
    ("There is gas in the kitchen and my father feels dizzy.", ServiceAct.danger),
    ("Take me off your list, no more texts.", .optOut), ("My lawyer will write to you on Monday.", .legal),
  ])
  func `of the customer are heard apart from the agent's`(_ text: String, _ act: ServiceAct) throws {
    #expect(try acts(text, from: .customer).contains(act))
    #expect(try !acts(text, from: .agent).contains(act))
  }

  @Test func `stand at the clause that makes them`() throws {
    let text = "We cannot take back opened perfume, but I can order the smaller bottle for you."
    let reader = try ShippedActs.main.get()
    let refusal = try #require(reader.acts(in: Reply(text), from: .agent).first { $0.act == .refusal })
    #expect(text[refusal.passage.range].hasPrefix("We cannot take back opened perfume"))
    #expect(refusal.probability > 0.3 && refusal.probability <= 1)
  }

  @Test(arguments: EncoderTier.allCases)
  func `come out the same every time`(_ tier: EncoderTier) throws {
    let text = "Sorry, we can't. I'll ask Mia and write to you by noon! Is anything else open?"
    #expect(try acts(text, tier: tier) == acts(text, tier: tier))
  }

  @Test(arguments: EncoderTier.allCases)
  func `have the same scores to the bit on every path`(_ tier: EncoderTier) throws {
    let encoder = try #require(EncoderFixtures.encoders.encoder(tier))
    let branch = try ActReader.branch(scoring + "/acts", encoder)
    // More texts than go together; words beside the meaning, some of them in no example.
    let texts = (0..<11).map { number in
      let text = "We cannot take back \(number) opened bottles, but I can order one for you."
      return ActModel.Text(
        vector: encoder.encode(text), branched: branch?.encoder.encode([text])[0].own ?? [],
        features: ["we", "cannot", "order", "zzyzx"].prefix(number % 5).map { ToneFeature("w:\($0)", 1) })
    }
    let found = try EncoderPath.allCases.filter(\.isAvailable).map { path in
      let file = try ModelFile(path: "\(scoring)/acts/agent.\(tier.rawValue).tpm", kind: .kernel)
      let model = try ActModel(file, of: .agent, encoder: encoder, branch: branch, path: path)
      let together = model.scores(of: texts)
      #expect(together == texts.flatMap { model.scores(of: [$0]) })
      return together.map { $0.map(\.bitPattern) }
    }
    #expect(Set(found[0].joined()).count > 200)
    for other in found { #expect(other == found[0]) }
  }

  @Test(arguments: ["", " \n", "!!!", "\u{0}", "世界", String(repeating: "Sorry. ", count: 5_000)])
  func `of any text are found in bounded time`(_ text: String) throws {
    let reader = try ShippedActs.fast.get()
    #expect(
      reader.acts(in: Reply(text), from: .agent).count <= ActReader.mostPassages * ServiceAct.allCases.count)
  }

  @Test func `need a model made for the encoder at hand`() throws {
    let encoders = EncoderFixtures.encoders
    let fast = try #require(encoders.fast)
    let file = try ModelFile(path: scoring + "/acts/agent.main.tpm", kind: .kernel)
    #expect(
      throws: ModelFileTrouble.malformed(
        path: file.path, reason: "was made for another model of the fast tier")
    ) {
      _ = try ActModel(file, of: .agent, encoder: fast, branch: nil)
    }
  }

  @Test(arguments: [7, 19, 41])
  func `refuse damaged files without a trap`(_ seed: Int) throws {
    let path = scoring + "/acts/customer.fast.tpm"
    let whole = Array(try Data(contentsOf: URL(filePath: path)))
    let encoder = try #require(EncoderFixtures.encoders.fast)
    for cut in [0, 1, 127, 128, 500, whole.count / 2, whole.count - 1] {
      #expect(throws: ModelFileTrouble.self) {
        _ = try ActModel(
          ModelFile(copying: Array(whole[..<cut]), name: "cut", kind: .kernel), of: .customer,
          encoder: encoder, branch: nil)
      }
    }
    var changed = whole
    changed[(seed * 13) % 128] ^= 0x55
    #expect(throws: ModelFileTrouble.self, "seed \(seed)") {
      _ = try ActModel(
        ModelFile(copying: changed, name: "changed", kind: .kernel), of: .customer, encoder: encoder,
        branch: nil)
    }
  }

  @Test func `every example has a known act on its side`() throws {
    for name in ["refusing", "feeling", "fault", "owning", "safeguarding", "customer"] {
      let text = try String(contentsOfFile: "\(scoring)/acts/\(name).tsv", encoding: .utf8)
      let labels = text.split(separator: "\n").flatMap {
        ($0.split(separator: "\t").first ?? "").split(separator: ",")
      }
      let unknown = Set(labels.map(String.init)).filter { $0 != "none" && ServiceAct(rawValue: $0) == nil }
      #expect(unknown.isEmpty, "\(name): \(unknown)")
    }
  }
}
