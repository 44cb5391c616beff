@preconcurrency import CReadline
import Dispatch
import Glibc

/// The console of a real terminal: GNU readline edits the line, and whatever is printed goes above it.
///
/// Readline keeps one state per process, so there is one line editor at a time. It runs in readline's
/// callback mode: each key is handed over as it comes, and timers and other tasks run in between.
/// The person's inputrc is honoured (vi mode, key bindings, `$if touchpoint`).
@MainActor public final class LineEditor: Console {
  /// What happens, in order, until `close()`.
  public var events: AsyncStream<ConsoleEvent> { queue.stream }
  /// Always: a person is at the keys.
  public let isInteractive = true
  /// How styles are drawn here.
  public let palette: Palette
  /// The window's size now.
  public var size: TerminalSize { .current(environment: environment) }

  /// Whom readline's callbacks, plain C functions, call.
  static var current: LineEditor?

  let environment: [String: String]
  let lineLimit: Int
  let queue = EventQueue()
  var completions: CompletionSource?
  private var keyListener: (@MainActor () -> Void)?
  /// Descriptions of the words offered last, for the list.
  var descriptions: [String: String] = [:]
  private var keys: (any DispatchSourceRead)?
  private var signals: SignalNotes?
  private var prompt: StyledText = ""
  private var promptIsStale = false
  /// Lines to remember when readline can take them.
  private var waitingHistory: [String] = []
  private var isSuspended = false
  /// Whether no more keys are taken: the terminal is gone, or the program is to end.
  private var isEnding = false
  private var reportedOutputTrouble = false

  /// How many keys are taken before anything else gets its turn.
  private static let keysPerTurn = 256

  /// Opens the line editor on standard input and output.
  ///
  /// - Throws: when another one is open (EBUSY), standard input is no terminal, or there is no pipe left.
  public init(_ options: ConsoleOptions) throws(ConsoleFailure) {
    if Self.current != nil { throw ConsoleFailure(operation: "open the terminal twice", code: EBUSY) }
    environment = options.environment
    lineLimit = options.lineLimit
    palette = Palette(
      usesColour: options.colour.allowsColour(isTerminal: true, environment: options.environment))
    let code = terminal_rescue_arm(0)
    if code != 0 { throw ConsoleFailure(operation: "read the terminal's settings", code: code) }
    do {
      signals = try SignalNotes { [weak self] signal in self?.hear(signal) }
    } catch {
      terminal_rescue_disarm()
      throw error
    }
    Self.current = self
    Readline.start(lineLimit: lineLimit)
    installPrompt()
    listenToKeys()
  }

  /// Shows text above the line being typed; prompt, words and cursor come back as they were.
  public func printAbove(_ text: StyledText) {
    let drawn = palette.draw(text) + "\n"
    if keys == nil || isSuspended { return write(drawn) }
    rl_clear_visible_line()
    write(drawn)
    rl_on_new_line()
    rl_forced_update_display()
    reportOutputTrouble()
  }

  /// Changes the prompt; during a search, when it ends.
  public func setPrompt(_ prompt: StyledText) {
    if prompt == self.prompt { return }
    self.prompt = prompt
    promptIsStale = true
    refreshPrompt()
  }

  /// Where Tab gets its words.
  public func setCompletions(_ source: CompletionSource?) {
    completions = source
  }

  /// Who is told of each key while a line is being typed, and of a text that comes from the person's editor.
  public func setKeyListener(_ listener: (@MainActor () -> Void)?) {
    keyListener = listener
  }

  /// Adds a line to the history, unless it is the last one again.
  public func remember(_ line: String) {
    waitingHistory.append(line)
    rememberWaiting()
  }

  /// Adds what waits, unless a search goes on: it holds on to the entries it has found.
  private func rememberWaiting() {
    if keys != nil && !Readline.isAtPrompt { return }
    for line in waitingHistory { Readline.addHistory(line) }
    waitingHistory = []
  }

  /// Adds the lines of a history file; none when there is no file.
  public func loadHistory(from path: String) throws(ConsoleFailure) {
    waitingHistory += try HistoryFile.read(path)
    rememberWaiting()
  }

  /// Writes the history, at most its last thousand lines, for its owner only.
  public func saveHistory(to path: String) throws(ConsoleFailure) {
    try HistoryFile.write(Readline.history(), to: path)
  }

  /// Clears the line being typed and gives the terminal back.
  public func close() {
    guard let keys else { return }
    keys.cancel()
    self.keys = nil
    rl_clear_visible_line()
    rl_callback_handler_remove()
    fflush(rl_outstream)
    terminal_rescue_disarm()
    signals?.close()
    signals = nil
    clear_history()
    line_screen_unprepare()
    Self.current = nil
    queue.finish()
  }

  // MARK: Keys

  private func listenToKeys() {
    let source = DispatchSource.makeReadSource(fileDescriptor: 0, queue: .main)
    source.setEventHandler { [weak self] in MainActor.assumeIsolated { self?.takeKeys() } }
    source.resume()
    keys = source
  }

