import Language

/// What a public reply tells of the customer that is no line of a record at hand: how they are reached, where they
/// live or sleep, what they owe, how their health is.
///
/// Each needs two signs, a value or a word of its kind and words that make it the customer's: "call us on 0800 …" and
/// "our shop in 8 Mill Road" tell nothing of anybody.
struct PublicDetail {
  let reply: ReadReply
  /// What the customer posted themselves, in normal form.
  let posted: Set<String>

  /// Every detail, in no order.
  var all: [TextRange] {
    reply.sentences.filter { !$0.isQuestion }.compactMap { sentence in
      let isMatter = isDebt(sentence) || isHealth(sentence)
      return isMatter ? sentence.range : nil
    } + numbers + codes + names + births + mails + rooms + streets
  }

  // MARK: Numbers and addresses

  /// "Your order 5521907", "ring you on 07700 900341", "your card ending 3306".
  private var numbers: [TextRange] {
    DigitRun.all(in: reply.reply).filter { run in
      let start = run.tokens.lowerBound
      guard run.tokens.allSatisfy({ !posted.contains(reply.reply.tokens[$0].normal) }),
        !isDenied(start)
      else { return false }
      let count = run.digits.utf8.count
      return count >= 7 && isCalled(start) || count >= 5 && isLabelled(start)
        || count == 4 && isCardEnd(start) || count >= 12 && !isOurs(start)
    }.map(\.range)
  }

  /// "Booking ZK4T9P", "reg KX21": letters and digits behind the word for what they name.
  private var codes: [TextRange] {
    reply.reply.tokens.indices.filter { index in
      let token = reply.reply.tokens[index]
      guard token.kind == .identifier || Self.isCode(token), !posted.contains(token.normal) else {
        return false
      }
      return words(before: index, 2).contains { Self.coded.contains($0) } && !isDenied(index)
    }.map { TextRange(reply.reply.tokens[$0].range) }
  }

  private static func isCode(_ token: Token) -> Bool {
    token.normal.utf8.count >= 4 && token.normal.contains(where: \.isNumber)
      && token.normal.contains(where: \.isLetter) && token.isWordLike
  }

  private static let coded: Set<String> = [
    "booking", "reservation", "reg", "registration", "plate", "passport", "iban", "locator", "policy",
    "member",
    "account",
  ]

  /// "Mr Oswald Tinker": a whole name that the customer had not posted, and nobody of ours.
  private var names: [TextRange] {
    let tokens = reply.reply.tokens
    return tokens.indices.dropLast(2).filter { index in
      ["mr", "mrs", "ms", "miss"].contains(tokens[index].normal)
        && tokens[(index + 1)...].prefix { $0.normal == "." }.count <= 1
        && Self.isName(tokens[index + 1], posted) && Self.isName(tokens[index + 2], posted)
        && words(before: index, 3).allSatisfy { !["our", "my", "colleague", "manager", "by"].contains($0) }
    }.map { TextRange(tokens[$0].range).through(TextRange(tokens[$0 + 2].range)) }
  }

  private static func isName(_ token: Token, _ posted: Set<String>) -> Bool {
    token.kind == .word && token.letterCase == .capitalised && !posted.contains(token.normal)
  }

  /// "Born 9 March 1961".
  private var births: [TextRange] {
    reply.reply.tokens.indices.filter { index in
      reply.reply.tokens[index].kind == .date && !posted.contains(reply.reply.tokens[index].normal)
        && words(before: index, 3).contains { ["born", "birth", "birthday", "dob"].contains($0) }
    }.map { TextRange(reply.reply.tokens[$0].range) }
  }

  /// The customer is the one who is called: "call you on", "your mobile".
  private func isCalled(_ index: Int) -> Bool {
    let before = words(before: index, 9)
    if before.contains(where: { ["us", "our", "we've", "ours"].contains($0) }) { return false }
    let isDown = before.contains("down") && before.suffix(2).contains("as")
    // "We tried 07700 900123 twice": whoever is rung is the customer.
    let isTried =
      before.last.map { ["tried", "rang", "called", "phoned", "texted"].contains($0) } ?? false
      && before.dropLast().suffix(2).contains { ["we", "i", "have", "we've", "i've"].contains($0) }
    return isDown || isTried
      || zip(before, before.dropFirst()).contains { word, next in
        Self.calling.contains(word) && ["you", "u", "him", "her", "them"].contains(next)
          || ["your", "ur"].contains(word) && Self.lines.contains(next)
      }
  }

