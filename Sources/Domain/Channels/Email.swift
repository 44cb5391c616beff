extension Channel {
  /// E-mail: a whole message, sent once; nobody waits at the other end.
  public static let email = Channel(
    name: "email", title: "E-mail", turnForm: .message, replyTarget: .seconds(12 * 3_600),
    arrival: "You write by e-mail now.", isLive: false)
}
