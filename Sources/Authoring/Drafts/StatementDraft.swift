/// Something that can be said in any words, as written.
struct StatementDraft: Hashable, Sendable {
  var text: Written?
  var question: Written?
  var good: [Written] = []
  var notQuite: [Written] = []

  /// Every text of it.
  var texts: [Written] { [text, question].compactMap(\.self) + good + notQuite }
}

struct RequiredFactDraft: Hashable, Sendable {
  var name: Written
  var statement = StatementDraft()
  var because: Written?
  var condition: ExpressionDraft?
}

struct ForbiddenClaimDraft: Hashable, Sendable {
  var name: Written
  var statement = StatementDraft()
  var because: Written?
  var isCritical = false
}
