/// The fields of every kind of file: what the reader, the messages and the templates go by.
public struct Schemas: Hashable, Sendable {
  /// The fields of a scenario file.
  public var scenario: Section
  /// The fields of a company pack.
  public var pack: Section
  /// The fields of a shared rubric.
  public var rubric: Section

  /// The schemas of this version, with the fields each kind of criterion brings.
  ///
  /// Without `criterionFields` any kind is accepted in a rubric, with any fields of its own.
  public init(criterionFields: [String: [FieldForm]] = [:]) {
    scenario = ScenarioSchema.section
    pack = PackSchema.section
    rubric = RubricSchema.section(criterionFields: criterionFields)
  }

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
