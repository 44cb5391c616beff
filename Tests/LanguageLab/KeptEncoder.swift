import Foundation
import Language

/// An encoder that remembers on disk what it encoded, so that a measurement can be run again in seconds.
final class KeptEncoder: SentenceEncoder, @unchecked Sendable {
  // Unchecked: the lab is one thread.
  private let encoder: any SentenceEncoder
  private let path: String
  private var kept: [String: [Float]] = [:]
  private var fresh = 0

  var tier: EncoderTier { encoder.tier }
  var dimension: Int { encoder.dimension }
  var digest: String { encoder.digest }
  var longestText: Int { encoder.longestText }
  func pieces(of text: String) -> WordPieces { encoder.pieces(of: text) }
  func encode(_ text: String) -> [Float] { encode([text])[0] }

  init(_ encoder: any SentenceEncoder, folder: String) {
    self.encoder = encoder
    path = "\(folder)/vectors-\(encoder.digest.prefix(16)).bin"
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { return }
    let width = encoder.dimension * 4
    data.withUnsafeBytes { bytes in
      var place = 0
      while place + 4 <= bytes.count {
        let length = Int(bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
        guard place + 4 + length + width <= bytes.count else { break }
        let text = String(decoding: bytes[(place + 4)..<(place + 4 + length)], as: UTF8.self)
        var vector = [Float](repeating: 0, count: encoder.dimension)
        vector.withUnsafeMutableBytes {
          $0.copyMemory(from: .init(rebasing: bytes[(place + 4 + length)..<(place + 4 + length + width)]))
        }
        kept[text] = vector
        place += 4 + length + width
      }
    }
  }

  func encode(_ texts: [String]) -> [[Float]] {
    let missing = Array(Set(texts.filter { kept[$0] == nil })).sorted()
    for (text, vector) in zip(missing, missing.isEmpty ? [] : encoder.encode(missing)) { kept[text] = vector }
    fresh += missing.count
    return texts.map { kept[$0] ?? [Float](repeating: 0, count: dimension) }
  }

  func save() {
    guard fresh > 0 else { return }
    var data = Data()
    for (text, vector) in kept {
      withUnsafeBytes(of: UInt32(text.utf8.count)) { data.append(contentsOf: $0) }
      data.append(contentsOf: Array(text.utf8))
      vector.withUnsafeBytes { data.append(contentsOf: $0) }
    }
    try? data.write(to: URL(filePath: path), options: .atomic)
  }
}
