import Glibc

/// Starts programs for tests, at a terminal or at pipes, and says how they ended.
public enum PseudoTerminalProcess {
  /// How a program ended.
  public enum Exit: Hashable, Sendable {
    case status(Int32)
    case signal(Int32)
  }

  /// What a program made of its input.
  public struct Result: Hashable, Sendable {
    /// How it ended.
    public var exit: Exit
    /// What it wrote to its standard output.
    public var output: [UInt8]

    /// A result, to compare with.
    public init(exit: Exit, output: [UInt8]) {
      self.exit = exit
      self.output = output
    }

    /// The output as text.
    public var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Runs a program on pipes, or on files where paths are given, until it ends.
  ///
  /// `readLimit` closes the output after so many bytes, as `| head` does.
  /// - Throws: `PseudoTerminalFailure` when the program cannot be started or does not end.
  public static func run(
    _ program: String, _ arguments: [String] = [], environment: [String: String],
    input: [UInt8] = [], inputPath: String? = nil, outputPath: String? = nil, readLimit: Int = .max
  ) throws -> Result {
    var (stdin, stdout): ([Int32], [Int32]) = ([0, 0], [0, 0])
    try PseudoTerminalFailure.check(pipe(&stdin) == 0 && pipe(&stdout) == 0)
    for end in stdin + stdout { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var descriptors: [Int32: Int32] = [0: stdin[0], 1: stdout[1]]
    if let inputPath { descriptors[0] = open(inputPath, O_RDONLY | O_CLOEXEC) }
    if let outputPath { descriptors[1] = open(outputPath, O_WRONLY | O_CLOEXEC) }
    let process = try start(program, arguments, environment: environment, descriptors: descriptors)
    for used in Set(descriptors.values).union([stdin[0], stdout[1]]) { close(used) }
    let output = exchange(input, to: stdin[1], from: stdout[0], readLimit: readLimit)
    let deadline = PseudoTerminalClock(seconds: PseudoTerminal.patience)
    while !deadline.isOver {
      if let exit = exit(of: process) { return Result(exit: exit, output: output) }
      _ = poll(nil, 0, 5)
    }
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    throw PseudoTerminalFailure(code: ETIMEDOUT)
  }

  /// Writes all input and reads all output, at once.
  private static func exchange(
    _ input: [UInt8], to writeEnd: Int32, from readEnd: Int32, readLimit: Int
  ) -> [UInt8] {
    _ = Glibc.signal(SIGPIPE, SIG_IGN)  // a program that reads no more is no reason to end the tests
    _ = fcntl(writeEnd, F_SETFL, O_WRONLY | O_NONBLOCK)
    var rest = input[...]
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16_384)
    var isWriting = true
    let deadline = PseudoTerminalClock(seconds: PseudoTerminal.patience)
    while output.count < readLimit && !deadline.isOver {
      if rest.isEmpty && isWriting {
        close(writeEnd)
        isWriting = false
      }
      var waiting = [pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)]
      if isWriting { waiting.append(pollfd(fd: writeEnd, events: Int16(POLLOUT), revents: 0)) }
      _ = poll(&waiting, nfds_t(waiting.count), 100)
      if isWriting && waiting[1].revents != 0 {
        let count = rest.withUnsafeBytes { write(writeEnd, $0.baseAddress, $0.count) }
        rest = count < 0 && errno != EAGAIN ? [] : rest.dropFirst(max(0, count))
      }
      if waiting[0].revents == 0 { continue }
      let count = read(readEnd, &chunk, min(chunk.count, readLimit - output.count))
      if count <= 0 { break }
      output += chunk.prefix(count)
    }
    if isWriting { close(writeEnd) }
    close(readEnd)
    return output
  }

  /// Starts a program; with a terminal, in a session of its own with that terminal as 0, 1 and 2.
  static func start(
    _ program: String, _ arguments: [String], environment: [String: String],
    terminal: String? = nil, descriptors: [Int32: Int32]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let terminal {
      posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    }
    for (target, source) in descriptors { posix_spawn_file_actions_adddup2(&actions, source, target) }
    var attributes = cleanAttributes(newSession: terminal != nil)
    defer { posix_spawnattr_destroy(&attributes) }
    let words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    let variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var process = pid_t()
    let code = posix_spawn(&process, program, &actions, &attributes, words, variables)
    if code != 0 { throw PseudoTerminalFailure(code: code) }
    return process
  }

  /// No signal blocked or ignored, whatever this thread has.
  private static func cleanAttributes(newSession: Bool) -> posix_spawnattr_t {
    let setSession: Int32 = 0x80  // POSIX_SPAWN_SETSID, a GNU extension
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, Int16(flags | (newSession ? setSession : 0)))
    return attributes
  }

  /// How a process ended; `nil` while it runs.
  static func exit(of process: pid_t) -> Exit? {
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return nil }
    return status & 0x7F == 0 ? .status((status >> 8) & 0xFF) : .signal(status & 0x7F)
  }
}
