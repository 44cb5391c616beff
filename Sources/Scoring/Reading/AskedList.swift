import Domain
import Language

/// Details asked for as a list behind a colon: "please send: name, meter number, date", or one a line.
struct AskedList {
  var reply: ReadReply
  /// The items, by their tokens.
  var items: [Range<Int>]

  /// The list of a reply, when its lead asks for what follows it.
  static func first(in reply: ReadReply) -> AskedList? {
    let tokens = reply.reply.tokens
    guard let colon = tokens.indices.first(where: { tokens[$0].normal == ":" && isAsking(before: $0, reply) })
    else { return nil }
    var items: [Range<Int>] = []
    var start = colon + 1
    for index in start...tokens.count {
      let isEnd = index == tokens.count
      guard isEnd || ends(at: index, in: reply) else { continue }
      if reply.reply.tokens[start..<index].contains(where: \.carriesContent) { items.append(start..<index) }
      start = index + (isEnd ? 0 : 1)
      if items.count == mostItems { break }
    }
    return items.count >= 2 ? AskedList(reply: reply, items: items) : nil
  }

  /// Longer lists are forms anyway.
  private static let mostItems = 12

  /// Signs between items, or the line's end before one.
  private static func ends(at index: Int, in reply: ReadReply) -> Bool {
    let token = reply.reply.tokens[index]
    return token.kind == .punctuation && [",", ";", "-", "–", "•", "*", "?", ".", ")"].contains(token.normal)
  }

  /// "To investigate please supply:", "please tell us:".
  private static func isAsking(before colon: Int, _ reply: ReadReply) -> Bool {
    let lead = reply.reply.tokens[max(0, colon - 8)..<colon].map(\.normal)
    return lead.contains { ["please", "kindly", "need", "require", "following"].contains($0) }
      && lead.contains { asking.contains($0) }
  }

  private static let asking: Set<String> = [
    "supply", "send", "tell", "provide", "give", "fill", "state", "complete", "answer", "include", "share",
    "need", "require", "submit", "enter", "reply",
  ]

  /// The items the customer had spoken of in the same words.
  func known(to said: Set<String>) -> [Range<Int>] {
    items.filter { item in
      reply.reply.tokens[item].contains { $0.carriesContent && said.contains($0.stem) }
    }
  }
}
