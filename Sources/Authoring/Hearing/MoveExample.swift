import Diagnostics
import Domain
import Language

/// One example of a move, where it stands and as the recogniser gets it.
struct MoveExample: Hashable, Sendable {
  /// Index of the move.
  var move: Int
  var written: Written
  /// With its placeholders filled in.
  var text: String
}

extension Subject {
  /// What placeholders stand for in this scenario; the trainee has no name yet.
  var placeholders: Placeholders {
    Placeholders(customer: resolution.customer, company: resolution.linked.company)
  }

  /// The `like` examples of every move, in order.
  var examples: [MoveExample] {
    let placeholders = placeholders
    return resolution.linked.moves.enumerated().flatMap { move, draft in
      draft.like.map { MoveExample(move: move, written: $0, text: placeholders.filled($0.text)) }
    }
  }

  /// A move's name in quotes.
  func quoted(move: Int) -> String { "'\(resolution.linked.moves[move].name.text)'" }

  /// Where the scenario names the pack a place is in, for what the pack alone is not to blame for.
  func origin(of place: Place, unlessWith other: Place) -> [Label] {
    place.file == other.file ? [] : origin(of: place)
  }
}
