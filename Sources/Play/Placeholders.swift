import Domain

extension SessionState {
  /// Fills `{customer}`, `{first_name}`, `{agent}`, `{company}`, `{order}` and record names into an author's line.
  ///
  /// A name it does not know stays as written; the checker reports those (S213).
  public func expand(_ line: String) -> String {
    guard line.utf8.contains(UInt8(ascii: "{")) else { return line }
    var filled = ""
    var rest = Substring(line)
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      let name = rest[rest.index(after: open)..<close]
      filled += value(of: String(name)) ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  private func value(of name: String) -> String? {
    switch name {
    case "customer": scenario.customer.name
    case "first_name": scenario.customer.firstName
    case "agent": opening?.trainee
    case "company": scenario.company
    case "order": scenario.customer.orders.first?.id
    default: scenario.customer.crm.first { $0.name == name }?.text
    }
  }
}
