import Testing

@testable import Language

private let folder = EncoderFixtures.root + "/scoring/acts"

@Suite struct `The branch of the transformer` {
  let main: TransformerEncoder
  let file: ModelFile

  init() throws {
    main = try #require(EncoderFixtures.encoders.main)
    file = try ModelFile(path: folder + "/branch.tpm", kind: .branch)
  }

  private static let texts = [
    "ok", "Where is my order?", "", "I'm sorry, I will refund you by Friday at noon, promised.",
    String(repeating: "please refund me ", count: 200),
  ]

  @Test func `leaves what a text means as it is, and reads something else beside it`() throws {
    let branch = try EncoderBranch(file, of: main)
    let both = branch.encode(Self.texts)
    #expect(both.map(\.meaning) == main.encode(Self.texts))
    for (text, found) in zip(Self.texts, both) where !text.isEmpty {
      #expect(abs(found.own.reduce(0) { $0 + $1 * $1 } - 1) < 1e-5)
      #expect(EncoderFixtures.cosine(found.own, found.meaning) < 0.9, "\(text.prefix(30))")
    }
    #expect(both[2].own == [Float](repeating: 0, count: main.dimension))
  }

  @Test(arguments: EncoderPath.allCases.filter(\.isAvailable))
  func `reads the same bits on every path, alone and beside others`(_ path: EncoderPath) throws {
    let transformer = try #require(EncoderFixtures.encoders.files.first { $0.kind == .transformer })
    let tokenizer = try #require(EncoderFixtures.encoders.tokenizer)
    let other = try TransformerEncoder(transformer, tokenizer: tokenizer, path: path)
    let together = try EncoderBranch(file, of: other).encode(Self.texts)
    let alone = try EncoderBranch(file, of: main)
    #expect(together == Self.texts.flatMap { alone.encode([$0]) })
  }

  @Test(arguments: [3, 17, 29])
  func `refuses damaged files without a trap`(_ seed: UInt64) throws {
    let whole = try EncoderFixtures.bytes(of: folder + "/branch.tpm")
    var dice = EncoderDice(state: seed)
    for cut in [0, 1, 127, 128, 500, whole.count / 2, whole.count - 1] {
      #expect(throws: ModelFileTrouble.self) {
        let part = try ModelFile(copying: Array(whole[..<cut]), name: "cut", kind: .branch)
        _ = try ActBranch(part, of: main)
      }
    }
    var changed = whole
    changed[Int.random(in: 0..<128, using: &dice)] ^= 0x55
    #expect(throws: ModelFileTrouble.self, "seed \(seed)") {
      _ = try ActBranch(ModelFile(copying: changed, name: "changed", kind: .branch), of: main)
    }
  }

  @Test func `is asked for where acts were learned beside it`() throws {
    let kernel = try ModelFile(path: folder + "/agent.main.tpm", kind: .kernel)
    #expect(
      throws: ModelFileTrouble.malformed(
        path: kernel.path, reason: "was made beside a branch, and there is none here")
    ) {
      _ = try ActModel(kernel, of: .agent, encoder: main, branch: nil)
    }
    let branch = try ActBranch(file, of: main)
    #expect(
      throws: ModelFileTrouble.malformed(path: kernel.path, reason: "was made beside another branch")
    ) {
      _ = try ActModel(kernel, of: .customer, encoder: main, branch: branch)
    }
  }
}
