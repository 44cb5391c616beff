import Domain
import Language

/// Whether the customer is taken for nothing they did not say they are. A term that demeans people is a breach.
///
/// Always applies; the points open with useful work. What the customer told of themselves may be taken up: "ask your
/// son" is fair after "my son set it up".
struct FairInclusive: CriterionKind {
  let keyword = "fair-inclusive"
  let workAsked = 1
  let summary =
    "Assumes nothing by age, gender, ability, origin, family or money; no stereotype, no demeaning term."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    let terms = Self.places(.demeaningTerms, in: reading).filter { !DiscriminatoryTerm.isThing($1, $0) }
    guard !reading.replies.isEmpty else {
      return Finding.notApplicable("Nothing was said that could take the customer for anything.")
    }
    let stereotypes = Self.places(.stereotypes, in: reading)
    let assumptions = Self.assumptions(in: reading)
    var finding = Finding()
    finding.ask(
      "Assumes nothing by age, gender, ability, origin, family or money",
      assumptions.isEmpty && stereotypes.isEmpty)
    finding.ask("Puts nobody into a box", stereotypes.isEmpty && assumptions.count <= 1)
    finding.avoid("Uses no term that demeans people", terms.isEmpty)
    for (reply, hit) in terms.prefix(2) { finding.quote(reply.quote(hit.range, .lost, "demeans people")) }
    for (reply, hit) in stereotypes.prefix(2) { finding.quote(reply.quote(hit.range, .lost, "a stereotype")) }
    for (reply, hit) in assumptions.prefix(2) { finding.quote(reply.quote(hit.range, .lost, "who said so?")) }
    if !terms.isEmpty { finding.breach() }
    return finding.evidence(
      Self.reason(terms: !terms.isEmpty, boxes: !stereotypes.isEmpty, assumes: !assumptions.isEmpty),
      better: criterion.better)
  }

  private static func places(_ list: LexiconName, in reading: Reading) -> [(ReadReply, Hit)] {
    reading.replies.flatMap { reply in Hit.joined(reply.mentioned(list)).map { (reply, $0) } }
  }

  private static func assumptions(in reading: Reading) -> [(ReadReply, Hit)] {
    let told = Set(reading.customerTurns.flatMap { $0.reply.tokens.map(\.stem) })
    return places(.assumptions, in: reading).filter { reply, hit in
      let tokens = reply.reply.tokens[hit.tokens]
      let isTaken = tokens.contains { personal.contains($0.normal) && told.contains($0.stem) }
      return !isTaken && reply.reply.stance(of: hit.tokens).isDisjoint(with: .conditional)
        || tokens.contains { $0.normal == "afford" }
    }
  }

  /// What customers may have said of themselves.
  private static let personal: Set<String> = [
    "husband", "wife", "son", "daughter", "grandson", "granddaughter", "grandchildren", "kids", "children",
    "partner", "parents", "father", "mother", "dad", "mum", "mom", "disability", "condition", "english",
    "age",
    "accent", "country", "pensioner", "senior", "student", "benefits", "blind", "deaf", "disabled",
    "religion",
    "culture", "income", "money", "old", "elderly", "young", "grandma", "grandpa", "granny", "grandad",
  ]

  private static func reason(terms: Bool, boxes: Bool, assumes: Bool) -> String {
    if terms { return "This word demeans people; nothing else in the talk can make up for it." }
    if boxes { return "This puts a whole group into a box; speak to this one person about this one thing." }
    return assumes
      ? "Nobody told you so; ask what the customer needs instead of taking it from who they seem to be."
      : "You took the customer for nothing they had not said."
  }

  let examples = [
    CriterionExample(
      "speaks to the person", .met,
      [
        .customer("I cannot get into the app."),
        .trainee("I will send you a new link for the app. Would it help if we go through it together?"),
      ]),
    CriterionExample(
      "taken for old", .partly, quotes: ["At your age"],
      [
        .customer("I cannot get into the app."),
        .trainee("At your age the app is hard. I will send you a new link for the app."),
      ]),
    CriterionExample(
      "taken for somebody's wife", .partly, quotes: ["ask your husband"],
      [
        .customer("I cannot get into the app."),
        .trainee("Just ask your husband to open the app. I will send a new link."),
      ]),
    CriterionExample(
      "what the customer told may be taken up", .met,
      [
        .customer("My son set the app up and now I cannot get in."),
        .trainee("Please ask your son to open the app once. I will send him a new link."),
      ]),
    CriterionExample(
      "a stereotype", .missed, quotes: ["Older people often"],
      [
        .customer("I cannot get into the app."),
        .trainee("Older people often lock the app. I will send you a new link for the app."),
      ]),
    CriterionExample(
      "a demeaning term is a breach", .breached, quotes: ["retarded"],
      [
        .customer("I cannot get into the app."),
        .trainee("That is a retarded question. I will send you a new link for the app."),
      ]),
    CriterionExample(
      "money is nobody's guess", .partly, quotes: ["if you can't afford"],
      [
        .customer("Which app plan should I take?"),
        .trainee("Take the small app plan if you can't afford the other. I will set it up."),
      ]),
    CriterionExample(
      "a date of birth for a check assumes nothing", .met,
      [
        .customer("I cannot get into the app."),
        .trainee("May I have your date of birth to check who you are? Then I will reset the app."),
      ]),
    CriterionExample(
      "money that goes back to an account", .met,
      [
        .customer("You charged the night price twice."),
        .trainee("The 31 euros go back to your account today. I will check the next price myself."),
      ]),
    CriterionExample(
      "their English is not the matter", .partly, quotes: ["Your English is"],
      [
        .customer("app no work, i not can in"),
        .trainee("Your English is hard to follow. I will send a new link for the app."),
      ]),
    CriterionExample(
      "words with another sense", .met,
      [
        .customer("Do you sell faggots? And where is the chink in the wall?"),
        .trainee(
          "Yes, pork faggots are 3.50 for four. The chink is under the window sill; I will have it filled on Monday. Then go back to your account."
        ),
      ]),
    CriterionExample("silence is not fairness", .missed, [.customer("I cannot get in."), .trainee("ok")]),
  ]
}
