import Glibc
import Testing

@testable import Language

@Suite struct `Model files` {
  private let names = ["vocabulary.tpm", "static.tpm", "minilm.tpm"]
  private let kinds: [ModelFileKind] = [.vocabulary, .staticTable, .transformer]

  private func path(_ name: String) -> String { EncoderFixtures.modelFolder + "/" + name }

  /// Opens a file's bytes all the way and uses it once; nothing but a typed failure may come of it.
  private func use(_ bytes: [UInt8], _ kind: ModelFileKind) throws(ModelFileTrouble) {
    let file = try ModelFile(copying: bytes, name: "changed", kind: kind)
    guard kind != .vocabulary else {
      let tokenizer = try WordPiece(file)
      _ = tokenizer.pieces(of: "I'm sorry, naïve 한국 中文 \u{1F600} unrefundable!")
      return
    }
    guard let tokenizer = EncoderFixtures.encoders.tokenizer else { return }
    switch kind {
    case .staticTable: _ = try StaticEncoder(file, tokenizer: tokenizer).encode("a naïve refund")
    case .transformer: _ = try TransformerEncoder(file, tokenizer: tokenizer).encode("ok")
    case .vocabulary, .kernel, .branch: break
    }
  }

  @Test func `open without a notice`() {
    #expect(EncoderFixtures.encoders.notices == [])
    #expect(EncoderFixtures.encoders.files.map(\.kind) == kinds)
    #expect(EncoderFixtures.encoders.best?.tier == .main)
  }

  @Test func `together are at most 25 MB`() throws {
    let sizes = try names.map { try EncoderFixtures.bytes(of: path($0)).count }
    #expect(sizes.reduce(0, +) <= 25_000_000)
  }

  @Test func `cut short anywhere are refused by name`() throws {
    for (name, kind) in zip(names, kinds) {
      let bytes = try EncoderFixtures.bytes(of: path(name))
      for count in [0, 1, 64, 127, 128, 500, 4096, bytes.count / 2, bytes.count - 1] {
        #expect(throws: ModelFileTrouble.self) { try use(Array(bytes.prefix(count)), kind) }
      }
      #expect(throws: ModelFileTrouble.self) { try use(bytes + [0], kind) }
    }
  }

  @Test func `with a changed header are refused`() throws {
    var dice = EncoderDice(state: 33)
    for (name, kind) in zip(names, kinds) {
      let bytes = try EncoderFixtures.bytes(of: path(name))
      for _ in 0..<40 {
        var changed = bytes
        let place = Int.random(in: 0..<176, using: &dice)
        changed[place] ^= UInt8.random(in: 1...255, using: &dice)
        #expect(throws: ModelFileTrouble.self, "seed 33, byte \(place)") { try use(changed, kind) }
      }
    }
  }

