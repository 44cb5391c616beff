import Diagnostics
import Domain
import Scoring

/// Scores written talks by a shared rubric, one line at a time; needs no scenario.
public struct TranscriptScorer: Sendable {
  private let judge: Judge
  private let rubric: Rubric
  private let coach: Coach?

  /// A longer line is refused, in bytes: 20,000 turns of e-mail length fit.
  public static let longestLine = 1 << 25

  /// - Parameter coaches: whether the smallest change that would have earned a criterion is looked for as well.
  public init(_ judge: Judge, rubric: Rubric, coaches: Bool = false) {
    self.judge = judge
    self.rubric = rubric
    coach = coaches ? Coach(judge, scenario: nil, house: rubric) : nil
  }

  /// What came of a line.
  public struct Result: Hashable, Sendable {
    /// One line of JSON without its break.
    public var json: String
    /// Why the line is no talk; nil where it was scored.
    public var fault: String?
  }

  /// Scores a line; a line that is no talk gives an object with `id` and `error`.
  public func score(_ line: LineCutter.Line) -> Result {
    do throws(WrittenTranscript.Unusable) {
      if let count = line.tooLong {
        throw .init("the line has \(count) bytes; at most \(Self.longestLine) are read")
      }
      let written: WrittenTranscript = try JSONLine.decode(line.bytes)
      return Result(json: try scored(written).line)
    } catch {
      let id = (try? JSONLine.decode(line.bytes) as Named)?.id
      let object = JSONText.object([.init("id", .maybe(id)), .init("error", .text(error.description))])
      return Result(json: object.line, fault: error.description)
    }
  }

  /// The name of a line whose talk may be unreadable.
  private struct Named: Decodable {
    var id: String?
  }

  private func scored(_ written: WrittenTranscript) throws(WrittenTranscript.Unusable) -> JSONText {
    let transcript = try written.transcript()
    guard transcript.turns.contains(where: { $0.speaker == .trainee && !$0.isEarlier }) else {
      throw .init("no turn is the agent's, so there is nobody to judge")
    }
    do throws(Diagnosed) {
      var card = try judge.judge(
        transcript, scenario: nil, house: rubric, customerName: written.customer)
      if let coach { card = coach.coached(card, of: transcript, customerName: written.customer) }
      return WrittenScorecard(id: written.id, card, of: transcript, by: rubric).json
    } catch {
      throw .init(error.diagnostics.first?.message ?? "the rubric cannot be asked")
    }
  }
}
