import Diagnostics
import Domain

/// S412: in the guided menu the length of a line tells whether it is right.
enum TellingMenu: ScenarioCheck {
  static let page = CheckPage(
    "S412", "telling-menu", .warning, title: "the guided menu gives the right line away by its length",
    why: """
      Where every good line is longer than every bad one, beat after beat, a beginner soon picks by length and learns \
      nothing. The order of the menu is shuffled for every play, so only the lengths can tell.
      """,
    triggering: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, my apologies for the wait, we let you down there]
          guided: I am truly sorry that your parcel is this late, and that you had to ask.
        explain:
          like: [it was last seen at the depot, nobody has scanned it since Monday, the carrier lost its trace]
          guided: It was last seen at the depot on Monday, and nobody has scanned it since.
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
          guided: It will be there tomorrow.
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {mood: trust +8, go: again}
            promise_date: {mood: trust -5}
        again:
          channel: chat
          say: And now?
          expect:
            explain: {mood: trust +8, go: solved}
            promise_date: {mood: trust -5}
      """,
    clean: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, my apologies for the wait, we let you down there]
          guided: I am sorry that your parcel is this late.
        explain:
          like: [it was last seen at the depot, nobody has scanned it since Monday, the carrier lost its trace]
          guided: It was last seen at the depot on Monday, and nobody has scanned it since.
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
          guided: Do not worry, it will most certainly be there tomorrow.
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {mood: trust +8, go: again}
            promise_date: {mood: trust -5}
        again:
          channel: chat
          say: And now?
          expect:
            explain: {mood: trust +8, go: solved}
            promise_date: {mood: trust -5}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    let menus = subject.story.beats.enumerated().compactMap { Menu($1, number: $0, subject.story) }
    guard menus.count > 1, let first = menus.first, menus.allSatisfy(\.isTelling) else { return [] }
    return [
      page.found(
        "in all \(menus.count) menus with good and bad lines, every good one is longer than every bad one",
        at: subject.draft.beats[first.beat].name.place.label("for example in this beat"),
        help: "shorten good lines or lengthen bad ones until some beat has a long bad line")
    ]
  }

  /// The good and the bad lines of one beat, by their lengths in letters.
  private struct Menu {
    var beat: Int
    var good: [Int] = []
    var bad: [Int] = []

    var isTelling: Bool {
      guard let shortestGood = good.min(), let longestBad = bad.max() else { return false }
      return shortestGood > longestBad
    }

    /// Nil for a beat that has not both kinds.
    init?(_ beat: Beat, number: Int, _ story: Story) {
      self.beat = number
      let forbidden = Set(story.criticalRules.filter { $0.before == nil }.flatMap(\.moves))
      for rule in beat.expect where story.moves.indices.contains(rule.move) {
        guard let guided = story.moves[rule.move].guided else { continue }
        let effect = rule.consequence.mood.reduce(0) { $0 + $1.amount }
        if effect < 0 || forbidden.contains(rule.move) {
          bad.append(guided.count)
        } else {
          good.append(guided.count)
        }
      }
      if good.isEmpty || bad.isEmpty { return nil }
    }
  }
}
