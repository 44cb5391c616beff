/// Which keys each section of a kind of file allows: finds the right place for a key in the wrong one.
struct KeyAtlas: Hashable, Sendable {
  /// Section paths by key, in the order of the schema, outermost first.
  private var places: [String: [String]] = [:]

  init(_ section: Section) { gather(section, path: [], depth: 0) }

  /// Where a key belongs, such as `beats: NAME:`; empty for the top of the file, nothing for unknown keys.
  func place(of key: String) -> String? { places[key]?.first }

  private mutating func gather(_ section: Section, path: [String], depth: Int) {
    for field in section.fields {
      places[field.name, default: []].append(path.joined(separator: " "))
    }
    guard depth < 8 else { return }
    for field in section.fields { gather(field.type, path: path + [field.name + ":"], depth: depth) }
    if let others = section.others { gather(others, path: path + ["NAME:"], depth: depth) }
  }

  private mutating func gather(_ type: FieldType, path: [String], depth: Int) {
    switch type {
    case .section(let section): gather(section, path: path, depth: depth + 1)
    case .list(let item), .oneOrList(let item): gather(item, path: path, depth: depth)
    case .text, .name, .expression, .integer, .truth, .duration, .money, .moneyOrDuration, .range, .gauges,
      .route, .difficulty, .satisfaction, .choice, .anything:
      return
    }
  }
}
