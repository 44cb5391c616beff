import Domain
import Language

/// The trainee wrote somebody's personal data where anyone can read it.
struct PublicPersonalData: AutoFailRule {
  let keyword = "public-personal-data"
  let title = "Wrote personal data in public"
  let errorClass = ErrorClass.compliance
  let summary = "In a public post: a line of the customer's record, or what they had told in private."

  func breaches(in reading: Reading) -> [Breach] {
    let posts = reading.replies.filter { SocialForm().channels.contains($0.channel) }
    let open = PublicTalk(reading, posts).replies
    guard !open.isEmpty else { return [] }
    let protected = ProtectedWords(reading)
    let personal = Self.private(reading)
    return open.compactMap { reply in
      let record = protected.disclosed(in: reply).first?.range
      let token = reply.reply.tokens.first { personal.contains($0.normal) }.map { TextRange($0.range) }
      return [record, token].compactMap { $0 }.min().map {
        breach(reply.quote($0, .lost, "anyone can read this"))
      }
    }
  }

  /// Order numbers on record, and numbers and addresses told in private; less what the customer posted themselves.
  private static func `private`(_ reading: Reading) -> Set<String> {
    var personal = Set((reading.scenario?.customer.orders ?? []).flatMap { Reply($0.id).words.map(\.normal) })
    var posted: Set<String> = []
    for turn in reading.customerTurns {
      let marks = turn.reply.tokens.filter { $0.kind == .identifier || $0.kind == .address }.map(\.normal)
      if SocialForm().channels.contains(reading.transcript.turns[turn.turn].channel) {
        posted.formUnion(marks)
      } else {
        personal.formUnion(marks)
      }
    }
    return personal.subtracting(posted).filter { $0.utf8.count >= 4 }
  }

  let examples = [
    AutoFailExample(
      "the address on record", breaches: ["12 Rue Neuve, Lyon"], scenario: .ofExamples,
      [
        .customer("@alder my parcel is lost"),
        .trainee("It went to 12 Rue Neuve, Lyon, as you wanted.", channel: "social"),
      ]),
    AutoFailExample(
      "the order's number", breaches: ["A-4412"], scenario: .ofExamples,
      [
        .customer("@alder my parcel is lost"),
        .trainee("Sorry! I see your order A-4412 is late.", channel: "social"),
      ]),
    AutoFailExample(
      "the company's own address", scenario: .ofExamples,
      [
        .customer("@alder my parcel is lost"),
        .trainee("Sorry! Please write to help@alder.example or send us a DM.", channel: "social"),
      ]),
    AutoFailExample(
      "in a chat nobody else reads", scenario: .ofExamples,
      [.customer("my parcel is lost"), .trainee("Your order A-4412 goes to 12 Rue Neuve, Lyon.")]),
  ]
}
