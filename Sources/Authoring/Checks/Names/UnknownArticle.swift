import Diagnostics

/// S207: `because` names an article that is not in the knowledge base.
enum UnknownArticle: ScenarioCheck {
  static let page = CheckPage(
    "S207", "unknown-article", .error, title: "a reason names an article that does not exist",
    why: """
      When a trainee breaks the rule, the article is what they are shown. Articles stand under knowledge, in the \
      scenario or in a pack it uses.
      """,
    triggering: """
      knowledge:
        KB-17: Never promise a delivery date.
      critical:
        - {never: promise_date, because: KB-71}
      """,
    clean: """
      knowledge:
        KB-17: Never promise a delivery date.
      critical:
        - {never: promise_date, because: KB-17}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    let articles = subject.names.articles
    return subject.unknown([.because]).map { use in
      let suggestion = Suggestion(
        for: use, among: [articles],
        instead: articles.count == 0
          ? "write the article under knowledge" : "the articles are \(articles.quoted)")
      return page.found(
        "no article '\(use.name.text)' in the knowledge base", at: use.name.place.label("no such article"),
        others: subject.origin(of: use.name.place), help: suggestion.help, fix: suggestion.fix)
    }
  }
}
