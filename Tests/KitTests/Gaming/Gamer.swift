import Domain
import Foundation
import TouchpointTesting

/// Somebody who plays for points without doing the work, by one trick.
struct Gamer: Sendable {
  var name: String
  /// The next reply, from the scenario, what the customer said last and how many replies were sent; nil: no more.
  var next: @Sendable (Scenario, _ heard: String, _ sent: Int) -> String?

  /// As many replies as a patient gamer sends.
  static let rounds = 8

  /// The same list of lines, whatever is said.
  init(_ name: String, _ lines: @escaping @Sendable (Scenario) -> [String]) {
    self.name = name
    next = { scenario, _, sent in
      let lines = lines(scenario)
      return sent < min(lines.count, Self.rounds) ? lines[sent] : nil
    }
  }

  /// A line that answers what was heard.
  init(_ name: String, answering: @escaping @Sendable (Scenario, String, Int) -> String) {
    self.name = name
    next = { scenario, heard, sent in sent < Self.rounds ? answering(scenario, heard, sent) : nil }
  }

  static let all = copying + stuffing + idling + (copying + stuffing + idling).map(\.escalating)

  /// The tricks that are seen through where no scenario is known: nothing there tells a model answer from a good one.
  static let anywhere = Set(
    (stuffing + idling).map(\.name)
      + copying.map(\.name).filter { $0.contains("house") || $0.contains("customer") })

  /// The same trick with the matter passed on after the first reply and a note that says so after the second.
  var escalating: Gamer {
    var copy = self
    copy.name += ", passed on"
    copy.next = { scenario, heard, sent in
      switch sent {
      case 1: "/escalate customer upset, wants an answer today"
      case 3: "/note done, passed on to the team lead, answer promised today"
      default: next(scenario, heard, sent > 3 ? sent - 2 : sent > 1 ? sent - 1 : sent)
      }
    }
    return copy
  }
}

extension Gamer {
  /// Words of others: model answers, articles, the customer's own.
  static let copying = [
    Gamer("better lines, one a turn") { betterLines($0) },
    Gamer("better lines in one go") { [betterLines($0).joined(separator: " ")] },
    Gamer("better lines, all every turn") { every(betterLines($0).joined(separator: " ")) },
    Gamer("the house rubric's better lines in one go") { _ in [houseLines.joined(separator: " ")] },
    Gamer("the house rubric's better lines, four a turn") { _ in
      stride(from: 0, to: houseLines.count, by: 4).map {
        houseLines[$0..<min($0 + 4, houseLines.count)].joined(separator: " ")
      }
    },
    Gamer("guided lines, one a turn") { guidedLines($0) },
    Gamer("guided lines in one go") { [guidedLines($0).joined(separator: " ")] },
    Gamer("guided lines, all every turn") { every(guidedLines($0).joined(separator: " ")) },
    Gamer("the model talk in one go") { [modelReplies($0).joined(separator: " ")] },
    Gamer("the model talk backwards") { modelReplies($0).reversed() },
    Gamer("the model talk, all every turn") { every(modelReplies($0).joined(separator: " ")) },
    Gamer("articles, one a turn") { $0.articles.map(\.text) },
    Gamer("articles in one go") { [$0.articles.map(\.text).joined(separator: " ")] },
    Gamer("the customer's words") { _, heard, _ in heard },
    Gamer("the customer's words after a kind opening") { _, heard, _ in "I understand that \(heard)" },
  ]

