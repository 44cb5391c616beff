import Domain
import Language

/// A talk as the learned checks see it: for each act of service talk how near the trainee came to it anywhere, and in the
/// last reply; and how near the customer came to theirs.
///
/// Only sentences of the trainee's own count: what was copied or strung together is not there.
struct TalkFeatures: Sendable {
  /// One number a feature, in the order of `names`.
  let values: [Double]
  /// The trainee's sentence each was taken from; none for those of the customer.
  let places: [Place?]

  /// A sentence of the talk.
  struct Place: Hashable, Sendable {
    /// Index of the reply in the reading.
    var reply: Int
    var sentence: Int
  }

  /// What stands where nothing was said, and the bounds of all others: the model's numbers seldom leave them.
  private static let (silence, least, most): (Float, Float, Float) = (-1, -1.5, 1.5)

  /// What each feature is called in the file of weights.
  static func names(_ acts: ActReader) -> [String] {
    let agent = acts.learned(of: .agent).map { $0?.rawValue ?? "-" }
    let customer = acts.learned(of: .customer).map { $0?.rawValue ?? "-" }
    return agent.map { "agent:\($0)" } + agent.map { "last:\($0)" } + customer.map { "customer:\($0)" }
  }

  init(values: [Double], places: [Place?]) {
    self.values = values
    self.places = places
  }

  /// Nil where no model hears acts, or the trainee said nothing of their own.
  init?(_ reading: Reading) {
    guard let acts = reading.understanding.acts else { return nil }
    let rows = reading.replies.enumerated().flatMap { index, reply in
      zip(reply.sentences, reply.meaning.nearness).enumerated().compactMap { number, each in
        each.0.standing == .own
          ? (place: Place?.some(Place(reply: index, sentence: number)), numbers: each.1) : nil
      }
    }
    guard let last = rows.last?.place?.reply else { return nil }
    let width = acts.learned(of: .agent).count
    let whole = Self.nearest(rows, width)
    let end = Self.nearest(rows.filter { $0.place?.reply == last }, width)
    let heard = reading.customerTurns.flatMap(\.meaning.nearness).map { (place: Place?.none, numbers: $0) }
    let customer = Self.nearest(heard, acts.learned(of: .customer).count)
    values = (whole + end + customer).map(\.value)
    places = (whole + end + customer).map(\.place)
  }

  /// The largest number of each column, and the row it stands in.
  private static func nearest(
    _ rows: [(place: Place?, numbers: [Float])], _ width: Int
  ) -> [(value: Double, place: Place?)] {
    var best = [(value: Float, place: Place?)](repeating: (-.infinity, nil), count: width)
    for row in rows where row.numbers.count == width {
      for column in best.indices where row.numbers[column] > best[column].value {
        best[column] = (row.numbers[column], row.place)
      }
    }
    return best.map { each in
      each.value == -.infinity
        ? (Double(silence), nil) : (Double(min(max(each.value, least), most)), each.place)
    }
  }
}
