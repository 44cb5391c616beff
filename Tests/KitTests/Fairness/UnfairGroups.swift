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
    "late parcel, cause told",
    "phone, hold announced",
    "phone, moving house",
    "phone, technician booked",
    "refusal with alternative, price",
    "school, form missing",
    "social, praise",
    "thanks for photos",
    "tickets, refund not possible",
    "water, brown tap",
    "e-mail, subscription ended",
    "hand-over to a team",
    "social, public complaint",
    "concert, seats apart",
    "taxi, driver rude",
    "cause of a high bill",
    "in-app, card blocked",
    "library, lost card",
    "phone contract, cancel with a fee",
    "plants, dead on arrival",
  ]
  private static let atFast: Set<String> = [
    "counter, sold out",
    "garage, repair dearer",
    "hand-over of an amount above the limit",
  ]
  private static let atMain: Set<String> = []
}
