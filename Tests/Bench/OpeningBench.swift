import Foundation
import Language
import TouchpointKit

/// What is paid once to understand replies: the models are mapped, the weights and lists of words read.
struct OpeningBench {
  private let scoring: String

  init(_ share: ShareFolder) { scoring = share.scoring }

  /// The first opening of a process, which finds nothing read yet, then the parts and the whole again.
  func runFirst() throws {
    show("until all understands, the first time: \(Measured(runs: 1, warmsUp: false, openAll).milliseconds)")
    try run()
  }

  /// Each part, and all of them as a session opens them: behind the customer's first line, on another thread.
  func run() throws {
    let opened = Measured(runs: 15) { _ = EncoderSet(folder: scoring + "/model") }
    show("mapping the language model: \(opened.milliseconds); target < 10 ms")
    let encoder = EncoderSet(folder: scoring + "/model").best
    let tone = try Measured(runs: 9) { _ = try ToneReader(folder: scoring + "/tone", encoder: encoder) }
    show("reading the weights of tone: \(tone.milliseconds)")
    let facts = try Measured(runs: 9) { _ = try factModel() }
    show("reading the weights of facts: \(facts.milliseconds)")
    show("until all understands, digests of the models among it: \(Measured(runs: 9, openAll).milliseconds)")
  }

  /// The weights of facts, and the list of opposites.
  func factModel() throws -> FactModel {
    try FactModel(weights: text("facts/facts.weights"), opposites: text("facts/antonyms.txt"))
  }

  private func openAll() { _ = LanguageModels(scoring: scoring, cache: nil).understanding }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: scoring + "/" + name, encoding: .utf8)
  }
}
