/// Kept vectors as the bytes of one file: eight signs that say what it is, then a record a vector.
///
/// A record: its checksum, the lengths of model digest and text in bytes and of the vector in numbers, then these
/// three. Numbers are little-endian, vectors 32-bit floats: what is read back is what was encoded, to the bit. A record
/// that is not whole is passed over and what follows a broken length is not read; nothing in a file can do harm.
struct VectorFile: Sendable {
  /// What is wrong with a text or vector of this length is not our business.
  static let longestText = 1 << 16
  private static let mark = Array("TPVECTS1".utf8)
  private static let head = 8 + 3 * 4

  private let bytes: [UInt8]
  /// Where the records of a key's hash begin.
  private var places: [UInt64: Int] = [:]

  /// Reads what a file holds; anything but whole records is as if it were not there.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.starts(with: Self.mark) else { return }
    var place = Self.mark.count
    while let record = record(at: place) {
      places[Self.hash(bytes[record.model], bytes[record.text])] = place
      place = record.vector.upperBound
    }
  }

  /// The vector of a key, if the file has it whole.
  func vector(for key: VectorKey) -> [Float]? {
    guard let record = wholeRecord(of: key) else { return nil }
    return stride(from: record.vector.lowerBound, to: record.vector.upperBound, by: 4).map {
      Float(bitPattern: UInt32(truncatingIfNeeded: number(at: $0, bytes: 4)))
    }
  }

  /// A key's record as it stands, to be copied into another file.
  func copy(of key: VectorKey) -> ArraySlice<UInt8>? {
    wholeRecord(of: key).map { bytes[$0.start..<$0.vector.upperBound] }
  }

  /// All records as they stand but those of some keys, in the file's order.
  func copies(without keys: Set<VectorKey>) -> [ArraySlice<UInt8>] {
    let left = Set(keys.map(Self.hash))
    return places.filter { !left.contains($0.key) }.map(\.value).sorted().compactMap { place in
      record(at: place).flatMap { isWhole($0) ? bytes[$0.start..<$0.vector.upperBound] : nil }
    }
  }

  // MARK: Writing

  /// A file of these records, as many from the front as `limit` bytes hold.
  static func file(_ records: [ArraySlice<UInt8>], limit: Int) -> [UInt8] {
    var file = mark
    for record in records {
      guard file.count + record.count <= limit else { break }
      file += record
    }
    return file
  }

  /// A vector as a record.
  static func record(_ key: VectorKey, _ vector: [Float]) -> ArraySlice<UInt8> {
    let (model, text) = (Array(key.model.utf8), Array(key.text.utf8))
    var body: [UInt8] = []
    body.reserveCapacity(head + model.count + text.count + vector.count * 4)
    for length in [model.count, text.count, vector.count] { append(UInt32(length), to: &body) }
    body += model + text
    for number in vector { append(number.bitPattern, to: &body) }
    var record: [UInt8] = []
    append(checksum(body[...]), to: &record)
    return (record + body)[...]
  }

  private static func append<Number: FixedWidthInteger>(_ number: Number, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  // MARK: Reading

  private struct Record {
    var start: Int
    var model: Range<Int>
    var text: Range<Int>
    var vector: Range<Int>
  }

  private func record(at place: Int) -> Record? {
    guard bytes.count - place >= Self.head else { return nil }
    let lengths = (0..<3).map { Int(number(at: place + 8 + 4 * $0, bytes: 4)) }
    guard lengths.allSatisfy({ $0 <= Self.longestText }) else { return nil }
    let model = place + Self.head
    let text = model + lengths[0]
    let vector = text + lengths[1]
    let end = vector + 4 * lengths[2]
    guard end <= bytes.count else { return nil }
    return Record(start: place, model: model..<text, text: text..<vector, vector: vector..<end)
  }

  private func wholeRecord(of key: VectorKey) -> Record? {
    guard let place = places[Self.hash(key)], let record = record(at: place), isWhole(record),
      bytes[record.model].elementsEqual(key.model.utf8), bytes[record.text].elementsEqual(key.text.utf8)
    else { return nil }
    return record
  }

  private func isWhole(_ record: Record) -> Bool {
    let body = bytes[(record.start + 8)..<record.vector.upperBound]
    return Self.checksum(body) == number(at: record.start, bytes: 8)
  }

  private func number(at place: Int, bytes count: Int) -> UInt64 {
    bytes[place..<(place + count)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  // MARK: Sums

  private static func hash(_ key: VectorKey) -> UInt64 {
    hash(Array(key.model.utf8)[...], Array(key.text.utf8)[...])
  }

  private static func hash(_ model: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> UInt64 {
    checksum(text) &* 31 ^ checksum(model)
  }

  /// FNV-1a's fold over eight bytes at a time, the high half folded down after each.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes { bytes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
      var place = 0
      while place + 8 <= bytes.count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        hash = (hash ^ word) &* 0x100_0000_01B3
        hash ^= hash >> 32
        place += 8
      }
      for byte in bytes[place...] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      return hash ^ hash >> 32
    }
  }
}
