/// Which kinds of criteria may give points: those on which people and machine agree well enough.
///
/// The measure is agreement on golden replies (`touchpoint rubric test`); a kind that fails it is shown as advice.
public struct TrustGate: Hashable, Sendable {
  /// Keywords of the kinds that are shown and not counted; of auto-fail rules with `auto-fail/` before them.
  public let adviceOnly: Set<String>

  /// A gate that keeps these kinds back.
  public init(adviceOnly: Set<String> = []) { self.adviceOnly = adviceOnly }

  /// Every kind counts.
  public static let open = TrustGate()

  /// Whether a breach of an auto-fail rule decides the result.
  public func trusts(autoFail rule: String) -> Bool { trusts("auto-fail/" + rule) }

  /// Whether a kind's points count.
  public func trusts(_ kind: String) -> Bool { !adviceOnly.contains(kind) }
}
