/// The SHA-256 digest of a stream of bytes, after FIPS 180-4 (section 6.2).
///
/// Scenario digests and the journal's chain need one hash and no other; swift-crypto would bring BoringSSL and
/// more than a minute into every build for it. Checked against NIST's published vectors.
public struct SHA256: Sendable {
  private var state = SIMD8<UInt32>(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)
  /// Bytes that do not fill a block of 64 yet.
  private var pending: [UInt8] = []
  /// Bytes folded into the state.
  private var length: UInt64 = 0

  /// The digest of nothing so far.
  public init() {}

  /// Takes in more bytes; how they are cut into calls does not matter.
  public mutating func update(_ bytes: some Sequence<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({ update(with: $0) }) == nil {
      Array(bytes).withUnsafeBufferPointer { update(with: $0) }
    }
  }

  private mutating func update(with bytes: UnsafeBufferPointer<UInt8>) {
    var at = 0
    if !pending.isEmpty {
      at = min(64 - pending.count, bytes.count)
      pending += bytes[..<at]
      guard pending.count == 64 else { return }
      let block = pending
      block.withUnsafeBufferPointer { fold($0[...]) }
      pending.removeAll(keepingCapacity: true)
    }
    while bytes.count - at >= 64 {
      fold(bytes[at..<at + 64])
      at += 64
    }
    pending += bytes[at...]
  }

  /// The 32 bytes of the digest of everything taken in; more may follow afterwards.
  public func finalized() -> [UInt8] {
    var last = self
    let bits = (length &+ UInt64(pending.count)) &* 8
    last.update([0x80])
    last.update(repeatElement(0, count: (120 - last.pending.count) % 64))
    last.update((0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) })
    return last.state.indices.flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: last.state[word] >> (24 - 8 * UInt32($0))) }
    }
  }

  /// The 32 bytes of the digest of these bytes.
  public static func digest(of bytes: some Sequence<UInt8>) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalized()
  }

  /// The digest of these bytes in lower-case hexadecimal, 64 digits.
  public static func hexadecimal(of bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.hexadecimal
  }

  /// The digest of everything taken in, in lower-case hexadecimal.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: finalized().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Folds one block of 64 bytes into the state.
  private mutating func fold(_ block: Slice<UnsafeBufferPointer<UInt8>>) {
    let bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(block.base)[block.indices])
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      for word in 0..<16 {
        schedule[word] = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 4 * word, as: UInt32.self))
      }
      for word in 16..<64 {
        let first = schedule[word - 15]
        let second = schedule[word - 2]
        let low = first.rotated(7) ^ first.rotated(18) ^ first >> 3
        let high = second.rotated(17) ^ second.rotated(19) ^ second >> 10
        schedule[word] = schedule[word - 16] &+ low &+ schedule[word - 7] &+ high
      }
      mix(UnsafeBufferPointer(schedule))
    }
    length &+= 64
  }

  private mutating func mix(_ schedule: UnsafeBufferPointer<UInt32>) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    Self.constants.withUnsafeBufferPointer { constants in
      // Eight rounds at a time: then every letter has its own name again, and no word is moved.
      for eight in stride(from: 0, to: 64, by: 8) {
        func added(_ round: Int) -> UInt32 { constants[eight + round] &+ schedule[eight + round] }
        Self.round(a, b, c, &d, e, f, g, &h, added(0))
        Self.round(h, a, b, &c, d, e, f, &g, added(1))
        Self.round(g, h, a, &b, c, d, e, &f, added(2))
        Self.round(f, g, h, &a, b, c, d, &e, added(3))
        Self.round(e, f, g, &h, a, b, c, &d, added(4))
        Self.round(d, e, f, &g, h, a, b, &c, added(5))
        Self.round(c, d, e, &f, g, h, a, &b, added(6))
        Self.round(b, c, d, &e, f, g, h, &a, added(7))
      }
    }
    state &+= SIMD8(a, b, c, d, e, f, g, h)
  }

  /// One of the 64 rounds, with the letters of FIPS 180-4: the new `e` stands in `d`, the new `a` in `h`.
  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
    _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ added: UInt32
  ) {
    let choice = (e & f) ^ (~e & g)
    let majority = (a & b) ^ (a & c) ^ (b & c)
    let first = h &+ (e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)) &+ choice &+ added
    d &+= first
    h = first &+ (a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)) &+ majority
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}

extension UInt32 {
  fileprivate func rotated(_ bits: UInt32) -> UInt32 { self >> bits | self << (32 - bits) }
}
