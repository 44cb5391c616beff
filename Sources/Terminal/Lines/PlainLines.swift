import Dispatch
import Glibc

/// The append-only console: for pipes and files, `--plain-ui`, screen readers and dumb terminals.
///
/// Never moves the cursor. A prompt is shown when both ends are a terminal and a line is wanted.
/// Lines are read only as fast as they are taken, so a reply never overtakes the question.
@MainActor public final class PlainLines: Console {
  /// What happens, in order, until `close()`.
  public var events: AsyncStream<ConsoleEvent> { queue.stream }
  /// Whether both ends are a terminal.
  public let isInteractive: Bool
  /// How styles are drawn here.
  public let palette: Palette
  /// The window's size now.
  public var size: TerminalSize { .current(environment: environment) }

  /// Whether lines that come at once are told as one paste, where a person types.
  public var joinsPastes = false

  private let environment: [String: String]
  private let queue = EventQueue()
  private var splitter: LineSplitter
  /// Lines that came at once, while more may come.
  private var burst: [LineSplitter.Line] = []
  private var reader: InputReader?
  private var signals: SignalNotes?
  private var prompt: StyledText = ""
  private var promptIsShown = false
  private var inputEnded = false
  private var outputEnded = false
  private var hasHungUp = false

  /// Opens the append-only console on standard input and output.
  ///
  /// - Throws: when the system has no pipe left.
  public init(_ options: ConsoleOptions) throws(ConsoleFailure) {
    let writesToTerminal = Descriptor.isTerminal(1)
    isInteractive = Descriptor.isTerminal(0) && writesToTerminal
    environment = options.environment
    palette = Palette(
      usesColour: options.colour.allowsColour(
        isTerminal: writesToTerminal, environment: options.environment))
    splitter = LineSplitter(limit: options.lineLimit)
    reader = try InputReader(0) { [weak self] piece in self?.receive(piece) }
    do {
      signals = try SignalNotes { [weak self] signal in self?.hear(signal) }
    } catch {
      reader?.close()
      throw error
    }
    queue.whenDry = { [weak self] in self?.askForMore() }
  }

  /// Shows text on lines of its own. A prompt that waited is shown again after it.
  public func printAbove(_ text: StyledText) {
    let start = promptIsShown ? "\n" : ""
    promptIsShown = false
    write(start + palette.draw(text) + "\n")
    DispatchQueue.main.async { MainActor.assumeIsolated { self.showPromptWhereAwaited() } }
  }

  /// Shows the prompt after all that is said at one time, as the one who said it wants it.
  private func showPromptWhereAwaited() {
    if signals != nil, queue.isDry { showPrompt() }
  }

  /// Changes the prompt; shown where a person types.
  public func setPrompt(_ prompt: StyledText) {
    if prompt == self.prompt { return }
    self.prompt = prompt
    if promptIsShown {
      promptIsShown = false
      write("\n")
      showPrompt()
    }
  }

  /// Does nothing: there is no Tab here.
  public func setCompletions(_ source: CompletionSource?) {}
  /// Does nothing: a line is seen when it is entered.
  public func setKeyListener(_ listener: (@MainActor () -> Void)?) {}
  /// Does nothing: there is no up arrow here.
  public func remember(_ line: String) {}
  /// Does nothing: there is no up arrow here.
  public func loadHistory(from path: String) throws(ConsoleFailure) {}
  /// Does nothing, so that the history of a better terminal stays as it is.
  public func saveHistory(to path: String) throws(ConsoleFailure) {}

  /// Stops reading and gives the signals back.
  public func close() {
    guard let signals else { return }
    if promptIsShown { write("\n") }
    promptIsShown = false
    reader?.close()
    signals.close()
    (self.reader, self.signals) = (nil, nil)
    queue.finish()
  }

  private func askForMore() {
    if signals == nil { return }
    showPrompt()
    if !inputEnded { reader?.request() }
  }

  private func showPrompt() {
    if !isInteractive || promptIsShown || prompt.isEmpty || inputEnded { return }
    promptIsShown = true
    write(palette.draw(prompt, showing: .oneLine))
  }

  private func receive(_ piece: InputReader.Piece) {
    switch piece {
    case .bytes(let bytes):
      burst += splitter.feed(bytes)
      if burst.isEmpty {
        reader?.request()
      } else if joinsPastes && isInteractive && burst.count < Self.longestBurst {
        reader?.request(within: Self.pasteGap)
      } else {
        pushBurst()
      }
    case .quiet: pushBurst()
    case .end: endOfInput()
    case .hangup: hangUp()
    case .failed(let code):
      // Standard input that cannot be read, a folder say, is one that has ended; say why, too.
      printAbove(ConsoleFailure(operation: "read the input", code: code).description, .bad)
      endOfInput()
    case .cancelled: break
    }
  }

  /// Milliseconds between the lines of a paste at most; nobody types a line in that time.
  private static let pasteGap: Int32 = 50
  private static let longestBurst = 1_000

  private func pushBurst() {
    let lines = burst
    burst = []
    let isPaste = joinsPastes && isInteractive && lines.count > 1
    guard isPaste, !lines.contains(where: { $0.truncatedFrom != nil }) else { return lines.forEach(push) }
    // What the terminal has echoed of a last line without its end stands there like a prompt.
    promptIsShown = true
    queue.push(.pasted(lines.map(\.text).joined(separator: "\n")))
  }

  private func push(_ line: LineSplitter.Line) {
    promptIsShown = false
    queue.push(.line(line.text, truncatedFrom: line.truncatedFrom))
  }

  private func endOfInput() {
    pushBurst()
    if let last = splitter.finish() { push(last) }
    if promptIsShown { write("\n") }
    promptIsShown = false
    // A terminal goes on after Ctrl-D; a pipe does not.
    inputEnded = !Descriptor.isTerminal(0)
    queue.push(.endOfInput)
  }

  private func hangUp() {
    if hasHungUp { return }
    hasHungUp = true
    pushBurst()
    inputEnded = true
    queue.push(.hangup)
  }

  private func hear(_ signal: Int32) {
    switch signal {
    case SIGINT:
      if promptIsShown { write("\n") }
      promptIsShown = false
      queue.push(.interrupt(lineWasEmpty: true))
    case SIGTERM: queue.push(.terminated)
    case SIGHUP: hangUp()
    case SIGWINCH: queue.push(.resized(columns: size.columns, rows: size.rows))
    case SIGTSTP: suspend()
    case SIGCONT: resume()
    default: break
    }
    if queue.isDry { showPrompt() }
  }

  private func suspend() {
    queue.push(.suspended)
    queue.whenHeard { [self] in
      guard let signals else { return }
      signals.suspend()
      resume()
    }
  }

  private func resume() {
    if hasHungUp { return }
    if Descriptor.isHungUp(0) { return hangUp() }  // a hang-up wakes whoever was stopped
    promptIsShown = false
    queue.push(.resumed)
    if queue.isDry { showPrompt() }
  }

  private func write(_ text: String) {
    if outputEnded { return }
    let code = Descriptor.writeAll(text.utf8, to: 1)
    if code == 0 { return }
    outputEnded = true
    if code == EIO && isInteractive { hangUp() } else { queue.push(OutputTrouble.event(code)) }
  }
}

enum OutputTrouble {
  /// What it means for the program that a write to the console failed.
  static func event(_ code: Int32) -> ConsoleEvent {
    code == EPIPE
      ? .outputClosed : .outputFailed(ConsoleFailure(operation: "write the output", code: code))
  }
}