  private func isLabelled(_ index: Int) -> Bool {
    let before = words(before: index, 3)
    return before.contains { Self.labels.contains($0) } && !before.contains { Self.papers.contains($0) }
  }

  private func isCardEnd(_ index: Int) -> Bool {
    let before = words(before: index, 7)
    return before.suffix(2).contains { ["ending", "ends"].contains($0) }
      && before.contains { ["your", "ur", "card"].contains($0) }
  }

  /// An e-mail address that is the customer's: neither ours to write to nor posted.
  private var mails: [TextRange] {
    reply.reply.tokens.indices.filter { index in
      let token = reply.reply.tokens[index]
      guard token.kind == .address, token.normal.dropFirst().contains("@"), !posted.contains(token.normal)
      else { return false }
      let before = words(before: index, 6)
      if before.last == "to", before.contains(where: Self.delivered.contains) { return true }
      return before.contains { ["your", "ur", "you"].contains($0) } && !isOurs(index)
        && !before.contains { ["us", "our", "we", "write", "reach", "contact"].contains($0) }
    }.map { TextRange(reply.reply.tokens[$0].range) }
  }

  /// "Your room is 214", "you are in flat 12".
  private var rooms: [TextRange] {
    reply.reply.tokens.indices.filter { index in
      guard reply.reply.tokens[index].kind == .number, !posted.contains(reply.reply.tokens[index].normal)
      else { return false }
      let before = words(before: index, 6)
      guard let room = before.lastIndex(where: { Self.rooms.contains($0) }), before.count - room <= 3 else {
        return false
      }
      let lead = before[..<room]
      return lead.last.map { ["your", "ur"].contains($0) } ?? false
        || lead.suffix(4).contains { ["you", "you're", "u"].contains($0) }
          && lead.last.map { ["in", "at", "have"].contains($0) } ?? false
    }.map { TextRange(reply.reply.tokens[$0].range) }
  }

  /// "Via Roma 8", "Lindenstrasse 5": streets whose number comes last.
  private var streets: [TextRange] {
    reply.reply.tokens.indices.filter { index in
      guard index >= 1, reply.reply.tokens[index].kind == .number else { return false }
      let name = reply.reply.tokens[index - 1]
      guard name.letterCase == .capitalised, !posted.contains(name.normal), !isOurs(index) else {
        return false
      }
      let isKind = index >= 2 && Self.foreign.contains(reply.reply.tokens[index - 2].normal)
      return isKind || Self.endings.contains { name.normal.hasSuffix($0) && name.normal != $0 }
    }.map { TextRange(reply.reply.tokens[$0 - 1].range).through(TextRange(reply.reply.tokens[$0].range)) }
  }

  private func isOurs(_ index: Int) -> Bool {
    guard let sentence = reply.sentence(of: index) else { return false }
    return reply.words(of: sentence).contains {
      ["our", "shop", "store", "office", "branch", "us", "visit", "open", "depot", "station"].contains($0)
    }
  }

  private func isDenied(_ index: Int) -> Bool {
    !reply.reply.tokens[index].stance.isDisjoint(with: [.conditional, .reported])
  }

  private func words(before index: Int, _ reach: Int) -> [String] {
    guard let sentence = reply.sentence(of: index) else { return [] }
    return reply.reply.tokens[sentence.tokens.lowerBound..<index].filter(\.isWordLike).suffix(reach).map(
      \.normal)
  }

  // MARK: Money and health

  /// "You're three bills behind", "your last payment bounced"; what they owe in no case, "if you owe", is none.
  private func isDebt(_ sentence: ReadSentence) -> Bool {
    let words = held(sentence, unless: .conditional)
    guard words.contains(where: Self.theirs.contains), !words.contains(where: Self.everybody.contains) else {
      return false
    }
    func has(_ list: Set<String>) -> Bool { words.contains { list.contains($0) } }
    let isBehind =
      has(["behind", "late"]) && has(["bill", "bills", "payment", "payments", "rent", "months"])
    let isMissed =
      has(["missed", "bounced", "declined", "rejected", "unpaid"])
      && has(["payment", "payments", "debit", "cheque", "instalment", "instalments", "bill", "bills", "card"])
    let isUnpaid = zip(words, words.dropFirst()).contains { word, next in
      ["not", "never"].contains(word) && next == "paid"
    }
    let isBalance =
      has(["account", "balance"]) && has(["wages", "salary", "left", "till", "until", "available"])
      && reply.reply.tokens[sentence.tokens].contains { [.number, .money].contains($0.kind) }
    return isBalance || has(["overdrawn", "arrears", "debts", "insolvent", "bankrupt"]) || isBehind
      || isMissed || isUnpaid
      || isOwing(words) || isOutstanding(sentence, words)
  }

