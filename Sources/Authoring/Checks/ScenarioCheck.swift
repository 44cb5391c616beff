import Diagnostics
import Domain

/// A check over a scenario with its packs: one file each, its page and its logic side by side.
protocol ScenarioCheck: Sendable {
  static var page: CheckPage { get }

  /// Everything this check finds, in any order.
  static func findings(in subject: Subject) -> [Diagnostic]
}

/// What scenario checks look at.
struct Subject: Sendable {
  var resolution: Resolution
  var flow: Flow
  /// The channels there are.
  var channels: ChannelCatalog
  /// The shared rubric the scenario uses, as written; nil when it uses none or it cannot be had.
  var house: RubricDraft?
  /// The moves as play hears them; nil when nothing can be heard, and then checks that must hear are silent.
  private(set) var hearing: Hearing?
  /// Every placeholder of the scenario's texts, section by section: several checks look at them.
  private(set) var placeholdersUsed: [Placeholder] = []

  init(
    _ resolution: Resolution, channels: ChannelCatalog, house: RubricDraft? = nil,
    recognition: Recognition? = nil
  ) {
    self.resolution = resolution
    self.house = house
    self.channels = channels
    flow = Flow(resolution.story)
    placeholdersUsed = Placeholder.all(in: resolution)
    hearing = recognition.map { Hearing(self, $0) }
  }

  var draft: ScenarioDraft { resolution.draft }
  var names: StoryNames { resolution.names }
  var uses: [NameUse] { resolution.uses }
  var story: Story { resolution.story }

  /// The uses in some roles that lead nowhere.
  func unknown(_ roles: Set<NameUse.Role>) -> [NameUse] {
    uses.filter { $0.target == nil && roles.contains($0.role) }
  }

  /// Where the scenario names the pack that a place is in; empty for places in its own file.
  func origin(of place: Place) -> [Label] {
    guard !resolution.isOwn(place) else { return [] }
    let used = draft.uses.first ?? draft.id
    return used.map { [$0.place.label("used from here")] } ?? []
  }
}
