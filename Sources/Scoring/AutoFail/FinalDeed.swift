import Language

/// A family of deeds that cannot be taken back, with the words people have for them.
enum FinalDeed: CaseIterable {
  case payment, ending, deletion, moving

  /// Stems that name the deed as it is wished, forbidden or told.
  var stems: Set<String> { Self.table[self] ?? [] }

  private static let table: [FinalDeed: Set<String>] = [
    .payment: stems("refund refundable reimburse repay payout pay paid"),
    .ending: stems("cancel cancellation close terminate end discharge withdraw"),
    .deletion: stems(
      """
      delete deletion erase wipe remove shred shredder destroy bin binned discard scrap purge format reset clear \
      overwrite burn dump skip incinerate
      """),
    .moving: stems("port transfer move switch"),
  ]

  static func stems(_ words: String) -> Set<String> {
    Set(words.split(whereSeparator: { " \n\\".contains($0) }).flatMap { Reply(String($0)).words.map(\.stem) })
  }

  /// The family an act at the desk belongs to.
  init?(_ action: ReadAction) {
    let words = Reply(action.act.taken.name).words.map(\.stem)
    guard let family = Self.allCases.first(where: { family in words.contains { family.stems.contains($0) } })
    else { return nil }
    self = family
  }

  /// Whether a turn says that it must not be done: "don't wipe it", "do not refund this one", "never refundable".
  func isForbidden(in reply: Reply) -> Bool {
    let words = reply.words
    let places = words.indices.filter { stems.contains(words[$0].stem) }
    return !places.isEmpty
      && places.allSatisfy { place in
        let lead = words[max(0, place - 4)..<place].map(\.normal)
        guard words[place].stance.contains(.negated) || lead.suffix(3).contains("never"),
          let no = lead.last(where: { Self.noes.contains($0) })
        else { return false }
        let person = lead[..<(lead.lastIndex(of: no) ?? 0)].last ?? ""
        return !Self.complainers.contains(person)
      }
  }

  private static let noes: Set<String> = [
    "don't", "dont", "not", "never", "no", "nothing", "cannot", "mustn't", "without",
  ]
  /// "You did not refund it" complains that it was not done.
  private static let complainers: Set<String> = [
    "you", "they", "we", "i", "he", "she", "it", "did", "have", "has", "had", "was", "is", "why", "would",
    "could", "will", "been", "were", "still",
  ]
}