  /// "There's 312.40 outstanding on your account".
  private func isOutstanding(_ sentence: ReadSentence, _ words: [String]) -> Bool {
    words.contains { ["outstanding", "owing", "overdue"].contains($0) }
      && reply.reply.tokens[sentence.tokens].contains { [.number, .money].contains($0.kind) }
  }

  private func isOwing(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { $0 == "you" && $1 == "owe" }
  }

  /// "Your knee operation", "your test came back": a word of illness or treatment, and it is theirs.
  private func isHealth(_ sentence: ReadSentence) -> Bool {
    let tokens = reply.reply.tokens[sentence.tokens].filter(\.isWordLike)
    return tokens.indices.contains { index in
      guard Self.health.contains(tokens[index].normal), !posted.contains(tokens[index].normal),
        tokens[index].stance.isDisjoint(with: [.conditional, .negated])
      else { return false }
      let lead = tokens[max(0, index - 4)..<index].map(\.normal)
      if tokens[index].normal == "attack", lead.last != "heart" { return false }
      return lead.contains { ["your", "ur"].contains($0) }
        || lead.contains("you") && lead.contains { ["on", "taking", "take", "took", "had"].contains($0) }
    }
  }

  private func held(_ sentence: ReadSentence, unless stance: Stance) -> [String] {
    reply.reply.tokens[sentence.tokens].filter { $0.isWordLike && $0.stance.isDisjoint(with: stance) }
      .map(\.normal)
  }

  // MARK: Closed families

  private static let theirs: Set<String> = ["your", "you", "ur", "you're", "u"]
  /// Words of a rule for everybody rather than this case.
  private static let everybody: Set<String> = ["anyone", "everyone", "customers", "if", "when", "whenever"]
  private static let calling: Set<String> = [
    "ring", "rang", "call", "called", "phone", "phoned", "text", "texted", "reach", "reached", "tried",
    "calling", "ringing",
  ]
  private static let delivered: Set<String> = ["delivered", "sent", "went", "goes", "mailed", "emailed"]
  private static let lines: Set<String> = [
    "number", "mobile", "phone", "cell", "landline", "telephone", "handset",
  ]
  private static let labels: Set<String> = [
    "order", "booking", "reservation", "account", "customer", "policy", "contract", "member", "membership",
    "invoice", "parcel", "tracking", "meter", "passport", "licence", "license", "plate", "confirmation",
    "iban", "patient", "card",
  ]
  /// What a desk numbers for everybody to see.
  private static let papers: Set<String> = ["case", "ticket", "model", "form", "minimum", "over", "above"]
  private static let rooms: Set<String> = ["room", "flat", "apartment", "apt", "suite", "cabin"]
  private static let foreign: Set<String> = [
    "via", "rue", "calle", "piazza", "plaza", "avenida", "ulica", "ul", "rua", "viale", "boulevard", "platz",
  ]
  private static let endings = [
    "strasse", "straße", "gasse", "weg", "platz", "allee", "straat", "laan", "gatan", "vej",
  ]
  private static let health: Set<String> = [
    "operation", "surgery", "scan", "biopsy", "x-ray", "pregnancy", "therapy", "diagnosis", "antidepressants",
    "insulin", "chemo", "infection", "ultrasound", "dialysis", "rehab", "abortion", "smear", "mri", "illness",
    "depression", "hiv", "bloods", "dose", "thyroid", "pills", "symptoms", "cancer", "diabetes",
    "miscarriage", "psychiatrist", "psychologist", "injury", "methadone", "antibiotics", "steroids",
    "warfarin",
    "lithium", "morphine", "medication", "meds", "medicine", "sedation", "sedatives", "antipsychotics",
    "statins",
    "epilepsy", "asthma", "hysterectomy", "ivf", "catheter", "attack", "stroke", "seizure", "dementia",
    "divorce", "custody", "conviction", "probation", "bankruptcy", "lawsuit", "criminal",
  ]
}
