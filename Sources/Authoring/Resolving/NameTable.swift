/// The declared names of one kind, in order, found by name. The first of two equal names counts.
struct NameTable: Hashable, Sendable {
  private(set) var names: [Written] = []
  private var indices: [String: Int] = [:]

  init(_ names: [Written]) {
    self.names = names
    indices = Dictionary(zip(names.map(\.text), names.indices)) { first, _ in first }
  }

  subscript(_ name: String) -> Int? { indices[name] }

  var count: Int { names.count }

  /// Adds a name unless it is there, and says where it stands.
  mutating func index(adding name: Written) -> Int {
    if let known = indices[name.text] { return known }
    names.append(name)
    indices[name.text] = names.count - 1
    return names.count - 1
  }
}
