import Dispatch
import FoundationEssentials
import Glibc
import Terminal

/// A small program around a console, for tests to drive in a pseudo-terminal.
///
/// Every event is shown above the prompt and, with `--log PATH`, written to a file, for when the
/// terminal is gone. With `--control`, lines on descriptor 3 tell it what to do without a key pressed. With
/// `--hung-up-twice` it hears of a hang-up once more after the console is closed.
@main @MainActor struct Probe {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let environment = ProcessInfo.processInfo.environment
    let options = ConsoleOptions(
      plain: arguments.contains("--plain"),
      colour: value("--color", in: arguments).flatMap { ColourChoice(rawValue: $0) } ?? .auto,
      environment: environment)
    let console: any Console
    do { console = try openConsole(options) } catch { return finish("\(error)", status: 2) }
    let probe = Probe(console: console, log: value("--log", in: arguments))
    console.setPrompt(StyledText("you> ", .you))
    console.setCompletions(probe.complete)
    if arguments.contains("--keys") { console.setKeyListener { probe.show("key") } }
    (console as? PlainLines)?.joinsPastes = arguments.contains("--joins")
    let control = arguments.contains("--control") ? probe.listenToControl() : nil
    probe.show("ready")
    for await event in console.events {
      if let status = probe.answer(event) {
        control?.cancel()
        console.close()
        if arguments.contains("--hung-up-twice") {
          kill(getpid(), SIGHUP)
          poll(nil, 0, 50)  // another thread hears it
        }
        exit(status)
      }
    }
  }

  let console: any Console
  let log: String?

  private static func value(_ name: String, in arguments: [String]) -> String? {
    arguments.firstIndex(of: name).flatMap { arguments.indices.contains($0 + 1) ? arguments[$0 + 1] : nil }
  }

  private static func finish(_ message: String, status: Int32) {
    _ = (message + "\n").withCString { write(2, $0, strlen($0)) }
    exit(status)
  }

  /// Shows one event. An exit status means that it was the last.
  private func answer(_ event: ConsoleEvent) -> Int32? {
    switch event {
    case .line("quit", _): return 0
    case .line(let text, let size):
      console.remember(text)
      let line = StyledText("line[") + StyledText(text, .customer) + StyledText("]")
      show(text.count > 500 ? "line of \(text.utf8.count) bytes" : line.plain)
      if let size { show("truncated from \(size)") }
    case .pasted(let text): show("pasted[\(text.split(separator: "\n").joined(separator: "|"))]")
    case .endOfInput:
      show("end of input")
      return 0
    case .interrupt(let empty): show(empty ? "interrupt on empty" : "interrupt on text")
    case .suspended: show("suspended")
    case .resumed: show("resumed")
    case .hangup:
      show("hangup")
      return 129
    case .terminated:
      show("terminated")
      return 143
    case .resized(let columns, let rows): show("resized \(columns)x\(rows)")
    case .outputClosed:
      show("output closed")
      return 141
    case .outputFailed(let failure):
      Self.finish("\(failure)", status: 2)
    }
    return nil
  }

  private func show(_ text: String) {
    if let log {
      let file = open(log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
      _ = (text + "\n").withCString { write(file, $0, strlen($0)) }
      close(file)
    }
    console.printAbove(text)
  }

  private func complete(_ line: String, _ cursor: Int) -> [Completion] {
    [
      Completion("/help", description: "show what can be typed"),
      Completion("/hold", description: "put the customer on hold"),
      Completion("/orders", description: "list the orders"),
      Completion("alpha"), Completion("alpine"), Completion("übermorgen"),
      Completion("at-\(cursor)"),
    ]
  }

  private func listenToControl() -> any DispatchSourceRead {
    let source = DispatchSource.makeReadSource(fileDescriptor: 3, queue: .main)
    source.setEventHandler {
      var bytes = [UInt8](repeating: 0, count: 65_536)
      let count = read(3, &bytes, bytes.count)
      let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
      MainActor.assumeIsolated {
        for line in text.split(separator: "\n") { self.obey(String(line)) }
      }
    }
    source.resume()
    return source
  }

  private func obey(_ command: String) {
    let rest = String(command.drop { $0 != " " }.dropFirst())
    switch command.prefix(while: { $0 != " " }) {
    case "print": console.printAbove(StyledText(rest, .customer))
    case "prompt": console.setPrompt(StyledText(rest))
    case "load": report { () throws(ConsoleFailure) in try console.loadHistory(from: rest) }
    case "save": report { () throws(ConsoleFailure) in try console.saveHistory(to: rest) }
    case "trap": fatalError("on purpose")
    case "segfault": raise(SIGSEGV)
    case "abort": abort()
    case "exit": exit(7)
    default: console.printAbove("unknown command \(command)")
    }
  }

  private func report(_ work: () throws(ConsoleFailure) -> Void) {
    do {
      try work()
      console.printAbove("done")
    } catch {
      console.printAbove("\(error)")
    }
  }
}
