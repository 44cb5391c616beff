/// What happens once, when a model is made.
struct Learning {
  let labels: [String]
  let examples: [LabelledText]
  let hasSeveral: Bool
  let encoder: (any SentenceEncoder)?
  let store: any VectorStore

  private var setting: KernelSetting { hasSeveral ? .severalLabels : .oneLabel }

  /// Labels' names are tried as examples up to this many examples a label; with more they tell nothing new.
  private static let namesUpTo = 30

  /// The model learned with the labels' names or without, whichever does better on the examples left out.
  func best() -> (KernelRidge, [LabelledText]) {
    let names = names()
    let lessons = examples + names
    let featured = featured(lessons.map(\.text))
    let plain = learned(examples, featured)
    guard !names.isEmpty, lessons.count <= KernelRidge.mostAnchors else { return (plain, examples) }
    guard examples.count <= labels.count * Self.namesUpTo else { return (plain, examples) }
    let named = learned(lessons, featured)
    return hits(named, lessons) >= hits(plain, examples) ? (named, lessons) : (plain, examples)
  }

  private func names() -> [LabelledText] {
    labels.enumerated().compactMap { label, name in
      let text = Self.spoken(name)
      let letters = text.unicodeScalars.count { $0.properties.isAlphabetic }
      guard letters >= 3, !examples.contains(where: { $0.text == text }) else { return nil }
      return LabelledText(text, labels: [label])
    }
  }

  /// A name as words: "promise_date" and "promiseDate" are "promise date".
  static func spoken(_ name: String) -> String {
    var text = ""
    var wasLower = false
    for sign in name.unicodeScalars.prefix(200) {
      if sign.properties.isUppercase, wasLower { text += " " }
      wasLower = sign.properties.isLowercase
      text += ["_", "-", ".", "/"].contains(sign) ? " " : sign.properties.lowercaseMapping
    }
    return text
  }

  private func learned(_ lessons: [LabelledText], _ featured: [Featured]) -> KernelRidge {
    KernelRidge(
      Array(featured.prefix(lessons.count)), labels: lessons.map(\.labels), labelCount: labels.count,
      setting: setting)
  }

  private func featured(_ texts: [String]) -> [Featured] {
    let vectors = encoder.map { store.vectors(of: texts, by: $0) } ?? texts.map { _ in [] }
    return zip(texts, vectors).map { Featured(vector: $1, words: WordFeatures($0)) }
  }

  private func hits(_ ridge: KernelRidge, _ lessons: [LabelledText]) -> Int {
    leftOut(ridge, lessons).count { $0.isRight }
  }

  private func top(_ scores: [Float]) -> Int? { scores.indices.max { (scores[$0], $1) < (scores[$1], $0) } }

  /// Each example's highest score when it was left out, and whether that label was right.
  private func leftOut(_ ridge: KernelRidge, _ lessons: [LabelledText]) -> [Calibration.Observation] {
    ridge.leftOutRows.enumerated().compactMap { place, row in
      let scores = ridge.leftOut.row(place)
      guard row < examples.count, let top = top(scores) else { return nil }
      return Calibration.Observation(
        score: Double(scores[top]), isRight: lessons[row].labels.contains(top))
    }
  }

  /// What scores are judged by: the examples left out, and the background.
  ///
  /// Labels with a single example say nothing here: left out, nothing of them is known.
  func observations(_ ridge: KernelRidge, _ lessons: [LabelledText], _ background: Background)
    -> [Calibration.Observation]
  {
    var sizes = [Int](repeating: 0, count: labels.count)
    for example in examples { for label in example.labels { sizes[label] += 1 } }
    let known = zip(ridge.leftOutRows.filter { $0 < examples.count }, leftOut(ridge, lessons))
      .filter { row, _ in lessons[row].labels.allSatisfy { sizes[$0] > 1 } }
      .map(\.1)
    let vectors =
      encoder.map { store.vectors(of: background.texts, by: $0) } ?? background.texts.map { _ in [] }
    let strangers = zip(vectors, background.words).map { vector, words in
      let text = Featured(vector: vector, words: words)
      return Calibration.Observation(score: Double(ridge.scores(text).max() ?? 0), isRight: false)
    }
    return known + strangers
  }

  /// The raw score that gives labels best: highest F1 over all labels of the examples left out.
  func bestCut(_ ridge: KernelRidge, _ lessons: [LabelledText]) -> Float {
    var scored: [(score: Float, isRight: Bool)] = []
    for (place, row) in ridge.leftOutRows.enumerated() where row < examples.count {
      for (label, score) in ridge.leftOut.row(place).enumerated() {
        scored.append((score, lessons[row].labels.contains(label)))
      }
    }
    scored.sort { $0.score > $1.score }
    let wanted = scored.count { $0.isRight }
    var best: (f1: Double, cut: Float) = (0, Self.expectedCut)
    var right = 0
    for (place, entry) in scored.enumerated() {
      if entry.isRight { right += 1 }
      let f1 = 2 * Double(right) / Double(place + 1 + wanted)
      if f1 > best.f1 { best = (f1, entry.score) }
    }
    let share = Float(wanted) / Float(wanted + Self.expectedWeight)
    return best.cut * share + Self.expectedCut * (1 - share)
  }

  /// The cut expected before anything is seen, and as many examples as it counts for.
  private static let expectedCut: Float = 0.35
  private static let expectedWeight = 8
}
