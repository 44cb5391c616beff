import Foundation
import Glibc
import Testing
import TouchpointTesting

/// The real program: run with pipes, or at a pseudo-terminal, with a store and a home of its own.
struct Program {
  /// A fresh folder that holds the store and whatever a test writes.
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "touchpoint-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// One cache for all runs of a test process, so that examples are encoded once.
  static let cache = FileManager.default.temporaryDirectory.appending(
    path: "touchpoint-cache-\(ProcessInfo.processInfo.processIdentifier)"
  ).path

  /// The binary, built beside the tests.
  static var path: String {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: own).deletingLastPathComponent().appending(path: "touchpoint").path
  }

  func environment(_ changes: [String: String] = [:]) -> [String: String] {
    var usual = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "NO_COLOR": "1", "INPUTRC": "/dev/null",
      "PATH": "/usr/bin:/bin",
      "HOME": folder, "XDG_CACHE_HOME": Self.cache, "TOUCHPOINT_SHARE": Self.checkout,
      "TOUCHPOINT_STORE": folder + "/journal.sqlite",
      "TOUCHPOINT_TRAINEE": "Robin",
    ]
    usual.merge(changes) { $1 }
    return usual
  }

  /// What a finished run left.
  struct Run {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Runs to the end with this input on a pipe.
  func run(_ arguments: [String], input: String = "", environment changes: [String: String] = [:]) throws
    -> Run
  {
    let process = Process()
    process.executableURL = URL(filePath: Self.path)
    process.arguments = arguments
    process.environment = environment(changes)
    process.currentDirectoryURL = URL(filePath: folder)
    let source = try write(input, to: "input-\(UUID().uuidString)")
    let (out, err) = (source + ".out", source + ".err")
    for path in [out, err] { try Data().write(to: URL(filePath: path)) }
    process.standardInput = FileHandle(forReadingAtPath: source)
    process.standardOutput = FileHandle(forWritingAtPath: out)
    process.standardError = FileHandle(forWritingAtPath: err)
    try process.run()
    process.waitUntilExit()
    let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    return Run(
      status: status, output: try String(contentsOfFile: out, encoding: .utf8),
      errors: try String(contentsOfFile: err, encoding: .utf8))
  }

  /// Starts at a terminal of 80 by 40, or wider or narrower.
  func open(_ arguments: [String], columns: Int = 80, environment changes: [String: String] = [:]) throws
    -> PseudoTerminal
  {
    try PseudoTerminal(Self.path, arguments, environment: environment(changes), columns: columns, rows: 40)
  }

  /// Writes a file into the test's folder; returns its path.
  @discardableResult func write(_ text: String, to name: String) throws -> String {
    let path = folder + "/" + name
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }
}

extension Program {
  /// The same, judged by the house rubric too.
  static let noted = small.replacing(
    """
    rubric:
      empathy: {weight: 50, earn: apologise}
      clarity: {weight: 50, earn: sum_up and seen or sum_up}
    """,
    with: """
      rubric:
        house: {use: service-quality, weight: 50}
        empathy: {weight: 25, earn: apologise}
        clarity: {weight: 25, earn: sum_up and seen or sum_up}
      """)

  /// A scenario of one beat whose customer speaks after a second; with an email at its end.
  static let small = """
    format: service-scenario 1
    id: small
    title: A small matter
    touchpoint: delivery support
    journey_stage: after purchase
    channels: [chat, email]
    difficulty: 1 of 5
    skills: [empathy]
    minutes: 2
    customer:
      name: Ines Moreau
      goal: To hear that it is late.
      orders:
        A-4412: {item: wooden train set, paid: 64.90 EUR}
    facts: {seen: false}
    moves:
      apologise:
        like: ["I am sorry your parcel is late", "my apologies for the delay", "sorry about the wait"]
        guided: I am sorry your parcel is late.
      sum_up:
        like: ["to sum up, a new parcel is on its way", "in short, it is sent again", "here is what happens next"]
        guided: To sum up, a new parcel is on its way.
    beats:
      hello:
        channel: chat
        say: "Where is A-4412?"
        timers:
          - {after: 1s, say: "Hello? Anyone there?"}
        expect:
          apologise: {say: "Thank you.", go: wrap}
        do:
          lookup order: {set: seen}
        otherwise: {say: "Pardon?"}
      wrap:
        channel: chat -> email
        say: "In writing, please."
        expect:
          sum_up: {go: done}
        otherwise: {say: "And what exactly happens now?"}
    endings:
      done: {outcome: success, csat: 5, comment: "Short and good."}
    rubric:
      empathy: {weight: 50, earn: apologise}
      clarity: {weight: 50, earn: sum_up and seen or sum_up}

    """
}
