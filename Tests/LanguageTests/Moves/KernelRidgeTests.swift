import Testing

@testable import Language

@Suite struct `Learning from a few examples` {
  /// A small deterministic source of numbers.
  struct Chance {
    var state: UInt64
    mutating func next() -> Float {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(state >> 40) / Float(1 << 24) - 0.5
    }
  }

  static func featured(_ count: Int, seed: UInt64) -> [Featured] {
    var chance = Chance(state: seed)
    return (0..<count).map { number in
      var vector = (0..<24).map { _ in chance.next() }
      let length = Numbers.dot(vector, vector).squareRoot()
      vector = vector.map { $0 / length }
      return Featured(vector: vector, words: WordFeatures("text \(number % 5) of \(number)"))
    }
  }

  @Test(arguments: [1, 7, 2026] as [UInt64])
  func `an example's left-out score is what learning without it gives`(_ seed: UInt64) {
    // Words are weighed by all examples, so here they are left aside.
    let setting = KernelSetting(sharpness: 3, words: 0, ridge: 0.15)
    let examples = Self.featured(20, seed: seed)
    let labels = examples.indices.map { [$0 % 3] }
    let whole = KernelRidge(examples, labels: labels, labelCount: 3, setting: setting)
    for left in [0, 9, 19] {
      let rest = examples.indices.filter { $0 != left }
      let without = KernelRidge(
        rest.map { examples[$0] }, labels: rest.map { labels[$0] }, labelCount: 3, setting: setting)
      let fresh = without.scores(examples[left])
      for label in 0..<3 {
        #expect(abs(fresh[label] - whole.leftOut[left, label]) < 1e-3, "seed \(seed), example \(left)")
      }
    }
  }

  @Test func `too many examples are learned through some that stand for all`() {
    let examples = Self.featured(120, seed: 5)
    let labels = examples.map { [$0.vector[0] > 0 ? 0 : 1] }
    let ridge = KernelRidge(examples, labels: labels, labelCount: 2, setting: .oneLabel, limits: (100, 60))
    let right = examples.indices.count { row in
      let scores = ridge.scores(examples[row])
      return (scores[0] > scores[1]) == (labels[row] == [0])
    }
    #expect(ridge.anchorRows.count == 60)
    #expect(right * 100 > examples.count * 80)
  }

  @Test func `exponentials and logarithms are as good as the library's`() {
    #expect(abs(Numbers.exponential(1) - 2.718281828459045) < 1e-12)
    #expect(abs(Numbers.exponential(-3) - 0.049787068367863944) < 1e-14)
    #expect(abs(Numbers.logarithm(10) - 2.302585092994046) < 1e-12)
    #expect(abs(Numbers.logarithm(0.3) + 1.2039728043259361) < 1e-12)
    #expect(Numbers.exponential(-.infinity) == 0)
    #expect(Numbers.logarithm(0) == 0)
  }

  @Test func `a probability rises with the score, whatever was seen`() {
    let nothing = Calibration([])
    let upsideDown = Calibration(
      (0..<50).map { Calibration.Observation(score: Double($0) / 50, isRight: $0 < 25) })
    for calibration in [nothing, upsideDown] {
      let probabilities = stride(from: Float(-0.5), through: 1.5, by: 0.1).map(calibration.probability)
      #expect(probabilities == probabilities.sorted())
      #expect(probabilities.allSatisfy { (0...1).contains($0) })
    }
    #expect(nothing.probability(0.05) < 0.3)
    #expect(nothing.probability(0.8) > 0.8)
  }

  @Test func `a name in any writing is read as words`() {
    #expect(Learning.spoken("promise_date") == "promise date")
    #expect(Learning.spoken("promiseDate") == "promise date")
    #expect(Learning.spoken("card-arrival") == "card arrival")
  }
}
