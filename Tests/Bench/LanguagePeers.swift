import Foundation
import Language

/// The peers of the language model, timed by a script of this repository in the same run: onnxruntime on the same
/// transformer and scikit-learn on the same moves. Without Python or the package index it says so, and that is all.
struct LanguagePeers {
  let moves: [MoveExamples]
  let replies: [String]

  func run() {
    let folder = FileManager.default.temporaryDirectory.appending(path: "touchpoint-peers-\(getpid())")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let examples = try write(
        "label\ttext", moves.flatMap { move in move.like.map { move.name + "\t" + $0 } },
        folder.appending(path: "examples.tsv"))
      let given = try write("text", replies, folder.appending(path: "replies.tsv"))
      try time(examples, given)
    } catch {
      show("  beside it: the peers were not measured: \(error.localizedDescription)")
    }
  }

  private func write(_ header: String, _ rows: [String], _ file: URL) throws -> String {
    try Data(([header] + rows).joined(separator: "\n").utf8).write(to: file)
    return file.path
  }

  private func time(_ examples: String, _ given: String) throws {
    let script = "scoring/build/report/peers.py"
    guard FileManager.default.fileExists(atPath: script) else {
      show("  beside it: the peers were not measured: run this from the checkout, which has \(script)")
      return
    }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script, "--examples", examples, "--replies", given]
    process.standardOutput = output
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    for line in String(decoding: printed, as: UTF8.self).split(separator: "\n") {
      show("  beside it, \(line)")
    }
    if process.terminationStatus != 0 {
      show(
        "  beside it: not all peers were measured; they need python3 with venv, and PyPI once (what failed stands above)"
      )
    }
  }
}
