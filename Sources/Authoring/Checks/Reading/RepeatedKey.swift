import Diagnostics

/// S106: a key that its map already has.
enum RepeatedKey {
  static let page = CheckPage(
    "S106", "repeated-key", .error,
    title: "a key stands twice in one place",
    why: """
      Each key may stand once, or one of the two is lost: most YAML tools keep the last without a word. \
      Here the first is used until you decide.
      """,
    mending: .shown,
    triggering: ReadingExample.pack("knowledge:\n  KB-1: Be kind.\n  KB-1: Be brief.\n"),
    clean: ReadingExample.pack("knowledge:\n  KB-1: Be kind.\n  KB-2: Be brief.\n"))

  static func found(_ reading: Reading, _ key: FoundKey, earlier: Node.Entry, isFree: Bool) -> Diagnostic {
    let rename = Fix(
      "give it another name", [reading.edit(key.span, Quoting.key(key.name + "-2"))], certainty: .suggested)
    return page.found(
      "'\(key.name)' stands here twice; each key may stand once",
      at: reading.label(key.span, "again"),
      others: [reading.label(earlier.keySpan, "first")],
      help: isFree
        ? "keep one of them, or give this one a name of its own"
        : "keep one of them; the first is on line \(earlier.keySpan.start.line)",
      fix: isFree ? rename : nil)
  }
}
