import Authoring
import Diagnostics
import Domain
import Foundation
import Play
import Scoring
import TouchpointKit
import TouchpointTesting
import Yams

/// The figures the design holds the program to, each printed with its target, its spread and, where there is one, a
/// peer measured in the same run. A benchmark, not a test: it never fails for being slow.
@main struct Bench {
  static func main() throws {
    show("machine: \(machine)")
    let share = try ShareFolder.find(asked: nil, environment: [:], binary: ShareFolder.runningBinary)
    switch CommandLine.arguments.dropFirst().first {
    case "--checking": try checking(share)
    case "--opening": try OpeningBench(share).runFirst()
    case "--fast": try UnderstandingBench(share).runFast()
    case "--language": try UnderstandingBench(share).run()
    case "--lists": try ScoringBench(share).lists()
    case "--growth": try ScoringBench(share).growth()
    case "--kept": try ScoringBench(share).kept()
    case "--judging": try judging(share)
    case "--scoring": try ScoringBench(share).run()
    default: try whole(share)
    }
  }

  private static func whole(_ share: ShareFolder) throws {
    try start(share)
    try checking(share)
    try choices(share)
    try judging(share)
    try ScoringBench(share).run()
    try UnderstandingBench(share).run()
  }

  /// From starting the process to the customer's first words on its output, and what understanding by meaning adds to
  /// that: the same without the model files, in turns.
  private static func start(_ share: ShareFolder) throws {
    let binary = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
      path: "touchpoint")
    let bare = try BareShare(of: share.path)
    defer { bare.remove() }
    var (whole, phrases): ([Double], [Double]) = ([], [])
    for run in 0..<21 {
      let taken = (try firstLine(binary, share.path), try firstLine(binary, bare.path))
      if run == 0 { continue }
      whole.append(taken.0)
      phrases.append(taken.1)
    }
    let (all, less) = (Measured(seconds: whole), Measured(seconds: phrases))
    show("start to first customer line: \(all.milliseconds); target < 50 ms")
    show(
      "  without the language model's files: \(less.milliseconds); they add \(Measured.short(max(0, all.median - less.median) * 1_000)) ms; target < 10 ms"
    )
  }

  private static func firstLine(_ binary: URL, _ share: String) throws -> Double {
    let process = Process()
    let output = Pipe()
    process.executableURL = binary
    process.arguments = [
      "play", "late-birthday-parcel", "--seed", "7", "--store", "memory:", "--share", share,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    let start = Measured.now()
    try process.run()
    var text = Data()
    while text.range(of: Data("circles".utf8)) == nil, text.range(of: Data("A person".utf8)) == nil {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { break }
      text.append(more)
    }
    let taken = Measured.now() - start
    process.waitUntilExit()
    return taken
  }

  /// Parse and check of a 20,000-line library, beside Yams composing the same texts.
  private static func checking(_ share: ShareFolder) throws {
    let files = GeneratedScenario.library(lines: 20_000)
    let lines = files.reduce(0) { $0 + $1.text.utf8.count { $0 == UInt8(ascii: "\n") } }
    let memory = MemoryFiles(Dictionary(uniqueKeysWithValues: files.map { ("/library/\($0.name)", $0.text) }))
    let checker = Checker(kinds: CriterionCatalog.standard.forms, files: memory)
    let schemas = Schemas(kinds: CriterionCatalog.standard.forms)
    var errors = 0
    let parsed = Measured(runs: 7) {
      for file in files {
        errors +=
          NotationReader.read(SourceFile(path: file.name, text: file.text), schemas: schemas).diagnostics
          .count
      }
    }
    let checked = Measured(runs: 7) {
      errors = checker.check(["/library"]).diagnostics.count { $0.severity == .error }
    }
    let composed = try Measured(runs: 7) { for file in files { _ = try Yams.compose(yaml: file.text) } }
    show("parse, \(lines) lines: \(parsed.rate(of: lines, "lines"))")
    show(
      "parse + check, \(lines) lines in \(files.count) files: \(checked.rate(of: lines, "lines")); target >= 500,000; \(errors) errors"
    )
    show("  beside it, Yams compose alone: \(composed.rate(of: lines, "lines"))")
  }

  /// Turns of a 1,000-beat scenario without a screen: by choice, and by free words.
  private static func choices(_ share: ShareFolder) throws {
    let scenario = try generated(beats: 1_000)
    let turns = 1_000
    let chosen = Measured(runs: 9) {
      for _ in 0..<20 { playThrough(scenario, turns: turns) }
    }
    show("headless play by choice, 1,000 beats: \(chosen.rate(of: turns * 20, "turns")); target >= 400,000")
    let understanding = ReplyUnderstanding(scenario)
    let words = [
      "Let us go on to the next step now", "I am so sorry about this delay", "Leave it with me, I am on it",
    ]
    let read = Measured(runs: 5) {
      for count in 0..<2_000 { _ = understanding.read(words[count % words.count]) }
    }
    show("understanding a reply, phrase level: \(read.rate(of: 2_000, "replies")); target >= 50,000 turns")
  }

  private static func playThrough(_ scenario: Scenario, turns: Int) {
    var state = SessionState(scenario)
    let opening = Opening(
      scenario: scenario.id, scenarioDigest: "", seed: 7, mode: .coach, style: .guided, trainee: "Bench",
      wallClock: 0)
    _ = state.reduce(SessionEvent(at: .zero, .opened(opening)))
    let choice = state.reply(choosing: GuidedChoice(move: 0, text: "Let us go on to the next step."))
    for turn in 0..<turns { _ = state.reduce(SessionEvent(at: .seconds(turn), .replied(choice))) }
    precondition(state.transcript.conclusion?.ending == "done", "a thousand steps lead to the end")
  }

  private static func generated(beats: Int) throws -> Scenario {
    let checker = Checker(kinds: CriterionCatalog.standard.forms, files: MemoryFiles())
    let report = checker.check([
      SourceFile(path: "generated.yaml", text: GeneratedScenario.text(id: "generated", beats: beats))
    ])
    guard let scenario = report.scenarios.first else { throw Diagnosed(report.diagnostics) }
    return scenario
  }

  /// One whole scorecard of a bundled scenario, and the edits the coach finds for it.
  private static func judging(_ share: ShareFolder) throws {
    let workplace = Workplace(share)
    let judge = try workplace.judge()
    let loaded = try workplace.load("late-birthday-parcel")
    guard let test = loaded.scenario.tests.first else { return }
    let played = ScriptPlayer(loaded.scenario, understand: ReplyUnderstanding(loaded.scenario).read)
      .play(test.play, seed: 7, mode: .coach)
    let judged = try Measured(runs: 25) {
      _ = try judge.judge(played.state.transcript, scenario: loaded.scenario, house: loaded.house)
    }
    show("a whole scorecard, \(test.play.count) lines: \(judged.milliseconds)")
    let transcript = played.state.transcript
    let coach = Coach(
      judge, scenario: loaded.scenario, house: loaded.house,
      understand: ReplyUnderstanding(loaded.scenario).read)
    let card = try judge.judge(transcript, scenario: loaded.scenario, house: loaded.house)
    let coached = Measured(runs: 9) { _ = coach.coached(card, of: transcript) }
    show("the coach's search for better words in it: \(coached.milliseconds); target < 500 ms")
  }

  private static var machine: String {
    let info = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = info.split(separator: "\n").first { $0.hasPrefix("model name") }?.split(separator: ":").last
    let load = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8))?.split(separator: " ").first
    return
      "\(model.map { $0.drop { $0 == " " } } ?? "unknown"), \(ProcessInfo.processInfo.activeProcessorCount) cores, load \(load ?? "?")"
  }
}
