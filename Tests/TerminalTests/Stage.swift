import Glibc
import Testing
import TouchpointTesting

/// Where the probe stands, and the environments it is tried in.
enum Stage {
  /// The probe, built beside the tests.
  static var probe: String {
    var path = [CChar](repeating: 0, count: 4096)
    _ = readlink("/proc/self/exe", &path, path.count - 1)
    let own = String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return own.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/terminal-probe"
  }

  /// A terminal that can do everything, without this machine's own settings.
  static func environment(_ changes: [String: String] = [:]) -> [String: String] {
    var usual = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "NO_COLOR": "1", "INPUTRC": "/dev/null",
      "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "EDITOR": "false",
    ]
    usual.merge(changes) { $1 }
    return usual
  }

  /// The probe at a terminal, ready for keys.
  static func open(
    _ arguments: [String] = [], columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      probe, ["--control"] + arguments, environment: Stage.environment(environment), columns: columns,
      rows: rows)
    try #require(terminal.waits { $0.lines.contains("ready") && $0.cursorLine.hasPrefix("you>") })
    return terminal
  }

  /// A new folder for one test.
  static func folder() throws -> String {
    var template = Array("/tmp/terminal-tests-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    return String(cString: made)
  }

  /// A file of its own with these bytes. Returns its path.
  static func file(_ text: String) throws -> String {
    let path = try folder() + "/file"
    try write(Array(text.utf8), to: path)
    return path
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    let file = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o700)
    try #require(file >= 0)
    try #require(Glibc.write(file, bytes, bytes.count) == bytes.count)
    close(file)
  }

  static func read(_ path: String) -> String {
    let file = Glibc.open(path, O_RDONLY)
    if file < 0 { return "" }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = Glibc.read(file, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}

extension Stage {
  /// A file's permission bits.
  static func mode(_ path: String) -> UInt32 {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }
}
