@testable import Authoring
import Diagnostics
import Domain
import Testing

@Suite struct `What must be said and what must not` {
  static let sections = """
    facts: {order_seen: false}
    beats:
      hello:
        channel: chat
        say: Where is my parcel?
        expect:
          apologise: {mood: trust +8, go: solved}
        do:
          lookup order: {set: order_seen}
    required_facts:
      last_scan:
        fact: The last scan of {first_name}'s parcel was on Monday.
        question: Where is my parcel?
        good: [nobody has seen it since Monday]
        not_quite: [it is on its way, it is late]
        because: KB-17
        if: order_seen
    forbidden_claims:
      arrives_tomorrow:
        claim: The parcel will arrive tomorrow.
        good: [it is there tomorrow]
        because: KB-17
        critical: true
    """

  @Test func `become values of the scenario`() throws {
    let report = report(Self.sections)
    let scenario = try #require(report.scenarios.first, "\(findings(report))")
    #expect(
      scenario.requiredFacts == [
        RequiredFact(
          name: "last_scan",
          statement: Statement(
            text: "The last scan of {first_name}'s parcel was on Monday.", question: "Where is my parcel?",
            good: ["nobody has seen it since Monday"], notQuite: ["it is on its way", "it is late"]),
          because: 0, condition: .fact(0))
      ])
    #expect(
      scenario.forbiddenClaims == [
        ForbiddenClaim(
          name: "arrives_tomorrow",
          statement: Statement(text: "The parcel will arrive tomorrow.", good: ["it is there tomorrow"]),
          because: 0, isCritical: true)
      ])
  }

  @Test func `have their placeholders filled in for one session`() throws {
    let scenario = try #require(report(Self.sections).scenarios.first)
    let filled = scenario.placeholders(agent: nil).filled(scenario.requiredFacts[0].statement)
    #expect(filled.text == "The last scan of Ines's parcel was on Monday.")
    #expect(filled.notQuite == ["it is on its way", "it is late"])
  }

  @Test func `come from packs too, as far as claims go`() throws {
    let pack = """
      format: service-pack 1
      id: house
      title: House
      knowledge:
        KB-9: No last chances.
      forbidden_claims:
        ends_today: {claim: The offer ends today., because: KB-9}
        arrives_tomorrow: {claim: It comes tomorrow.}

      """
    let used = report(
      Self.sections + "\nuses: [packs/house]\noverride: [arrives_tomorrow]", files: ["packs/house.yaml": pack]
    )
    #expect(findings(used) == [])
    let scenario = try #require(used.scenarios.first)
    #expect(scenario.forbiddenClaims.map(\.name) == ["arrives_tomorrow", "ends_today"])
    #expect(scenario.forbiddenClaims[0].isCritical)
    #expect(scenario.forbiddenClaims[1].because.map { scenario.articles[$0].id } == "KB-9")
    let silent = report(Self.sections + "\nuses: [packs/house]", files: ["packs/house.yaml": pack])
    #expect(findings(silent).map { $0.prefix(4) } == ["S215"])
  }

  @Test(arguments: [
    ("last_scan: {question: Where?}", "S116", "required fact 'last_scan' has no 'fact'"),
    ("last_scan: {fact: It is at {plce}.}", "S213", "nothing fills in {plce}"),
    ("last_scan: {fact: It is here., because: KB-71}", "S207", "no article 'KB-71' in the knowledge base"),
    ("last_scan: {fact: It is here., if: sen}", "S204", "no fact or gauge named 'sen' in this scenario"),
    ("last_scan: {fact: It is here., goood: [a]}", "S114", "'goood'"),
  ]) func `are checked like everything else`(_ written: String, _ number: String, _ message: String) {
    let found = findings(report("required_facts:\n  \(written)"))
    #expect(found.contains { $0.hasPrefix(number) && $0.contains(message) }, "\(found)")
  }

  @Test func `may not share a name`() {
    let found = findings(
      report("required_facts:\n  a: {fact: It is here.}\nforbidden_claims:\n  a: {claim: It is there.}"))
    #expect(found == ["S202 40:3 'a' is both a required fact and a forbidden claim"])
  }

  @Test func `keep their form when printed`() {
    let source = SourceFile(path: "a.yaml", text: SmallScenario(with: Self.sections).text)
    let document = NotationReader.read(source)
    #expect(document.diagnostics.map(\.message) == [])
    let printed = Printer.print(document)
    #expect(Printer.print(NotationReader.read(SourceFile(path: "a.yaml", text: printed))) == printed)
    #expect(printed.contains("not_quite: [it is on its way, it is late]"))
  }
}
