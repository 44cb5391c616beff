/// What the `{names}` in an author's line stand for in one scenario.
public struct Placeholders: Hashable, Sendable {
  private var customer: Customer
  private var company: String
  private var agent: String?

  /// - Parameters:
  ///   - company: the pack's title; empty when no pack gives one.
  ///   - agent: the trainee's name; nil before a session.
  public init(customer: Customer, company: String, agent: String? = nil) {
    self.customer = customer
    self.company = company
    self.agent = agent
  }

  /// Fills in `{customer}`, `{first_name}`, `{agent}`, `{company}`, `{order}` and record names.
  ///
  /// A name it does not know stays as written; the checker reports those (S213).
  public func filled(_ line: String) -> String {
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

  /// Fills in every text of a statement.
  public func filled(_ statement: Statement) -> Statement {
    Statement(
      text: filled(statement.text), question: statement.question.map { filled($0) },
      good: statement.good.map { filled($0) }, notQuite: statement.notQuite.map { filled($0) })
  }

  private func value(of name: String) -> String? {
    switch name {
    case "customer": customer.name
    case "first_name": customer.firstName
    case "agent": agent
    case "company": company
    case "order": customer.orders.first?.id
    default: customer.crm.first { $0.name == name }?.text
    }
  }
}

extension Scenario {
  /// What placeholders stand for here; `agent` is the trainee's name, nil before a session.
  public func placeholders(agent: String?) -> Placeholders {
    Placeholders(customer: customer, company: company, agent: agent)
  }
}
