/// Writes a finished document to standard output or to a file, whole or not at all.
enum OutputFile {
  /// - Parameter place: a path, or `-` for standard output.
  static func write(_ bytes: [UInt8], to place: String) throws {
    let draft = try OutputDraft(place)
    do {
      try draft.write(bytes)
    } catch {
      draft.discard()
      throw error
    }
    try draft.finish()
  }
}
