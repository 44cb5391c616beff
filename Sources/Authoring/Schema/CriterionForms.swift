import Domain

extension FieldForm {
  /// The form of a field that a kind of criterion brings.
  public init(_ field: CriterionField) {
    let type: FieldType =
      switch field.shape {
      case .text: .text
      case .wholeNumber: .integer
      case .list: .list(.text)
      }
    self.init(
      field.name, type, required: field.isRequired, meaning: field.meaning, example: field.example)
  }
}

extension Schemas {
  /// The schemas with the fields of every kind of criterion in a catalogue, by keyword.
  public init(kinds: [String: [CriterionField]]) {
    self.init(criterionFields: kinds.mapValues { $0.map { FieldForm($0) } })
  }
}
