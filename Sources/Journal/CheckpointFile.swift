import Domain
import Glibc

/// A small file beside the journal that names its last record, so that a journal emptied, cut short or replaced
/// by an older copy is seen (faults 15 and 16 of a store: nothing else remembers what should be there).
///
/// It is written after the record is safe and not synchronised itself, so after a power loss it may lag behind,
/// never run ahead. One line of fixed length with its own digest: a torn one is noticed and worth nothing.
struct CheckpointFile: Sendable {
  let file: LocalFile

  enum Content: Hashable, Sendable {
    case absent
    case unreadable
    case found(Checkpoint)

    var checkpoint: Checkpoint? {
      switch self {
      case .found(let checkpoint): checkpoint
      case .absent, .unreadable: nil
      }
    }
  }

  init(beside journal: LocalFile) {
    file = LocalFile(path: journal.path + ".head")
  }

  func read() -> Content {
    guard file.exists else { return .absent }
    guard let open = try? OpenFile(file.path, O_RDONLY | O_NONBLOCK) else { return .unreadable }
    let text = String(decoding: open.beginning(limit: 512), as: UTF8.self)
    guard let claim = text.split(separator: "\n").first,
      let start = claim.split(separator: " ", omittingEmptySubsequences: false).dropFirst(2).first,
      let checkpoint = Checkpoint(String(start)), Self.line(checkpoint) == claim + "\n"
    else { return .unreadable }
    return .found(checkpoint)
  }

  /// Failing to write it costs nothing that is stored, so it is not reported.
  func write(_ checkpoint: Checkpoint) {
    guard let open = try? OpenFile(file.path, O_RDWR | O_CREAT | O_NONBLOCK) else { return }
    try? open.makePrivate()
    _ = open.overwrite(with: Self.line(checkpoint))
  }

  /// `touchpoint-head 1 00000000000000000412:9f86… 3a7b…`
  private static func line(_ checkpoint: Checkpoint) -> String {
    let digits = String(checkpoint.sequence)
    let padded = String(repeating: "0", count: max(0, 20 - digits.utf8.count)) + digits
    let claim = "touchpoint-head 1 \(padded):\(checkpoint.hash)"
    return "\(claim) \(SHA256.hexadecimal(of: claim.utf8))\n"
  }
}
