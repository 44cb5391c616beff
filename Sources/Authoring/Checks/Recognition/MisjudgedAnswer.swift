import Diagnostics
import Domain
import Language

/// S415: an answer of a fact or claim is judged otherwise than its author says.
///
/// New beside the list of the scenario language: facts and claims came after it.
enum MisjudgedAnswer: ScenarioCheck {
  static let page = CheckPage(
    "S415", "misjudged-answer", .warning,
    title: "a good answer is judged as not saying it, or a not-quite answer as saying it",
    why: """
      The author says what an answer is worth, and every answer is tried as if a trainee had given it. One that is \
      judged the other way shows that the fact is said too broadly, or holds two things at once; trainees would be \
      judged wrongly by the same sentence.
      """,
    triggering: """
      required_facts:
        last_scan:
          fact: The last scan of your parcel was at the depot on Monday.
          good: [your parcel was last scanned at the depot on Monday]
          not_quite: [the last scan of your parcel was at the depot on Monday]
      """,
    clean: """
      required_facts:
        last_scan:
          fact: The last scan of your parcel was at the depot on Monday.
          good: [your parcel was last scanned at the depot on Monday]
          not_quite: [I am sorry that you had to wait]
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    guard let reader = subject.hearing?.recognition.facts else { return [] }
    let facts = subject.draft.requiredFacts.map { ("fact", $0.name.text, $0.statement) }
    let claims = subject.resolution.linked.forbiddenClaims.map { ("claim", $0.name.text, $0.statement) }
    return (facts + claims).flatMap { what, name, draft in
      findings(in: draft, "\(what) '\(name)'", reader, subject.placeholders)
    }
  }

  private static func findings(
    in draft: StatementDraft, _ what: String, _ reader: FactReader, _ placeholders: Placeholders
  ) -> [Diagnostic] {
    let statement = placeholders.filled(draft.statement)
    guard statement.text.contains(where: { !$0.isWhitespace }) else { return [] }
    let fact = reader.prepare(
      FactStatement(
        [statement.text], question: statement.question, good: statement.good, notQuite: statement.notQuite))
    func isStated(_ answer: Written) -> Bool {
      reader.judge(reader.prepare(placeholders.filled(answer.text)), fact).standing == .states
    }
    let missed = draft.good.filter { !isStated($0) }
    let taken = draft.notQuite.filter { isStated($0) }
    return missed.map {
      page.found(
        "this good answer of \(what) is judged as not saying it",
        at: $0.place.label("not heard as saying it"),
        help: "say it in words nearer to the sentence, or split the sentence if it holds two things")
    }
      + taken.map {
        page.found(
          "this not-quite answer of \(what) is judged as saying it", at: $0.place.label("heard as saying it"),
          help: "make the sentence more exact, so that this one does not say it")
      }
  }
}
