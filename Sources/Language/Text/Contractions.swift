/// Contracted words written out: "I'm" is "i am", "can't" is "can not", "dont" is "do not".
enum Contractions {
  /// One part of a contraction and how many letters of the written word it takes.
  struct Part: Equatable {
    var word: String
    var letters: Int
  }

  /// The parts of a folded word, or nil when it stands for itself. `word` writes every apostrophe as '.
  static func parts(of word: String) -> [Part]? {
    if let fixed = fixedForms[word] { return fixed }
    guard word.utf8.contains(0x27) else { return nil }
    if kept.contains(word) { return nil }
    for (ending, meaning) in endings where word.hasSuffix(ending) && word.utf8.count > ending.utf8.count {
      let root = String(word.dropLast(ending.utf8.count))
      if ending == "'s" && !takesIs.contains(root) { return nil }
      return [
        Part(word: irregularRoots[root + ending] ?? spokenRoots[root] ?? root, letters: root.count),
        Part(word: meaning, letters: ending.count),
      ]
    }
    return nil
  }

  /// "Ill send it", "well call you", "were full today", "its not here", "your in luck": typed without an apostrophe,
  /// where the word as it stands cannot be meant.
  static func unmarked(_ word: String, after last: String, before following: @autoclosure () -> String)
    -> [Part]?
  {
    guard let parts = withoutMark[word] else { return nil }
    let next = following()
    let opens = openings.contains(last)
    let isMeant =
      switch word {
      case "ill": deeds.contains(next) && !being.contains(last)
      case "well": deeds.contains(next) && opens
      case "were":
        states.contains(next) && (ends.contains(last) || ["because", "so", "sorry"].contains(last))
      case "its": functions.contains(next) || opens && afterIs.contains(next)
      case "id": wishes.contains(next) && (opens || ends.contains(last))
      default:
        functions.contains(next) || ["welcome", "going", "looking", "waiting", "covered"].contains(next)
      }
    return isMeant ? parts : nil
  }

  /// Whether a word may be read as two where another follows.
  static func mayLackMark(_ word: String) -> Bool { withoutMark[word] != nil }

  private static let withoutMark = [
    "ill": [Part(word: "i", letters: 1), Part(word: "will", letters: 2)],
    "id": [Part(word: "i", letters: 1), Part(word: "would", letters: 1)],
    "well": [Part(word: "we", letters: 2), Part(word: "will", letters: 2)],
    "were": [Part(word: "we", letters: 2), Part(word: "are", letters: 2)],
    "its": [Part(word: "it", letters: 2), Part(word: "is", letters: 1)],
    "your": [Part(word: "you", letters: 3), Part(word: "are", letters: 1)],
  ]

  private static let ends: Set<String> = ["", ".", "!", "?", ";", ":", "\u{2026}"]
  /// What may stand before the first word of a clause.
  private static let openings = ends.union([
    ",", "-", "\u{2013}", "\u{2014}", "(", "and", "but", "or", "so", "then", "because", "if", "that", "sorry",
    "yes",
    "hi", "hello", "ok", "okay", "as", "today", "tomorrow", "now", "again",
  ])
  private static let being: Set<String> = [
    "am", "is", "are", "was", "were", "be", "been", "being", "feel", "felt", "feeling", "fall", "fell",
    "fallen",
    "very", "so", "too", "seriously", "really", "taken", "took", "get", "got", "the", "not", "or",
  ]
  private static let functions: Set<String> = [
    "a", "an", "the", "not", "in", "on", "at", "with", "been", "there", "here", "still", "already", "because",
    "just",
    "having", "being", "my", "our", "about", "under", "no",
  ]
  private static let states: Set<String> = [
    "full", "closed", "open", "sorry", "not", "happy", "glad", "busy", "unable", "able", "here", "very",
    "really",
    "still", "looking", "working", "sending", "checking", "going", "fully", "aware", "short", "currently",
    "back",
    "booked", "out", "now", "just", "only", "extremely", "waiting", "doing", "trying", "getting", "on", "at",
  ]
  private static let wishes: Set<String> = [
    "like", "love", "be", "rather", "prefer", "suggest", "recommend", "need", "also", "have", "say", "advise",
  ]
  private static let deeds = SpokenFuture.deeds.union([
    "be", "have", "need", "also", "just", "keep", "text", "message", "email", "phone", "post", "pass",
    "speak", "gladly",
    "happily", "make", "order", "arrange", "add", "return", "remove", "show", "walk", "stay", "try", "wait",
    "sort",
    "hold", "cover", "meet", "contact", "confirm", "chase", "transfer", "explain", "set", "drop", "mail",
    "share",
    "waive", "report", "follow", "forward", "pick", "always", "resend", "reset", "inform", "notify", "leave",
    "cook",
    "swap", "not", "never", "first", "personally", "again",
  ])

