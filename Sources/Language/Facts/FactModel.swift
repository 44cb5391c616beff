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
/// Two questions, one after the other: does the reply state the fact, and if it does not, does it contradict it?
/// The file `scoring/facts/facts.weights` has a line a weight: `tier feature states contradicts`; `bias` and
/// `answers` stand among the features.
public struct FactModel: Sendable {
  /// Weights of one tier.
  struct Weights: Sendable {
    var statesBias = 0.0
    var contradictsBias = 0.0
    var states = [Double](repeating: 0, count: FactFeatures.names.count)
    var contradicts = [Double](repeating: 0, count: FactFeatures.names.count)
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
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let entry = try Self.entry(line, number: index + 1)
      guard byTier[entry.tier, default: Weights()].set(entry.name, entry.states, entry.contradicts) else {
        throw FactModelTrouble(line: index + 1, reason: "'\(entry.name)' is no feature")
      }
    }
    self.init(byTier: byTier, opposites: Opposites(list: list))
  }

  private typealias Entry = (tier: EncoderTier?, name: String, states: Double, contradicts: Double)

  private static func entry(_ line: Substring.UTF8View, number: Int) throws(FactModelTrouble) -> Entry {
    let fields = line.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    guard fields.count == 4, let states = Double(fields[2]), let contradicts = Double(fields[3]),
      states.isFinite, contradicts.isFinite
    else { throw FactModelTrouble(line: number, reason: "not 'tier feature number number'") }
    let tier = EncoderTier(rawValue: fields[0])
    guard tier != nil || fields[0] == "words" else {
      throw FactModelTrouble(line: number, reason: "'\(fields[0])' is no tier")
    }
    return (tier, fields[1], states, contradicts)
  }

  func weights(_ tier: EncoderTier?) -> Weights { byTier[tier] ?? .byHand }
}

extension FactModel.Weights {
  /// Sets the two weights of a feature; false when there is no such feature.
  mutating func set(_ name: String, _ forStating: Double, _ forContradicting: Double) -> Bool {
    if name == "bias" {
      statesBias = forStating
      contradictsBias = forContradicting
    } else if name == "answers" {
      answers = forStating
    } else if let place = FactFeatures.places[name] {
      states[place] = forStating
      contradicts[place] = forContradicting
    } else {
      return false
    }
    return true
  }

  /// Coverage for, denial and other values against: rough, but right about plain cases.
  static let byHand: Self = {
    var weights = Self()
    let numbers: [(String, Double, Double)] = [
      ("bias", -2.5, -2), ("coverageNew", 3, 0), ("exactNew", 2, 0), ("precisionNew", 1, 0),
      ("turned", -3, 1),
      ("coverageByTurned", -6, 8), ("otherValue", -4, 4), ("missingValue", -1, 0), ("agreedValue", 0.5, -1),
      ("substituted", -1.5, 0.5), ("reversed", -2, 0.5), ("unasserted", -1, 0), ("yesNo", -2, 3),
      ("nonAnswer", -1, -1),
    ]
    for (name, states, contradicts) in numbers { _ = weights.set(name, states, contradicts) }
    return weights
  }()

  /// The logarithms of the odds: that the fact is stated, and that it is contradicted if it is not stated.
  func logits(_ features: FactFeatures) -> (states: Double, contradicts: Double) {
    var logits = (states: statesBias, contradicts: contradictsBias)
    func add(_ number: Double, at place: Int) {
      guard number != 0, place < states.count else { return }
      logits.states += states[place] * number
      logits.contradicts += contradicts[place] * number
    }
    let count = features.plain.count
    for (place, number) in features.plain.enumerated() { add(number, at: place) }
    if features.isAsked {
      for (place, number) in features.plain.enumerated() { add(number, at: count + place) }
    }
    if features.isHeaded {
      for (place, number) in features.plain.enumerated() { add(number, at: 2 * count + place) }
    }
    if features.isAsked { add(1, at: 3 * count) }
    if features.isHeaded { add(1, at: 3 * count + 1) }
    return logits
  }
}
