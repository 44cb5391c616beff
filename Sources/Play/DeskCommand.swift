import Domain

extension SessionState {
  /// Reads what was typed after `/` as an act at the desk: `refund 40`, `lookup A-4412`, `lookup order`.
  ///
  /// An order number after `lookup` means the action that looks orders up; a word that names no action of this
  /// scenario keeps its name and no index, and play says that it is not there.
  public func action(typed line: String) -> ActionTaken {
    let words = line.split(separator: " ").map(String.init)
    guard let first = words.first else { return ActionTaken(action: nil, name: "", argument: "") }
    for count in stride(from: words.count, through: 1, by: -1) {
      let name = words[..<count].joined(separator: " ").lowercased()
      if let index = scenario.actions.firstIndex(where: { $0.name.lowercased() == name }) {
        return ActionTaken(
          action: index, name: scenario.actions[index].name, argument: words[count...].joined(separator: " "))
      }
    }
    let argument = words.dropFirst().joined(separator: " ")
    if let index = only(lookup: first, argument) {
      return ActionTaken(action: index, name: scenario.actions[index].name, argument: argument)
    }
    return ActionTaken(action: nil, name: first.lowercased(), argument: argument)
  }

  /// `lookup` without the author's word: the one that is at hand, when there is just one or an order is named.
  private func only(lookup first: String, _ argument: String) -> Int? {
    let candidates = scenario.actions.indices.filter {
      scenario.actions[$0].name.hasPrefix(first.lowercased() + " ") && isAtHand($0)
    }
    let isOrder = scenario.customer.orders.contains { $0.id.lowercased() == argument.lowercased() }
    if isOrder, let order = candidates.first(where: { scenario.actions[$0].name.hasSuffix("order") }) {
      return order
    }
    return candidates.count == 1 && (argument.isEmpty || isOrder) ? candidates.first : nil
  }

  /// What can be done at the desk right now, as it would be typed, with the arguments that make sense.
  public var deskOffers: [DeskOffer] {
    var offers = scenario.actions.indices.filter { isAtHand($0) && judgeable($0) }.map { index in
      DeskOffer(name: scenario.actions[index].name, arguments: arguments(of: scenario.actions[index]))
    }
    offers.removeAll { $0.name == "hold" || $0.name == "resume" || $0.name == "note" }
    if onHoldSince != nil {
      offers.append(DeskOffer(name: "resume", arguments: []))
    } else if channel.isLive {
      offers.append(DeskOffer(name: "hold", arguments: []))
    }
    offers.append(DeskOffer(name: "note", arguments: []))
    return offers
  }

  private func judgeable(_ index: Int) -> Bool {
    onHoldSince == nil || scenario.actions[index].name != "hold"
  }

  private func arguments(of action: DeskAction) -> [String] {
    var arguments: [String] = []
    if let limit = action.limit {
      let paid = scenario.customer.orders.compactMap(\.paid).filter { $0.currency == limit.currency }
      arguments += paid.filter { $0.hundredths < limit.hundredths }.map(\.description)
      arguments.append(limit.description)
    }
    if action.name.hasSuffix("order") { arguments += scenario.customer.orders.map(\.id) }
    return arguments
  }
}

/// A desk action at hand, with the arguments that make sense right now.
public struct DeskOffer: Hashable, Sendable {
  public var name: String
  public var arguments: [String]

  public init(name: String, arguments: [String]) {
    self.name = name
    self.arguments = arguments
  }
}
