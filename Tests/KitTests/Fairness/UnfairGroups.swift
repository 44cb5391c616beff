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
    "bank, secret offered",
    "missed recycling, not our job",
    "scraped car, bonus explained",
    "late check-out, shorter than asked",
    "card declined abroad, shrugged off",
    "flood claim, told to wait",
    "coins from the church fair, turned away",
    "licence stopped, customer told off",
    "husband's parcel at the depot",
    "old washing machine left in the hall",
    "street light out, told to stop reporting",
    "earache, no appointment again",
    "app crashes on opening, fine for everybody else",
    "crown came off before a wedding",
    "wasp nest by the swings",
    "frozen food left in the sun",
    "cot not in the room, toddler asleep",
    "paint drips on a new carpet",
    "new glasses make her dizzy",
    "tiler ill, bathroom bare",
    "birth certificate copy, still in the post",
    "PE kit gone from the changing room, parent told off",
    "meter top-up does not show",
    "seat for a new colleague",
    "disabled parking badge runs out before the new one",
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
    "software, lost file",
    "trouble on the school bus, promise not kept",
    "parcel marked delivered, customer doubted",
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
