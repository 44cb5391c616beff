import Domain

/// A scenario together with what its packs bring. Own items come first and win over a pack's.
struct LinkedScenario: Hashable, Sendable {
  var draft: ScenarioDraft
  /// The packs it uses, straight or through another, in the order met.
  var packs: [PackDraft]
  var articles: [ArticleDraft]
  var policies: [PolicyDraft]
  var moves: [MoveDraft]
  var forbiddenClaims: [ForbiddenClaimDraft]
  var signOffs: [SignOffDraft]
  /// Own items that stand where a pack has one of the same name.
  var hiding: [Hiding]
  /// SHA-256 over the scenario's file and its packs' files.
  var digest: String

  struct Hiding: Hashable, Sendable {
    /// What the item is: `move`, `article`, `policy`, `claim`.
    var kind: String
    var own: Written
    var packs: Written
  }

  init(_ draft: ScenarioDraft, packs: [PackDraft], digest: String) {
    self.draft = draft
    self.packs = packs
    self.digest = digest
    hiding = []
    articles = draft.shared.articles
    policies = draft.shared.policies
    moves = draft.shared.moves
    forbiddenClaims = draft.shared.forbiddenClaims
    signOffs = []
    for pack in packs {
      hiding += Self.merge(pack.shared.articles, into: &articles, "article", own: draft.shared.articles, \.id)
      hiding += Self.merge(
        pack.shared.policies, into: &policies, "policy", own: draft.shared.policies, \.action)
      hiding += Self.merge(pack.shared.moves, into: &moves, "move", own: draft.shared.moves, \.name)
      hiding += Self.merge(
        pack.shared.forbiddenClaims, into: &forbiddenClaims, "claim", own: draft.shared.forbiddenClaims,
        \.name)
      _ = Self.merge(pack.signOffs, into: &signOffs, "sign-off", own: [], \.channel)
    }
  }

  /// The company's name: that of the first pack which has one.
  var company: String { packs.first { !$0.title.isEmpty }?.title ?? "" }

  private static func merge<Item>(
    _ items: [Item], into all: inout [Item], _ kind: String, own: [Item], _ name: (Item) -> Written
  ) -> [Hiding] {
    guard !items.isEmpty else { return [] }
    var known = Set(all.map { name($0).text })
    let owned = Dictionary(own.map { (name($0).text, name($0)) }) { first, _ in first }
    var hiding: [Hiding] = []
    for item in items {
      let word = name(item)
      if known.insert(word.text).inserted {
        all.append(item)
      } else if let mine = owned[word.text] {
        hiding.append(Hiding(kind: kind, own: mine, packs: word))
      }
    }
    return hiding
  }
}
