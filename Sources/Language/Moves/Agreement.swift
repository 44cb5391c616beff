/// Whether a word of a reply is meant as the same word of an example is.
enum Agreement {
  static func holds(_ example: Term, _ reply: Term) -> Bool {
    if example.load == .light || example.load == .adverb { return true }
    return stanceHolds(example.stance, reply.stance) && personHolds(example, reply)
  }

  private static func stanceHolds(_ example: Stance, _ reply: Stance) -> Bool {
    if example.contains(.negated) != reply.contains(.negated) { return false }
    let taken: Stance = [.conditional, .reported]
    if !reply.intersection(taken).isSubset(of: example) { return false }
    if example.contains(.firm) && reply.contains(.hedged) { return false }
    let asking: Stance = [.asked, .requested]
    if !example.isDisjoint(with: asking) { return !reply.isDisjoint(with: asking) }
    return !reply.contains(.asked)
  }

  /// "they are sorry" and "you will take care" are not what "I am sorry" and "I will take care" are.
  private static func personHolds(_ example: Term, _ reply: Term) -> Bool {
    guard example.isExpressive || (example.isHead && example.subject == .speaker) else { return true }
    guard example.subject == .speaker || example.subject == nil, reply.isHead else { return true }
    switch reply.subject {
    case .other: return false
    case .listener: return example.subject == nil && !reply.isExpressive
    case .speaker, .thing, nil: return true
    }
  }
}
