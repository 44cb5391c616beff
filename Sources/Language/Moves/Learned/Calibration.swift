/// From a raw score to the probability that it is right: Platt's logistic curve (1999), held in place by a few made-up
/// observations so that little evidence, or none, still gives a sensible one.
struct Calibration: Hashable, Sendable {
  private let slope: Double
  private let shift: Double

  /// A score and whether it was right.
  struct Observation {
    var score: Double
    var isRight: Bool
  }

  /// Right and wrong weigh the same, however many of each there are.
  init(_ observations: [Observation]) {
    let right = observations.count { $0.isRight }
    let wrong = observations.count - right
    var weighed = Self.expected
    for observation in observations {
      let weight = Double(min(observations.count, 400)) / 2 / Double(observation.isRight ? right : wrong)
      weighed.append((observation.score, observation.isRight ? 1 : 0, weight))
    }
    (slope, shift) = Self.fitted(weighed)
  }

  /// What is expected before anything is seen: score, target, weight.
  private static let expected: [(Double, Double, Double)] = [(0.1, 0.1, 4), (0.35, 0.5, 4), (0.7, 0.95, 4)]

  /// The probability; rises with the score.
  func probability(_ score: Float) -> Double { Numbers.logistic(slope * Double(score) + shift) }

  /// Newton's method with a light pull towards zero; the slope is kept rising.
  private static func fitted(_ observations: [(Double, Double, Double)]) -> (Double, Double) {
    var (slope, shift) = (8.0, -2.8)
    for _ in 0..<40 {
      var (first, second) = (slope * 1e-3, 0.0)
      var (a, b, c) = (1e-3, 0.0, 1e-9)
      for (score, target, weight) in observations {
        let probability = Numbers.logistic(slope * score + shift)
        let slack = weight * (probability - target)
        let bend = weight * probability * (1 - probability)
        first += slack * score
        second += slack
        a += bend * score * score
        b += bend * score
        c += bend
      }
      let whole = a * c - b * b
      guard whole > 1e-12 else { break }
      slope = min(max(slope - bounded((c * first - b * second) / whole), 1), 60)
      shift = min(max(shift - bounded((a * second - b * first) / whole), -40), 20)
    }
    return (slope, shift)
  }

  private static func bounded(_ step: Double) -> Double { min(max(step, -5), 5) }
}
