import Diagnostics
import FoundationEssentials
import TouchpointKit

/// Scores lines as they come, several at a time, and writes them in their order; holds a few lines at once, not the file.
struct ScoreRun {
  private let scorer: TranscriptScorer
  private var input: InputLines
  private var output: OutputDraft
  private var progress: Progress
  private var faults = 0

  /// Lines at work at once: enough for every core, few enough to stay small.
  private static let width = max(2, ProcessInfo.processInfo.activeProcessorCount)

  init(
    _ scorer: TranscriptScorer, from input: InputLines, to output: OutputDraft, showsProgress: Bool
  ) {
    self.scorer = scorer
    self.input = input
    self.output = output
    progress = Progress("lines scored", isShown: showsProgress)
  }

  /// Scores everything; whether every line was a talk.
  mutating func finish() async throws -> Bool {
    do {
      try await scoreAll()
    } catch {
      output.discard()
      throw error
    }
    try output.finish()
    return faults == 0
  }

  private mutating func scoreAll() async throws {
    defer { progress.clear() }
    while let lines = try input.next() {
      for start in stride(from: 0, to: lines.count, by: Self.width) {
        try await score(Array(lines[start..<min(start + Self.width, lines.count)]))
      }
    }
  }

  private mutating func score(_ lines: [LineCutter.Line]) async throws {
    let results = await scored(lines)
    for (line, result) in zip(lines, results) {
      if let fault = result.fault {
        faults += 1
        progress.clear()
        Output.note("\(input.name):\(line.number): \(fault)")
      }
      try output.write(Array((result.json + "\n").utf8))
    }
    progress.add(lines.count)
  }

  private func scored(_ lines: [LineCutter.Line]) async -> [TranscriptScorer.Result] {
    await withTaskGroup(of: (Int, TranscriptScorer.Result).self) { [scorer] group in
      for (place, line) in lines.enumerated() { group.addTask { (place, scorer.score(line)) } }
      var results: [(Int, TranscriptScorer.Result)] = []
      for await result in group { results.append(result) }
      return results.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
