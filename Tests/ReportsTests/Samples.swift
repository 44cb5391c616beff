import Domain
import Reports

/// 2026-11-22T09:30:00Z.
let now = 1_795_339_800_000
let day = 86_400_000

/// A judged session: for each skill, the shares (of 10,000) its marks earned.
func session(
  _ name: String, of trainee: String, at start: Int = now - day, style: PlayStyle = .free,
  result: Scorecard.Result = .passed, scenario: String = "late-birthday-parcel",
  shares: KeyValuePairs<String, [Int]> = [:]
) -> SessionSummary {
  let marks = shares.flatMap { skill, shares in
    shares.enumerated().map { index, share in
      Mark(
        criterion: "\(skill)-\(index)", title: "Title", skill: skill, possible: 10_000, earned: share,
        evidence: Evidence(verdict: .partly, reason: "Why"), place: "r.yaml:1")
    }
  }
  return SessionSummary(
    session: name, trainee: trainee, scenario: scenario, scenarioTitle: "The late parcel",
    scenarioDigest: "d1", mode: .exam, style: style, seed: .max, startedAt: start,
    active: Milliseconds(61_500),
    replies: 4, hints: 1,
    transcript: Transcript(
      turns: [Turn(at: .zero, speaker: .trainee, channel: "chat", content: .words("I am só sorry, =1+1"))],
      conclusion: Conclusion(
        at: .minute, ending: "calm", outcome: .success, goalMet: false, csat: 4, comment: nil)),
    scorecard: Scorecard(
      quality: 9_150, passMark: 80, result: result, marks: marks, breaches: [], rubrics: ["r1", "r2"]),
    moods: [])
}

/// Texts that attack a terminal, a reader's eye, a spreadsheet, a log or a parser.
let hostileTexts = [
  "\u{1B}]0;owned\u{7}", "\u{1B}]52;c;cm0gLXJm\u{7}", "\u{1B}]8;;http://evil\u{1B}\\x", "\u{9B}31m",
  "\u{1B}[6n",
  "a\rb", "a\u{8}\u{8}b", "line\nbreak\r\nagain", "tab\there", "nul\u{0}here", "\u{7F}",
  "abc\u{202E}fdp.exe", "\u{2066}x\u{2069}", "zero\u{200B}width", "\u{FEFF}bom", "tag\u{E0041}\u{E007F}",
  "=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "＝1+1", "＋1", "－1", "＠x", " =1+1", "'=1", "''+1",
  "\u{A0}=1", "a,b", "say \"x\"", "\"", ";=1+1", "<script>alert(1)</script>", "{\"a\":1}", "\\u0041",
  "../../etc",
  "e" + String(repeating: "\u{301}", count: 200), "日本語の名前", "👩‍👩‍👧‍👦", "مرحبا", String(repeating: "x", count: 300),
  "", " ", "'", "\u{2028}", "\u{FFFF}", "\u{10FFFF}",
]
