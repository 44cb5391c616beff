import CEncoder
import Glibc

/// Why a model file cannot be used; each names the file.
public enum ModelFileTrouble: Error, Hashable, Sendable {
  /// The operating system refused `operation` ("open", "map", "measure") with this errno.
  case unreadable(path: String, operation: String, errno: Int32)
  /// The bytes are not a whole model of the kind asked for.
  case malformed(path: String, reason: String)
  /// The model was made for another vocabulary: the digests of the one wanted and the one given.
  case otherVocabulary(path: String, expected: String, found: String)
  /// The content does not have the digest its header tells.
  case otherDigest(path: String, expected: String, found: String)
}

extension ModelFileTrouble: CustomStringConvertible {
  /// One line: the file, then what is wrong with it.
  public var description: String {
    switch self {
    case .unreadable(let path, let operation, let errno):
      "\(path): cannot \(operation) the file: \(String(cString: strerror(errno)))"
    case .malformed(let path, let reason):
      "\(path): \(reason)"
    case .otherVocabulary(let path, let expected, let found):
      "\(path): made for the vocabulary \(expected), but the vocabulary here is \(found)"
    case .otherDigest(let path, let expected, let found):
      "\(path): the content's digest is \(found); the header says \(expected)"
    }
  }
}

extension ModelFileTrouble {
  /// The trouble, and which bytes they are, to be held against the list of digests.
  public var withDigest: String {
    guard case .malformed(let path, _) = self, let digest = ModelFile.fileDigest(path) else {
      return description
    }
    return "\(description) (SHA-256 of the file: \(digest))"
  }
}

/// What a model file holds.
public enum ModelFileKind: Hashable, Sendable, CaseIterable {
  case vocabulary, staticTable, transformer, kernel, branch

  var number: tp_kind {
    switch self {
    case .vocabulary: TP_VOCABULARY
    case .staticTable: TP_STATIC_TABLE
    case .transformer: TP_TRANSFORMER
    case .kernel: TP_KERNEL
    case .branch: TP_BRANCH
    }
  }
}

/// A model file mapped into memory: nothing is parsed or copied, pages are read as they are used.
///
/// Opening checks the header, its checksum, the length and every section's place, which takes
/// microseconds. It does not read the content; `verify` does. A file that another program cuts short
/// while it is mapped can end this process, as with any mapped file: replace model files by renaming.
public final class ModelFile: @unchecked Sendable {
  // Unchecked because of the pointer: the pages are private, never written, and live as long as self.

  /// Where the file is, or what the bytes are called.
  public let path: String
  /// What it holds.
  public let kind: ModelFileKind
  /// SHA-256 of the content, as the header tells it: 64 hexadecimal digits.
  public let digest: String
  let header: tp_header
  let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Maps the file at `path`.
  public convenience init(path: String, kind: ModelFileKind) throws(ModelFileTrouble) {
    let bytes = try Self.mapped(path)
    try self.init(path: path, kind: kind, bytes: bytes, isMapped: true)
  }

  /// Copies `content` and treats it as a file called `name`.
  public convenience init(
    copying content: [UInt8], name: String, kind: ModelFileKind
  ) throws(ModelFileTrouble) {
    let copy = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(content.count, 1), alignment: 64)
    copy.copyBytes(from: content)
    let bytes = UnsafeRawBufferPointer(rebasing: copy[..<content.count])
    try self.init(path: name, kind: kind, bytes: bytes, isMapped: false)
  }

  private init(
    path: String, kind: ModelFileKind, bytes: UnsafeRawBufferPointer, isMapped: Bool
  ) throws(ModelFileTrouble) {
    self.path = path
    self.kind = kind
    self.bytes = bytes
    self.isMapped = isMapped
    var header = tp_header()
    let status = tp_read_header(bytes.baseAddress, bytes.count, kind.number, &header)
    self.header = header
    digest = Self.hexadecimal(header.digest)
    guard status == TP_OK else {
      throw .malformed(path: path, reason: Self.reason(status))
    }
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.baseAddress?.deallocate()
    }
  }

  /// Reads the whole content, some 10 ms a file, and compares its digest with the header's.
  ///
  /// - Throws: `ModelFileTrouble.otherDigest` when a byte was changed.
  public func verify() throws(ModelFileTrouble) {
    let found = Self.sha256(UnsafeRawBufferPointer(rebasing: bytes[header.body...]))
    guard found == digest else {
      throw .otherDigest(path: path, expected: digest, found: found)
    }
  }
}

