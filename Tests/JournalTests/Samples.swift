import Domain
import FoundationEssentials
import Glibc
import Journal
import Testing

/// Random numbers from a seed that the test prints.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A folder that goes when the test does.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/touchpoint-journal-XXXXXX".utf8CString)
    mkdtemp(&template)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The journal that tests keep here.
  var journal: String { path + "/journal.sqlite" }
}

func opening(trainee: String = "Ada", scenario: String = "late-birthday-parcel", at wallClock: Int = 1_000)
  -> JournalRecord
{
  .event(
    SessionEvent(
      at: .zero,
      .opened(
        Opening(
          scenario: scenario, scenarioDigest: "d1", seed: .max, mode: .coach, style: .free,
          trainee: trainee, wallClock: wallClock))))
}

func reply(_ text: String, at time: Int = 5_000) -> JournalRecord {
  let move = MoveMade(move: 2, name: "apologise", words: [TextRange(0, 4)], confidence: 912, example: "Sorry")
  return .event(
    SessionEvent(at: Milliseconds(time), .replied(ReplyMade(text: text, moves: [move], tier: "phrase"))))
}

func judgement(of session: String, quality: Int = 9_150, trainee: String = "Ada") -> JournalRecord {
  let evidence = Evidence(
    verdict: .met, checks: [CheckResult("Names the impact?", true)],
    quotes: [Quote(turn: 1, range: TextRange(0, 4), role: .earned, note: "early")], reason: "Said at once")
  let mark = Mark(
    criterion: "apology", title: "Apologises", skill: "empathy", possible: 2_000, earned: 2_000,
    evidence: evidence, place: "rubric.yaml:4")
  let said = ReplyMade(text: "I am sorry.", moves: [], tier: "phrase")
  let turns = [
    Turn(at: .zero, speaker: .customer, channel: "chat", content: .words("Where is it?")),
    Turn(at: .seconds(9), speaker: .trainee, channel: "chat", content: .reply(said, waited: .seconds(9))),
  ]
  return .judged(
    SessionSummary(
      session: session, trainee: trainee, scenario: "late-birthday-parcel", scenarioTitle: "Late",
      scenarioDigest: "d1", mode: .coach, style: .free, seed: 7, startedAt: 1_000, active: .minute,
      replies: 1, hints: 0,
      transcript: Transcript(
        turns: turns,
        conclusion: Conclusion(
          at: .minute, ending: "calm", outcome: .success, goalMet: true, csat: 5, comment: "Thanks")),
      scorecard: Scorecard(
        quality: quality, passMark: 80, result: .passed, marks: [mark], breaches: [], rubrics: ["r1"]),
      moods: [MoodTrack(gauge: "trust", values: [40, 60])]))
}

/// One record of every kind there is.
let everyKind: [JournalRecord] =
  [
    opening(), reply("Sorry to hear that \u{1B}[2J\u{0}\u{202E}é 🎁"),
    .event(SessionEvent(at: .seconds(6), .acted(ActionTaken(action: nil, name: "note", argument: "x\ny")))),
  ]
  + ([.woke, .typed, .drafted("Dear Ines,\n"), .discarded, .hinted, .paused, .resumed, .left]
  as [SessionEvent.Kind])
  .map {
    .event(SessionEvent(at: Milliseconds(.max), $0))
  } + [judgement(of: "s1")] + statements

/// One statement of every kind on session s1: reviewed, disputed, upheld and judged anew.
let statements: [JournalRecord] = [
  .reviewed(
    Review(
      coach: "Bo", isBlind: true,
      marks: [
        HumanMark(criterion: "apology", verdict: .partly, comment: "No \u{1B}[2J cause", cause: .process)
      ])),
  .disputed(
    Dispute(
      id: "s1.1", trainee: "Ada",
      mark: HumanMark(criterion: "apology", verdict: .notApplicable, comment: "It was on time"))),
  .decided(Decision(dispute: "s1.1", coach: "Bo", isUpheld: true, comment: "Right")),
  rescoring(quality: 8_000),
]

func rescoring(quality: Int) -> JournalRecord {
  .rescored(
    Rescoring(
      by: "Bo",
      scorecard: Scorecard(
        quality: quality, passMark: 80, result: .passed, marks: [], breaches: [], rubrics: ["r2"])))
}

/// Whether `work` fails with this kind.
func expectFailure(
  _ kind: JournalFailure.Kind, _ work: () throws -> Void,
  at location: SourceLocation = #_sourceLocation
) {
  do {
    try work()
    Issue.record("nothing failed; expected \(kind)", sourceLocation: location)
  } catch let failure as JournalFailure {
    #expect(failure.kind == kind, "\(failure)", sourceLocation: location)
  } catch {
    Issue.record("another error: \(error)", sourceLocation: location)
  }
}
