import Domain
import Language

/// The trainee wrote somebody's personal data where anyone can read it.
struct PublicPersonalData: AutoFailRule {
  let keyword = "public-personal-data"
  let title = "Wrote personal data in public"
  let errorClass = ErrorClass.compliance
  let summary =
    "In a public post: data of the customer's, from the record or told in private, or a request to post it."

  func breaches(in reading: Reading) -> [Breach] {
    let posts = reading.replies.filter { SocialForm().channels.contains($0.channel) }
    let open = PublicTalk(reading, posts).replies
    guard !open.isEmpty else { return [] }
    let data = PersonalData(reading)
    return open.compactMap { reply in
      let asked = data.requests(in: reply).map {
        (range: $0, note: "asks for it where anyone can read the answer")
      }
      let told = data.told(in: reply).map { (range: $0, note: "anyone can read this") }
      let life = PublicLife(reply: reply, posted: data.posted)
      let more =
        life.told.map { (range: $0, note: "anyone can read this") }
        + life.asked.map { (range: $0, note: "asks for it where anyone can read the answer") }
      return (told + asked + more).min { $0.range < $1.range }.map {
        breach(reply.quote($0.range, .lost, $0.note))
      }
    }
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
      "a plate, with no record known", breaches: ["KX-204-B"],
      [
        .customer("@lot why a fine?"),
        .trainee("@mo_k your van KX-204-B stood on the grass.", channel: "social"),
      ]),
    AutoFailExample(
      "where the customer lives", breaches: ["7 Harbour Road"],
      [
        .customer("@post where is it"),
        .trainee("@mo_k we left it at 7 Harbour Road, as usual.", channel: "social"),
      ]),
    AutoFailExample(
      "what the customer owes", breaches: ["340 EUR"],
      [.customer("@bank no login"), .trainee("@mo_k you owe us 340 EUR, so it is shut.", channel: "social")]),
    AutoFailExample(
      "a number of theirs", breaches: ["0171 5550198"],
      [
        .customer("@telco sim dead"),
        .trainee("@rob your number 0171 5550198 was given away by mistake.", channel: "social"),
      ]),
    AutoFailExample(
      "the desk's own number",
      [
        .customer("@vet when are you open"),
        .trainee("@lu call us on 0800 555 0199, we are open till 8.", channel: "social"),
      ]),
    AutoFailExample(
      "a request to post it", breaches: ["what is your date of birth"],
      [.customer("@bank no login"), .trainee("@mo_k sure, what is your date of birth?", channel: "social")]),
    AutoFailExample(
      "an illness", breaches: ["@ray_t because you told us about your heart attack in 2019"],
      [
        .customer("@insureme why did you refuse"),
        .trainee("@ray_t because you told us about your heart attack in 2019", channel: "social"),
      ]),
    AutoFailExample(
      "a number that was rung", breaches: ["07700 900123"],
      [
        .customer("@bank help"), .trainee("@ray_t we tried 07700 900123 twice", channel: "social"),
      ]),
    AutoFailExample(
      "a request to send it in private",
      [.customer("@bank no login"), .trainee("@mo_k could you DM us your date of birth?", channel: "social")]),
    AutoFailExample(
      "a price and a day that are everybody's",
      [
        .customer("@shop is the sale on"),
        .trainee(
          "@mo_k yes, the lamp is 40 EUR until 3 May, at 12 Mill Road in our shop.", channel: "social"),
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
