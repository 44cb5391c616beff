import Domain
import Language

/// Answers the yes/no questions of criteria by all that was heard in a talk, with the rule's own answer as one sign among
/// many.
///
/// Logistic regression over `TalkFeatures`, learned by `scoring/build/checks.py` from talks that trainers judged. It
/// answers only for kinds with which it does better than their rule alone, and doubts answers only for those whose
/// points come nearer to the trainers' by it, on talks neither had seen. A breach stays a breach, and a talk without words of the trainee's own stays with the rule.
public struct LearnedChecks: Sendable {
  private let table: CheckTable

  /// Reads the text of `scoring/checks/TIER.tsv`.
  ///
  /// - Throws: `CheckTrouble`, when it was made for other acts, or a line is not as it must be.
  public init(text: String, acts: ActReader) throws(CheckTrouble) {
    table = try CheckTable(text, features: TalkFeatures.names(acts))
  }

  /// What each feature of a talk is called, in order.
  public static func featureNames(_ acts: ActReader) -> [String] { TalkFeatures.names(acts) }

  /// The evidence with the learned answers and doubts in it; the same where nothing was learned.
  func weighed(_ evidence: Evidence, of kind: String, in reading: Reading) -> Evidence {
    guard evidence.verdict != .breached, let talk = reading.features, let checks = table.checks[kind] else {
      return evidence
    }
    let isSeenDue = evidence.verdict != .notApplicable
    let applies = checks.first { $0.question == CheckWeights.applies }
    let isDue = applies.map { $0.answer(talk, rule: isSeenDue) } ?? isSeenDue
    guard isDue else {
      return isSeenDue
        ? Finding.notApplicable("Nothing the customer or you said was heard to call for it.") : evidence
    }
    let asked: [(question: String, rule: Bool?)] =
      isSeenDue
      ? evidence.checks.map { ($0.question, $0.passed) }
      : checks.filter { $0.isUsual && $0.use != .doubts && $0.question != CheckWeights.applies }
        .map { ($0.question, nil) }
    let answers = asked.map { each in
      Answer(
        question: each.question, rule: each.rule,
        weights: checks.first { $0.question == each.question }, talk: talk, work: reading.workMeasure)
    }
    guard !answers.isEmpty else { return evidence }
    return WeighedEvidence(answers: answers, found: evidence, reading: reading).evidence
  }
}

/// A question with the rule's answer and the one that counts.
struct Answer {
  var question: String
  /// Nil where the rule did not ask.
  var rule: Bool?
  var passed: Bool
  /// Hundredths of a yes where it is doubted.
  var counts: Int?
  var weights: CheckWeights?

  /// Whether words must be quoted that the rule did not see: for a new yes, and for a near miss.
  var isHeardOtherwise: Bool { passed ? rule != true : counts != nil }

  /// `work` is how much moves the matter on, 1,000 for one thing: where nothing does, no near miss counts.
  init(question: String, rule: Bool?, weights: CheckWeights?, talk: TalkFeatures, work: Int) {
    self.question = question
    self.rule = rule
    self.weights = weights
    passed = weights.map { $0.answer(talk, rule: rule) } ?? rule ?? false
    counts = weights.flatMap { $0.counts(passed, talk, rule: rule) }
    if !passed { counts = counts.map { $0 * min(work, 1_000) / 10_000 * 10 }.flatMap { $0 > 0 ? $0 : nil } }
  }
}
