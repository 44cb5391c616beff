/// The channels a written talk may name; capitals, blanks and hyphens make no difference: `E-Mail` is `email`.
enum WrittenChannel {
  /// Those of the manual, as rubrics weigh them, in its order.
  static let names = ["chat", "email", "phone", "sms", "social", "in-app", "in-person", "bot"]

  /// What people call them besides.
  private static let others = [
    "livechat": "chat", "webchat": "chat", "mail": "email", "letter": "email", "call": "phone",
    "voice": "phone",
    "telephone": "phone", "text": "sms", "socialmedia": "social", "twitter": "social", "facebook": "social",
    "instagram": "social", "review": "social", "forum": "social", "app": "in-app", "messaging": "in-app",
    "web": "in-app", "store": "in-person", "shop": "in-person", "counter": "in-person",
  ]

  private static let known = names.reduce(into: others) { $0[spelling($1)] = $1 }

  /// The channel meant by a name; `place` goes before the message.
  static func named(_ name: String, _ place: String) throws(WrittenTranscript.Unusable) -> String {
    guard let found = known[spelling(name)] else {
      throw .init(
        "\(place)there is no channel '\(name.prefix(40))'; a channel is \(names.dropLast().joined(separator: ", "))"
          + " or \(names.last ?? "")")
    }
    return found
  }

  private static func spelling(_ name: String) -> String {
    name.lowercased().filter { !["-", "_", " "].contains($0) }
  }
}
