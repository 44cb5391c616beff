import Domain
import Play
import TouchpointKit

/// What a line may be besides words and acts: an answer to a question, or a line of a message.
extension PlayLoop {
  /// A question to which a line may be the answer.
  enum Question {
    /// Whether to end for good.
    case leave
    /// Whether anything is to be written down, now that the talk is over.
    case note
  }

  /// Ends for good; at a terminal only when asked twice.
  func leave() {
    guard console.isInteractive, question != .leave else { return present(runner.leave()) }
    question = .leave
    screen.show(
      ScreenLine(
        .bad,
        "This ends the attempt for good and it counts as not passed. /leave again does it; anything else goes on."
      ))
  }

  /// When the talk is over: one moment for the case note where the rubric asks for one, then the judgement.
  func close() {
    guard asksForNote, runner.state.takesLastNote else { return finish() }
    guard question != .note else { return }
    question = .note
    screen.show(
      ScreenLine(
        .stage,
        "The talk is over. Anything to write down for the next colleague? /note and your words, or Enter to close."
      ))
  }

  /// The one line after the end: a note is kept, anything else closes; at a terminal words get a second chance.
  func takeNote(_ input: TraineeInput) {
    switch input {
    case .desk(let typed) where runner.state.action(typed: typed).name == "note":
      screen.show(talk.lines(for: runner.act(typed), in: runner.state))
      tellTrouble()
      if console.isInteractive, runner.state.takesLastNote { return }
    case .show(let page) where console.isInteractive:
      return screen.show(lines(of: page))
    case .say, .desk, .incomplete:
      guard console.isInteractive else { break }
      return screen.show(
        ScreenLine(.desk, "Write /note in front to keep it as your case note; Enter closes without one."))
    case .nothing, .wait, .show, .hint, .why, .pause, .send, .discard, .save, .leave: break
    }
    finish()
  }

  /// Writes on at a message, sends it or throws it away; false for what is no part of one.
  func compose(_ input: TraineeInput) -> Bool {
    let draft = runner.state.draft
    if input != .leave { question = nil }
    switch input {
    case .say(let text): present(runner.write(text))
    case .nothing: if !draft.isEmpty { present(runner.write("")) }
    case .send where draft.isEmpty:
      screen.show(ScreenLine(.desk, "There is nothing to send yet: write a line first."))
    case .send: reply(draft.joined(separator: "\n"))
    case .discard:
      present(runner.discardDraft())
      screen.show(ScreenLine(.desk, "The draft is gone; start again."))
    case .desk, .wait, .show, .hint, .why, .pause, .save, .leave, .incomplete: return false
    }
    return true
  }
}
