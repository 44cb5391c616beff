import Domain

/// On which channels the trainee spoke, so that a talk over several is weighed by where it took place.
struct ChannelMix: Hashable, Sendable {
  /// Replies by column of the rubric's weights; empty when none was sent.
  private let replies: [String: Int]

  /// Counts the replies; the first one after a bot handed over stands in its own column.
  init(_ reading: Reading) {
    let takesOverFromBot = reading.transcript.turns.contains { $0.speaker == .bot && $0.isEarlier }
    var counts: [String: Int] = [:]
    for (place, reply) in reading.replies.enumerated() {
      counts[place == 0 && takesOverFromBot ? ChannelWeight.handOff : reply.channel, default: 0] += 1
    }
    replies = counts
  }

  /// A dimension's weight in this talk, in points times replies; the usual weight where nothing was said.
  func weight(_ weight: ChannelWeight) -> Int {
    guard !replies.isEmpty else { return max(weight.usual, 0) }
    return replies.reduce(0) { sum, column in
      sum.saturatingPlus(column.value.saturatingTimes(max(weight[column.key], 0)))
    }
  }
}
