/// A shared rubric: criteria that any transcript can be judged by, gathered in dimensions.
public struct Rubric: Hashable, Sendable {
  public var id: String
  public var title: String
  /// Quality per cent needed to pass, 0 to 100.
  public var passMark: Int
  /// The skills it speaks of, each with one sentence.
  public var skills: [Field]
  /// The parts quality is made of; never empty. Their weights add up to 100 on every channel.
  public var dimensions: [Dimension]
  public var criteria: [Criterion]
  /// Keywords of the auto-fail rules that decide the result whatever the points.
  public var autoFail: [String]
  /// Whether a failed attempt counts as 0; otherwise it keeps its quality for coaching.
  public var zeroOnFail: Bool
  /// SHA-256 of the rubric's file, in hexadecimal.
  public var digest: String

  package init(
    id: String, title: String, passMark: Int, skills: [Field], dimensions: [Dimension] = [.whole],
    criteria: [Criterion], autoFail: [String] = [], zeroOnFail: Bool = false, digest: String
  ) {
    self.id = id
    self.title = title
    self.passMark = passMark
    self.skills = skills
    self.dimensions = dimensions.isEmpty ? [.whole] : dimensions
    self.criteria = criteria
    self.autoFail = autoFail
    self.zeroOnFail = zeroOnFail
    self.digest = digest
  }
}

/// One question a rubric asks of a transcript; it belongs to one skill and one dimension.
public struct Criterion: Hashable, Sendable {
  public var name: String
  public var title: String
  /// Keyword of its kind in the catalogue of criterion kinds.
  public var kind: String
  public var skill: String
  /// Index into the rubric's dimensions.
  public var dimension: Int
  /// Whole per cent of its dimension; a dimension's criteria make 100 together.
  public var weight: Int
  public var errorClass: ErrorClass?
  /// Whether a breach fails the attempt whatever the score.
  public var isCritical: Bool
  /// Why it is asked, for the debrief.
  public var about: String
  /// A model sentence.
  public var better: String?
  /// The kind's own fields, as written: a text, or several.
  public var settings: [String: [String]]
  /// Where it stands, for the debrief: `scoring/rubrics/service-quality.yaml:14`.
  public var place: String

  public init(
    name: String, title: String, kind: String, skill: String, dimension: Int = 0, weight: Int,
    errorClass: ErrorClass? = nil, isCritical: Bool = false, about: String = "", better: String? = nil,
    settings: [String: [String]] = [:], place: String = ""
  ) {
    self.name = name
    self.title = title
    self.kind = kind
    self.skill = skill
    self.dimension = dimension
    self.weight = weight
    self.errorClass = errorClass
    self.isCritical = isCritical
    self.about = about
    self.better = better
    self.settings = settings
    self.place = place
  }
}

/// Who is hurt when it goes wrong, as COPC's standard separates errors.
public enum ErrorClass: String, Hashable, Sendable, CaseIterable, Codable {
  case customer, business, compliance
}

/// A field a criterion kind takes besides the common ones; the checker reads rubric files by these.
public struct CriterionField: Hashable, Sendable {
  public enum Shape: String, Hashable, Sendable {
    case text, wholeNumber, list
  }

  public var name: String
  public var shape: Shape
  public var isRequired: Bool
  public var meaning: String
  public var example: String

  public init(name: String, shape: Shape, isRequired: Bool, meaning: String, example: String) {
    self.name = name
    self.shape = shape
    self.isRequired = isRequired
    self.meaning = meaning
    self.example = example
  }
}
