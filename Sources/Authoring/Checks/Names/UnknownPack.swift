import Diagnostics

/// S208: a pack, rubric or translation a scenario names is missing, outside the library, or uses itself.
enum UnknownPack {
  static let page = CheckPage(
    "S208", "unknown-pack", .error,
    title: "a pack, shared rubric or translation is missing, outside the library, or uses itself",
    why: """
      Paths under uses start at the library's root, the folder that holds packs, and stay inside it: no '..', no \
      absolute path, no '~', no link. What is shared must come with the library, or the scenario breaks on the \
      next machine. Shared rubrics are found by their id.
      """,
    triggering: """
      uses: [packs/parcel-shpo]
      """,
    clean: """
      uses: [packs/parcel-shop]
      """)

  static func missing(_ use: Written, root: String?, known: [String]) -> Diagnostic {
    let suggestion = Suggestion(
      for: use, amongWords: known,
      instead: known.isEmpty
        ? "packs stand in the folder packs of the library" : "the packs are \(known.quoted)")
    let place = root.map { "in '\($0)'" } ?? "because no folder above this file holds packs"
    return page.found(
      "no pack '\(use.text)' \(place)", at: use.place.label("no such pack"), help: suggestion.help,
      fix: suggestion.fix)
  }

  static func outside(_ use: Written, _ reason: LibraryPath.Trouble) -> Diagnostic {
    page.found(
      "'\(use.text)' \(reason.words)", at: use.place.label("outside the library"),
      help: "write the path from the library's root, such as packs/parcel-shop")
  }

  static func linked(_ use: Written) -> Diagnostic {
    page.found(
      "'\(use.text)' leads through a link, which may point out of the library",
      at: use.place.label("a link"), help: "put the file itself into the library")
  }

  static func cyclic(_ use: Written, path: [String]) -> Diagnostic {
    page.found(
      "pack '\(use.text)' uses itself: \((path + [use.text]).joined(separator: " -> "))",
      at: use.place.label("comes round again"), help: "take one of these uses away")
  }

  static func notAPack(_ use: Written, kind: DocumentKind) -> Diagnostic {
    page.found(
      "'\(use.text)' is a '\(kind.rawValue)' file, not a pack", at: use.place.label("no pack"),
      help: "a pack begins with 'format: \(DocumentKind.pack.format)'")
  }

  static func missingTranslation(_ path: Written) -> Diagnostic {
    page.found(
      "no file '\(path.text)' with this translation", at: path.place.label("no such file"),
      help: "put it beside the scenario, or take the line out")
  }

  static func missingRubric(_ use: Written, known: [String]) -> Diagnostic {
    let suggestion = Suggestion(
      for: use, amongWords: known,
      instead: known.isEmpty
        ? "shared rubrics stand in scoring/rubrics" : "the shared rubrics are \(known.quoted)")
    return page.found(
      "no shared rubric with the id '\(use.text)'", at: use.place.label("no such rubric"),
      help: suggestion.help, fix: suggestion.fix)
  }
}
