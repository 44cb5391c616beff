import Diagnostics
import Domain

/// Every way that leads to a beat or ending, and why none of them is open.
struct WaysIn: Sendable {
  struct WayIn: Hashable, Sendable {
    /// Index of the beat it leads out of.
    var beat: Int
    var written: WrittenWay
    var condition: Condition?
  }

  private let subject: Subject
  private var ways: [Destination: [WayIn]] = [:]

  init(_ subject: Subject) {
    self.subject = subject
    for (index, beat) in subject.story.beats.enumerated() {
      for (way, written) in zip(beat.ways, subject.draft.beats[index].ways) {
        ways[way.go, default: []].append(WayIn(beat: index, written: written, condition: way.condition))
      }
    }
  }

  subscript(_ destination: Destination) -> [WayIn] { ways[destination] ?? [] }

  /// Why nothing comes here, in a few words.
  func reason(_ destination: Destination, _ whenUnnamed: String) -> String {
    let ways = self[destination]
    guard let first = ways.first else { return whenUnnamed }
    for way in ways where subject.flow.reaches(beat: way.beat) {
      if let block = blocks(of: way).first { return words(for: block) }
    }
    return "it is only reached from '\(subject.story.beats[first.beat].name)', which cannot be reached either"
  }

  /// The places that say why: the conditions that cannot hold, and the ways out of beats nobody reaches.
  func labels(_ destination: Destination) -> [Label] {
    self[destination].prefix(4).map { way in
      if subject.flow.reaches(beat: way.beat), let condition = way.written.condition, !blocks(of: way).isEmpty
      {
        return condition.written.place.label("can never hold")
      }
      return way.written.go.place.label("in a beat that is never reached")
    }
  }

  private func blocks(of way: WayIn) -> [Condition] {
    guard let condition = way.condition, let world = subject.flow.inside[way.beat] else { return [] }
    return world.blocks(in: condition).map(\.self)
  }

  private func words(for block: Condition) -> String {
    ConditionWords(subject.story, subject.flow.anywhere).whyNot(block)
  }
}

/// Says in words why a condition cannot hold.
struct ConditionWords: Hashable, Sendable {
  private let story: Story
  private let world: Possible

  init(_ story: Story, _ world: Possible) {
    self.story = story
    self.world = world
  }

  func whyNot(_ condition: Condition) -> String {
    switch condition {
    case .fact(let index): whyNotFact(index)
    case .not(.fact(let index)): "fact '\(fact(index))' is always true by then"
    case .gauge(let index, let comparison, let number): whyNotGauge(index, comparison, number)
    case .counter(let counter, let comparison, let number):
      "'\(counter.rawValue) \(comparison.rawValue) \(number)' never holds"
    case .said(let move): "move '\(story.moves.name(at: move, \.name))' has no examples"
    case .did(let action):
      "action '\(story.actions.name(at: action, \.name))' is at hand in no beat that can be reached"
    case .ended(let ending): "ending '\(story.endings.name(at: ending, \.name))' can never be reached"
    case .goal: story.goal == nil ? "the scenario names no goal" : "the goal can never hold"
    case .all, .any, .not: "its condition can never hold"
    }
  }

  private func fact(_ index: Int) -> String { story.facts.name(at: index, \.name) }

  private func whyNotFact(_ index: Int) -> String {
    world.mayBeTrue.contains(index)
      ? "fact '\(fact(index))' is not yet true there" : "no rule that can apply sets fact '\(fact(index))'"
  }

  private func whyNotGauge(_ index: Int, _ comparison: Condition.Comparison, _ number: Int) -> String {
    let name = story.gauges.name(at: index, \.name)
    let asked = "'\(name) \(comparison.rawValue) \(number)'"
    guard world.lowest.indices.contains(index) else { return "\(asked) never holds" }
    return
      "\(asked) never holds there; '\(name)' stays between \(world.lowest[index]) and \(world.highest[index])"
  }
}

extension Array {
  /// The name of an item, or a dash for what does not exist.
  fileprivate func name(at index: Int, _ path: (Element) -> String) -> String {
    indices.contains(index) ? path(self[index]) : "-"
  }
}
