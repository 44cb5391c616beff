import CEncoder

/// BERT's 30,522 word pieces and its text clean-up, read in place from a mapped file.
///
/// Nothing is parsed when it is opened: pieces are found through a hash table in the file, and a
/// scalar's clean-up through a two-step table. Every number read from the file is checked before it
/// is used as a place, so a damaged file gives wrong pieces, never a crash.
struct Vocabulary: @unchecked Sendable {
  // Unchecked because of the pointers: they lead into `file`, which never changes and is kept alive.
  let file: ModelFile
  /// The id of a word that has no pieces.
  let unknown: Int32
  let start: Int32
  let end: Int32
  /// Words with more scalars than this are unknown.
  let longestWord: Int
  /// No piece is longer than this, in bytes.
  let longestPiece: Int
  private let pieceCount: Int
  private let pieceBytes: UnsafeBufferPointer<UInt8>
  private let pieceStarts: UnsafeBufferPointer<UInt32>
  private let slots: UnsafeBufferPointer<UInt16>
  private let stages: UnsafeBufferPointer<UInt16>
  private let blocks: UnsafeBufferPointer<UInt16>
  private let replacementStarts: UnsafeBufferPointer<UInt32>
  private let replacements: UnsafeBufferPointer<UInt32>

  init(_ file: ModelFile) throws(ModelFileTrouble) {
    guard
      let pieceBytes = file.section(1, of: UInt8.self),
      let pieceStarts = file.section(2, of: UInt32.self),
      let slots = file.section(3, of: UInt16.self),
      let stages = file.section(4, of: UInt16.self),
      let blocks = file.section(5, of: UInt16.self),
      let replacementStarts = file.section(6, of: UInt32.self),
      let replacements = file.section(7, of: UInt32.self)
    else { throw .malformed(path: file.path, reason: ModelFile.reason(TP_MISSING_SECTION)) }
    self.file = file
    self.pieceBytes = pieceBytes
    self.pieceStarts = pieceStarts
    self.slots = slots
    self.stages = stages
    self.blocks = blocks
    self.replacementStarts = replacementStarts
    self.replacements = replacements
    pieceCount = file.parameter(TP_PIECES)
    longestWord = file.parameter(TP_LONGEST_WORD)
    longestPiece = file.parameter(TP_LONGEST_PIECE)
    unknown = Int32(truncatingIfNeeded: file.parameter(TP_UNK))
    start = Int32(truncatingIfNeeded: file.parameter(TP_CLS))
    end = Int32(truncatingIfNeeded: file.parameter(TP_SEP))
    guard isUsable else {
      throw .malformed(path: file.path, reason: ModelFile.reason(TP_UNSUPPORTED_SHAPE))
    }
  }

  private var isUsable: Bool {
    guard (1...65535).contains(pieceCount) else { return false }
    let ids = 0..<Int32(pieceCount)
    return pieceStarts.count == pieceCount + 1
      && slots.count == 1 << 16 && stages.count == 0x110000 / Self.blockSize
      && (1...256).contains(longestPiece) && (1...4096).contains(longestWord)
      && ids.contains(unknown) && ids.contains(start) && ids.contains(end)
  }
}

// MARK: - Pieces

extension Vocabulary {
  /// Hashed before a piece that continues a word, and stored before its bytes.
  private static let continues: UInt8 = 1
  private static let emptySlot: UInt16 = 0xFFFF

  /// 32-bit FNV-1a, started for a piece that begins or continues a word.
  static func startedHash(continues isContinuing: Bool) -> UInt32 {
    isContinuing ? extended(0x811C_9DC5, by: continues) : 0x811C_9DC5
  }

  @inline(__always)
  static func extended(_ hash: UInt32, by byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 0x0100_0193
  }

  /// The id of the piece with these bytes and this hash, if there is one.
  @inline(__always)
  func piece(
    _ bytes: UnsafeBufferPointer<UInt8>, from first: Int, to end: Int, continues: Bool,
    hash: UInt32
  ) -> Int32? {
    var slot = Int((hash ^ hash >> 15) & 0xFFFF)
    // A sound table has empty slots; the count ends the walk through one that has none.
    for _ in 0..<slots.count {
      let id = slots[slot]
      if id == Self.emptySlot { return nil }
      if holds(Int(id), bytes, from: first, to: end, continues: continues) { return Int32(id) }
      slot = (slot + 1) & 0xFFFF
    }
    return nil
  }

  @inline(__always)
  private func holds(
    _ id: Int, _ bytes: UnsafeBufferPointer<UInt8>, from first: Int, to end: Int, continues: Bool
  ) -> Bool {
    guard id < pieceCount else { return false }
    var at = Int(pieceStarts[id])
    let stop = Int(pieceStarts[id + 1])
    guard at <= stop, stop <= pieceBytes.count else { return false }
    guard stop - at == end - first + (continues ? 1 : 0), stop > at else { return false }
    if continues {
      guard pieceBytes[at] == Self.continues else { return false }
      at += 1
    }
    for place in first..<end {
      if pieceBytes[at] != bytes[place] { return false }
      at += 1
    }
    return true
  }

  /// The text of a piece, `##` before one that continues a word; empty for one that no text reaches.
  func text(of id: Int32) -> String {
    guard id >= 0, Int(id) < pieceCount else { return "" }
    let at = Int(pieceStarts[Int(id)])
    let stop = Int(pieceStarts[Int(id) + 1])
    guard at < stop, stop <= pieceBytes.count else { return "" }
    let isContinuing = pieceBytes[at] == Self.continues
    let letters = pieceBytes[(isContinuing ? at + 1 : at)..<stop]
    return (isContinuing ? "##" : "") + String(decoding: letters, as: UTF8.self)
  }
}

// MARK: - Clean-up

/// What the clean-up does with one scalar.
enum WordPieceScalarClass: Equatable {
  case keep, space, apart, drop
  /// Others take its place; the number finds them in the vocabulary.
  case replace(Int)
}

extension Vocabulary {
  private static let blockSize = 128

  func scalarClass(_ scalar: UInt32) -> WordPieceScalarClass {
    let stage = Int(scalar) / Self.blockSize
    guard stage < stages.count else { return .drop }
    let place = Int(stages[stage]) * Self.blockSize + Int(scalar) % Self.blockSize
    guard place < blocks.count else { return .keep }
    return Self.scalarClass(code: Int(blocks[place]))
  }

  /// Calls `each` with the scalars that replace one, and whether each is kept or set apart.
  func replacement(_ number: Int, each: (UInt32, WordPieceScalarClass) -> Void) {
    guard number >= 0, number + 1 < replacementStarts.count else { return }
    let first = Int(replacementStarts[number])
    let end = Int(replacementStarts[number + 1])
    guard first <= end, end <= replacements.count else { return }
    for place in first..<end {
      let packed = replacements[place]
      each(packed & 0xFF_FFFF, Self.scalarClass(code: Int(packed >> 24)))
    }
  }

  private static func scalarClass(code: Int) -> WordPieceScalarClass {
    switch code {
    case 0: .keep
    case 1: .space
    case 2: .apart
    case 3: .drop
    default: .replace(code - 4)
    }
  }
}
