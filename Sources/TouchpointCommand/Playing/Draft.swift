import TouchpointKit

/// A message being written over several lines, sent once.
struct Draft {
  private var lines: [String] = []

  /// What a line did to the draft.
  enum Sent {
    case growing
    case message(String)
    case discarded
    case empty
  }

  var isEmpty: Bool { lines.isEmpty }
  var count: Int { lines.count }

  /// Takes words and empty lines in, sends or discards; nil for what is no part of a message.
  mutating func take(_ input: TraineeInput) -> Sent? {
    switch input {
    case .say(let text):
      lines.append(text)
      return .growing
    case .nothing:
      if !lines.isEmpty { lines.append("") }
      return .growing
    case .send:
      let message = lines.joined(separator: "\n")
      lines = []
      return message.isEmpty ? .empty : .message(message)
    case .discard:
      lines = []
      return .discarded
    case .desk, .wait, .show, .hint, .why, .pause, .save, .leave, .incomplete: return nil
    }
  }
}
