import Glibc

/// Lets a person write a long reply in their own editor: $VISUAL, else $EDITOR, else vi.
struct ExternalEditor {
  let command: String
  let folder: String

  init(environment: [String: String]) {
    func named(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    command = named("VISUAL") ?? named("EDITOR") ?? "vi"
    folder = named("TMPDIR") ?? "/tmp"
  }

  /// The text as the person left it, without line breaks at its end.
  ///
  /// Returns when the editor has ended; the terminal is the editor's until then. `onStop` is called
  /// each time the editor was stopped (Ctrl-Z), to stop with it.
  ///
  /// - Throws: when there is no place for the file, or the editor could not run or said that it failed.
  func edit(_ text: String, limit: Int, onStop: () -> Void) throws(ConsoleFailure) -> String {
    var path = Array((folder + "/touchpoint-reply-XXXXXX.txt").utf8CString)
    let file = mkstemps(&path, 4)
    if file < 0 { throw ConsoleFailure(operation: "write a file in", path: folder, code: errno) }
    Descriptor.closeOnExec(file)
    defer { unlink(path) }
    var code = Descriptor.writeAll((text + "\n").utf8, to: file)
    close(file)
    if code == 0 { code = run(path, onStop: onStop) }
    if code != 0 { throw ConsoleFailure(operation: "edit with", path: command, code: code) }
    return try read(path, limit: limit)
  }

  private func read(_ path: [CChar], limit: Int) throws(ConsoleFailure) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    if file < 0 { throw ConsoleFailure(operation: "read what was edited", code: errno) }
    defer { close(file) }
    switch Descriptor.readAll(file, limit: limit + 1) {
    case .failure(let stopped):
      throw ConsoleFailure(operation: "read what was edited", code: stopped.code)
    case .success(let bytes):
      let text = String(decoding: bytes.filter { $0 != 0 && $0 != UInt8(ascii: "\r") }, as: UTF8.self)
      return String(text.reversed().drop { $0.isNewline }.reversed())
    }
  }

  /// Runs the editor to its end; 0 when it succeeded.
  private func run(_ path: [CChar], onStop: () -> Void) -> Int32 {
    let file = String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    let script = command + " \"$1\""
    let words: [UnsafeMutablePointer<CChar>?] =
      ["sh", "-c", script, "sh", file].map { (word: String) in strdup(word) } + [nil]
    defer { words.forEach { free($0) } }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var child = pid_t()
    let code = posix_spawn(&child, "/bin/sh", nil, &attributes, words, environ)
    return code == 0 ? wait(for: child, onStop: onStop) : code
  }

  private func wait(for child: pid_t, onStop: () -> Void) -> Int32 {
    var status: Int32 = 0
    while true {
      if waitpid(child, &status, WUNTRACED) < 0 {
        if errno == EINTR { continue }
        return errno
      }
      let isStopped = status & 0xFF == 0x7F
      if !isStopped { return status == 0 ? 0 : ECANCELED }
      onStop()
      kill(child, SIGCONT)
    }
  }
}
