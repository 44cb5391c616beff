import Glibc
import Testing

@testable import Language

/// What the encoder's tests share: the repository's own model files, golden tables and a small dice.
enum EncoderFixtures {
  static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(4).joined(separator: "/")
  static let modelFolder = root + "/scoring/model"
  static let goldenFolder = root + "/scoring/build/golden"

  /// Every encoder, opened once for all tests.
  static let encoders = EncoderSet(folder: modelFolder)

  static func bytes(of path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "rb"), "cannot open \(path)")
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    var bytes = [UInt8](repeating: 0, count: ftell(file))
    rewind(file)
    try #require(fread(&bytes, 1, bytes.count, file) == bytes.count)
    return bytes
  }

  /// The rows of a golden table, fields parted by tabs.
  static func golden(_ name: String) throws -> [[String]] {
    let text = String(decoding: try bytes(of: goldenFolder + "/" + name), as: UTF8.self)
    return text.split(separator: "\n").map { row in
      row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Undoes `\u{...}` escapes.
  static func unescaped(_ text: String) -> String {
    let parts = text.components(partedBy: "\\u{")
    return parts.dropFirst().reduce(parts[0]) { made, part in
      let (number, rest) = part.halves(at: "}")
      let scalar = UInt32(number, radix: 16).flatMap(Unicode.Scalar.init) ?? "?"
      return made + String(String.UnicodeScalarView([scalar])) + rest
    }
  }

  /// 64-bit FNV-1a over a vector's bytes, as golden.py computes it.
  static func bitsHash(_ vector: [Float]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    vector.withUnsafeBytes { for byte in $0 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 } }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  static func cosine(_ left: [Float], _ right: [Float]) -> Float {
    func dot(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    return dot(left, right) / (dot(left, left) * dot(right, right)).squareRoot()
  }

  static func signedBytes(_ hexadecimal: String) -> [Float] {
    let digits = Array(hexadecimal.utf8)
    return stride(from: 0, to: digits.count, by: 2).map { place in
      let byte = UInt8(String(decoding: digits[place..<(place + 2)], as: UTF8.self), radix: 16) ?? 0
      return Float(Int8(bitPattern: byte))
    }
  }
}

/// A linear congruential generator (Knuth's MMIX): the same draws for the same seed.
struct EncoderDice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

extension String {
  /// The text between the marks; byte for byte, so that a combining accent never hides a mark.
  fileprivate func components(partedBy mark: String) -> [String] {
    let (bytes, mark) = (Array(utf8), Array(mark.utf8))
    var parts: [String] = []
    var first = 0
    var place = 0
    while place + mark.count <= bytes.count {
      if Array(bytes[place..<(place + mark.count)]) == mark {
        parts.append(String(decoding: bytes[first..<place], as: UTF8.self))
        place += mark.count
        first = place
      } else {
        place += 1
      }
    }
    return parts + [String(decoding: bytes[first...], as: UTF8.self)]
  }

  fileprivate func halves(at mark: String) -> (String, String) {
    let parts = components(partedBy: mark)
    return (parts[0], parts.dropFirst().joined(separator: mark))
  }
}
