import Language
import Testing

@Suite struct `Stems` {
  @Test(arguments: [
    ["apologise", "apologize", "apologising", "apology", "apologies", "apologised"],
    ["refund", "refunds", "refunded", "refunding"], ["deliver", "delivers", "delivered", "delivering"],
    ["tell", "told", "telling"], ["send", "sent", "sending"], ["organise", "organized", "organising"],
    ["confirm", "confirming", "confirmed"], ["delay", "delays", "delayed"],
  ])
  func `bring the forms of a word together`(_ forms: [String]) {
    #expect(Set(forms.map(Stemmer.stem)).count == 1, "\(forms.map(Stemmer.stem))")
  }

  /// Pairs from the description of the algorithm, or worked through it by hand.
  @Test(arguments: [
    ("caresses", "caress"), ("ties", "tie"), ("cries", "cri"), ("gas", "gas"), ("gaps", "gap"),
    ("agreed", "agre"),
    ("luxuriating", "luxuri"), ("hopping", "hop"), ("hoping", "hope"), ("by", "by"), ("say", "say"),
    ("cry", "cri"),
    ("dying", "die"), ("generous", "generous"), ("communication", "communic"), ("news", "news"),
    ("internally", "internal"), ("consolingly", "consol"), ("knightly", "knight"), ("skies", "sky"),
    ("exceeding", "exceed"), ("rolling", "roll"), ("controllable", "control"), ("happiness", "happi"),
    ("fluently", "fluentli"), ("rational", "ration"),
  ])
  func `are those of Porter2`(_ word: String, _ stem: String) {
    #expect(Stemmer.porter2(word) == stem)
  }

  @Test(arguments: ["promise", "surprise", "exercise", "advise", "revise", "raise"])
  func `leave an -ise that is no ending alone`(_ word: String) {
    #expect(Stemmer.stem(word) == Stemmer.porter2(word))
  }

  @Test(arguments: ["", "a", "'", "''", "s", "ss", "'s", "ed", "ing", "y", "yy", "日本", "ied", "eed", "ingly"])
  func `of odd words do no harm`(_ word: String) {
    #expect(Stemmer.stem(word).utf8.count <= word.utf8.count + 1)
  }
}
