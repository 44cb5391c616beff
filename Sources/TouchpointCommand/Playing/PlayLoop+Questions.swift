import Domain
import Play
import TouchpointKit

/// What a line may be besides words and acts: an answer to a question, or a line of a message.
extension PlayLoop {
  /// A question to which a line may be the answer.
  enum Question: Equatable {
    /// Whether to end for good.
    case leave
    /// Whether anything is to be written down, now that the talk is over.
    case note
    /// Whether a command's name without its slash is to be said to the customer.
    case words(String)
  }

  /// Asks back once at a terminal when a line is nothing but the name of a command or an act: nobody new to the desk
  /// shall lose a turn over a forgotten slash.
  func asksForSlash(_ input: TraineeInput) -> Bool {
    guard console.isInteractive, runner.state.draft.isEmpty, case .say(let text) = input,
      question != .words(text)
    else { return false }
    let word = text.lowercased()
    let mend: String
    switch word {
    case "exit", "quit", "leave", "q":
      mend = "Ctrl-C twice leaves and keeps it for later; /leave ends it for good."
    case "?": mend = "/help shows what you can do."
    default:
      guard
        DeskAction.keptWords.contains(word) || runner.state.deskOffers.contains(where: { $0.name == word })
      else { return false }
      mend = "did you mean /\(word)?"
    }
    question = .words(text)
    let name = runner.state.scenario.customer.firstName
    screen.show(
      ScreenLine(.desk, "Without a slash that goes to \(name); \(mend) The same line again says it."))
    return true
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
  ///
  /// A paste that waits where every line goes out by itself is sent by the next Enter, with what stands before it.
  func compose(_ input: TraineeInput) -> Bool {
    let draft = runner.state.draft
    if input != .leave { question = nil }
    switch input {
    case .say(let text):
      let text = console.isInteractive ? text : text.unescapingLineBreaks()
      let isWhole = !writesMessage || (draft.isEmpty && !console.isInteractive && text.contains("\n"))
      if isWhole { reply((draft + [text]).joined(separator: "\n")) } else { present(runner.write(text)) }
    case .nothing where draft.isEmpty: break
    case .nothing:
      if writesMessage { present(runner.write("")) } else { reply(draft.joined(separator: "\n")) }
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
