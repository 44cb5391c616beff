import Language

/// Groups in which a version is still judged otherwise; each is a fault of the kinds, not of the trainee.
enum UnfairGroups {
  /// By the tier that reads them.
  static let named: [EncoderTier: Set<String>] = [
    .fast: atBoth.union(atFast), .main: atBoth.union(atMain),
  ]

  private static let atBoth: Set<String> = [
    "social, shop opening",
    "bank, secret offered",
    "library, lost card",
    "missed recycling, not our job",
    "scraped car, bonus explained",
    "late check-out, shorter than asked",
    "card declined abroad, shrugged off",
    "flood claim, told to wait",
    "honeymoon flight cancelled, two ways on",
    "coins from the church fair, turned away",
    "licence stopped, customer told off",
    "parking permit, how to renew",
    "fixed tariff ends, choices listed",
    "cash machine kept the card, weekend shop",
    "husband's parcel at the depot",
    "old washing machine left in the hall",
    "street light out, told to stop reporting",
    "earache, no appointment again",
    "wardrobe hinges missing, grandmother arrives",
    "joint account, wife works weekdays",
    "app crashes on opening, fine for everybody else",
    "crown came off before a wedding",
    "cot not in the room, toddler asleep",
    "lunch money not credited, child went hungry",
    "paint drips on a new carpet",
    "gift card shows nothing at the till",
    "new glasses make her dizzy",
    "charged for leavers' licences",
    "tiler ill, bathroom bare",
    "birth certificate copy, still in the post",
    "PE kit gone from the changing room, parent told off",
    "meter top-up does not show",
    "premium up after a windscreen claim",
    "seat for a new colleague",
    "lunch account, money not there yet",
    "disabled parking badge runs out before the new one",
    "new phone, sign-in codes gone",
    "bike stolen from the cellar, lock doubted",
    "old sofa not collected, neighbours complain",
    "proof of cover for the landlord",
    "garden gate sags after two weeks",
    "museum trip, coach without a ramp",
    "new glasses, dizzy on the stairs",
    "tax penalty, letter never came",
  ]
  private static let atFast: Set<String> = [
    "asking for identity, chat",
    "phone, moving house",
    "counter, sold out",
    "insurance, claim received",
    "software, lost file",
    "estimated bill, customer blamed",
    "parcel marked delivered, customer doubted",
    "discount code, not on boots",
    "tracking has not moved, keep looking",
    "data in Turkey, price told",
    "paying extra into the mortgage",
    "hearing aid whistles, grandson's school play",
    "front door painted the wrong grey",
  ]
  private static let atMain: Set<String> = [
    "in-app, card blocked",
    "boiler visit missed, no plan",
    "direct debit raised, cause only",
    "wasp nest by the swings",
    "picture freezes in every match",
    "credit after moving out, sent to the form",
  ]
}
