extension Channel {
  /// Phone: speech, typed here; a silence is heard, a hold must be asked for.
  public static let phone = Channel(
    name: "phone", title: "Phone", turnForm: .speech, replyTarget: .seconds(10),
    arrival: "You are on the phone now.", isLive: true)
}
