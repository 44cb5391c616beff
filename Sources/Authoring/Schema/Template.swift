/// Skeletons made from the schema: what a new file, or a missing field, looks like.
public enum Template {
  /// A whole file of one kind with its required fields, each with an example value.
  public static func file(_ kind: DocumentKind, schemas: Schemas = .standard) -> String {
    lines(of: schemas[kind], indent: 0) + "\n"
  }

  /// One field with an example value; fields below it are indented from `indent` (a column from 0).
  static func lines(of form: FieldForm, indent: Int) -> String {
    guard form.example.isEmpty else { return form.name + ": " + form.example }
    return form.name + ":\n" + block(form.type, indent: indent + 2)
  }

  private static func block(_ type: FieldType, indent: Int) -> String {
    let blanks = String(repeating: " ", count: indent)
    switch type {
    case .section(let section): return blanks + lines(of: section, indent: indent)
    case .list(let item), .oneOrList(let item):
      let inner = block(item, indent: indent + 2)
      return blanks + "- " + inner.dropFirst(indent + 2)
    case .text, .name, .expression, .integer, .truth, .duration, .money, .moneyOrDuration, .range, .gauges,
      .route, .difficulty, .satisfaction, .choice, .anything:
      return blanks + type.sample.filter { $0 != "`" }
    }
  }

  /// The required fields of a section, or one free name when it has none.
  private static func lines(of section: Section, indent: Int) -> String {
    var parts = section.required.map { lines(of: $0, indent: indent) }
    if let others = section.others, parts.isEmpty {
      parts.append(section.otherExample + ":\n" + block(others, indent: indent + 2))
    }
    if parts.isEmpty, let first = section.fields.first { parts.append(lines(of: first, indent: indent)) }
    return parts.joined(separator: "\n" + String(repeating: " ", count: indent))
  }
}
