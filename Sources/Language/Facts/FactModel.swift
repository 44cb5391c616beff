/// Why a weights file cannot be used.
public struct FactModelTrouble: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, counted from 1.
  public let line: Int
  /// What is wrong with it.
  public let reason: String

  /// The line and what is wrong.
  public var description: String { "line \(line): \(reason)" }
}

/// The weights by which features become a verdict, one set a tier, and the list of opposites.
///
/// Two questions, one after the other: does the reply speak of the fact at all, and if so, does it turn it round?
/// The file `scoring/facts/facts.weights` has a line a weight: `tier feature speaks turns`; `bias` and `answers`
/// stand among the features.
public struct FactModel: Sendable {
  /// Weights of one tier.
  struct Weights: Sendable {
    var speaksBias = 0.0
    var turnsBias = 0.0
    var speaks = [Double](repeating: 0, count: FactFeatures.names.count)
    var turns = [Double](repeating: 0, count: FactFeatures.names.count)
    /// How much good and not-quite answers count.
    var answers = 8.0
  }

  private let byTier: [EncoderTier?: Weights]
  let opposites: Opposites

  /// Weighed by hand: what is used when no weights file can be read.
  public static let byHand = FactModel(byTier: [:], opposites: Opposites())

  private init(byTier: [EncoderTier?: Weights], opposites: Opposites) {
    self.byTier = byTier
    self.opposites = opposites
  }

  /// Reads the text of a weights file, and that of the list of opposites.
  ///
  /// - Throws: `FactModelTrouble` for a line with an unknown tier or feature, or without its numbers.
  public init(weights text: String, opposites list: String = "") throws(FactModelTrouble) {
    var byTier: [EncoderTier?: Weights] = [:]
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let entry = try Self.entry(line, number: index + 1)
      guard byTier[entry.tier, default: Weights()].set(entry.name, entry.speaks, entry.turns) else {
        throw FactModelTrouble(line: index + 1, reason: "'\(entry.name)' is no feature")
      }
    }
    self.init(byTier: byTier, opposites: Opposites(list: list))
  }

  private typealias Entry = (tier: EncoderTier?, name: String, speaks: Double, turns: Double)

  private static func entry(_ line: Substring, number: Int) throws(FactModelTrouble) -> Entry {
    let fields = line.split(separator: " ").map(String.init)
    guard fields.count == 4, let speaks = Double(fields[2]), let turns = Double(fields[3]),
      speaks.isFinite, turns.isFinite
    else { throw FactModelTrouble(line: number, reason: "not 'tier feature number number'") }
    let tier = EncoderTier(rawValue: fields[0])
    guard tier != nil || fields[0] == "words" else {
      throw FactModelTrouble(line: number, reason: "'\(fields[0])' is no tier")
    }
    return (tier, fields[1], speaks, turns)
  }

  func weights(_ tier: EncoderTier?) -> Weights { byTier[tier] ?? .byHand }
}

extension FactModel.Weights {
  /// Sets the two weights of a feature; false when there is no such feature.
  mutating func set(_ name: String, _ forSpeaking: Double, _ forTurning: Double) -> Bool {
    if name == "bias" {
      speaksBias = forSpeaking
      turnsBias = forTurning
    } else if name == "answers" {
      answers = forSpeaking
    } else if let place = FactFeatures.names.firstIndex(of: name) {
      speaks[place] = forSpeaking
      turns[place] = forTurning
    } else {
      return false
    }
    return true
  }

  /// Coverage for, denial and other values against: rough, but right about plain cases.
  static let byHand: Self = {
    var weights = Self()
    let numbers = [
      ("bias", -2.5, -1.0), ("coverageNew", 3, 0), ("exactNew", 2, 0), ("precisionNew", 1, 0),
      ("coverageByTurned", 0, 5),
      ("otherValue", 0.5, 4), ("missingValue", -1, 0), ("agreedValue", 0.5, -1), ("unasserted", -1, 0),
    ]
    for (name, speaks, turns) in numbers { _ = weights.set(name, speaks, turns) }
    return weights
  }()

  /// The probabilities of stated and contradicted; the rest is silence. `evidence` is what the trainer's answers say.
  func probabilities(_ features: FactFeatures, answers evidence: Double) -> (
    states: Double, contradicts: Double
  ) {
    var speaking = speaksBias + answers * evidence
    var turning = turnsBias - max(0, answers * evidence)
    for (place, number) in features.numbers.enumerated() where place < speaks.count {
      speaking += speaks[place] * number
      turning += turns[place] * number
    }
    let speaks = Self.probability(speaking)
    let turns = Self.probability(turning)
    return (speaks * (1 - turns), speaks * turns)
  }

  private static func probability(_ logit: Double) -> Double { 1 / (1 + Exponential.of(-logit)) }
}
