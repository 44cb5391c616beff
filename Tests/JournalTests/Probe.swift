import Foundation
import Glibc

/// A run of `JournalProbe`, the second process of these tests.
final class Probe {
  private let process = Process()
  private let output = Pipe()
  private let input = Pipe()
  private var pending: [UInt8] = []

  init(_ words: [String]) throws {
    process.executableURL = Self.executable
    process.arguments = words
    process.standardOutput = output
    process.standardInput = input
    try process.run()
  }

  var identifier: Int { Int(process.processIdentifier) }

  /// The next answer; nil when there are no more.
  func line() -> String? {
    while true {
      if let end = pending.firstIndex(of: 10) {
        let line = String(decoding: pending[..<end], as: UTF8.self)
        pending.removeSubrange(...end)
        return line
      }
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return nil }
      pending += more
    }
  }

  func remainingLines() -> [String] {
    var lines: [String] = []
    while let line = line() { lines.append(line) }
    return lines
  }

  /// SIGKILL: no handler runs, nothing is flushed.
  func killAtOnce() { kill(process.processIdentifier, SIGKILL) }

  func endInput() { try? input.fileHandleForWriting.close() }

  func wait() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Runs to its end and gives all answers.
  static func answers(_ words: String...) throws -> [String] {
    let probe = try Probe(words)
    probe.endInput()
    let lines = probe.remainingLines()
    _ = probe.wait()
    return lines
  }

  /// Beside the test program.
  private static var executable: URL {
    let test = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return test.deletingLastPathComponent().appendingPathComponent("JournalProbe")
  }
}

/// Whether this process may act as any user.
let isRoot = geteuid() == 0
