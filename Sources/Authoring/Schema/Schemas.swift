/// The fields of every kind of file: what the reader, the messages and the templates go by.
public struct Schemas: Hashable, Sendable {
  /// The fields of a scenario file.
  public let scenario: Section
  /// The fields of a company pack.
  public let pack: Section
  /// The fields of a shared rubric.
  public let rubric: Section
  /// The keys at the left edge of any kind of file.
  let topKeys: Set<String>
  /// Where each key belongs, by kind of file: made once, as every file asks.
  private let atlases: [DocumentKind: KeyAtlas]

  /// The schemas of this version, with the fields each kind of criterion brings.
  ///
  /// Without `criterionFields` any kind is accepted in a rubric, with any fields of its own.
  public init(criterionFields: [String: [FieldForm]] = [:]) {
    scenario = ScenarioSchema.section
    pack = PackSchema.section
    rubric = RubricSchema.section(criterionFields: criterionFields)
    topKeys = Set([scenario, pack, rubric].flatMap { $0.fields.map(\.name) })
    atlases = [
      .scenario: KeyAtlas(scenario), .pack: KeyAtlas(pack), .rubric: KeyAtlas(rubric),
    ]
  }

  /// Where each key of one kind of file belongs.
  func atlas(of kind: DocumentKind) -> KeyAtlas { atlases[kind] ?? KeyAtlas(self[kind]) }

  /// The schemas that know no kinds of criterion.
  public static let standard = Schemas()

  /// The fields of one kind of file.
  public subscript(kind: DocumentKind) -> Section {
    switch kind {
    case .scenario: scenario
    case .pack: pack
    case .rubric: rubric
    }
  }
}
