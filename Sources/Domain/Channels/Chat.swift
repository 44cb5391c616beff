extension Channel {
  /// Live chat: short lines, the customer may write while the trainee types.
  public static let chat = Channel(
    name: "chat", title: "Live chat", turnForm: .lines, replyTarget: .seconds(120),
    arrival: "The conversation goes on in live chat.", isLive: true)
}
