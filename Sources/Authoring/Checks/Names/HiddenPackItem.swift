import Diagnostics

/// S215: an item here replaces a pack's item of the same name without saying so.
enum HiddenPackItem: ScenarioCheck {
  static let page = CheckPage(
    "S215", "hidden-pack-item", .warning, title: "an item replaces a pack's without 'override'",
    why: """
      The company's shared item no longer counts in this scenario, and a later change to it will not arrive here. \
      If that is meant, override says so.
      """,
    triggering: """
      uses: [packs/parcel-shop]
      knowledge:
        KB-1: Parcels are never late.
        KB-17: Never promise a delivery date.
      """,
    clean: """
      uses: [packs/parcel-shop]
      override: [KB-1]
      knowledge:
        KB-1: Parcels are never late.
        KB-17: Never promise a delivery date.
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    let meant = Set(subject.draft.overrides.map(\.text))
    return subject.resolution.linked.hiding.filter { !meant.contains($0.own.text) }.map { hiding in
      page.found(
        "\(hiding.kind) '\(hiding.own.text)' hides the one of a pack", at: hiding.own.place.label("replaces"),
        others: [hiding.packs.place.label("this one")],
        help: "write 'override: [\(hiding.own.text)]' if that is meant, or choose another name")
    }
  }
}
