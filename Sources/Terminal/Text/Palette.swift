import Diagnostics
import Glibc

/// Draws styled text for one stream: with the terminal's own sixteen colours, or without any.
///
/// Every style differs from the others without colour vision too (weight or lightness), and good
/// and bad are blue and yellow, never green and red. Words must carry the meaning besides.
public struct Palette: Hashable, Sendable {
  /// Whether styles are drawn at all.
  public var usesColour: Bool

  /// A palette with colours or, for files, pipes and people who want none, without.
  public init(usesColour: Bool) {
    self.usesColour = usesColour
  }

  /// No colours: for files, pipes and tests.
  public static let plain = Palette(usesColour: false)

  /// The text as bytes for a terminal: hidden characters made visible, styles as SGR sequences.
  ///
  /// A style never runs across a line break, so a pager or a redraw may cut anywhere between lines.
  public func draw(_ text: StyledText, showing: VisibleText = .paragraph) -> String {
    text.runs.reduce(into: "") { drawn, run in
      let words = showing(run.text)
      guard usesColour, let style = run.style else { return drawn += words }
      let lines = words.split(separator: "\n", omittingEmptySubsequences: false)
      drawn += lines.map { $0.isEmpty ? "" : Self.start(of: style) + $0 + Self.end }
        .joined(separator: "\n")
    }
  }

  static let end = "\u{1B}[0m"

  static func start(of style: Style) -> String {
    "\u{1B}[" + code(of: style) + "m"
  }

  /// ECMA-48 Select Graphic Rendition: 1 bold, 2 faint, 30-37 and 90-97 the user's colours.
  private static func code(of style: Style) -> String {
    switch style {
    case .customer: "36"
    case .you: "1"
    case .system: "35"
    case .good: "94"
    case .bad: "1;33"
    case .faint: "2"
    case .heading: "1;4"
    }
  }
}

/// What the person said about colour on the command line: `--color=auto|always|never`.
public enum ColourChoice: String, Hashable, Sendable, CaseIterable {
  case auto, always, never

  /// Whether one stream gets colour.
  ///
  /// The choice goes before everything; then NO_COLOR (non-empty) before CLICOLOR_FORCE before
  /// CLICOLOR; then TERM=dumb or no TERM means none; then a terminal gets colour, a pipe does not.
  public func allowsColour(isTerminal: Bool, environment: [String: String]) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if let value = environment["NO_COLOR"], !value.isEmpty { return false }
    if let value = environment["CLICOLOR_FORCE"], !value.isEmpty, value != "0" { return true }
    if environment["CLICOLOR"] == "0" { return false }
    return isTerminal && !TerminalKind.isDumb(environment)
  }
}

enum TerminalKind {
  /// Whether the terminal cannot move its cursor, as far as the environment says.
  static func isDumb(_ environment: [String: String]) -> Bool {
    let name = environment["TERM"] ?? ""
    return name.isEmpty || name == "dumb" || !isKnown(name, environment)
  }

  /// Families that every terminal of today belongs to, whatever is installed.
  private static let families = ["xterm", "screen", "tmux", "linux", "vt", "rxvt", "ansi"]

  /// Whether the name is of a usual family, or described on this machine (terminfo(5)).
  private static func isKnown(_ name: String, _ environment: [String: String]) -> Bool {
    if families.contains(where: name.hasPrefix) { return true }
    guard let first = name.utf8.first, !name.contains("/") else { return false }
    var folders = ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo"]
    if let own = environment["TERMINFO"] { folders.append(own) }
    if let home = environment["HOME"] { folders.append(home + "/.terminfo") }
    folders += environment["TERMINFO_DIRS"]?.split(separator: ":").map(String.init) ?? []
    let letters = [String(decoding: [first], as: UTF8.self), String(first, radix: 16)]
    return folders.contains { folder in
      letters.contains { letter in access(folder + "/" + letter + "/" + name, R_OK) == 0 }
    }
  }
}
