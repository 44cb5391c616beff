import Language

/// Groups in which a version is still judged otherwise; each is a fault of the kinds, not of the trainee.
enum UnfairGroups {
  /// By the tier that reads them.
  static let named: [EncoderTier: Set<String>] = [
    .fast: atBoth.union(atFast), .main: atBoth.union(atMain),
  ]

  private static let atBoth: Set<String> = [
    "bank, secret offered",
    "library, lost card",
    "taxi, driver rude",
    "scraped car, bonus explained",
    "late check-out, shorter than asked",
    "flood claim, told to wait",
    "card declined abroad, shrugged off",
    "estimated bill, customer blamed",
  ]
  private static let atFast: Set<String> = [
    "parcel marked delivered, customer doubted", "discount code, not on boots",
  ]
  private static let atMain: Set<String> = [
    "in-app, card blocked", "boiler visit missed, no plan",
  ]
}