extension ModelFile {
  /// One of the header's sixteen numbers.
  func parameter(_ place: tp_parameter) -> Int {
    withUnsafeBytes(of: header.parameters) { numbers in
      Int(numbers.load(fromByteOffset: Int(place.rawValue) * 4, as: UInt32.self))
    }
  }

  /// A section as numbers of one type, or nothing when it is missing or not whole.
  func section<Number: BitwiseCopyable>(
    _ name: UInt32, of type: Number.Type
  ) -> UnsafeBufferPointer<Number>? {
    let found = withUnsafePointer(to: header) { tp_find_section(bytes.baseAddress, $0, name) }
    guard let start = found.bytes, found.length % MemoryLayout<Number>.stride == 0 else {
      return nil
    }
    return UnsafeRawBufferPointer(start: start, count: found.length).assumingMemoryBound(to: type)
  }

  /// Fails when this model was not made for `vocabulary`.
  func requireSameVocabulary(_ vocabulary: ModelFile) throws(ModelFileTrouble) {
    let mark = withUnsafeBytes(of: vocabulary.header.digest) { $0.load(as: UInt32.self) }
    let agrees =
      parameter(TP_VOCABULARY_MARK) == Int(mark)
      && parameter(TP_PIECES) == vocabulary.parameter(TP_PIECES)
      && parameter(TP_GAP_START) == vocabulary.parameter(TP_GAP_START)
      && parameter(TP_GAP_LENGTH) == vocabulary.parameter(TP_GAP_LENGTH)
    guard agrees else {
      let expected = withUnsafeBytes(of: UInt32(parameter(TP_VOCABULARY_MARK))) { Array($0) }
      throw .otherVocabulary(
        path: path, expected: expected.map(Self.hexadecimal).joined() + "…",
        found: vocabulary.digest.prefix(8) + "…")
    }
  }

  /// Fails when this model was not made for the vectors of `encoder`.
  func requireMade(for encoder: any SentenceEncoder) throws(ModelFileTrouble) {
    guard encoder.digest.hasPrefix(mark(TP_VOCABULARY_MARK)), encoder.dimension == parameter(TP_WIDTH) else {
      throw .malformed(path: path, reason: "was made for another model of the \(encoder.tier.rawValue) tier")
    }
  }

  /// The first digits of another file's digest, as one of the header's numbers holds them.
  func mark(_ place: tp_parameter) -> String {
    let number = UInt32(truncatingIfNeeded: parameter(place)).littleEndian
    return withUnsafeBytes(of: number) { $0.map { Self.hexadecimal($0) }.joined() }
  }

  /// The SHA-256 of some bytes, 64 hexadecimal digits; slower without the processor's own instructions.
  static func sha256(_ bytes: UnsafeRawBufferPointer, isFast: Bool = true) -> String {
    var digest = [UInt8](repeating: 0, count: Int(TP_DIGEST_BYTES))
    tp_sha256(bytes.baseAddress, bytes.count, isFast ? 1 : 0, &digest)
    return digest.map(hexadecimal).joined()
  }

  /// The SHA-256 of a whole file, as the list of digests has it; nil when it cannot be read.
  public static func fileDigest(_ path: String) -> String? {
    guard let bytes = try? mapped(path) else { return nil }
    defer { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
    return sha256(bytes)
  }

  static func reason(_ status: tp_status) -> String { String(cString: tp_explain(status)) }

  private static func mapped(
    _ path: String
  ) throws(ModelFileTrouble) -> UnsafeRawBufferPointer {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .unreadable(path: path, operation: "open", errno: errno) }
    defer { close(file) }
    var about = stat()
    guard fstat(file, &about) == 0 else {
      throw .unreadable(path: path, operation: "measure", errno: errno)
    }
    guard about.st_mode & S_IFMT == S_IFREG, about.st_size >= TP_HEADER_BYTES else {
      throw .malformed(path: path, reason: reason(TP_TOO_SHORT))
    }
    let size = Int(about.st_size)
    guard let pages = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), pages != MAP_FAILED else {
      throw .unreadable(path: path, operation: "map", errno: errno)
    }
    return UnsafeRawBufferPointer(start: pages, count: size)
  }

  private static func hexadecimal<Bytes>(_ bytes: Bytes) -> String {
    withUnsafeBytes(of: bytes) { $0.map(hexadecimal).joined() }
  }

  static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
