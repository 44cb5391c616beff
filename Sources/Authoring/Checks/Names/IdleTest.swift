import Diagnostics
import Domain

/// S219: a test of the file that expects nothing.
enum IdleTest: ScenarioCheck {
  static let page = CheckPage(
    "S219", "idle-test", .warning, title: "a test expects nothing",
    why: """
      It is played and always holds, so it says nothing about the scenario. Name the ending it comes to, the score \
      it earns or the critical rule it breaks.
      """,
    triggering: """
      tests:
        - {name: says sorry, play: [I am sorry your parcel is late]}
      """,
    clean: """
      tests:
        - {name: says sorry, play: [I am sorry your parcel is late], ending: solved}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    subject.draft.tests.filter(\.expectsNothing).map { test in
      page.found(
        "test '\(test.name.text)' expects nothing and always holds",
        at: test.name.place.label("nothing expected"),
        help: "add what must come of it: ending, outcome, score, critical, goal or passed")
    }
  }
}