  /// Catch words and kind words heaped up.
  static let stuffing = [
    Gamer("catch words strung together") { _, _, sent in
      var chance = SplitMix(seed: soupSeed + UInt64(sent))
      return Phrases.baits.shuffled(using: &chance).prefix(14).joined(separator: " ")
    },
    Gamer("catch words with commas") { _, _, sent in
      var chance = SplitMix(seed: soupSeed + 100 + UInt64(sent))
      return Phrases.baits.shuffled(using: &chance).prefix(14).joined(separator: ", ") + "."
    },
    Gamer("catch words as short sentences") { _, _, sent in
      var chance = SplitMix(seed: soupSeed + 200 + UInt64(sent))
      return Phrases.baits.shuffled(using: &chance).prefix(10).joined(separator: ". ") + "."
    },
    Gamer("politeness heaped up") { scenario in
      let name = scenario.customer.firstName
      return [
        "Dear \(name), thank you so much for reaching out to us today, we truly value you as a customer.",
        "Thank you kindly, \(name). You are most welcome, it is a pleasure to talk to you.",
        "Many thanks for your patience, \(name), it is much appreciated by all of us here.",
        "Please, \(name), and thank you again. Is there anything else I can help you with today?",
        "It was lovely to chat with you, \(name). Have a wonderful day. Kind regards, Sam",
      ]
    },
    Gamer("the same phrase thrice") { scenario in
      every("I am so sorry, \(scenario.customer.firstName), I will take care of this for you right away.")
    },
    Gamer("an apology denied") { _ in
      [
        "I'm not sorry.", "I am not sorry that this happened to you.",
        "I won't apologise for that, and I won't help.",
        "We are not sorry, and nothing will be done about it.",
      ]
    },
    Gamer("sorry, but") { _ in
      [
        "Sorry, but that is how it is.", "I am sorry but this is not our fault.",
        "Sorry if you feel that way, but you should have read the terms.",
        "I'm sorry, but there is nothing I can do, you need to ask somebody else.",
      ]
    },
    Gamer("kind phrases that fit anything") { _ in
      [
        "I completely understand how frustrating this must be for you, and I sincerely apologise for any inconvenience.",
        "I will look into this for you right away and get back to you as soon as possible.",
        "Rest assured, your issue is our top priority, and I will personally make sure that it is resolved.",
        "Thank you for your patience. Is there anything else I can help you with today?",
      ]
    },
  ]

  /// Nothing, or nothing to do with it.
  static let idling = [
    Gamer("silence") { _ in [] },
    Gamer("waiting") { _ in ["wait 2m", "wait 20m", "wait 5h", "wait 50h"] },
    Gamer("one word") { _ in ["ok", "yes", "hm", "sorry", "sure", "right", "fine", "bye"] },
    Gamer("gibberish") { _, _, sent in gibberish(seed: gibberishSeed + UInt64(sent)) },
    Gamer("off topic") { _ in
      [
        "The weather in Lisbon is lovely, and I had a good lunch with my friends today.",
        "Do you like football? My team plays on Saturday, and I will watch it at home at 8 pm.",
        "I have baked a cake with cherries. I will send you the recipe by tomorrow if you want it.",
        "My sister has bought a boat, she paid 4,000 euros for it and sails it every Sunday.",
      ]
    },
  ]

  static let soupSeed: UInt64 = 2_026
  static let gibberishSeed: UInt64 = 71

  private static func every(_ line: String) -> [String] { Array(repeating: line, count: rounds) }
}

extension Gamer {
  /// The stronger sentences that a debrief shows.
  static func betterLines(_ scenario: Scenario) -> [String] {
    scenario.rubric.criteria.compactMap(\.better)
  }

  static let houseLines =
    BundledLibrary.report.rubrics.first { $0.id == "service-quality" }.map { rubric in
      rubric.criteria.compactMap(\.better).filter { !$0.hasPrefix("/") }
    } ?? []

  /// The sentences of the beginner's menu.
  static func guidedLines(_ scenario: Scenario) -> [String] {
    scenario.moves.compactMap(\.guided).map {
      $0.replacing("{first_name}", with: scenario.customer.firstName)
    }
  }

  /// What the first inline test says, without what it does.
  static func modelReplies(_ scenario: Scenario) -> [String] {
    let play = scenario.tests.first?.play ?? []
    return play.filter { !$0.hasPrefix("/") && !$0.hasPrefix("wait ") }
  }

  /// Words of four to eight letters, drawn by lot.
  static func gibberish(seed: UInt64) -> String {
    var chance = SplitMix(seed: seed)
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let words = (0..<12).map { _ in
      String(
        (0..<Int.random(in: 4...8, using: &chance)).map { _ in letters.randomElement(using: &chance) ?? "x" })
    }
    return words.joined(separator: " ")
  }
}

/// Phrases of the lists that earn points, as a gamer who has read them would type them.
enum Phrases {
  static let lists = [
    "apology", "feelings", "impact", "stakes", "ownership", "promises", "exact-time", "alternatives",
    "reasons",
    "courtesy", "done", "causes", "prevention", "thanks", "empathy-frames", "closing-checks",
  ]

  /// The plain ones among them: words alone, no pattern signs.
  static let baits: [String] = lists.flatMap { list in
    let path = BundledLibrary.root + "/scoring/lexicons/\(list).txt"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init).filter { line in
      line.allSatisfy { $0.isLetter || $0 == " " || $0 == "'" }
    }
  }
}
