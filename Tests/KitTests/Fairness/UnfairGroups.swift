import Language

/// Groups in which a version is still judged otherwise; each is a fault of the kinds, not of the trainee.
enum UnfairGroups {
  /// By the tier that reads them.
  static let named: [EncoderTier: Set<String>] = [
    .fast: atBoth.union(atFast), .main: atBoth.union(atMain),
  ]

  private static let atBoth: Set<String> = [
    "promise with time, callback",
    "bank, secret offered",
    "library, lost card",
    "missed recycling, not our job",
    "scraped car, bonus explained",
    "late check-out, shorter than asked",
    "card declined abroad, shrugged off",
    "parcel marked delivered, customer doubted",
    "flood claim, told to wait",
    "honeymoon flight cancelled, two ways on",
    "licence stopped, customer told off",
    "fixed tariff ends, choices listed",
    "husband's parcel at the depot",
    "earache, no appointment again",
    "app crashes on opening, fine for everybody else",
    "crown came off before a wedding",
    "cot not in the room, toddler asleep",
    "paint drips on a new carpet",
    "new glasses make her dizzy",
    "charged for leavers' licences",
    "tiler ill, bathroom bare",
    "birth certificate copy, still in the post",
    "PE kit gone from the changing room, parent told off",
    "meter top-up does not show",
    "seat for a new colleague",
    "lunch account, money not there yet",
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
    "paying extra into the mortgage",
    "hearing aid whistles, grandson's school play",
    "front door painted the wrong grey",
  ]
  private static let atMain: Set<String> = [
    "boiler visit missed, no plan",
    "direct debit raised, cause only",
    "coins from the church fair, turned away",
    "street light out, told to stop reporting",
    "picture freezes in every match",
    "new phone, sign-in codes gone",
  ]
}
