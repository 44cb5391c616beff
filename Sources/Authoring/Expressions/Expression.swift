import Domain

/// A condition as written: names, not yet indices.
indirect enum Expression: Hashable, Sendable {
  /// A bare name: a fact, or in `earn` also a move, an action or `goal`.
  case name(Written)
  /// `ending recovered`.
  case ending(Written)
  /// `trust >= 45`.
  case comparison(Written, Condition.Comparison, Int)
  /// `true` or `false`.
  case constant(Bool)
  case not(Expression)
  case all([Expression])
  case any([Expression])
}

/// A whole condition as written, with the parts that a top-level `+` separates.
struct ExpressionDraft: Hashable, Sendable {
  var written: Written
  /// At least one; together they are the condition.
  var parts: [Part]

  /// One check of an `earn`, or the whole condition.
  struct Part: Hashable, Sendable {
    var expression: Expression
    var place: Place
  }

  var expression: Expression {
    parts.count == 1 ? parts[0].expression : .all(parts.map(\.expression))
  }
}

/// Why a text could not be read as the value its field wants.
struct ReadingProblem: Error, Hashable, Sendable {
  /// The bytes of the text it is about.
  var range: Range<Int>
  var message: String
  var help: String
}
