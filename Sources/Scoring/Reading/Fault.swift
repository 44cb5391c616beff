import Domain

/// Whether something failed for the customer, and whether it was on our side.
enum Fault {
  /// Whether the customer told of a fault that is ours to answer for.
  ///
  /// What they did themselves ("I dropped it") is not, nor what troubles them before they buy, unless it made
  /// them angry.
  static func isOurs(in reading: Reading) -> Bool {
    let told = reading.customerTurns.filter(Grievance.isTold)
    guard told.contains(where: { $0.mentions(.ownDoing).isEmpty }) else { return false }
    return !isBeforePurchase(reading) || Heat.isHigh(in: reading)
  }

  /// Whether the customer told neither of a slip of their own nor of what they want to buy, so that it may be ours.
  static func isOpen(in reading: Reading) -> Bool {
    !isBeforePurchase(reading) && reading.customerTurns.allSatisfy { $0.mentions(.ownDoing).isEmpty }
  }

  private static func isBeforePurchase(_ reading: Reading) -> Bool {
    if let scenario = reading.scenario { return scenario.journeyStage == .beforePurchase }
    return reading.customerTurns.contains { !$0.mentions(.buying).isEmpty }
  }
}

/// How angry the customer is.
enum Heat {
  /// Whether the customer swears, insults, threatens, or shouts.
  static func isHigh(in reading: Reading) -> Bool { reading.customerTurns.contains(where: isHigh) }

  /// The same for one turn: words of anger, or a sentence in capitals.
  static func isHigh(_ turn: HeardTurn) -> Bool {
    let isAngry = [LexiconName.anger, .insults, .rudeCommands].contains { list in
      turn.mentions(list).contains { !$0.isReported && $0.holds }
    }
    return isAngry || isShouted(turn)
  }

  /// At least four words in capitals, and most of the words so.
  private static func isShouted(_ turn: HeardTurn) -> Bool {
    let words = turn.reply.tokens.filter { $0.kind == .word }
    let shouted = words.count { $0.letterCase == .upper }
    return shouted >= 4 && shouted * 2 > words.count
  }
}
