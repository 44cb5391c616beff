/// How words of a reply were meant. Empty: asserted, the trainee says so in their own name.
public struct Stance: OptionSet, Hashable, Sendable {
  /// One bit a stance.
  public let rawValue: UInt8

  /// A set of stances from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Denied: "I am not sorry", "never", "no longer", "can't promise".
  public static let negated = Stance(rawValue: 1)
  /// Said under a condition that does not hold: "if I could refund you I would", "unless".
  public static let conditional = Stance(rawValue: 2)
  /// Another's words: "you said you're sorry", quotations.
  public static let reported = Stance(rawValue: 4)
  /// Asked, not told: "are you sorry?", "let me check whether it arrived".
  public static let asked = Stance(rawValue: 8)
  /// Asked of or offered to the listener: "can you confirm", "please send", "may I have". Still asserted.
  public static let requested = Stance(rawValue: 16)

  /// Softened: "it might", "perhaps", "it should". Still asserted.
  public static let hedged = Stance(rawValue: 32)
  /// Made firm: "it will definitely", "I guarantee". Still asserted.
  public static let firm = Stance(rawValue: 64)

  /// The four stances that take an assertion away.
  public static let unasserted: Stance = [.negated, .conditional, .reported, .asked]

  /// Whether the trainee stands behind the words.
  public var isAsserted: Bool { isDisjoint(with: .unasserted) }
}

extension Stance: CustomStringConvertible {
  /// The stances by name, or "asserted".
  public var description: String {
    let names: [(Stance, String)] = [
      (.negated, "negated"), (.conditional, "conditional"), (.reported, "reported"), (.asked, "asked"),
      (.requested, "requested"), (.hedged, "hedged"), (.firm, "firm"),
    ]
    let held = names.filter { contains($0.0) }.map(\.1)
    return held.isEmpty ? "asserted" : held.joined(separator: " ")
  }
}
