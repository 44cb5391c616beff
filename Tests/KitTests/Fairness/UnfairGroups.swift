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
    "scraped car, bonus explained",
    "late check-out, shorter than asked",
    "card declined abroad, shrugged off",
    "flood claim, told to wait",
    "licence stopped, customer told off",
    "grade left out of the report",
    "fixed tariff ends, choices listed",
    "cash machine kept the card, weekend shop",
    "husband's parcel at the depot",
    "old washing machine left in the hall",
    "street light out, told to stop reporting",
    "earache, no appointment again",
  ]
  private static let atFast: Set<String> = [
    "estimated bill, customer blamed",
    "parcel marked delivered, customer doubted",
    "discount code, not on boots",
  ]
  private static let atMain: Set<String> = [
    "in-app, card blocked",
    "boiler visit missed, no plan",
    "coins from the church fair, turned away",
  ]
}
