/// The person at the other end: what they want, what they know, what they tell only when asked.
public struct Customer: Hashable, Sendable {
  public var name: String
  public var persona: String
  /// What they want out of this contact.
  public var goal: String
  public var knows: [String]
  public var tellsIfAsked: [Disclosure]
  /// What the desk shows of them, in the author's order.
  public var crm: [Field]
  public var orders: [Order]

  public init(
    name: String, persona: String, goal: String, knows: [String], tellsIfAsked: [Disclosure], crm: [Field],
    orders: [Order]
  ) {
    self.name = name
    self.persona = persona
    self.goal = goal
    self.knows = knows
    self.tellsIfAsked = tellsIfAsked
    self.crm = crm
    self.orders = orders
  }

  /// The name up to its first blank, for a personal address.
  public var firstName: String { String(name.prefix { $0 != " " }) }
}

/// Something the customer says only when the trainee makes a certain move, once a session.
public struct Disclosure: Hashable, Sendable {
  /// Index of the move that asks.
  public var move: Int
  public var text: String

  public init(move: Int, text: String) {
    self.move = move
    self.text = text
  }
}

/// One line of a record: a name and a text.
public struct Field: Hashable, Sendable {
  public var name: String
  public var text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// One order on the customer's record.
public struct Order: Hashable, Sendable {
  public var id: String
  public var fields: [Field]
  /// What was paid, when the record says so.
  public var paid: Money?

  public init(id: String, fields: [Field], paid: Money?) {
    self.id = id
    self.fields = fields
    self.paid = paid
  }
}

/// One article of the knowledge base.
public struct Article: Hashable, Sendable {
  public var id: String
  public var text: String

  public init(id: String, text: String) {
    self.id = id
    self.text = text
  }
}
