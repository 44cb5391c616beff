import Testing

@testable import Language

@Suite struct `Recent vectors` {
  @Test func `are there until two rounds are full`() {
    let recent = RecentVectors(limit: 2)
    for number in 1...3 { recent.keep([Float(number)], of: "\(number)") }
    #expect((1...3).map { recent.vector(of: "\($0)") } == [[1], [2], [3]])
    for number in 4...5 { recent.keep([Float(number)], of: "\(number)") }
    #expect((1...5).map { recent.vector(of: "\($0)") } == [nil, nil, [3], [4], [5]])
  }

  @Test func `of long texts are not kept`() {
    let recent = RecentVectors()
    let text = String(repeating: "word ", count: 500)
    recent.keep([1], of: text)
    #expect(recent.vector(of: text) == nil)
  }
}
