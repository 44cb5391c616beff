import Diagnostics
import Domain
import Play
import TouchpointKit

/// Lines that are parts of something longer: of a paste, of a message, of a file of replies.
extension PlayLoop {
  /// Whether replies are messages written over several lines here.
  var writesMessage: Bool { style == .free && runner.state.channel.turnForm == .message }

  /// Whether a line is a part of something longer.
  var composes: Bool { writesMessage || !runner.state.draft.isEmpty }

  /// Ctrl-D keeps a message that was not sent; the end of a file is the end of its last message too.
  func endOfInput() {
    if !console.isInteractive, question == nil, !runner.state.draft.isEmpty {
      reply(runner.state.draft.joined(separator: "\n"))
    }
    if outcome == nil { keep(status: 0) }
  }

  /// Lines pasted where each would go out by itself are one reply, which waits for Enter; what a paste says besides
  /// words (acts, numbers of a menu, an answer to a question) is taken line by line.
  func take(pasted text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard style == .free, question == nil, lines.allSatisfy({ TraineeInput($0).isWords }) else {
      for line in lines where outcome == nil { take(line: line, truncatedFrom: nil) }
      return
    }
    if runner.state.isPaused { present(runner.resume()) }
    let effects = lines.flatMap { runner.write($0) }
    if !writesMessage {
      screen.show(
        ScreenLine(
          .faint, "\(lines.count) lines came at once and are one reply: Enter sends it, /discard drops it."))
    }
    present(effects)
  }

  /// In a pipe the typed line is not on the screen yet.
  func echo(_ line: String) {
    if case .say = TraineeInput.scripted(line), question != .note {
      screen.show(ScreenLine(.trainee, line.unescapingLineBreaks()))
    } else if !line.isEmpty {
      screen.show(ScreenLine(.faint, "> \(line)"))
    }
  }
}

extension TraineeInput {
  /// Whether it is said to the customer, a blank line included.
  fileprivate var isWords: Bool {
    switch self {
    case .say, .nothing: true
    case .desk, .wait, .show, .hint, .why, .pause, .send, .discard, .save, .leave, .incomplete: false
    }
  }
}

extension String {
  /// In a piped session a reply is one line; `\n` in it stands for a line break.
  func unescapingLineBreaks() -> String {
    var text = ""
    var rest = Substring(self)
    while let mark = rest.firstIndex(of: "\\") {
      let next = rest.index(after: mark)
      text += rest[..<mark]
      if next < rest.endIndex, rest[next] == "n" {
        text += "\n"
        rest = rest[rest.index(after: next)...]
      } else {
        text += "\\"
        rest = rest[next...]
      }
    }
    return text + rest
  }
}
