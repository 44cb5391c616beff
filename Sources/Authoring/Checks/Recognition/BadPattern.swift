import Diagnostics
import Language

/// S414: an example uses the pattern signs in a way that cannot be read.
enum BadPattern: ScenarioCheck {
  static let page = CheckPage(
    "S414", "bad-pattern", .error, title: "an example uses pattern signs and cannot be read as a pattern",
    why: """
      <money>, (a|b), =word and ' ... ' have a meaning in examples. One that cannot be read would be taken as plain \
      words, signs and all, and hardly ever be heard.
      """,
    triggering: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, my apologies for the <dely>, we let you down there]
        explain:
          like: [it was last seen at the depot, nobody has scanned it since Monday, the carrier lost its trace]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      """,
    clean: """
      moves:
        apologise:
          like: [I am sorry your parcel is late, my apologies for the <word>, we let you down there]
        explain:
          like: [it was last seen at the depot, nobody has scanned it since Monday, the carrier lost its trace]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    subject.resolution.linked.moves.flatMap { $0.like + $0.notLike }.compactMap { example in
      guard PhrasePattern.hasSigns(example.text) else { return nil }
      do throws(PhrasePattern.Trouble) {
        _ = try PhrasePattern(example.text)
        return nil
      } catch {
        return finding(example, error)
      }
    }
  }

  private static func finding(_ example: Written, _ trouble: PhrasePattern.Trouble) -> Diagnostic {
    let (why, help) = words(for: trouble)
    return page.found("this pattern \(why)", at: example.place.label("no pattern"), help: help)
  }

  private static func words(for trouble: PhrasePattern.Trouble) -> (String, String) {
    switch trouble {
    case .empty: ("holds no word", "write the words to look for")
    case .unclosed(let sign): ("has a '\(sign)' that is never closed", "close it, or write it in words")
    case .unknownClass(let name):
      (
        "asks for <\(name)>, which there is not",
        "one of <number> <money> <percent> <duration> <time> <date> <id> <address> <name> <word>"
      )
    case .tooManyVariants(let limit):
      ("stands for more than \(limit) sentences", "write fewer alternatives, or several examples")
    case .tooLong(let limit): ("is longer than \(limit) words", "write the words that matter")
    case .looseGap: ("has a '...' at an end or beside another", "put '...' between two words")
    }
  }
}

/// An example or `not_like` as the recogniser compiles it.
enum ExamplePattern {
  /// The pattern, or the plain words where the text has no signs or cannot be read; nil without a word.
  static func read(_ text: String) -> PhrasePattern? {
    let pattern = PhrasePattern.hasSigns(text) ? try? PhrasePattern(text) : nil
    return pattern ?? PhrasePattern(literal: text)
  }
}
