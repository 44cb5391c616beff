import Diagnostics

/// S601: weights do not add up to 100.
enum WrongWeights: ScenarioCheck, RubricCheck {
  static let page = CheckPage(
    "S601", "wrong-weights", .error, title: "weights do not add up to 100",
    why: """
      A score is read as per cent. In a scenario the house rubric's weight and those of its own criteria make 100 \
      together. In a rubric file those of the dimensions make 100 on every channel, and those of the criteria of one \
      dimension do.
      """,
    mending: .automatic,
    triggering: """
      rubric:
        empathy: {weight: 60, earn: apologise}
        clarity: {weight: 30, earn: explain}
      """,
    clean: """
      rubric:
        empathy: {weight: 60, earn: apologise}
        clarity: {weight: 40, earn: explain}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    let rubric = subject.draft.rubric
    let house = rubric.house.map { [$0.weight] } ?? []
    return findings(
      house + rubric.criteria.map(\.weight), of: subject.draft.id?.text,
      at: rubric.place ?? subject.draft.top)
  }

  static func findings(in subject: RubricSubject) -> [Diagnostic] {
    let rubric = subject.draft
    return columns(of: subject) + (rubric.dimensions.isEmpty ? flat(rubric) : parts(of: subject))
  }

  /// A rubric without dimensions: all criteria together.
  private static func flat(_ rubric: RubricDraft) -> [Diagnostic] {
    findings(rubric.criteria.map(\.weight), of: rubric.id?.text, at: rubric.criteriaPlace ?? rubric.top)
  }

  /// The criteria of each dimension that has any.
  private static func parts(of subject: RubricSubject) -> [Diagnostic] {
    subject.draft.dimensions.flatMap { dimension -> [Diagnostic] in
      let criteria = subject.criteria(of: dimension)
      guard !criteria.isEmpty else { return [] }
      return findings(criteria.map(\.weight), of: dimension.name.text, at: dimension.name.place)
    }
  }

  /// The dimensions on every channel that is named by any of them.
  private static func columns(of subject: RubricSubject) -> [Diagnostic] {
    let dimensions = subject.draft.dimensions
    guard let first = dimensions.first else { return [] }
    let named = subject.columns.map(\.text).filter { $0 != "usual" }
    return (["usual"] + named).flatMap { column in
      findings(
        dimensions.map { $0.weight(on: column) }, of: "\(column) of the dimensions", at: first.name.place)
    }
  }

  /// Says nothing while a weight is missing: that has its own trouble.
  private static func findings(_ weights: [WeightDraft?], of id: String?, at place: Place) -> [Diagnostic] {
    let known = weights.compactMap(\.self)
    let sum = known.reduce(0) { $0 + $1.points }
    guard known.count == weights.count, sum != 100 else { return [] }
    let whose = id.map { " in '\($0)'" } ?? ""
    let points = (100 - sum).magnitude == 1 ? "1 point" : "\((100 - sum).magnitude) points"
    let difference = sum < 100 ? "\(points) missing" : "\(points) too many"
    return [
      page.found(
        "weights\(whose) add up to \(sum); they must add up to 100", at: place.label(difference),
        others: known.prefix(12).map { $0.place.label("\($0.points)") },
        help: help(known, sum), fix: scaled(known, sum))
    ]
  }

  private static func help(_ weights: [WeightDraft], _ sum: Int) -> String {
    guard let last = weights.last else { return "add criteria whose weights make 100" }
    let mended = last.points + 100 - sum
    guard mended > 0 else { return "scale them down to 100" }
    return "for example make the last one \(mended) instead of \(last.points)"
  }

  /// Every weight in proportion, whole points, by largest remainder with ties to the first.
  private static func scaled(_ weights: [WeightDraft], _ sum: Int) -> Fix? {
    guard sum > 0 else { return nil }
    var points = weights.map { $0.points * 100 / sum }
    let remainders = weights.enumerated().sorted { first, second in
      let (one, other) = (first.element.points * 100 % sum, second.element.points * 100 % sum)
      return one != other ? one > other : first.offset < second.offset
    }
    for (index, _) in remainders.prefix(100 - points.reduce(0, +)) { points[index] += 1 }
    let edits = zip(weights, points).filter { $0.0.points != $0.1 }.map { $0.0.place.replaced(by: "\($0.1)") }
    return Fix("scale the weights to 100", edits)
  }
}
