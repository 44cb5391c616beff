import Glibc
import Testing

@testable import Language

@Suite struct `Sentence vectors` {
  let main: TransformerEncoder
  let fast: StaticEncoder

  init() throws {
    main = try #require(EncoderFixtures.encoders.main)
    fast = try #require(EncoderFixtures.encoders.fast)
  }

  /// Golden rows: sentence, bits of the main tier, bits of the fast tier, the reference's vector.
  private func golden() throws -> [[String]] {
    let rows = try EncoderFixtures.golden("vectors.tsv")
    try #require(rows.count == 50)
    return rows
  }

  @Test func `of the main tier point where the 32-bit reference points`() throws {
    let rows = try golden()
    let vectors = main.encode(rows.map { $0[0] })
    for (row, vector) in zip(rows, vectors) {
      let cosine = EncoderFixtures.cosine(vector, EncoderFixtures.signedBytes(row[3]))
      #expect(cosine > 0.98, "\(row[0])")
      #expect(EncoderFixtures.bitsHash(vector) == row[1], "\(row[0])")
    }
  }

  @Test func `of the fast tier are the golden bits`() throws {
    for row in try golden() {
      #expect(EncoderFixtures.bitsHash(fast.encode(row[0])) == row[2], "\(row[0])")
    }
  }

  @Test(arguments: EncoderPath.allCases.filter(\.isAvailable))
  func `are the same bits on every path`(_ path: EncoderPath) throws {
    let encoders = EncoderFixtures.encoders
    let file = try #require(encoders.files.first { $0.kind == .transformer })
    let tokenizer = try #require(encoders.tokenizer)
    let other = try TransformerEncoder(file, tokenizer: tokenizer, path: path)
    // Six to twenty pieces: every tile size of every path, one sentence a pass and several.
    let texts = ["ok", "Where is my order?", "I'm sorry, I will refund you by Friday at noon, promised."]
    #expect(other.encode(texts) == texts.map { main.encode($0) })
  }

  @Test func `do not depend on their neighbours`() throws {
    let texts = try golden().map { $0[0] }.filter { $0.utf8.count < 60 }.prefix(20)
    let together = main.encode(Array(texts))
    // Another encoder, which has not seen them together.
    let encoders = EncoderFixtures.encoders
    let file = try #require(encoders.files.first { $0.kind == .transformer })
    let other = try TransformerEncoder(file, tokenizer: try #require(encoders.tokenizer))
    for (text, vector) in zip(texts, together).prefix(5) { #expect(other.encode(text) == vector) }
  }

  @Test func `made a moment ago are the same again`() {
    let texts = ["Thank you for waiting.", "", "Thank you for waiting.", "Let me look into it."]
    let once = main.encode(texts)
    #expect(main.encode(texts.reversed()) == once.reversed())
    #expect(once[0] == once[2])
  }

  @Test func `have length one, or none for a text without words`() {
    for encoder in [main, fast] as [any SentenceEncoder] {
      let vector = encoder.encode("Thank you for waiting.")
      #expect(vector.count == encoder.dimension)
      #expect(abs(vector.reduce(0) { $0 + $1 * $1 } - 1) < 1e-5)
      for empty in ["", "  \t", "\u{0}\u{200B}"] {
        #expect(encoder.encode(empty) == [Float](repeating: 0, count: encoder.dimension))
      }
    }
  }

  @Test func `read a long text up to its limit and say so`() {
    let long = String(repeating: "please refund me ", count: 3000)
    let pieces = main.pieces(of: long)
    #expect(pieces.isCut && pieces.tokens.count == 126)
    let read = String(decoding: Array(long.utf8).prefix(pieces.tokens[125].range.upperBound), as: UTF8.self)
    #expect(main.encode(long) == main.encode(read))
    #expect(fast.pieces(of: long).isCut == false)
    #expect(fast.pieces(of: String(repeating: "a ", count: 20_000)).isCut)
  }

  @Test func `bring close what means the same`() {
    for encoder in [main, fast] as [any SentenceEncoder] {
      let vectors = encoder.encode([
        "I am sorry that your parcel is late.", "Apologies for the delayed delivery.",
        "What is the weather like in Spain?",
      ])
      let near = EncoderFixtures.cosine(vectors[0], vectors[1])
      #expect(near > EncoderFixtures.cosine(vectors[0], vectors[2]) + 0.2)
    }
  }

  @Test func `are the same from many threads at once`() async {
    let expected = main.encode("Where is my order?")
    let all = await withTaskGroup(of: [Float].self) { group in
      for _ in 0..<4 { group.addTask { [main] in main.encode("Where is my order?") } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(all == [[Float]](repeating: expected, count: 4))
  }

  @Test func `of words are nearer to their kin, and longer when they say more`() throws {
    func word(_ text: String) throws -> TokenVector { try #require(fast.tokenVectors(of: text).first) }
    let refund = fast.encode("refund")
    #expect(
      EncoderFixtures.cosine(refund, fast.encode("reimbursement"))
        > EncoderFixtures.cosine(refund, fast.encode("weather")) + 0.2)
    let size = { (vector: [Float]) in vector.reduce(0) { $0 + $1 * $1 } }
    #expect(size(try word("refund").values) > size(try word("the").values))
    #expect(try word("refund").values == fast.vector(ofToken: word("refund").token.id))
    #expect(fast.vector(ofToken: 500) == [Float](repeating: 0, count: fast.dimension))
    #expect(fast.vector(ofToken: -1) == fast.vector(ofToken: 1 << 30))
  }

  @Test func `of words in their place make up the sentence's`() {
    let words = main.tokenVectors(of: "Where is my order?")
    #expect(words.map(\.token) == main.pieces(of: "Where is my order?").tokens)
    let total = words.reduce([Float](repeating: 0, count: main.dimension)) {
      zip($0, $1.values).map(+)
    }
    #expect(EncoderFixtures.cosine(total, main.encode("Where is my order?")) > 0.9)
    #expect(main.tokenVectors(of: "").isEmpty)
  }

  @Test func `take this long`() {
    func milliseconds(_ work: () -> Void) -> Double {
      var start = timespec()
      var end = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
      work()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
      return Double(end.tv_sec - start.tv_sec) * 1e3 + Double(end.tv_nsec - start.tv_nsec) / 1e6
    }
    let text = "I'm sorry your parcel is late, I will send you a replacement today."
    print("open: \(milliseconds { _ = EncoderSet(folder: EncoderFixtures.modelFolder) }) ms")
    print("main tier: \(milliseconds { _ = main.encode(text) }) ms a sentence")
    print("fast tier: \(milliseconds { for _ in 0..<100 { _ = fast.encode(text) } } * 10) us a sentence")
  }
}
