import Diagnostics
import Terminal

/// Puts lines on the console: speakers' names in words, wrapped to the window, colour as a skin.
@MainActor struct Screen {
  let console: any Console

  /// Readable lines stay under this many columns however wide the window is.
  private static let widest = 100

  func show(_ lines: [ScreenLine]) {
    for line in lines { show(line) }
  }

  func show(_ line: ScreenLine) {
    let speaker = line.speaker
    let depth = speaker.isEmpty ? Self.depth(of: line.text) : DisplayWidth.of(speaker) + 2
    let indent = String(repeating: " ", count: depth)
    var text = StyledText("")
    if case .heading = line.role { text = StyledText("\n") }
    if !speaker.isEmpty { text.append("\(speaker): ", style(of: line.role)) }
    text.append(line.text, speaker.isEmpty ? style(of: line.role) : nil)
    console.printAbove(Wrapping(width: columns, continuation: indent)(text))
  }

  /// Where a line's words begin: behind its blanks, and behind a number of a menu with the blanks after it.
  private static func depth(of text: String) -> Int {
    let indent = text.prefix { $0 == " " }.count
    let number = text.dropFirst(indent).prefix(while: \.isNumber)
    let rest = text.dropFirst(indent + number.count)
    guard !number.isEmpty, rest.hasPrefix("  ") else { return indent }
    return indent + number.count + rest.prefix { $0 == " " }.count
  }

  /// The columns that lines are broken at.
  var columns: Int { min(max(console.size.columns, 20), Self.widest) }

  private func style(of role: ScreenLine.Role) -> Style? {
    switch role {
    case .customer: .customer
    case .trainee: .you
    case .bot, .agent, .desk: .system
    case .stage, .faint: .faint
    case .heading: .heading
    case .good: .good
    case .bad: .bad
    case .plain: nil
    }
  }
}
