import Diagnostics
@preconcurrency import CReadline
import Glibc

/// Readline's global state, set up once and asked in Swift's words.
@MainActor enum Readline {
  private static var isSetUp = false
  private static var lineLimit = 65_536

  /// Sets readline up for one editor.
  static func start(lineLimit: Int) {
    line_keys_begin(lineLimit)
    Self.lineLimit = lineLimit
    if !isSetUp { setUp() }
    line_screen_prepare_with { MainActor.assumeIsolated { Readline.mendLine() } }
    using_history()
    stifle_history(Int32(HistoryFile.entryLimit))
  }

  /// The line being typed.
  static var line: String {
    String(decoding: lineBytes, as: UTF8.self)
  }

  static var lineBytes: [UInt8] {
    guard let buffer = rl_line_buffer, rl_end > 0 else { return [] }
    return UnsafeRawBufferPointer(start: buffer, count: Int(rl_end)).map { $0 }
  }

  /// Whether the line is being typed, rather than searched, quoted or counted for.
  static var isAtPrompt: Bool {
    let busy =
      RL_STATE_ISEARCH | RL_STATE_NSEARCH | RL_STATE_SEARCH | RL_STATE_NUMERICARG | RL_STATE_VIMOTION
      | RL_STATE_CHARSEARCH | RL_STATE_MULTIKEY
    return rl_readline_state & UInt(busy) == 0
  }

  /// Whether readline itself goes to a new line on Ctrl-D: it does while it asks for marked pastes.
  static var endsLineAtEndOfInput: Bool {
    rl_variable_value("enable-bracketed-paste").map { String(cString: $0) } == "on"
  }

  /// A prompt for readline, with its escape sequences marked as taking no columns.
  static func prompt(_ prompt: StyledText, _ palette: Palette) -> String {
    var marked = ""
    for run in prompt.runs {
      let words = VisibleText.oneLine(run.text)
      if palette.usesColour, let style = run.style {
        marked += "\u{1}" + Palette.start(of: style) + "\u{2}" + words + "\u{1}" + Palette.end + "\u{2}"
      } else {
        marked += words
      }
    }
    return marked
  }

  /// Puts a text in place of the line, as one change that can be undone.
  static func replaceLine(_ text: String) {
    rl_begin_undo_group()
    rl_delete_text(0, rl_end)
    rl_point = 0
    rl_insert_text(text)
    rl_end_undo_group()
  }

  /// Takes away what is past so many bytes.
  static func cutLine(to limit: Int) {
    if Int(rl_end) <= limit { return }
    let kept = Utf8Cut.prefix(of: lineBytes, limit: limit).count
    line_keys_note_dropped(Int(rl_end) - kept)
    rl_delete_text(Int32(kept), rl_end)
    rl_point = min(rl_point, rl_end)
  }

  /// Ctrl-C: leaves the line where it stands, with a mark after it. Any search or count ends too.
  /// Readline then waits to be installed again, with an empty line and at the newest history entry.
  static func abandonLine(_ mark: () -> Void) {
    rl_callback_sigcleanup()
    rl_point = rl_end
    rl_redisplay_function?()
    mark()
    rl_free_line_state()
    rl_callback_handler_remove()
    _ = line_keys_take_dropped()
  }

  /// Adds an entry, unless it is the last one again.
  static func addHistory(_ line: String) {
    guard let entry = HistoryFile.entry(line) else { return }
    if history().last == entry { return }
    let isBrowsing = where_history() < history_length
    add_history(entry)
    if !isBrowsing { using_history() }  // the up arrow starts at the newest again
  }

  /// The remembered lines, oldest first.
  static func history() -> [String] {
    guard let list = history_list() else { return [] }
    return (0..<Int(history_length)).compactMap { index in
      list[index].flatMap { $0.pointee.line }.map { String(cString: $0) }
    }
  }

  // MARK: Set-up

  private static func setUp() {
    isSetUp = true
    rl_readline_name = UnsafePointer(strdup("touchpoint"))
    rl_outstream = line_screen_open(1)
    rl_catch_signals = 0
    rl_catch_sigwinch = 0
    rl_change_environment = 0
    rl_variable_bind("show-all-if-ambiguous", "on")  // one Tab lists; an inputrc may say otherwise
    rl_add_defun("edit-line-in-editor", editLineInEditor, -1)
    CharacterType.becomeUTF8()
    rl_initialize()
    rl_variable_bind("page-completions", "off")  // its "--More--" would read keys and stop the clock
    rl_completion_query_items = -1  // as would its question
    rl_getc_function = line_keys_read
    rl_bind_keyseq_if_unbound_in_map("\\C-x\\C-e", editLineInEditor, rl_get_keymap_by_name("emacs-standard"))
    rl_bind_keyseq_if_unbound_in_map("v", editLineInEditor, rl_get_keymap_by_name("vi-move"))
    line_keys_bind_unbound()
    setUpCompletion()
  }

  /// Runs before every redisplay: what would steer the terminal never gets to it.
  private static func mendLine() {
    if !isAtPrompt { return }  // it is another line that is shown, with changes of its own to undo
    cutLine(to: lineLimit)
    let line = lineBytes
    let mends = LineMending.mends(of: line)
    guard let first = mends.first, let last = mends.last else { return }
    let span = first.range.lowerBound..<last.range.upperBound
    let cursor = LineMending.position(of: Int(rl_point), after: mends)
    rl_delete_text(Int32(span.lowerBound), Int32(span.upperBound))
    rl_point = Int32(span.lowerBound)
    rl_insert_text(LineMending.mended(line, span, by: mends))
    rl_point = min(Int32(cursor), rl_end)
  }
}

/// Readline's command of that name; bound to Ctrl-X Ctrl-E, and to v in vi's command mode.
private func editLineInEditor(_ count: Int32, _ key: Int32) -> Int32 {
  MainActor.assumeIsolated { LineEditor.current?.editElsewhere() }
  return 0
}
