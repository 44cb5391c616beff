/// An example: a text and every label it stands for. Without labels it shows what belongs to none.
public struct LabelledText: Hashable, Sendable {
  /// The text.
  public var text: String
  /// Indices of labels.
  public var labels: [Int]

  /// An example.
  public init(_ text: String, labels: [Int]) {
    self.text = text
    self.labels = labels
  }
}

/// Texts that have no label, read once and shared by all models that judge their scores by them.
public struct Background: Sendable {
  let texts: [String]
  let words: [WordFeatures]

  /// Texts of which at most about a hundred, evenly drawn, are used.
  public init(_ texts: [String]) {
    let step = max(1, texts.count / 100)
    self.texts = stride(from: 0, to: texts.count, by: step).map { texts[$0] }
    words = self.texts.map(WordFeatures.init)
  }
}

/// What a model thinks of a text.
public struct Opinion: Hashable, Sendable {
  /// One probability a label: that it is right and the text is about any of the labels at all.
  public var probabilities: [Double]
  /// The label with the highest one, ties to the first; nil without labels.
  public var best: Int?
  /// The next one.
  public var second: Int?

  /// Finds best and second anew after probabilities were changed.
  mutating func rank() {
    (best, second) = Self.topTwo(probabilities)
  }

  /// The places of the two highest scores, ties to the first.
  static func topTwo<Score: Comparable>(_ scores: [Score]) -> (best: Int?, second: Int?) {
    var (best, second): (Int?, Int?) = (nil, nil)
    for place in scores.indices {
      if best.map({ scores[place] > scores[$0] }) ?? true {
        (best, second) = (place, best)
      } else if second.map({ scores[place] > scores[$0] }) ?? true {
        second = place
      }
    }
    return (best, second)
  }
}

/// Tells labels apart after a handful of examples of each.
///
/// Ridge regression on likeness in meaning and in words (`KernelRidge`); a label's own name is one more example where
/// that helps the examples left out. How far a score can be trusted is learned from those, and from background texts
/// that have no label. The same examples in the same order give the same bits.
public struct FewShotModel: Sendable {
  /// What the labels are called.
  public let labels: [String]
  /// Whether the examples have several labels.
  public let hasSeveralLabels: Bool
  /// In several-label work: the probability from which a label is given. Else one half.
  public let threshold: Double
  private let encoder: (any SentenceEncoder)?
  let ridge: KernelRidge
  let calibration: Calibration
  /// The texts that were learned from, labels' names last, if they were.
  let lessons: [LabelledText]
  /// For each label, the places of its examples among the anchors.
  private let ownAnchors: [[Int]]

  /// Learns from examples.
  ///
  /// - Parameters:
  ///   - background: texts that have none of the labels; used to judge scores, not to learn the labels.
  ///   - encoder: without one, words alone decide.
  ///   - store: where vectors of examples are kept.
  public init(
    labels: [String], examples: [LabelledText], background: Background = Background([]),
    encoder: (any SentenceEncoder)?, store: any VectorStore
  ) {
    let read = Self.distinct(examples, labelCount: labels.count)
    let learning = Learning(
      labels: labels, examples: read, hasSeveral: Self.hasSeveral(read), encoder: encoder,
      store: store)
    let (ridge, lessons) = learning.best()
    let leftOut = learning.observations(ridge, lessons, background)
    self.labels = labels
    self.encoder = encoder
    self.ridge = ridge
    self.lessons = lessons
    ownAnchors = Self.ownAnchors(labels, ridge, lessons)
    hasSeveralLabels = learning.hasSeveral
    calibration = Calibration(leftOut)
    threshold =
      learning.hasSeveral
      ? calibration.probability(learning.bestCut(ridge, lessons)) : 0.5
  }

  /// Whether a twentieth of the texts have several labels: fewer may have them by mistake.
  private static func hasSeveral(_ examples: [LabelledText]) -> Bool {
    let several = examples.count { $0.labels.count > 1 }
    return several > 0 && several * 20 >= examples.count
  }

  /// The texts in order of first appearance, each once with all its labels.
  private static func distinct(_ examples: [LabelledText], labelCount: Int) -> [LabelledText] {
    var places: [String: Int] = [:]
    var result: [LabelledText] = []
    for example in examples {
      let own = example.labels.filter { (0..<labelCount).contains($0) }
      if let place = places[example.text] {
        result[place].labels += own.filter { !result[place].labels.contains($0) }
      } else {
        places[example.text] = result.count
        result.append(LabelledText(example.text, labels: own))
      }
    }
    return result
  }

  // MARK: Using it

  /// What it thinks of a text.
  public func opinion(on text: String) -> Opinion { opinion(featured(text, encoder?.encode(text) ?? [])) }

  /// What it thinks of some texts, in order: the same as one by one, sooner.
  public func opinions(on texts: [String]) -> [Opinion] {
    hearings(of: texts).map(\.opinion)
  }

  /// A text as the model saw it, and what it thinks of it.
  struct Hearing {
    var text: Featured
    var opinion: Opinion
  }

  func hearings(of texts: [String]) -> [Hearing] {
    let vectors = encoder?.encode(texts) ?? texts.map { _ in [] }
    return zip(texts, vectors).map { text, vector in
      let text = featured(text, vector)
      return Hearing(text: text, opinion: opinion(text))
    }
  }

  func featured(_ text: String, _ vector: [Float]) -> Featured {
    Featured(vector: vector, words: WordFeatures(text))
  }

  func opinion(_ text: Featured) -> Opinion { opinion(likeness: ridge.likeness(text)) }

  /// What it thinks of a text that is so like the anchors.
  func opinion(likeness: [Float]) -> Opinion {
    let scores = ridge.scores(likeness: likeness)
    let (best, second) = Opinion.topTwo(scores)
    return Opinion(probabilities: scores.map(calibration.probability), best: best, second: second)
  }

  /// The examples of a label nearest to a text that is so like the anchors, nearest first (1 the same meaning, more with
  /// the same words), by their places among the anchors.
  func nearest(likeness: [Float], label: Int, most: Int) -> [Int] {
    var nearest: [Int] = []
    nearest.reserveCapacity(most + 1)
    for anchor in ownAnchors[label] {
      if nearest.count == most, let last = nearest.last, likeness[anchor] <= likeness[last] { continue }
      let place = nearest.firstIndex { likeness[$0] < likeness[anchor] } ?? nearest.count
      nearest.insert(anchor, at: place)
      if nearest.count > most { nearest.removeLast() }
    }
    return nearest
  }

  /// The text that an anchor was learned from.
  func text(ofAnchor place: Int) -> String { lessons[ridge.anchorRows[place]].text }

  /// For each label, which anchors are examples of it; its own name is none.
  private static func ownAnchors(_ labels: [String], _ ridge: KernelRidge, _ lessons: [LabelledText])
    -> [[Int]]
  {
    var own = [[Int]](repeating: [], count: labels.count)
    let names = labels.map(Learning.spoken)
    for (place, row) in ridge.anchorRows.enumerated() {
      for label in lessons[row].labels where lessons[row].text != names[label] { own[label].append(place) }
    }
    return own
  }

  /// The part of a text's likeness to an example that comes from the same words and letters.
  func wordLikeness(_ text: Featured, to example: String) -> Float {
    let likeness = ridge.wordLikeness(text)
    let place = ridge.anchorRows.firstIndex { lessons[$0].text == example }
    return place.map { likeness[$0] } ?? 0
  }
}
