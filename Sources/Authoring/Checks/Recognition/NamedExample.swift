import Diagnostics
import Domain

/// S408: an example holds the customer's name, the company's or an order number.
enum NamedExample: ScenarioCheck {
  static let page = CheckPage(
    "S408", "named-example", .warning, title: "an example holds a name or an order number",
    why: """
      Change the customer's name or the order, and the example is wrong without anyone noticing. A placeholder \
      changes with it.
      """,
    mending: .shown,
    triggering: """
      moves:
        apologise:
          like: ["I am sorry, Ines, your parcel is late", my apologies for the wait, sorry that you had to wait]
        explain:
          like: [it was last seen at the depot, the depot saw it last on Monday, last seen in the depot]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      """,
    clean: """
      moves:
        apologise:
          like: ["I am sorry, {first_name}, your parcel is late", my apologies for the wait, sorry that you had to wait]
        explain:
          like: [it was last seen at the depot, the depot saw it last on Monday, last seen in the depot]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      """)

  /// A text of the scenario and the placeholder that stands for it.
  private struct Stated {
    var text: String
    var placeholder: String
  }

  static func findings(in subject: Subject) -> [Diagnostic] {
    let stated = texts(of: subject)
    let moves = subject.resolution.linked.moves
    let examples = moves.flatMap { $0.like + $0.notLike + ($0.guided.map { [$0] } ?? []) }
    return examples.compactMap { example in
      for each in stated {
        if let range = wholeWords(each.text, in: example.text) {
          return finding(example, each, range, subject)
        }
      }
      return nil
    }
  }

  /// Longer ones first: "Ines Moreau" is not "Ines".
  private static func texts(of subject: Subject) -> [Stated] {
    let customer = subject.draft.customer
    let name = customer.name
    let texts = [
      customer.orders.first.map { Stated(text: $0.id, placeholder: "{order}") },
      Stated(text: name, placeholder: "{customer}"),
      Stated(text: subject.resolution.linked.company, placeholder: "{company}"),
      Stated(text: String(name.prefix { $0 != " " }), placeholder: "{first_name}"),
    ]
    return texts.compactMap(\.self).filter { $0.text.utf8.count > 1 }
  }

  /// Where a text first stands with no letter or digit beside it, in UTF-8 bytes.
  private static func wholeWords(_ wanted: String, in text: String) -> Range<Int>? {
    let bytes = Array(text.utf8)
    let word = Array(wanted.utf8)
    guard word.count <= bytes.count else { return nil }
    for start in 0...(bytes.count - word.count) where bytes[start...].starts(with: word) {
      let end = start + word.count
      let isFree = (start == 0 || !isPart(bytes[start - 1])) && (end == bytes.count || !isPart(bytes[end]))
      if isFree { return start..<end }
    }
    return nil
  }

  private static func isPart(_ byte: UInt8) -> Bool { byte.isNameByte || byte >= 0x80 }

  private static func finding(
    _ example: Written, _ stated: Stated, _ range: Range<Int>, _ subject: Subject
  ) -> Diagnostic {
    let part = example.part(range)
    return page.found(
      "this example holds '\(stated.text)', which changes with the scenario",
      at: part.place.label("write \(stated.placeholder)"), others: subject.origin(of: example.place),
      help: "write \(stated.placeholder), which stands for it",
      fix: Fix(
        "write \(stated.placeholder)", [part.place.replaced(by: stated.placeholder)], certainty: .suggested))
  }
}
