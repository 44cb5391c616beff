import Diagnostics
import Domain

/// S218: a name that people cannot type, or that no other line can hold.
enum OddName: ScenarioCheck, RubricCheck {
  static let page = CheckPage(
    "S218", "odd-name", .error, title: "a name holds more than letters, digits, '-' and '_'",
    why: """
      Conditions, rules and reports ask for things by name, and the id is what people type to play. Blanks and \
      signs in a name cut it in two there. Only an action may have several words, as in 'lookup order'.
      """,
    mending: .shown,
    triggering: """
      id: Late Parcel
      """,
    clean: """
      id: late-parcel
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    let (draft, linked, names) = (subject.draft, subject.resolution.linked, subject.names)
    let single: [(String, [Written])] = [
      ("beat", names.beats.names), ("ending", names.endings.names), ("move", names.moves.names),
      ("fact", names.facts.names), ("gauge", names.gauges.names),
      ("criterion", draft.rubric.criteria.map(\.name)),
      ("required fact", draft.requiredFacts.map(\.name)),
      ("forbidden claim", linked.forbiddenClaims.map(\.name)),
    ]
    let ids = [draft.id].compactMap(\.self) + linked.packs.compactMap(\.id)
    return found(ids: ids) + found(in: single)
      + names.actions.names.filter { !isWords($0.text) }.map { odd("action", $0) }
  }

  static func findings(in subject: RubricSubject) -> [Diagnostic] {
    let draft = subject.draft
    return found(ids: [draft.id].compactMap(\.self))
      + found(in: [
        ("dimension", draft.dimensions.map(\.name)), ("criterion", draft.criteria.map(\.name)),
      ])
  }

  private static func found(in names: [(String, [Written])]) -> [Diagnostic] {
    names.flatMap { what, names in names.filter { !isName($0.text[...]) }.map { odd(what, $0) } }
  }

  private static func odd(_ what: String, _ name: Written) -> Diagnostic {
    let meant = joined(name.text, by: "_")
    return page.found(
      "\(what) '\(name.text)' is no name: letters, digits, '-' and '_'", at: name.place.label("not a name"),
      help: meant.isEmpty ? "such as `order_seen`" : "write it '\(meant)' everywhere",
      fix: meant.isEmpty
        ? nil : Fix("write '\(meant)'", [name.place.replaced(by: meant)], certainty: .suggested))
  }

  private static func found(ids: [Written]) -> [Diagnostic] {
    ids.filter { !isID($0.text) && Spelling.isName($0.text) }.map { id in
      let meant = joined(id.text.lowercased(), by: "-")
      return page.found(
        "id '\(id.text)' is not in kebab-case: small letters, digits and '-'",
        at: id.place.label("typed to play it"),
        help: meant.isEmpty ? "such as `late-parcel`" : "did you mean '\(meant)'?",
        fix: meant.isEmpty
          ? nil : Fix("write '\(meant)'", [id.place.replaced(by: meant)], certainty: .suggested))
    }
  }

  private static func isID(_ text: String) -> Bool {
    let words = text.split(separator: "-", omittingEmptySubsequences: false)
    return words.allSatisfy { word in
      !word.isEmpty && word.unicodeScalars.allSatisfy { isLetterOrDigit($0) && !$0.properties.isUppercase }
    }
  }

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { isLetterOrDigit($0) || $0 == "-" || $0 == "_" }
  }

  private static func isWords(_ text: String) -> Bool {
    text.split(separator: " ", omittingEmptySubsequences: false).allSatisfy(isName)
  }

  /// Marks that belong to a letter count as part of it.
  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return ("0"..."9").contains(scalar) || scalar.properties.isAlphabetic }
    let kind = scalar.properties.generalCategory
    return scalar.properties.isAlphabetic || kind == .nonspacingMark || kind == .spacingMark
      || kind == .decimalNumber
  }

  /// The letters and digits of a text, with one sign where others stood between them.
  private static func joined(_ text: String, by sign: String) -> String {
    var words: [String.UnicodeScalarView] = [String.UnicodeScalarView()]
    for scalar in text.unicodeScalars {
      if isLetterOrDigit(scalar) {
        words[words.count - 1].append(scalar)
      } else if words.last?.isEmpty == false {
        words.append(String.UnicodeScalarView())
      }
    }
    return words.filter { !$0.isEmpty }.map { String($0) }.joined(separator: sign)
  }
}
