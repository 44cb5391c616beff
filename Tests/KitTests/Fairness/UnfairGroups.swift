import Language

/// Groups in which a version is still judged otherwise; each is a fault of the kinds, not of the trainee.
enum UnfairGroups {
  /// By the tier that reads them.
  static let named: [EncoderTier: Set<String>] = [
    .fast: atBoth.union(atFast), .main: atBoth.union(atMain),
  ]

  private static let atBoth: Set<String> = [
    "asking for identity, chat",
    "promise with time, callback",
    "next issue, two charges on the bill",
    "social, shop opening",
    "bank, secret offered",
    "tickets, refund not possible",
    "missed recycling, not our job",
    "scraped car, bonus explained",
    "late check-out, shorter than asked",
    "plumber's invoice above the quote, fault owned",
    "card declined abroad, shrugged off",
    "parcel marked delivered, customer doubted",
    "flood claim, told to wait",
    "standing order, date moved",
    "coins from the church fair, turned away",
    "licence stopped, customer told off",
    "cash machine kept the card, weekend shop",
    "husband's parcel at the depot",
    "old washing machine left in the hall",
    "street light out, told to stop reporting",
    "earache, no appointment again",
    "app crashes on opening, fine for everybody else",
    "crown came off before a wedding",
    "wasp nest by the swings",
    "cot not in the room, toddler asleep",
    "paint drips on a new carpet",
    "new glasses make her dizzy",
    "tiler ill, bathroom bare",
    "birth certificate copy, still in the post",
    "PE kit gone from the changing room, parent told off",
    "meter top-up does not show",
    "seat for a new colleague",
    "bike stolen from the cellar, lock doubted",
    "old sofa not collected, neighbours complain",
    "proof of cover for the landlord",
    "garden gate sags after two weeks",
    "museum trip, coach without a ramp",
    "new glasses, dizzy on the stairs",
    "tax penalty, letter never came",
  ]
  private static let atFast: Set<String> = [
    "phone, moving house",
    "counter, sold out",
    "insurance, claim received",
    "no hot water, guest told off",
    "tracking has not moved, keep looking",
    "data in Turkey, price told",
    "joint account, wife works weekdays",
    "hearing aid whistles, grandson's school play",
    "front door painted the wrong grey",
  ]
  private static let atMain: Set<String> = [
    "boiler visit missed, no plan",
    "direct debit raised, cause only",
    "picture freezes in every match",
    "charged for leavers' licences",
  ]
}
