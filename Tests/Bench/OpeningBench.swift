import Foundation
import Language
import TouchpointKit

/// What is paid once to understand replies: the models are mapped, the weights and lists of words read.
struct OpeningBench {
  private let scoring: String

  init(_ share: ShareFolder) { scoring = share.scoring }

  /// The first opening of a process, which finds nothing read yet, then the parts and the whole again.
  func runFirst() throws {
    let first = try Measured(runs: 1, warmsUp: false) { try openAll() }
    show("all that understanding opens, the first time: \(first.milliseconds); target < 10 ms")
    try run()
  }

  /// Each part, and all of them.
  func run() throws {
    let opened = Measured(runs: 15) { _ = encoders() }
    show("opening the language model: \(opened.milliseconds); target < 10 ms")
    let encoder = encoders().best
    let tone = try Measured(runs: 9) { _ = try ToneReader(folder: scoring + "/tone", encoder: encoder) }
    show("reading the weights of tone: \(tone.milliseconds)")
    let facts = try Measured(runs: 9) { _ = try factModel() }
    show("reading the weights of facts: \(facts.milliseconds)")
    let all = try Measured(runs: 9) { try openAll() }
    show("all that understanding opens, again: \(all.milliseconds)")
  }

  /// The weights of facts, and the list of opposites.
  func factModel() throws -> FactModel {
    try FactModel(weights: text("facts/facts.weights"), opposites: text("facts/antonyms.txt"))
  }

  /// What a session opens, the digests of the models left out.
  private func openAll() throws {
    let encoders = encoders()
    let tone = try ToneReader(folder: scoring + "/tone", encoder: encoders.best)
    if let encoder = encoders.best {
      _ = try ActReader(folder: scoring + "/acts", lexicon: tone.lexicon, encoder: encoder)
    }
    _ = FactReader(encoders, model: try factModel(), tier: encoders.best?.tier)
    _ = Spelling(try text("spelling/words.txt"))
  }

  private func encoders() -> EncoderSet { EncoderSet(folder: scoring + "/model") }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: scoring + "/" + name, encoding: .utf8)
  }
}