  /// Whether a form is one of dialect or of easy writing, and not the usual one with its apostrophe.
  static func isEasySpeech(_ word: String) -> Bool {
    if let root = word.split(separator: "'").first, spokenRoots[String(root)] != nil { return true }
    return fixedForms[word] != nil && word != "cannot"
      && (!word.utf8.contains(0x27) || ["d'you", "y'all", "i'ma"].contains(word))
  }

  /// "The cable's not ready", "the credit's on the bill": `is`, where a word follows that nobody can own.
  static func isVerb(_ word: String, before following: @autoclosure () -> String) -> [Part]? {
    guard word.utf8.last == 0x73, word.hasSuffix("'s") else { return nil }
    let next = following()
    let isFigure = next == figure && !times.contains(String(word.dropLast(2)))
    guard isFigure || afterIs.contains(next) || isParticiple(next) || isUnderWay(next) else { return nil }
    return [Part(word: String(word.dropLast(2)), letters: word.count - 2), Part(word: "is", letters: 2)]
  }

  /// What stands for a number or an amount: "the train's 12:21", "the bill's £212", not "today's 3 orders".
  static let figure = "0"
  private static let times: Set<String> = [
    "today", "tomorrow", "yesterday", "week", "month", "year", "day", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "spring", "summer", "autumn", "winter",
  ]

  /// "The call's recorded", "the lid's cracked"; a shorter word may be a noun ("the plant's seed").
  private static func isParticiple(_ word: String) -> Bool { word.hasSuffix("ed") && word.utf8.count >= 6 }

  /// "My mate's fetching it", "the driver's picking it up", not "the hotel's parking".
  private static func isUnderWay(_ word: String) -> Bool {
    word.hasSuffix("ing") && word.utf8.count >= 6 && !gerundNouns.contains(word)
  }

  private static let gerundNouns: Set<String> = [
    "opening", "meeting", "parking", "training", "booking", "building", "wedding", "rating", "billing",
    "pricing", "evening", "morning", "shipping", "tracking", "heating", "cleaning", "hearing", "saving",
    "ending", "beginning", "feeling", "reading", "painting", "handling", "warning", "string", "clothing",
    "ceiling", "closing", "wiring", "lighting", "packaging", "posting", "listing", "landing", "setting",
    "wording", "spelling", "timing", "outing", "writing", "nothing", "something", "everything", "anything",
    "spring", "sibling", "offering", "filing", "funding", "marking", "washing", "drawing", "cooling",
    "swimming", "catering", "roaming", "standing", "boarding", "sitting", "viewing", "backing",
  ]

  private static let afterIs: Set<String> = [
    "after", "stuck", "shut", "taken", "sold", "not", "a", "an", "the", "no", "on", "in", "at", "with",
    "been", "being", "too", "so", "already", "now",
    "still", "here", "there", "just", "my", "your", "our", "gone", "done", "it", "because", "for", "from",
    "ready", "late", "broken", "possible", "available", "free", "due", "closed", "open", "out", "off", "over",
    "back", "fine", "wrong", "unpleasant", "sent", "paid", "fixed", "sorted", "booked", "full", "empty", "to",
    "by", "up", "down", "under", "above", "very", "really", "quite", "all", "only", "got", "set", "safe",
  ]

  /// The word without a possessive ending or stray apostrophes; words such as o'clock stay whole.
  static func withoutPossessive(_ word: String) -> String {
    guard word.utf8.contains(0x27), !kept.contains(word) else { return word }
    let root = word.hasSuffix("'s") ? String(word.dropLast(2)) : word
    return root.filter { $0 != "'" }
  }

  /// The full word for one whose end or beginning an apostrophe stands for: "askin'", "an'", "'cause"; else nil.
  static func restored(_ word: String, cutBefore: Bool, cutAfter: Bool) -> String? {
    if cutBefore == cutAfter { return nil }
    if cutBefore { return cutFirst[word] }
    if let full = cutLast[word] { return full }
    return word.hasSuffix("in") && word.utf8.count >= 5 ? word + "g" : nil
  }

  private static let cutFirst = [
    "cause": "because", "em": "them", "til": "till", "bout": "about", "round": "around", "fraid": "afraid",
    "appen": "perhaps",
  ]
  private static let cutLast = [
    "an": "and", "o": "of", "wi": "with", "t": "the", "th": "the", "fo": "for", "mo": "more", "ol": "old",
    "lil": "little", "gon": "will", "jus": "just", "tha": "that",
  ]
  /// Persons as dialects and easy speech have them before "'ll" and "'ve".
  private static let spokenRoots = [
    "ye": "you", "ya": "you", "youse": "you", "yous": "you", "y'all": "you", "ah": "i", "u": "you",
    "dey": "they",
  ]

  private static let kept: Set<String> = ["o'clock", "ma'am", "e'er"]
  private static let endings: [(String, String)] = [
    ("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would"), ("'m", "am"),
    ("'s", "is"),
  ]
  private static let irregularRoots = ["can't": "can", "won't": "will", "shan't": "shall", "ain't": "is"]
  private static let takesIs: Set<String> = [
    "it", "that", "this", "he", "she", "there", "here", "what", "where", "who", "how", "when", "why",
    "everything", "something", "nothing", "anything", "everyone", "someone",
  ]