  private func takeKeys() {
    for _ in 0..<Self.keysPerTurn {
      if keys == nil || isSuspended || isEnding { return }
      let seen = Descriptor.wait(0, for: POLLIN, milliseconds: 0)
      if seen & (POLLHUP | POLLERR | POLLNVAL) != 0 { return hangUp() }
      if seen & POLLIN == 0 { break }
      line_keys_take()
      afterKey()
    }
    reportOutputTrouble()
  }

  private func afterKey() {
    if line_keys_ended() { return hangUp() }
    if rl_end == 0 { _ = line_keys_take_dropped() } else { keyListener?() }
    if Readline.isAtPrompt { Readline.cutLine(to: lineLimit) }
    refreshPrompt()
    rememberWaiting()
  }

  /// What readline hands over on Enter, or `nil` on Ctrl-D.
  func receive(_ bytes: [UInt8]?) {
    if line_keys_ended() { return }  // the rest of a line that nobody finished
    guard let bytes else {
      if !Readline.endsLineAtEndOfInput { write("\n") }
      return queue.push(.endOfInput)
    }
    let sent = bytes.count + Int(line_keys_take_dropped())
    let kept = Utf8Cut.prefix(of: bytes, limit: lineLimit)
    let text = String(decoding: kept, as: UTF8.self)
    queue.push(.line(text, truncatedFrom: sent > lineLimit ? sent : nil))
  }

  private func hangUp() {
    if isEnding { return }
    isEnding = true
    keys?.cancel()  // or it would report the end of input for ever
    queue.push(.hangup)
  }

  private func terminate() {
    isEnding = true
    keys?.cancel()  // no key delays the end
    queue.push(.terminated)
  }

  // MARK: Signals

  private func hear(_ signal: Int32) {
    switch signal {
    case SIGINT: interrupt()
    case SIGTERM: terminate()
    case SIGHUP: hangUp()
    case SIGWINCH: resize()
    case SIGTSTP: suspend()
    case SIGCONT: comeBack()
    default: break
    }
    reportOutputTrouble()
  }

  private func interrupt() {
    if keys == nil { return }
    let wasEmpty = rl_end == 0
    Readline.abandonLine { self.write("^C\n") }
    promptIsStale = false
    installPrompt()
    rememberWaiting()
    queue.push(.interrupt(lineWasEmpty: wasEmpty))
  }

  private func resize() {
    if keys == nil { return }
    line_screen_resized()
    queue.push(.resized(columns: size.columns, rows: size.rows))
  }

  private func suspend() {
    if keys == nil || isSuspended { return }
    isSuspended = true
    rl_clear_visible_line()
    fflush(rl_outstream)
    rl_deprep_terminal()
    queue.push(.suspended)
    queue.whenHeard { [self] in
      signals?.suspend()
      comeBack()
    }
  }

  /// Takes the terminal again, after our own stop or one from outside (SIGSTOP).
  private func comeBack() {
    if keys == nil || isEnding { return }
    if Descriptor.isHungUp(0) { return hangUp() }  // a hang-up wakes whoever was stopped
    if !isSuspended { rl_deprep_terminal() }
    isSuspended = false
    rl_prep_terminal(1)
    line_screen_resized()
    rl_forced_update_display()
    queue.push(.resumed)
  }

  // MARK: Screen

  /// Writes through readline's stream, so that everything stays in order.
  func write(_ text: String) {
    fputs(text, rl_outstream)
    fflush(rl_outstream)
  }

  private func reportOutputTrouble() {
    let code = line_screen_error()
    if code == 0 || reportedOutputTrouble { return }
    reportedOutputTrouble = true
    if code == EIO { hangUp() } else { queue.push(OutputTrouble.event(code)) }
  }

  private func installPrompt() {
    rl_callback_handler_install(Readline.prompt(prompt, palette)) { line in
      let bytes = line.map { Array(UnsafeBufferPointer(start: $0, count: strlen($0))) }
      free(line)
      MainActor.assumeIsolated {
        LineEditor.current?.receive(bytes?.map(UInt8.init(bitPattern:)))
      }
    }
  }

  private func refreshPrompt() {
    guard promptIsStale, keys != nil, !isSuspended, Readline.isAtPrompt else { return }
    promptIsStale = false
    rl_clear_visible_line()
    rl_set_prompt(Readline.prompt(prompt, palette))
    rl_on_new_line()
    rl_forced_update_display()
  }

  // MARK: The person's own editor

  /// Ctrl-X Ctrl-E: the line goes to the editor and comes back, ready to be looked at and sent.
  func editElsewhere() {
    rl_clear_visible_line()
    fflush(rl_outstream)
    rl_deprep_terminal()
    let editor = ExternalEditor(environment: environment)
    var failure: ConsoleFailure?
    do {
      let text = try editor.edit(Readline.line, limit: lineLimit) { signals?.suspendWithChild() }
      Readline.replaceLine(text)
    } catch {
      failure = error
    }
    signals?.forgetKeys()
    rl_prep_terminal(1)
    if let failure { write(palette.draw(StyledText("\(failure); the line is as it was", .bad)) + "\n") }
    rl_on_new_line()
    rl_forced_update_display()
  }
}
