import Domain
import FoundationEssentials
import Scoring

/// The golden replies of a folder: talks with the verdicts of two trainers, one file a kind, one line a talk.
public struct GoldenFolder: Sendable {
  /// By keyword of the kind of criterion.
  public private(set) var replies: [String: [GoldenReply]] = [:]
  /// By keyword of the auto-fail rule.
  public private(set) var autoFail: [String: [GoldenReply]] = [:]
  /// Lines that could not be used, each with file, line and reason.
  public private(set) var faults: [String] = []

  /// One line of a file.
  private struct Line: Decodable {
    var name: String
    var customer: String?
    var channel: String?
    var turns: [WrittenTurn]
    var ended: Bool?
    var scenario: String?
    var settings: [String: Setting]?
    var first: Verdict
    var second: Verdict
    var held: Bool?
  }

  /// A field of a criterion: one text or several, as in a rubric.
  private struct Setting: Decodable {
    var texts: [String]

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let one = try? value.decode(String.self) {
        texts = [one]
      } else {
        texts = try value.decode([String].self)
      }
    }
  }

  /// Only the talks that were kept apart while the kinds were written.
  public var heldOut: GoldenFolder {
    var held = self
    held.replies = replies.mapValues { $0.filter(\.isHeldOut) }
    held.autoFail = autoFail.mapValues { $0.filter(\.isHeldOut) }
    return held
  }

  /// Reads `scoring/golden` of a workplace; a folder that is not there holds nothing.
  public init(_ workplace: Workplace) {
    let folder = workplace.share.scoring + "/golden"
    replies = read(folder, workplace)
    autoFail = read(folder + "/auto-fail", workplace)
  }

  private mutating func read(_ folder: String, _ workplace: Workplace) -> [String: [GoldenReply]] {
    var found: [String: [GoldenReply]] = [:]
    for name in workplace.names(in: folder) where name.hasSuffix(".jsonl") {
      let path = "\(folder)/\(name)"
      guard let bytes = workplace.bytes(of: path) else {
        faults.append("\(path): it cannot be read")
        continue
      }
      var replies: [GoldenReply] = []
      for (number, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
        do {
          replies.append(try Self.reply(Array(line), workplace))
        } catch {
          faults.append("\(path):\(number + 1): \(error)")
        }
      }
      found[String(name.dropLast(6))] = replies
    }
    return found
  }

  private static func reply(
    _ bytes: [UInt8], _ workplace: Workplace
  ) throws(WrittenTranscript.Unusable) -> GoldenReply {
    let line: Line = try JSONLine.decode(bytes)
    let written = WrittenTranscript(
      customer: line.customer, channel: line.channel, turns: line.turns, ended: line.ended)
    var transcript = try written.transcript()
    let scenario = try line.scenario.map { id throws(WrittenTranscript.Unusable) in
      guard let loaded = try? workplace.load(id) else { throw .init("no scenario is called '\(id)'") }
      return loaded.scenario
    }
    if let scenario { transcript.place(at: scenario) }
    return GoldenReply(
      name: line.name, transcript: transcript, scenario: scenario, customerName: line.customer,
      settings: (line.settings ?? [:]).mapValues(\.texts), first: line.first, second: line.second,
      isHeldOut: line.held ?? false)
  }
}
