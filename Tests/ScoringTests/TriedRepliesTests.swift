import Domain
import Scoring
import Testing

@Suite struct `Replies written apart from the kinds` {
  @Test(arguments: [TriedReplies.resolutionAndUnderstanding, TriedReplies.secondRound])
  func `get the verdict a trainer gives`(_ table: String) throws {
    let tried = TriedReply.all(in: table)
    let lexicons = try BundledLists.lexicons.get()
    let disagreements = try tried.compactMap { try $0.disagreement(lexicons) }
    #expect(disagreements == [], "\(tried.count - disagreements.count) of \(tried.count) agree")
  }
}

/// One line of `TriedReplies`.
struct TriedReply {
  var kind: String
  var verdict: String
  var text: String
  var lines: [CriterionExample.Line]

  static func all(in table: String) -> [TriedReply] {
    table.split(separator: "\n").compactMap { row in
      let parts = row.split(separator: ";").map(Self.trimmed)
      guard parts.count > 2 else { return nil }
      return TriedReply(
        kind: parts[0], verdict: parts[1], text: parts[2...].joined(separator: " ; "),
        lines: parts[2...].compactMap(Self.line))
    }
  }

  /// What the kind says instead, or nil when it agrees.
  func disagreement(_ lexicons: Lexicons) throws -> String? {
    let kind = try #require(CriterionCatalog.standard[kind])
    let example = CriterionExample(text, .met, lines)
    let reading = Reading(example.transcript, lexicons: lexicons)
    let criterion = Criterion(name: "it", title: "It", kind: kind.keyword, skill: "any", weight: 100)
    let evidence = kind.earnedEvidence(in: reading, for: criterion)
    guard "\(evidence.verdict)" != verdict.split(separator: "/").last ?? "" else { return nil }
    let checks = evidence.checks.map { "\($0.passed ? "+" : "-")" }.joined()
    return "\(kind.keyword) wanted \(verdict), found \(evidence.verdict) \(checks): \(text)"
  }

  private static func line(_ text: String) -> CriterionExample.Line? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let words = trimmed(text[text.index(after: colon)...])
    let who = text[..<colon].split(separator: "@")
    switch who.first {
    case "C": return .customer(words)
    case "B": return .bot(words)
    case "T": return .trainee(words, channel: who.count > 1 ? String(who[1]) : "chat")
    case "A":
      let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
      return .act(parts.first ?? "", parts.count > 1 ? parts[1] : "")
    default: return nil
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let tail = text.drop { $0 == " " }
    return String(tail.reversed().drop { $0 == " " }.reversed())
  }
}
