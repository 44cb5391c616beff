extension ToneLexicon {
  /// What ties a reply to the turn before it.
  func contextFeatures(_ text: ToneText, _ context: ToneText, cues: [ToneFeature]) -> [ToneFeature] {
    let asked = contentStems(context)
    let said = contentStems(text)
    guard !asked.isEmpty else { return [] }
    let shared = asked.intersection(said)
    let ranges = text.tokens.filter { shared.contains($0.stem) }.map(\.range)
    let mood = valence(of: context).compound
    let caring = cues.filter { ["c:apology", "c:feeling", "c:impact"].contains($0.name) }.reduce(0) {
      $0 + $1.value
    }
    let longer = Double(said.count) / Double(asked.count + said.count)
    return [
      ToneFeature("x:context", 1),
      ToneFeature("x:recall", Double(shared.count) / Double(asked.count), ranges),
      ToneFeature("x:touches", shared.isEmpty ? 0 : 1),
      ToneFeature("x:copied", said.isEmpty ? 0 : Double(shared.count) / Double(said.count)),
      ToneFeature("x:mood", mood), ToneFeature("x:cares-when-bad", mood < 0 ? min(2, caring) : 0),
      ToneFeature("x:cold-when-bad", mood < -0.2 && caring == 0 ? 1 : 0),
      ToneFeature("x:share", longer),
    ]
  }

  private func contentStems(_ text: ToneText) -> Set<String> {
    Set(text.tokens.filter { $0.isWordLike && ($0.value != nil || rank(of: $0) > 150) }.map(\.stem))
  }
}
