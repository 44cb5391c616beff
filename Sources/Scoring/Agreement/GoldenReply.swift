import Domain

/// A talk with the verdicts two careful trainers gave to one criterion, each without seeing the other's.
public struct GoldenReply: Hashable, Sendable {
  /// What it shows, in a few words.
  public var name: String
  public var transcript: Transcript
  /// The scenario whose facts, records and policy the talk stands on; nil where it stands alone.
  public var scenario: Scenario?
  /// The customer's name, where the talk has one.
  public var customerName: String?
  /// Fields of the criterion that differ from the rubric's.
  public var settings: [String: [String]]
  public var first: Verdict
  public var second: Verdict
  /// Whether it was kept apart while the kinds were written and mended.
  public var isHeldOut: Bool

  public init(
    name: String, transcript: Transcript, scenario: Scenario? = nil, customerName: String? = nil,
    settings: [String: [String]] = [:], first: Verdict, second: Verdict, isHeldOut: Bool = false
  ) {
    self.name = name
    self.transcript = transcript
    self.scenario = scenario
    self.customerName = customerName
    self.settings = settings
    self.first = first
    self.second = second
    self.isHeldOut = isHeldOut
  }
}

/// How the machine did on the golden replies of one kind of criterion, or of one auto-fail rule.
public struct GoldenResult: Hashable, Sendable {
  /// The kind's or rule's keyword.
  public let keyword: String
  /// The two trainers with each other.
  public let people: Agreement
  /// The machine with the trainers, where they agree with each other.
  public let machine: Agreement
  /// Where machine and trainers differ.
  public let disagreements: [Disagreement]
  /// Every golden reply with what the machine found, in the order of the file.
  public let judged: [Judged]
  /// Whether it may give points, or fail an attempt.
  public let standing: Standing

  /// One golden reply the machine judged otherwise.
  public struct Disagreement: Hashable, Sendable {
    public let reply: GoldenReply
    public let machine: Verdict
    public let reason: String
  }

  /// One golden reply and what the machine found in it.
  public struct Judged: Hashable, Sendable {
    public let reply: GoldenReply
    public let evidence: Evidence
    /// What the kind's own rule found, before learned answers were weighed.
    public let rules: Evidence
    /// What learned checks see of the talk, in the order of `LearnedChecks.featureNames`; empty where they see nothing.
    public let features: [Double]
  }

  public enum Standing: String, Hashable, Sendable {
    /// People and machine agree well enough: it counts.
    case counts
    /// It is shown and does not count.
    case advice
    /// There are too few golden replies to tell: it is shown and does not count.
    case unproven
  }

  /// Fewer golden replies than these prove nothing.
  public static let fewest = 20

  init(_ keyword: String, _ judged: [Judged], isAutoFail: Bool) {
    self.keyword = keyword
    self.judged = judged
    people = Agreement(judged.map { ($0.reply.first, $0.reply.second) })
    let agreed = judged.filter { $0.reply.first == $0.reply.second }
    machine = Agreement(agreed.map { ($0.reply.first, $0.evidence.verdict) })
    disagreements = agreed.filter { $0.reply.first != $0.evidence.verdict }.map {
      Disagreement(reply: $0.reply, machine: $0.evidence.verdict, reason: $0.evidence.reason)
    }
    guard judged.count >= Self.fewest else {
      standing = .unproven
      return
    }
    standing = (isAutoFail ? machine.passesAutoFailGate : machine.passesGate) ? .counts : .advice
  }
}

extension Judge {
  /// Judges golden replies of one kind of criterion; `criterion` is the rubric's, or a bare one of the kind.
  public func test(
    _ kind: any CriterionKind, as criterion: Criterion, on replies: [GoldenReply]
  ) -> GoldenResult {
    let judged = replies.map { reply in
      var asked = criterion
      asked.settings.merge(reply.settings) { _, own in own }
      let reading = reading(reply.transcript, scenario: reply.scenario, customerName: reply.customerName)
      let rules = kind.evidence(in: reading, for: asked)
      return GoldenResult.Judged(
        reply: reply, evidence: kind.weighed(rules, in: reading), rules: rules,
        features: reading.features?.values ?? [])
    }
    return GoldenResult(kind.keyword, judged, isAutoFail: false)
  }

  /// Judges golden replies of an auto-fail rule: broken or kept, and kept where it was not in question.
  public func test(_ rule: any AutoFailRule, on replies: [GoldenReply]) -> GoldenResult {
    let judged = replies.map { reply in
      let reading = reading(reply.transcript, scenario: reply.scenario, customerName: reply.customerName)
      let statements = Criterion(
        name: "", title: "", kind: "required-statement", skill: "", weight: 0, settings: reply.settings)
      let broken = rule.requiring([statements]).breaches(in: reading)
      let evidence = Evidence(
        verdict: broken.isEmpty ? .met : .breached, quotes: broken.compactMap(\.quote), reason: rule.title)
      var kept = reply
      if kept.first == .notApplicable { kept.first = .met }
      if kept.second == .notApplicable { kept.second = .met }
      return GoldenResult.Judged(
        reply: kept, evidence: evidence, rules: evidence, features: reading.features?.values ?? [])
    }
    return GoldenResult("auto-fail/" + rule.keyword, judged, isAutoFail: true)
  }
}
