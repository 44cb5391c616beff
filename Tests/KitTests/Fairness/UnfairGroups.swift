import Language

/// Groups in which a version is still judged otherwise; each is a fault of the kinds, not of the trainee.
enum UnfairGroups {
  /// By the tier that reads them.
  static let named: [EncoderTier: Set<String>] = [
    .fast: atBoth.union(atFast), .main: atBoth.union(atMain),
  ]

  private static let atBoth: Set<String> = [
    "late parcel, cause told",
    "counter, wrong size",
    "taxi, driver rude",
  ]
  private static let atFast: Set<String> = [
    "garage, repair dearer"
  ]
  private static let atMain: Set<String> = []
}
