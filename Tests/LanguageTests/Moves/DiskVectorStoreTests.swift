import Foundation
import Testing

@testable import Language

@Suite struct `Vectors kept on disk` {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "vectors-\(UUID().uuidString)")
    .path
  private var path: String { folder + "/new/folder/vectors" }
  private static let key = VectorKey(model: "m1", text: "I am sorry, Zoë")
  private static let vector: [Float] = [0.1, -.pi, .leastNonzeroMagnitude, 1e30]

  @Test func `are there in the next run, to the bit, for their model alone`() {
    let first = DiskVectorStore(path: path)
    first.keep(Self.vector, for: Self.key)
    #expect(first.save())
    let second = DiskVectorStore(path: path)
    #expect(second.vector(for: Self.key)?.map(\.bitPattern) == Self.vector.map(\.bitPattern))
    #expect(second.vector(for: VectorKey(model: "m2", text: Self.key.text)) == nil)
    #expect(second.vector(for: VectorKey(model: "m1", text: "I am sorry")) == nil)
  }

  @Test func `of two processes at once are both kept`() {
    let (one, two) = (DiskVectorStore(path: path), DiskVectorStore(path: path))
    _ = (one.vector(for: Self.key), two.vector(for: Self.key))
    one.keep([1], for: VectorKey(model: "m", text: "one"))
    two.keep([2], for: VectorKey(model: "m", text: "two"))
    #expect(one.save() && two.save())
    let later = DiskVectorStore(path: path)
    #expect(later.vector(for: VectorKey(model: "m", text: "one")) == [1])
    #expect(later.vector(for: VectorKey(model: "m", text: "two")) == [2])
  }

  @Test func `are done without when the folder cannot be written`() {
    let store = DiskVectorStore(path: "/proc/nowhere/vectors")
    store.keep([1, 2], for: Self.key)
    #expect(!store.save())
    #expect(store.vector(for: Self.key) == [1, 2])
  }

  @Test func `stay within the limit, what was used last first`() {
    let record = VectorFile.record(VectorKey(model: "m", text: "0"), [0]).count
    let store = { DiskVectorStore(path: path, limit: 8 + 3 * record) }
    for number in 0..<3 {
      let one = store()
      one.keep([Float(number)], for: VectorKey(model: "m", text: "\(number)"))
      #expect(one.save())
    }
    let last = store()
    #expect(last.vector(for: VectorKey(model: "m", text: "0")) == [0])
    last.keep([3], for: VectorKey(model: "m", text: "3"))
    #expect(last.save())
    let kept = (0..<4).map { store().vector(for: VectorKey(model: "m", text: "\($0)")) }
    #expect(kept == [[0], nil, [2], [3]])
  }

  @Test(arguments: [3, 2026] as [UInt64])
  func `that are damaged are as if they were not there`(_ seed: UInt64) {
    let keys = (0..<6).map { VectorKey(model: "model", text: "text \($0)") }
    let records = keys.map { VectorFile.record($0, [1, 2, 3]) }
    let sound = VectorFile.file(records, limit: 1 << 20)
    #expect(keys.allSatisfy { VectorFile(sound).vector(for: $0) == [1, 2, 3] })
    var dice = EncoderDice(state: seed)
    for _ in 0..<300 {
      var bytes = sound
      bytes[Int.random(in: bytes.indices, using: &dice)] ^= UInt8.random(in: 1...255, using: &dice)
      bytes.removeLast(Int.random(in: 0..<40, using: &dice))
      let file = VectorFile(bytes)
      for key in keys {
        let found = file.vector(for: key)
        #expect(found == nil || found == [1, 2, 3], "seed \(seed)")
      }
      #expect(file.copies(without: []).allSatisfy { records.contains($0) }, "seed \(seed)")
    }
    #expect(VectorFile([]).vector(for: keys[0]) == nil)
    #expect(VectorFile(Array("TPVECTS1".utf8) + [255]).copies(without: []).isEmpty)
  }

  @Test func `are written over a file that is none of ours`() throws {
    try FileManager.default.createDirectory(atPath: folder + "/new/folder", withIntermediateDirectories: true)
    try Data("hello".utf8).write(to: URL(filePath: path))
    let store = DiskVectorStore(path: path)
    store.keep([5], for: Self.key)
    #expect(store.save())
    #expect(DiskVectorStore(path: path).vector(for: Self.key) == [5])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/new/folder") == ["vectors"])
  }
}
