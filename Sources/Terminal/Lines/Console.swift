import Diagnostics
/// What a person, or the machine on their behalf, did at the terminal.
public enum ConsoleEvent: Hashable, Sendable {
  /// A line was entered, without its line break. It may hold line breaks when text was pasted, and
  /// control characters: show it through `StyledText` only. `truncatedFrom` is how many bytes were
  /// sent when that is more than the console's limit; the line is then the first part of them.
  case line(String, truncatedFrom: Int?)
  /// Lines that came at once, faster than anybody types, where a paste cannot be told from keys: as much of it as
  /// ended in line breaks. Nobody has confirmed them yet. Only from `PlainLines` that joins pastes.
  case pasted(String)
  /// Ctrl-D on an empty line, or the end of a pipe or file.
  case endOfInput
  /// Ctrl-C. A typed line has been cleared; `lineWasEmpty` says that there was none.
  case interrupt(lineWasEmpty: Bool)
  /// Ctrl-Z: the program is about to stop. The terminal is restored already.
  case suspended
  /// The program goes on after a stop, and the line is drawn again.
  case resumed
  /// The terminal is gone (SIGHUP, a closed window). Nothing more can be read or shown.
  case hangup
  /// Somebody asked the program to end (SIGTERM).
  case terminated
  /// The window has a new size.
  case resized(columns: Int, rows: Int)
  /// Nobody reads the output any more (`| head`). Time to end quietly.
  case outputClosed
  /// The output cannot be written (a full disk); what was printed since is lost.
  case outputFailed(ConsoleFailure)
}

/// Something the system refused, with what was tried on what.
public struct ConsoleFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried, as words after "cannot": `write the output`.
  public var operation: String
  /// The file, when there is one.
  public var path: String?
  /// The C library's errno.
  public var code: Int32

  /// A failure of one operation.
  public init(operation: String, path: String? = nil, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// `cannot write the output: No space left on device`
  public var description: String {
    let place = path.map { " '" + VisibleText.oneLine($0) + "'" } ?? ""
    return "cannot \(operation)\(place): \(SystemMessage.text(code))"
  }
}

/// One way a word on the line could go on.
public struct Completion: Hashable, Sendable {
  /// The whole word, in place of the part typed.
  public var text: String
  /// What it is, in a few words, shown beside it in the list.
  public var description: String?

  /// A completion, with or without a description.
  public init(_ text: String, description: String? = nil) {
    self.text = text
    self.description = description
  }
}

/// Offers completions of the word before the cursor.
///
/// Given the line and how many of its characters stand before the cursor. Words are what white space
/// parts. Offers that do not begin with the part typed are left out. Asked on Tab only.
public typealias CompletionSource = @MainActor (_ line: String, _ cursor: Int) -> [Completion]

/// Lines in, styled text out: the one thing the rest of the program knows of a terminal.
///
/// `LineEditor` and `PlainLines` conform; `openConsole` picks. One console at a time owns standard
/// input and output, until `close()`.
@MainActor public protocol Console: AnyObject {
  /// What happens, in order, until `close()`. For one reader.
  var events: AsyncStream<ConsoleEvent> { get }
  /// Whether a person edits lines here: typed lines are on the screen already, prompts are shown.
  var isInteractive: Bool { get }
  /// The window's size now.
  var size: TerminalSize { get }
  /// How this console draws styles.
  var palette: Palette { get }

  /// Shows text on lines of its own, above the line being typed, which stays as it is.
  func printAbove(_ text: StyledText)
  /// What stands before the line being typed. One line; may change at any time, also while typing.
  func setPrompt(_ prompt: StyledText)
  /// Where Tab gets its words; `nil` for nowhere.
  func setCompletions(_ source: CompletionSource?)

  /// Who is told of each key while a line is being typed; `nil` for nobody. Never told where keys are not seen.
  func setKeyListener(_ listener: (@MainActor () -> Void)?)

  /// Makes a line findable with the up arrow and Ctrl-R. Line breaks in it become spaces.
  func remember(_ line: String)
  /// Adds the lines of a history file. No file is no failure: a new person has none.
  func loadHistory(from path: String) throws(ConsoleFailure)
  /// Writes the remembered lines to a file only its owner can read; whole or not at all.
  func saveHistory(to path: String) throws(ConsoleFailure)

  /// Gives the terminal back as it was and ends `events`. Closing twice does nothing.
  func close()
}

extension Console {
  /// Shows plain words; see `printAbove(_: StyledText)`.
  public func printAbove(_ text: String, _ style: Style? = nil) {
    printAbove(StyledText(text, style))
  }
}

/// How to open a console.
public struct ConsoleOptions: Hashable, Sendable {
  /// Append-only lines even on a good terminal: `--plain-ui`.
  public var plain: Bool
  /// `--color`.
  public var colour: ColourChoice
  /// The environment variables to go by.
  public var environment: [String: String]
  /// The most bytes a line may have.
  public var lineLimit: Int

  /// The usual options: 64 kB a line. An empty `environment` counts as a dumb terminal.
  public init(
    plain: Bool = false, colour: ColourChoice = .auto, environment: [String: String],
    lineLimit: Int = 65_536
  ) {
    self.plain = plain
    self.colour = colour
    self.environment = environment
    self.lineLimit = max(1, lineLimit)
  }
}

/// Opens the console for standard input and output.
///
/// The line editor where both are a terminal that can move its cursor; the append-only lines for
/// `plain`, TERM=dumb, pipes and files.
///
/// - Throws: when another console is open, or the system has no pipe or memory left.
@MainActor public func openConsole(_ options: ConsoleOptions) throws(ConsoleFailure) -> any Console {
  let isTerminal = Descriptor.isTerminal(0) && Descriptor.isTerminal(1)
  if options.plain || !isTerminal || TerminalKind.isDumb(options.environment) {
    return try PlainLines(options)
  }
  return try LineEditor(options)
}
