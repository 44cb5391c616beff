import CEncoder

/// The transformer's upper layers a second time, taught to tell something else than what a text means.
///
/// The lower layers run once for both. Made by `scoring/build/branch.py`.
final class EncoderBranch: @unchecked Sendable {
  // Unchecked because of the handle: the C engine never changes a branch after it is opened.
  let file: ModelFile
  let handle: OpaquePointer
  let recent = RecentVectors()
  private let encoder: TransformerEncoder

  /// - Throws: `ModelFileTrouble` when the file is damaged or made for another transformer.
  init(_ file: ModelFile, of encoder: TransformerEncoder) throws(ModelFileTrouble) {
    try file.requireMade(for: encoder)
    var made: OpaquePointer?
    let status = tp_branch_open(file.bytes.baseAddress, file.bytes.count, encoder.handle, &made)
    guard status == TP_OK, let made else {
      throw .malformed(path: file.path, reason: ModelFile.reason(status))
    }
    self.file = file
    self.encoder = encoder
    handle = made
  }

  deinit { tp_branch_close(handle) }

  /// What each text means and what the branch makes of it, in order; both zero for a text without words.
  func encode(_ texts: [String]) -> [TransformerEncoder.Branched] { encoder.encode(texts, along: self) }
}
