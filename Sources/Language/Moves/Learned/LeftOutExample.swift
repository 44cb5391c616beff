/// An example as a model hears it that was learned from all the others.
public struct LeftOutExample: Hashable, Sendable {
  /// The example, without the signs of phrase patterns.
  public let text: String
  /// The moves it is an example of.
  public let labels: [Int]
  /// The move it would be heard as, and how likely that is right.
  public let heard: Int
  public let probability: Double
}

extension FewShotModel {
  /// What every example that teaches a label would have been taken for, had it not been learned from.
  ///
  /// Exact and without learning anew: the left-out scores of ridge regression have a closed form.
  public var leftOut: [LeftOutExample] {
    ridge.leftOutRows.enumerated().compactMap { place, row in
      let scores = ridge.leftOut.row(place)
      guard let heard = scores.indices.max(by: { (scores[$0], $1) < (scores[$1], $0) }) else { return nil }
      let lesson = lessons[row]
      guard let own = lesson.labels.first, lesson.text != Learning.spoken(labels[own]) else { return nil }
      return LeftOutExample(
        text: lesson.text, labels: lesson.labels, heard: heard,
        probability: calibration.probability(scores[heard]))
    }
  }
}

extension LearnedRecogniser {
  /// What every `like` example would have been taken for, had it not been learned from.
  public var leftOut: [LeftOutExample] { model.leftOut }
}
