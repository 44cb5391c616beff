import Domain
import Scoring
import Testing

@Suite struct `Auto-fail rules` {
  struct Case: Sendable, CustomTestStringConvertible {
    var keyword: String
    var example: AutoFailExample
    var testDescription: String { "\(keyword): \(example.name)" }
  }

  static let cases = AutoFailCatalog.standard.rules.flatMap { rule in
    rule.examples.map { Case(keyword: rule.keyword, example: $0) }
  }

  @Test(arguments: cases)
  func `find the words of every example, and none where there are none`(_ this: Case) throws {
    let transcript = this.example.transcript
    let reading = Reading(
      transcript, scenario: this.example.scenario, lexicons: try BundledLists.lexicons.get())
    let breaches = AutoFailCatalog.standard.breaches(
      of: [this.keyword], criteria: this.example.criteria, in: reading)
    #expect(breaches.map { words(of: $0, in: transcript) } == this.example.breaches)
    #expect(breaches.allSatisfy { $0.rule == this.keyword && !$0.title.isEmpty && !$0.because.isEmpty })
  }

  @Test func `are silent on every example of every kind that earns full marks`() throws {
    for kind in CriterionCatalog.standard.kinds {
      for example in kind.examples where example.verdict == .met {
        let reading = Reading(
          example.transcript, lexicons: try BundledLists.lexicons.get(), customerName: example.customerName)
        for rule in AutoFailCatalog.standard.rules {
          #expect(rule.breaches(in: reading).isEmpty, "\(rule.keyword) in \(kind.keyword): \(example.name)")
        }
      }
    }
  }

  @Test(arguments: AutoFailCatalog.standard.rules.map(\.keyword))
  func `show four examples or more, with a breach and a near miss`(_ keyword: String) throws {
    let rule = try #require(AutoFailCatalog.standard[keyword])
    #expect(rule.examples.count >= 4)
    #expect(rule.examples.contains { !$0.breaches.isEmpty })
    #expect(rule.examples.contains { $0.breaches.isEmpty })
  }

  @Test func `have keywords of their own, and unknown ones find nothing`() throws {
    let keywords = AutoFailCatalog.standard.rules.map(\.keyword)
    #expect(Set(keywords).count == keywords.count)
    let reading = Reading(Transcript(), lexicons: try BundledLists.lexicons.get())
    #expect(AutoFailCatalog.standard.breaches(of: keywords + ["nonsense"], in: reading).isEmpty)
  }

  private func words(of breach: Breach, in transcript: Transcript) -> String {
    guard let quote = breach.quote, let text = transcript.turns[quote.turn].text else { return "" }
    return String(decoding: Array(text.utf8)[quote.range.start..<quote.range.end], as: UTF8.self)
  }
}
