import Authoring
import Diagnostics
import Testing

@Suite struct `Any file at all` {
  private let checker = Checker(kinds: [:], files: MemoryFiles(SmallScenario.library))

  private func check(_ bytes: [UInt8]) -> CheckReport {
    checker.check([SourceFile(path: "delivery/any.yaml", bytes: bytes)])
  }

  @Test(arguments: [
    "", "\n", "format: service-scenario 1", "format: service-scenario 1\nbeats:\nendings:\nrubric:\n",
    "format: service-scenario 1\nbeats: {}\nendings: {}\nrubric: {}\n", "format: nonsense 4\nid: x\n",
    "beats: [1, 2]\n", "format: service-pack 1\n", "format: service-rubric 1\ncriteria: {}\n", "{{{{",
    "- - -",
    "beats:\n  a:\n    expect: {x: {go: a}}\nstart: b\n", "tests: [{name: x, play: [], score: 9..1}]\n",
  ])
  func `however empty makes findings and no scenario`(_ text: String) {
    let report = check(Array(text.utf8))
    #expect(report.hasErrors)
    #expect(report.scenarios == [])
    #expect(report.rubrics == [])
  }

  @Test func `without any section in turn is reported, never trapped on`() {
    let whole = SmallScenario()
    for (key, _) in whole.sections {
      let text = whole.sections.filter { $0.key != key }.map(\.text).joined()
      #expect(key == "format" || check(Array(text.utf8)).hasErrors == Self.required.contains(key), "\(key)")
    }
  }

  private static let required: Set = [
    "id", "title", "touchpoint", "journey_stage", "channels", "difficulty", "skills", "minutes", "customer",
    "knowledge", "mood", "moves", "beats", "endings", "rubric",
  ]

  @Test func `however edited is checked without a trap`() {
    let seed = UInt64.random(in: 0 ... .max)
    var chance = Chance(seed: seed)
    let whole = Array(lateParcel.utf8)
    for round in 0..<100 {
      var bytes = whole
      for _ in 0...chance.below(6) { mutate(&bytes, &chance) }
      let report = check(bytes)
      let spans = report.diagnostics.map(\.primary.span)
      #expect(
        spans.allSatisfy { $0.start.offset <= $0.end.offset && $0.end.offset <= bytes.count + 8 },
        "seed \(seed), round \(round)")
    }
  }

  @Test func `with any of its words replaced by another is checked without a trap`() {
    let seed = UInt64.random(in: 0 ... .max)
    var chance = Chance(seed: seed)
    let words = lateParcel.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<60 {
      var mixed = words
      for _ in 0...chance.below(4) { mixed[chance.below(words.count)] = words[chance.below(words.count)] }
      let report = check(Array(mixed.joined(separator: " ").utf8))
      #expect(report.failures == [], "seed \(seed)")
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ chance: inout Chance) {
    guard !bytes.isEmpty else { return }
    let at = chance.below(bytes.count)
    switch chance.below(5) {
    case 0: bytes[at] = UInt8(truncatingIfNeeded: chance.below(256))
    case 1: bytes.remove(at: at)
    case 2: bytes.insert(Self.likely[chance.below(Self.likely.count)], at: at)
    case 3: bytes.removeSubrange(at..<min(bytes.count, at + chance.below(60)))
    default:
      let from = chance.below(bytes.count)
      bytes.insert(contentsOf: Array(bytes[from..<min(bytes.count, from + chance.below(60))]), at: at)
    }
  }

  private static let likely = Array("\n :-{}[],\"'#()+><=|0129az\t".utf8)
}

/// A small repeatable source of chance (SplitMix64, after G. L. Steele and others, 2014).
private struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return Int((mixed ^ mixed >> 31) % UInt64(bound))
  }
}
