extension Channel {
  /// What an automatic assistant said before a person took over; only ever the origin of a hand-off.
  public static let bot = Channel(
    name: "bot", title: "Bot", turnForm: .lines, replyTarget: .seconds(10), isPlayable: false,
    arrival: "The bot takes over.", isLive: true)
}
