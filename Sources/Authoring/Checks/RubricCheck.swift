import Diagnostics
import Domain

/// A check over a shared rubric's file: one file each, its page and its logic side by side.
protocol RubricCheck: Sendable {
  static var page: CheckPage { get }

  /// Everything this check finds, in any order.
  static func findings(in subject: RubricSubject) -> [Diagnostic]
}

/// What rubric checks look at.
struct RubricSubject: Sendable {
  var draft: RubricDraft
  /// The words a rubric may use that the program, not the file, declares.
  var vocabulary: RubricVocabulary

  /// The channels the weights of dimensions are written for, each where it is first named.
  var columns: [Written] {
    var seen: Set<String> = []
    return draft.dimensions.flatMap(\.weights).map(\.channel).filter { seen.insert($0.text).inserted }
  }

  /// The criteria of one dimension.
  func criteria(of dimension: DimensionDraft) -> [CriterionDraft] {
    draft.criteria.filter { $0.dimension?.text == dimension.name.text }
  }
}

/// The words that rubric files may use and the judge understands; passed in by whoever knows the judge.
public struct RubricVocabulary: Hashable, Sendable {
  /// Keywords of the auto-fail rules there are; nil where they are not known, and then any word is accepted.
  public var autoFail: [String]?
  /// Names of the channels that weights may be given for; nil where they are not known.
  public var channels: [String]?
  /// Keywords of the kinds whose verdicts were held against people's on enough golden replies; nil where nothing
  /// was measured yet. Other kinds are shown as advice.
  public var measuredKinds: Set<String>?

  /// A vocabulary; what is left out is not checked.
  public init(
    autoFail: [String]? = nil, channels: [String]? = nil, measuredKinds: Set<String>? = nil
  ) {
    self.autoFail = autoFail
    self.channels = channels
    self.measuredKinds = measuredKinds
  }
}
