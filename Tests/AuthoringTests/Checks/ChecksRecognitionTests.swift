@testable import Authoring
import Diagnostics
import Language
import Synchronization
import Testing

@Suite struct `Checks of recognition` {
  @Test func `those that must hear are silent without ears, the others are not`() {
    // S413 needs attempts besides.
    let hearing = ["S402", "S404", "S405", "S407", "S409", "S410", "S411", "S413", "S415"]
    for page in CheckCatalog.standard.pages where page.number.hasPrefix("S4") {
      let found = report(page.triggering).diagnostics.contains { $0.code == page.code }
      #expect(found != hearing.contains(page.number), "\(page.number)")
    }
  }

  @Test func `an example under two moves names both places`() throws {
    let found = report(
      """
      moves:
        apologise:
          like: [I am sorry your parcel is late, "We're at fault.", we let you down there]
        explain:
          like: [it was last seen at the depot, "were at  fault", the carrier lost its trace]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      """
    ).diagnostics
    #expect(
      found.map(\.message) == ["'were at  fault' is an example of 'apologise' and of 'explain'"])
    #expect(found.first?.others.map(\.span.start.line) == [19])
    #expect(found.first?.primary.span.start.line == 21)
  }

  @Test func `a name in an example is mended by its placeholder`() throws {
    let page = try #require(CheckCatalog.standard.page("S408"))
    let report = report(page.triggering)
    let source = try #require(report.sources[SmallScenario.path])
    let fixes = report.diagnostics.filter { $0.code == page.code }.compactMap(\.fix)
    let mended = Mending.apply(fixes.flatMap(\.edits), to: source)
    #expect(mended == SmallScenario(with: page.clean).text)
  }

  @Test(arguments: [
    ("I am sorry", "I am not sorry"), ("We'll send it today", "We'll not send it today"),
    ("it will be there tomorrow", "it will not be there tomorrow"), ("is it late?", nil), ("may I help", nil),
    ("I am so sorry", nil), ("I can not help", nil), ("you are right, I will call", nil),
    ("leave it to me", nil),
    ("", nil), ("I am", nil),
  ]) func `only a plain statement is denied`(_ said: String, _ denied: String?) {
    #expect(Denial.of(said) == denied)
  }

  @Test func `no unchanged text is encoded twice over a library`() throws {
    let fast = try #require(EncoderSet(folder: Ears.root + "/scoring/model").fast)
    let counting = CountingEncoder(fast)
    let recognition = Recognition(encoder: counting, background: Background([]))
    let checker = Checker(kinds: [:], files: MemoryFiles(SmallScenario.library)).hearing(with: recognition)
    let text = SmallScenario().text
    let sources = (1...3).map { number in
      SourceFile(
        path: "\(number).yaml", text: text.replacing("id: late-parcel", with: "id: late-parcel-\(number)"))
    }
    #expect(checker.check(sources).scenarios.count == 3)
    #expect(counting.counts.values.max() == 1)
    #expect(counting.counts["I am sorry your parcel is late"] == 1)
  }
}

/// Counts how often each text is encoded.
private final class CountingEncoder: SentenceEncoder {
  private let encoder: StaticEncoder
  private let encoded = Mutex<[String: Int]>([:])

  init(_ encoder: StaticEncoder) { self.encoder = encoder }

  var counts: [String: Int] { encoded.withLock { $0 } }
  var tier: EncoderTier { encoder.tier }
  var dimension: Int { encoder.dimension }
  var digest: String { encoder.digest }
  var longestText: Int { encoder.longestText }

  func pieces(of text: String) -> WordPieces { encoder.pieces(of: text) }
  func encode(_ text: String) -> [Float] { encode([text])[0] }

  func encode(_ texts: [String]) -> [[Float]] {
    encoded.withLock { counts in for text in texts { counts[text, default: 0] += 1 } }
    return encoder.encode(texts)
  }
}
