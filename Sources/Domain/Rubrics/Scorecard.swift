/// Points of points by criterion and skill, breaches apart, with all the evidence. Integer hundredths throughout.
public struct Scorecard: Hashable, Sendable, Codable {
  /// Hundredths of a per cent, 0 to 10,000: the points earned, less what a fruitless talk and hints cost. Kept whatever the result.
  public var quality: Int
  /// Quality per cent needed to pass.
  public var passMark: Int
  public var result: Result
  public var marks: [Mark]
  public var breaches: [Breach]
  /// Digests of the rubrics it was judged by.
  public var rubrics: [String]
  /// Hundredths of a point that hints cost; taken off the quality already.
  public var hintCost: Int
  /// Hundredths of a point that a talk which came to nothing loses; taken off the quality already.
  public var fruitlessCost: Int
  /// Whether customer, business and law were spared every error; counted apart from the points.
  public var accuracy: Accuracy
  /// Whether the rubric counts a failed attempt as 0; `quality` keeps what was earned.
  public var isZeroed: Bool
  /// What read the replies: `main`, `fast` or `phrase`; empty where nothing was recorded.
  public var tier: String

  public enum Result: String, Hashable, Sendable, Codable {
    case passed
    /// Below the pass mark.
    case belowPassMark = "below pass mark"
    /// A critical rule was broken.
    case criticalBreach = "critical breach"
    /// The trainee left before an ending.
    case unfinished
    /// The trainee's words are surely not English, the one language that is judged.
    case notEnglish = "not English: not judged"
  }

  public init(
    quality: Int, passMark: Int, result: Result, marks: [Mark], breaches: [Breach], rubrics: [String],
    hintCost: Int = 0, fruitlessCost: Int = 0, accuracy: Accuracy = Accuracy(), isZeroed: Bool = false,
    tier: String = ""
  ) {
    self.quality = quality
    self.passMark = passMark
    self.result = result
    self.marks = marks
    self.breaches = breaches
    self.rubrics = rubrics
    self.hintCost = hintCost
    self.fruitlessCost = fruitlessCost
    self.accuracy = accuracy
    self.isZeroed = isZeroed
    self.tier = tier
  }

  /// Hundredths of a per cent that count in averages: the quality, or 0 where the rubric says so.
  public var counted: Int { isZeroed ? 0 : quality }

  /// Journals written before a field existed stay readable.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      quality: try fields.decode(Int.self, forKey: .quality),
      passMark: try fields.decode(Int.self, forKey: .passMark),
      result: try fields.decode(Result.self, forKey: .result),
      marks: try fields.decode([Mark].self, forKey: .marks),
      breaches: try fields.decode([Breach].self, forKey: .breaches),
      rubrics: try fields.decode([String].self, forKey: .rubrics),
      hintCost: try fields.decodeIfPresent(Int.self, forKey: .hintCost) ?? 0,
      fruitlessCost: try fields.decodeIfPresent(Int.self, forKey: .fruitlessCost) ?? 0,
      accuracy: try fields.decodeIfPresent(Accuracy.self, forKey: .accuracy) ?? Accuracy(),
      isZeroed: try fields.decodeIfPresent(Bool.self, forKey: .isZeroed) ?? false,
      tier: try fields.decodeIfPresent(String.self, forKey: .tier) ?? "")
  }
}

/// Three yes/no accuracies beside the quality: no error that hurts the customer, the business, or compliance.
///
/// COPC's separation of critical errors; a report shows each as the share of sessions without one. Nil where no
/// criterion of that class was judged.
public struct Accuracy: Hashable, Sendable, Codable {
  public var customer: Bool?
  public var business: Bool?
  public var compliance: Bool?

  public init(customer: Bool? = nil, business: Bool? = nil, compliance: Bool? = nil) {
    self.customer = customer
    self.business = business
    self.compliance = compliance
  }

  public subscript(errorClass: ErrorClass) -> Bool? {
    get {
      switch errorClass {
      case .customer: customer
      case .business: business
      case .compliance: compliance
      }
    }
    set {
      switch errorClass {
      case .customer: customer = newValue
      case .business: business = newValue
      case .compliance: compliance = newValue
      }
    }
  }
}

/// A critical rule that was broken.
public struct Breach: Hashable, Sendable, Codable {
  public var rule: String
  public var title: String
  /// Where it happened; nil for an act at the desk, which `turn` names.
  public var quote: Quote?
  public var turn: Int
  /// The article or line that forbids it.
  public var because: String
  /// Whom it hurts, where the rule says.
  public var errorClass: ErrorClass?

  public init(
    rule: String, title: String, quote: Quote?, turn: Int, because: String, errorClass: ErrorClass? = nil
  ) {
    self.rule = rule
    self.title = title
    self.quote = quote
    self.turn = turn
    self.because = because
    self.errorClass = errorClass
  }
}
