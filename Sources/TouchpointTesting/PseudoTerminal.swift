import Glibc

/// Drives a program in a pseudo-terminal, as a person at a keyboard would.
///
/// The program gets a session and a controlling terminal of its own. What it writes is kept as
/// bytes and drawn on a `PseudoTerminalScreen`. Every wait ends when its condition holds, or at a
/// deadline counted in silent polls; nothing sleeps.
public final class PseudoTerminal {
  /// The process at the terminal.
  public let process: pid_t
  /// Everything the program wrote.
  public private(set) var output: [UInt8] = []
  /// The terminal's settings before the program got it.
  public let settingsBefore: Settings
  /// What a person would see.
  public private(set) var screen: PseudoTerminalScreen

  private var master: Int32
  private let slave: Int32
  private let control: Int32
  private var status: PseudoTerminalProcess.Exit?

  /// How long a wait may take, in seconds: ample, as test machines are busy.
  public static let patience: Double = 30

  /// Starts a program in a terminal of this size.
  ///
  /// Descriptor 3 of the program is a pipe that `tell` writes to.
  /// - Throws: `PseudoTerminalFailure` when the system has no terminal left or no such program.
  public init(
    _ program: String, _ arguments: [String] = [], environment: [String: String],
    columns: Int = 80, rows: Int = 24
  ) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    let path = try Self.unlock(master)
    // Held open, so that the settings can be looked at when the program has gone.
    slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    var pipe: [Int32] = [0, 0]
    try PseudoTerminalFailure.check(slave >= 0 && Glibc.pipe(&pipe) == 0)
    for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    control = pipe[1]
    settingsBefore = Settings(of: slave)
    screen = PseudoTerminalScreen(columns: columns, rows: rows)
    Self.setSize(of: master, columns: columns, rows: rows)
    process = try PseudoTerminalProcess.start(
      program, arguments, environment: environment, terminal: path, descriptors: [3: pipe[0]])
    close(pipe[0])
    _ = fcntl(master, F_SETFL, O_RDWR | O_NONBLOCK)
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    for descriptor in [master, slave, control] where descriptor >= 0 { close(descriptor) }
  }

  // MARK: At the keyboard

  /// Types text; `\r` is Enter, `\u{3}` is Ctrl-C.
  public func send(_ text: String) {
    send(Array(text.utf8))
  }

  /// Types bytes, reading what comes back meanwhile.
  public func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 4096)) }
      if count > 0 {
        rest = rest.dropFirst(count)
        pump(milliseconds: 0)
      } else if errno != EAGAIN && errno != EINTR {
        return
      } else if !pump(milliseconds: 10, for: POLLIN | POLLOUT) {
        return
      }
    }
  }

  /// Writes a line to the program's descriptor 3: an order that is no key.
  public func tell(_ order: String) {
    let bytes = Array((order + "\n").utf8)
    _ = write(control, bytes, bytes.count)
  }

  /// Changes the window's size; the system tells the program (SIGWINCH).
  public func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    Self.setSize(of: master, columns: columns, rows: rows)
  }

  /// Closes the window: the program's terminal hangs up.
  public func hangUp() {
    close(master)
    master = -1
  }

  /// Sends a signal to the program alone.
  public func signal(_ number: Int32) {
    kill(process, number)
  }

  // MARK: What happens

  /// Waits until the screen shows this text somewhere. False when it never came.
  public func waits(for text: String) -> Bool {
    waits { $0.text.contains(text) }
  }

  /// Waits until the screen is as asked. False when it never was.
  public func waits(until isAsAsked: (PseudoTerminalScreen) -> Bool) -> Bool {
    let deadline = PseudoTerminalClock(seconds: Self.patience)
    while !deadline.isOver {
      if isAsAsked(screen) { return true }
      if !pump(milliseconds: 20) { break }
    }
    return isAsAsked(screen)
  }

  /// Whether the program has written this text somewhere, on the screen still or not.
  public func hasWritten(_ text: String) -> Bool {
    PseudoTerminalBytes.contains(output, Array(text.utf8))
  }

  /// Waits until the program has written these bytes. False when it never did.
  public func waits(forBytes bytes: [UInt8]) -> Bool {
    waits { _ in PseudoTerminalBytes.contains(output, bytes) }
  }

  /// Waits for the program to end. `nil` when it did not.
  public func waitForExit() -> PseudoTerminalProcess.Exit? {
    let deadline = PseudoTerminalClock(seconds: Self.patience)
    while status == nil && !deadline.isOver {
      status = PseudoTerminalProcess.exit(of: process)
      pump(milliseconds: status == nil ? 20 : 0)
    }
    while master >= 0 && pump(milliseconds: 0) && hasOutput { continue }
    return status
  }

  /// The terminal's settings, as `stty` would show them.
  public var settings: Settings { Settings(of: slave) }

  /// A terminal's modes and control characters.
  public struct Settings: Hashable, Sendable {
    /// Input, output, control and local modes: `c_iflag` and its like.
    public let modes: [UInt32]
    /// Control characters: `c_cc`.
    public let characters: [UInt8]

    init(of descriptor: Int32) {
      var now = termios()
      tcgetattr(descriptor, &now)
      modes = [now.c_iflag, now.c_oflag, now.c_cflag, now.c_lflag]
      characters = withUnsafeBytes(of: now.c_cc) { Array($0) }
    }

    /// Whether typed keys are shown by the terminal itself and handed over a line at a time.
    public var isCooked: Bool { modes[3] & UInt32(ICANON | ECHO) == UInt32(ICANON | ECHO) }
  }

  private var hasOutput: Bool {
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) > 0 && waiting.revents & Int16(POLLIN) != 0
  }

  /// Reads what there is, waiting at most so long. False when there is no terminal to read.
  @discardableResult
  private func pump(milliseconds: Int32, for events: Int32 = POLLIN) -> Bool {
    if master < 0 {
      _ = poll(nil, 0, milliseconds)
      return true
    }
    var waiting = pollfd(fd: master, events: Int16(events), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0, waiting.revents & Int16(POLLIN) != 0 else { return true }
    var chunk = [UInt8](repeating: 0, count: 16_384)
    let count = read(master, &chunk, chunk.count)
    if count <= 0 { return errno == EAGAIN || errno == EINTR }
    output += chunk.prefix(count)
    screen.feed(chunk.prefix(count))
    return true
  }

  /// What unlockpt and ptsname do on Linux; Swift does not see them. Returns the terminal's path.
  private static func unlock(_ master: Int32) throws -> String {
    let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)  // TIOCSPTLCK, TIOCGPTN
    var (lock, number): (Int32, UInt32) = (0, 0)
    try PseudoTerminalFailure.check(
      master >= 0 && ioctl(master, setLock, &lock) == 0 && ioctl(master, getNumber, &number) == 0)
    return "/dev/pts/\(number)"
  }

  private static func setSize(of master: Int32, columns: Int, rows: Int) {
    var size = winsize()
    size.ws_col = UInt16(clamping: columns)
    size.ws_row = UInt16(clamping: rows)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }
}

/// The system refused a pseudo-terminal or a process.
public struct PseudoTerminalFailure: Error, Hashable {
  /// The errno.
  public var code: Int32

  static func check(_ isFine: Bool) throws {
    if !isFine { throw PseudoTerminalFailure(code: errno) }
  }
}

/// A deadline on the machine's steady clock.
struct PseudoTerminalClock {
  private let end: ContinuousClock.Instant

  init(seconds: Double) {
    end = ContinuousClock.now + .seconds(seconds)
  }

  var isOver: Bool { ContinuousClock.now > end }
}

enum PseudoTerminalBytes {
  static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first, bytes.count >= part.count else { return part.isEmpty }
    return (0...(bytes.count - part.count)).contains {
      bytes[$0] == first && bytes[$0..<($0 + part.count)].elementsEqual(part)
    }
  }
}
