import Domain
import Testing

@testable import Scoring

@Suite struct `Phrases that were found` {
  @Test func `are found by halving in a stretch as by going through all of them`() {
    let hits = [0, 2, 2, 5, 9].map { Hit(tokens: $0..<$0 + 2, range: TextRange($0, $0 + 2)) }
    for lower in 0...11 {
      for upper in lower...11 {
        let expected = hits.filter { (lower..<upper).contains($0.tokens.lowerBound) }
        #expect(Array(hits.beginning(in: lower..<upper)) == expected)
        #expect(hits.begin(in: lower..<upper) == !expected.isEmpty)
      }
    }
  }

  @Test func `begin nowhere when there are none`() { #expect(![Hit]().begin(in: 0..<9)) }
}
