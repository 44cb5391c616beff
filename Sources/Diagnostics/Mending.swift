/// Applies the edits of fixes to a text.
public enum Mending {
  /// The text after the edits; of two that touch the same bytes the later one is left out.
  ///
  /// Edits are told apart by offset alone: give only edits of this file. Offsets beyond the text are clamped.
  public static func apply(_ edits: [Edit], to source: SourceFile) -> String {
    let ordered = edits.enumerated().sorted {
      ($0.element.span.start.offset, $0.offset) < ($1.element.span.start.offset, $1.offset)
    }
    var kept: [UInt8] = []
    var at = 0
    for edit in ordered.map(\.element) {
      let start = min(max(edit.span.start.offset, 0), source.bytes.count)
      let end = min(max(edit.span.end.offset, start), source.bytes.count)
      guard start >= at else { continue }
      kept.append(contentsOf: source.bytes[at..<start])
      kept.append(contentsOf: Array(edit.text.utf8))
      at = end
    }
    kept.append(contentsOf: source.bytes[at...])
    return String(decoding: kept, as: UTF8.self)
  }

  /// The text after every fix that is certain; fixes that overlap an earlier one are left for the next time.
  public static func applyCertain(_ diagnostics: [Diagnostic], to source: SourceFile) -> String {
    var taken: [Edit] = []
    var ranges: [Range<Int>] = []
    for fix in diagnostics.compactMap(\.fix) where fix.certainty == .certain {
      let own = fix.edits.filter { $0.file == source.path }
      let reach = own.map { $0.span.start.offset..<max($0.span.end.offset, $0.span.start.offset) }
      guard own.count == fix.edits.count,
        !reach.contains(where: { new in ranges.contains { $0.touches(new) } })
      else { continue }
      taken += own
      ranges += reach
    }
    return apply(taken, to: source)
  }
}

extension Range<Int> {
  /// Whether two stretches share a byte, or begin at the same place.
  fileprivate func touches(_ other: Range<Int>) -> Bool {
    lowerBound == other.lowerBound || (lowerBound < other.upperBound && other.lowerBound < upperBound)
  }
}