  /// Forms whose parts no rule gives, among them those commonly typed without an apostrophe.
  private static let fixedForms: [String: [Part]] = {
    var table: [String: [Part]] = [:]
    table["dunno"] = [
      Part(word: "do", letters: 1), Part(word: "not", letters: 2), Part(word: "know", letters: 2),
    ]
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 4, let first = Int(words[2]) else { continue }
      table[words[0]] = [
        Part(word: words[1], letters: first), Part(word: words[3], letters: words[0].count - first),
      ]
    }
    for (word, meaning) in dialect { table[word] = [Part(word: meaning, letters: word.count)] }
    return table
  }()

  /// Words of dialects and of easy writing that stand for one common word.
  private static let dialect = [
    "gie": "give", "afore": "before", "nae": "no", "aye": "yes", "youse": "you", "naebody": "nobody",
    "nowt": "nothing", "owt": "anything", "summat": "something", "cos": "because", "coz": "because",
    "cuz": "because", "wi'out": "without", "meself": "myself", "yerself": "yourself", "ye": "you",
    "ya": "you",
    "yer": "your", "u": "you", "ur": "your", "ta": "thanks", "thx": "thanks", "pls": "please",
    "plz": "please",
    "tmrw": "tomorrow", "msg": "message", "foto": "photo", "fotos": "photos", "y'all": "you", "yous": "you",
    "yez": "you", "yis": "you", "yinz": "you", "thee": "you", "tek": "take", "mek": "make", "tae": "to",
    "fae": "from", "frae": "from", "aboot": "about", "oot": "out", "doon": "down", "dae": "do", "hae": "have",
    "oor": "our", "ower": "over", "thru": "through", "abeg": "please", "gon": "will", "mesen": "myself",
    "yersen": "yourself", "arvo": "afternoon", "naw": "no", "yeh": "yes", "yup": "yes", "dat": "that",
    "dem": "them", "dey": "they", "wis": "was", "telt": "told", "selt": "sold", "gied": "gave", "yall": "you",
    "morra": "tomorrow",
    "maist": "most", "maistly": "mostly", "haffi": "must", "fi": "to",
  ]

  /// Written form, first word, its letters, second word.
  private static let lines = [
    "can't can 2 not", "won't will 2 not", "shan't shall 3 not", "let's let 3 us", "cannot can 3 not",
    "cant can 2 not", "wont will 2 not", "dont do 2 not", "doesnt does 4 not", "didnt did 3 not",
    "isnt is 2 not", "arent are 3 not", "wasnt was 3 not", "werent were 4 not", "havent have 4 not",
    "hasnt has 3 not", "hadnt had 3 not", "wouldnt would 5 not", "couldnt could 5 not",
    "shouldnt should 6 not", "im i 1 am", "ive i 1 have", "youre you 3 are", "youve you 3 have",
    "youll you 3 will", "theyre they 4 are", "theyve they 4 have", "theyll they 4 will", "weve we 2 have",
    "thats that 4 is", "whats what 4 is", "heres here 4 is", "theres there 5 is", "gonna going 3 to",
    "wanna want 3 to", "gotta got 3 to", "lemme let 3 me", "gimme give 3 me",
    "cannae can 3 not", "dinnae do 3 not", "didnae did 3 not", "isnae is 2 not", "wasnae was 3 not",
    "havenae have 4 not", "wouldnae would 5 not", "couldnae could 5 not", "willnae will 4 not",
    "hasnae has 3 not", "arenae are 3 not", "neednae need 4 not", "neednt need 4 not", "mustnt must 4 not",
    "shoulda should 6 have", "coulda could 5 have", "woulda would 5 have", "musta must 4 have",
    "mighta might 5 have", "tis it 1 is", "twas it 1 was", "gonnae going 5 to", "finna going 3 to",
    "imma i 1 will", "i'ma i 1 will", "tryna trying 3 to", "outta out 3 of", "aint is 2 not",
    "canna can 3 not",
    "dinna do 3 not", "didna did 3 not", "isna is 2 not", "wasna was 3 not", "wouldna would 5 not",
    "couldna could 5 not", "hasna has 3 not", "havena have 4 not", "doesna does 4 not", "doesnae does 4 not",
    "shouldnae should 6 not", "shouldna should 6 not", "mustnae must 4 not", "divvent do 4 not",
    "mustve must 4 have", "shouldve should 6 have", "couldve could 5 have", "wouldve would 5 have",
    "mightve might 5 have", "hes he 2 is", "shes she 3 is", "whos who 3 is", "wheres where 5 is",
    "hows how 3 is",
    "itd it 2 would", "theyd they 4 would",
    "itll it 2 will", "thatll that 4 will", "youd you 3 would", "d'you do 1 you",
  ]
}
