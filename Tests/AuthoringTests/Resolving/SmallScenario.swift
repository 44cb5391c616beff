import Authoring
import Diagnostics
import Domain

/// A small scenario without a flaw, in sections that a test replaces by its own.
struct SmallScenario {
  private(set) var sections: [(key: String, text: String)]

  init() { sections = Self.cut(Self.clean) }

  /// The scenario with some sections in place of its own, and others added at its end.
  init(with snippet: String) {
    self.init()
    for (key, text) in Self.cut(snippet) {
      if let index = sections.firstIndex(where: { $0.key == key }) {
        sections[index].text = text
      } else {
        sections.append((key, text))
      }
    }
  }

  var text: String { sections.map(\.text).joined() }

  /// Top-level keys with the lines below them.
  private static func cut(_ text: String) -> [(key: String, text: String)] {
    var sections: [(key: String, text: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
      if line.first != " ", let colon = line.firstIndex(of: ":") {
        sections.append((String(line[..<colon]), line + "\n"))
      } else if !sections.isEmpty {
        sections[sections.count - 1].text += line + "\n"
      }
    }
    return sections
  }

  static let clean = """
    format: service-scenario 1
    id: late-parcel
    title: The late parcel
    touchpoint: delivery support
    journey_stage: after purchase
    channels: [chat]
    difficulty: 2 of 5
    skills: [empathy, clarity]
    minutes: 5
    customer:
      name: Ines Moreau
      goal: Know where the parcel is.
    knowledge:
      KB-17: Never promise a delivery date.
    mood:
      trust: {start: 40}
    moves:
      apologise:
        like: [I am sorry your parcel is late, my apologies for the wait, we let you down there]
      explain:
        like: [it was last seen at the depot, nobody has scanned it since Monday, the carrier lost its trace]
      promise_date:
        like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
    beats:
      hello:
        channel: chat
        say: Where is my parcel?
        expect:
          apologise: {mood: trust +8, go: solved}
    endings:
      solved: {outcome: success}
    rubric:
      empathy: {weight: 60, earn: apologise}
      clarity: {weight: 40, earn: explain}
    critical:
      - {never: promise_date, because: KB-17}
    """

  /// A library around it: one good pack, one that uses itself, one rubric.
  static let library = [
    "packs/parcel-shop.yaml": """
    format: service-pack 1
    id: parcel-shop
    title: Parcel Shop
    knowledge:
      KB-1: Parcels take three days.
    moves:
      greet:
        like: [good morning, hello there, nice to hear from you]

    """,
    "packs/loop.yaml": """
    format: service-pack 1
    id: loop
    title: Loop
    uses: [packs/loop]

    """,
    "rubrics/service-quality.yaml": """
    format: service-rubric 1
    id: service-quality
    title: Service quality
    skills:
      empathy: Shows that the trouble is understood.
    criteria:
      says_sorry: {kind: phrases, title: Says sorry, skill: empathy, weight: 100}

    """,
  ]

  static let path = "delivery/late-parcel.yaml"
}

/// What the checker says of a small scenario with some sections of its own.
func report(
  _ snippet: String = "", files: [String: String] = [:], hearing recognition: Recognition? = nil,
  rehearsing rehearsal: Rehearsal? = nil, reading attempts: Attempts? = nil
) -> CheckReport {
  let library = SmallScenario.library.merging(files) { $1 }
  let plain = Checker(kinds: [:], files: MemoryFiles(library))
  var checker = recognition.map { plain.hearing(with: $0) } ?? plain
  if let rehearsal { checker = checker.rehearsing(with: rehearsal) }
  if let attempts { checker = checker.reading(attempts) }
  return checker.check([SourceFile(path: SmallScenario.path, text: SmallScenario(with: snippet).text)])
}

/// What the checker says of a rubric file alone, knowing a few of the words such files may use.
func report(rubric text: String) -> CheckReport {
  let words = RubricVocabulary(
    autoFail: ["insult-or-threat", "secret-asked"], channels: ["chat", "phone"],
    measuredKinds: ["apology", "calm", "phrases"])
  let checker = Checker(kinds: [:], vocabulary: words, files: MemoryFiles())
  return checker.check([SourceFile(path: "rubrics/house.yaml", text: text)])
}

/// The report's findings as `S201 12:5 message`, warnings included, advice on form left out.
func findings(_ report: CheckReport) -> [String] {
  report.diagnostics.filter { $0.code.number != "S121" }.map { diagnostic in
    let start = diagnostic.primary.span.start
    return "\(diagnostic.code.number) \(start.line):\(start.column) \(diagnostic.message)"
  }
}