  @Test func `with changed content never end the process, and verify tells`() throws {
    var dice = EncoderDice(state: 34)
    for (name, kind) in zip(names, kinds) {
      let bytes = try EncoderFixtures.bytes(of: path(name))
      for _ in 0..<(kind == .vocabulary ? 60 : 4) {
        var changed = bytes
        for _ in 0..<(bytes.count / 50) {
          changed[Int.random(in: 2048..<bytes.count, using: &dice)] = UInt8.random(
            in: 0...255, using: &dice)
        }
        do throws(ModelFileTrouble) {
          try use(changed, kind)
        } catch {
          #expect("\(error)".hasPrefix("changed: "), "seed 34")
        }
      }
    }
    for file in EncoderFixtures.encoders.files { #expect(throws: Never.self) { try file.verify() } }
    var vocabulary = try EncoderFixtures.bytes(of: path("vocabulary.tpm"))
    vocabulary[vocabulary.count - 1] ^= 1
    let changed = try ModelFile(copying: vocabulary, name: "changed", kind: .vocabulary)
    let told = #expect(throws: ModelFileTrouble.self) { try changed.verify() }
    #expect("\(try #require(told))".hasSuffix("the header says \(changed.digest)"))
  }

  @Test func `are digested alike with the processor's own instructions and without`() {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    for count in bytes.indices {
      bytes[..<count].withUnsafeBytes {
        #expect(ModelFile.sha256($0) == ModelFile.sha256($0, isFast: false), "\(count) bytes")
      }
    }
    // FIPS 180-4's own example.
    Array("abc".utf8).withUnsafeBytes {
      #expect(
        ModelFile.sha256($0) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
  }

  @Test func `with forged sizes and sections are refused even under a right checksum`() throws {
    var dice = EncoderDice(state: 35)
    for (name, kind) in zip(names, kinds) {
      let bytes = try EncoderFixtures.bytes(of: path(name))
      for _ in 0..<(kind == .transformer ? 25 : 60) {
        var forged = bytes
        let place = Int.random(in: 16..<80, using: &dice) * 4
        for byte in place..<(place + 4) { forged[byte] = UInt8.random(in: 0...255, using: &dice) }
        Self.seal(&forged)
        do throws(ModelFileTrouble) {
          try use(forged, kind)
        } catch {
          #expect("\(error)".hasPrefix("changed: "), "seed 35, byte \(place)")
        }
      }
    }
  }

  /// Writes the checksum a header would have if it were meant this way.
  private static func seal(_ bytes: inout [UInt8]) {
    let sections = bytes[12..<16].reversed().reduce(0) { $0 << 8 | Int($1) }
    let end = (128 + 24 * sections + 63) / 64 * 64
    guard sections <= 512, end <= bytes.count else { return }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for place in 0..<end {
      let byte = (24..<32).contains(place) ? 0 : bytes[place]
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    for place in 0..<8 { bytes[24 + place] = UInt8(truncatingIfNeeded: hash >> (8 * UInt64(place))) }
  }

  @Test func `of another kind are refused`() throws {
    #expect(
      throws: ModelFileTrouble.malformed(
        path: path("static.tpm"), reason: "the file is a model of another kind")
    ) {
      try ModelFile(path: path("static.tpm"), kind: .transformer)
    }
    #expect(
      throws: ModelFileTrouble.malformed(
        path: #filePath, reason: "the file is not a model of ours")
    ) {
      try ModelFile(path: #filePath, kind: .transformer)
    }
    #expect(
      throws: ModelFileTrouble.malformed(
        path: "/", reason: "the file is too short to hold a model")
    ) {
      try ModelFile(path: "/", kind: .transformer)
    }
  }

  @Test func `made for another vocabulary are refused`() throws {
    var bytes = try EncoderFixtures.bytes(of: path("static.tpm"))
    bytes[64 + 12 * 4] ^= 1
    Self.seal(&bytes)
    let message = #expect(throws: ModelFileTrouble.self) { try use(bytes, .staticTable) }
    #expect("\(try #require(message))".contains("made for the vocabulary"))
  }
}

@Suite struct `When model files are missing` {
  private func encoders(
    with names: [String], damaged: [String: [UInt8]] = [:], isProved: Bool = false
  ) throws -> EncoderSet {
    var template = Array("/tmp/touchpoint-encoders-XXXXXX".utf8CString)
    let folder = String(cString: try #require(mkdtemp(&template)))
    defer { rmdir(folder) }
    for name in names { symlink(EncoderFixtures.modelFolder + "/" + name, folder + "/" + name) }
    for (name, bytes) in damaged {
      let file = try #require(fopen(folder + "/" + name, "wb"))
      fwrite(bytes, 1, bytes.count, file)
      fclose(file)
    }
    defer { for name in names + damaged.keys { unlink(folder + "/" + name) } }
    return EncoderSet(folder: folder, isProved: isProved)
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    try EncoderFixtures.bytes(of: EncoderFixtures.modelFolder + "/" + name)
  }

  @Test func `a file cut short is named with its digest, and the fast tier stands in`() throws {
    let short = Array(try bytes("minilm.tpm").prefix(1_000_000))
    let found = try encoders(with: ["vocabulary.tpm", "static.tpm"], damaged: ["minilm.tpm": short])
    #expect(found.best?.tier == .fast)
    let digest = short.withUnsafeBytes { ModelFile.sha256($0) }
    #expect(try #require(found.notice).contains("longer or shorter than its header says"))
    #expect(try #require(found.notice).contains("(SHA-256 of the file: \(digest))"))
  }

  @Test func `one changed byte is found where contents are proved`() throws {
    var changed = try bytes("minilm.tpm")
    changed[changed.count - 500] ^= 4
    let names = ["vocabulary.tpm", "static.tpm"]
    #expect(try encoders(with: names, damaged: ["minilm.tpm": changed]).best?.tier == .main)
    let found = try encoders(with: names, damaged: ["minilm.tpm": changed], isProved: true)
    #expect(found.best?.tier == .fast)
    #expect(found.notice?.contains("/minilm.tpm: the content's digest is ") == true)
    #expect(found.notice?.hasSuffix("; replies are understood by the fast tier") == true)
  }

  @Test func `all that is wrong is said in one line`() throws {
    let found = try encoders(with: ["vocabulary.tpm"], damaged: ["static.tpm": [], "minilm.tpm": [1]])
    #expect(found.best == nil && found.notices.count == 2)
    #expect(found.notice?.split(separator: ";").count == 3)
  }

  @Test func `the fast tier stands in for the main tier, with one line`() throws {
    let found = try encoders(with: ["vocabulary.tpm", "static.tpm"])
    #expect(found.best?.tier == .fast)
    #expect(found.notices.count == 1)
    #expect(
      found.notices[0].hasSuffix(
        "/minilm.tpm: cannot open the file: No such file or directory; "
          + "replies are understood by the fast tier"))
  }

  @Test func `the main tier goes on without the fast tier`() throws {
    let found = try encoders(with: ["vocabulary.tpm", "minilm.tpm"])
    #expect(found.notice == found.notices[0])
    #expect(found.best?.tier == .main && found.encoder(.fast) == nil)
    #expect(found.notices.count == 1)
  }

  @Test func `phrases are all there is without the vocabulary`() throws {
    let found = try encoders(with: ["minilm.tpm", "static.tpm"])
    #expect(found.best == nil && found.notices.count == 1)
    #expect(found.notices[0].hasSuffix("replies are understood by their phrases alone"))
  }
}
