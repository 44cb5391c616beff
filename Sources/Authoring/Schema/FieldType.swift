/// What a field of a trainer's file holds. The type, not the spelling, decides how the value is read.
public indirect enum FieldType: Hashable, Sendable {
  /// Words up to the line end, in quotes, or in a `|` block.
  case text
  /// One name; blanks inside are allowed, as in `lookup order`.
  case name
  /// A condition such as `order_seen and trust >= 45`; its grammar is the expression reader's.
  case expression
  /// A whole number, perhaps negative.
  case integer
  /// `true` or `false`.
  case truth
  /// A length of time such as `90s`, `2m`, `1h` or `3d`.
  case duration
  /// An amount with its currency, such as `40 EUR`.
  case money
  /// An amount of money or a length of time.
  case moneyOrDuration
  /// A range such as `90..100`, or one whole number.
  case range
  /// Changes of gauges, such as `trust +8 satisfaction -6`.
  case gauges
  /// One channel, or a hand-off such as `bot -> chat`.
  case route
  /// `N of 5`.
  case difficulty
  /// A number from 1 to 5, or `from` and the name of a gauge.
  case satisfaction
  /// One of a few fixed words.
  case choice([String])
  /// A list of one type.
  case list(FieldType)
  /// One value, or a list of them.
  case oneOrList(FieldType)
  /// Named fields.
  case section(Section)
  /// Anything that can be written; what unknown keys hold.
  case anything
}

/// One field a section allows: its name, what it holds, and how to say so to an author.
public struct FieldForm: Hashable, Sendable {
  /// The key as written.
  public var name: String
  /// What stands after it.
  public var type: FieldType
  /// Whether the section is incomplete without it.
  public var isRequired: Bool
  /// One line for the manual, the editor and the list of allowed keys.
  public var meaning: String
  /// A value an author could write, shown in messages and templates.
  public var example: String

  /// One field of a section.
  public init(
    _ name: String, _ type: FieldType, required: Bool = false, meaning: String, example: String
  ) {
    self.name = name
    self.type = type
    self.isRequired = required
    self.meaning = meaning
    self.example = example
  }
}

/// The fields a map may hold: fixed ones, and perhaps freely named ones beside them.
public struct Section: Hashable, Sendable {
  /// What an author would call it, such as `beat` or `scenario`.
  public var title: String
  /// The fixed fields in the order they are best written.
  public var fields: [FieldForm]
  /// What freely named keys hold; nothing when only `fields` are allowed.
  public var others: FieldType?
  /// A name an author could give to a free key, for messages and templates.
  public var otherExample: String
  /// The field whose word brings more fields, such as `kind`.
  public var variantKey: String?
  /// The fields each word of `variantKey` brings; empty when that is not known here.
  public var variants: [String: [FieldForm]]

  /// A map with fixed fields and perhaps free ones.
  public init(
    _ title: String, _ fields: [FieldForm], others: FieldType? = nil, otherExample: String = "name",
    variantKey: String? = nil, variants: [String: [FieldForm]] = [:]
  ) {
    self.title = title
    self.fields = fields
    self.others = others
    self.otherExample = otherExample
    self.variantKey = variantKey
    self.variants = variants
  }

  /// The form of one fixed field.
  public func form(_ name: String) -> FieldForm? { index(of: name).map { fields[$0] } }

  /// The place of a fixed field in `fields`: cheaper than its form where only its type is wanted.
  func index(of name: String) -> Int? {
    for place in fields.indices where fields[place].name == name { return place }
    return nil
  }

  /// The fixed fields that may not be missing.
  public var required: [FieldForm] { fields.filter(\.isRequired) }
}

extension FieldType {
  /// Whether this is words for people to read, or a list of such.
  var holdsWords: Bool {
    switch self {
    case .text: true
    case .list(let item), .oneOrList(let item): item.holdsWords
    case .name, .expression, .integer, .truth, .duration, .money, .moneyOrDuration, .range, .gauges, .route,
      .difficulty, .satisfaction, .choice, .section, .anything:
      false
    }
  }

  /// A map whose keys the author chooses, each with a value of one type.
  static func map(_ title: String, of type: FieldType, named example: String = "name") -> FieldType {
    .section(Section(title, [], others: type, otherExample: example))
  }
}
