import Language

/// Groups in which a version is still judged otherwise; each is a fault of the kinds, not of the trainee.
enum UnfairGroups {
  /// By the tier that reads them.
  static let named: [EncoderTier: Set<String>] = [
    .fast: atBoth.union(atFast), .main: atBoth.union(atMain),
  ]

  private static let atBoth: Set<String> = [
    "SMS, delivery slot",
    "SMS, pick-up ready",
    "asking for identity, chat",
    "counter, wrong size",
    "e-mail, late sofa",
    "flight, lost suitcase",
    "gym, pause of membership",
    "hand-over of an amount above the limit",
    "late parcel, cause told",
    "phone, hold announced",
    "phone, moving house",
    "phone, technician booked",
    "refusal with alternative, price",
    "school, form missing",
    "social, praise",
    "steps to reset a router",
    "thanks for photos",
    "tickets, refund not possible",
    "water, brown tap",
    "e-mail, subscription ended",
    "hand-over to a team",
    "in-app, upgrade question",
    "social, public complaint",
    "concert, seats apart",
    "taxi, driver rude",
  ]
  private static let atFast: Set<String> = [
    "counter, sold out",
    "garage, repair dearer",
    "plants, dead on arrival",
  ]
  private static let atMain: Set<String> = [
    "phone contract, cancel with a fee"
  ]
}
