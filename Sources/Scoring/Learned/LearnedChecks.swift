import Domain
import Language
import Synchronization

/// Answers the yes/no questions of criteria by all that was heard in a talk, with the rule's own answer as one sign among
/// many.
///
/// Logistic regression over `TalkFeatures`, learned by `scoring/build/checks.py` from talks that trainers judged; only
/// kinds with which it does at least as well as their rule alone, on talks neither had seen, stand in its file. A breach
/// stays a breach, and a talk without words of the trainee's own stays with the rule.
public final class LearnedChecks: Sendable {
  private let text: String
  private let features: [String]
  private let read = Mutex<CheckTable?>(nil)

  /// Takes the text of `scoring/checks/TIER.tsv`; it is read when the first talk is judged.
  public init(text: String, acts: ActReader) {
    self.text = text
    features = TalkFeatures.names(acts)
  }

  /// The table, read once; an empty one where the file is not as it must be, and then the rules decide alone.
  private var table: CheckTable {
    read.withLock { kept in
      let table = kept ?? (try? CheckTable(text, features: features)) ?? CheckTable()
      kept = table
      return table
    }
  }

  /// What each feature of a talk is called, in order.
  public static func featureNames(_ acts: ActReader) -> [String] { TalkFeatures.names(acts) }

  /// Reads the whole file, to tell what is wrong with it.
  public func verify() throws(CheckTrouble) { _ = try CheckTable(text, features: features) }

  /// The evidence with the learned answers in it; the same where nothing was learned or nothing differs.
  func weighed(_ evidence: Evidence, of kind: String, in reading: Reading) -> Evidence {
    guard evidence.verdict != .breached, let talk = reading.features, let checks = table.checks[kind] else {
      return evidence
    }
    let isSeenDue = evidence.verdict != .notApplicable
    let applies = checks.first { $0.question == CheckWeights.applies }
    let isDue = applies.map { $0.answer(talk, rule: isSeenDue) } ?? isSeenDue
    guard isDue else {
      return isSeenDue
        ? Finding.notApplicable("Heard as a whole, nothing in this talk called for it.") : evidence
    }
    let asked: [(question: String, rule: Bool?)] =
      isSeenDue
      ? evidence.checks.map { ($0.question, $0.passed) }
      : checks.filter { $0.isUsual && $0.question != CheckWeights.applies }.map { ($0.question, nil) }
    let answers = asked.map { each in
      Answer(
        question: each.question, rule: each.rule,
        weights: checks.first { $0.question == each.question }, talk: talk)
    }
    guard !answers.isEmpty, answers.contains(where: { $0.passed != $0.rule }) else { return evidence }
    return WeighedEvidence(answers: answers, found: evidence, reading: reading).evidence
  }
}

/// A question with the rule's answer and the one that counts.
struct Answer {
  var question: String
  /// Nil where the rule did not ask.
  var rule: Bool?
  var passed: Bool
  var weights: CheckWeights?

  init(question: String, rule: Bool?, weights: CheckWeights?, talk: TalkFeatures) {
    self.question = question
    self.rule = rule
    self.weights = weights
    passed = weights.map { $0.answer(talk, rule: rule) } ?? rule ?? false
  }
}
