import Language

/// Groups in which a version is still judged otherwise; each is a fault of the kinds, not of the trainee.
enum UnfairGroups {
  /// By the tier that reads them.
  static let named: [EncoderTier: Set<String>] = [
    .fast: atBoth.union(atFast), .main: atBoth.union(atMain),
  ]

  private static let atBoth: Set<String> = [
    "cause of a high bill",
    "social, public complaint",
    "counter, sold out",
    "bank, secret offered",
    "gym, pause of membership",
    "library, lost card",
    "taxi, driver rude",
  ]
  private static let atFast: Set<String> = ["in-app, card blocked"]
  private static let atMain: Set<String> = []
}
