extension Channel {
  /// Live chat: short lines, the customer may write while the trainee types.
  public static let chat = Channel(
    name: "chat", title: "Live chat", turnForm: .lines, replyTarget: .seconds(120),
    arrival: "You write in the live chat now.", isLive: true)
}
