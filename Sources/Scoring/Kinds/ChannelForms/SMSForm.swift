import Domain
import Language

/// SMS: who writes, one purpose, at most two parts, a wish to stop honoured at once.
struct SMSForm: ChannelFormRule {
  let title = "SMS"
  let channels: Set<String> = ["sms", "text"]

  func checks(of talk: FormTalk) -> [FormCheck] {
    let long = talk.replies.first { SMSParts($0.text).count > 2 }
    let crowded = talk.replies.first { !Self.hasOnePurpose($0) }
    var checks = [
      FormCheck(
        "Says who writes", earnedBy: sender(talk), else: "Say who writes; a number alone could be anybody.",
        better: "Sam from \(company(talk)) here:"),
      FormCheck(
        "Fits into two parts", lostBy: long.flatMap(Self.lastSentence),
        else: "Keep it to 160 characters, two parts at most."),
      FormCheck(
        "Has one purpose", lostBy: crowded.flatMap(Self.lastSentence),
        else: "One text, one purpose: ask one thing at a time."),
    ]
    if OptOut.first(in: talk.reading) != nil {
      let isKept = OptOut.ignored(in: talk.reading) == nil
      checks.append(
        FormCheck(
          "Stops when asked to", isKept, else: "They asked for no more messages: confirm once and stop."))
    }
    return checks
  }

  private static func lastSentence(_ reply: ReadReply) -> Quote? {
    reply.sentences.last.map { reply.quote($0.range, .lost) }
  }

  private func company(_ talk: FormTalk) -> String {
    let name = talk.reading.scenario?.company ?? ""
    return name.isEmpty ? "your shop" : name
  }

  /// A name of the person or of the company, in the first text.
  private func sender(_ talk: FormTalk) -> Quote? {
    guard let first = talk.replies.first else { return nil }
    if let quote = talk.introduction(in: [first]) { return quote }
    let company = Reply(talk.reading.scenario?.company ?? "").words.map(\.normal).filter { $0.utf8.count > 2 }
    let token = first.reply.tokens.indices.first { index in
      let token = first.reply.tokens[index]
      return company.contains(token.normal) || isLabel(index, first)
    }
    return token.map { first.quote(TextRange(first.reply.tokens[$0].range), .earned) } ?? signature(first)
  }

  /// "... Which one? Smile Dental": a last line of nothing but names.
  private func signature(_ reply: ReadReply) -> Quote? {
    guard reply.sentences.count > 1, let last = reply.sentences.last, (1...3).contains(last.wordCount) else {
      return nil
    }
    let words = reply.reply.tokens[last.tokens].filter(\.isWordLike)
    let isNamed = words.allSatisfy { $0.kind == .word && [.capitalised, .upper].contains($0.letterCase) }
    return isNamed
      && words.contains { !WordLists.grammar.contains($0.normal) && !WordLists.general.contains($0.normal) }
      ? reply.quote(reply.range(of: last.tokens), .earned) : nil
  }

  /// "Alder Parcels: your parcel ..." or "... - Sam, Alder Parcels": a name before the first colon or in a last line.
  private func isLabel(_ index: Int, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens
    guard tokens[index].letterCase == .capitalised || tokens[index].letterCase == .upper,
      tokens[index].kind == .word,
      !WordLists.grammar.contains(tokens[index].normal), !WordLists.general.contains(tokens[index].normal)
    else { return false }
    let next = tokens[(index + 1)...].prefix(3)
    if index <= 2, next.contains(where: { $0.normal == ":" }) { return true }
    if next.first?.normal == "from" || index > 0 && tokens[index - 1].normal == "from" { return true }
    return index + 3 > tokens.count && index > 3 && ["-", "–", "—", "."].contains(tokens[index - 1].normal)
  }

  /// At most one question, and four sentences beside it.
  private static func hasOnePurpose(_ reply: ReadReply) -> Bool {
    reply.sentences.count { $0.isQuestion } <= 1
      && reply.sentences.count { $0.wordCount > 2 && !$0.isQuestion } <= 4
  }

  let examples = [
    CriterionExample(
      "sms: who and what", .met, quotes: ["Sam from"],
      [
        .customer("where is my parcel"),
        .trainee(
          "Hi, Sam from Alder here. Your parcel is in Lyon, I will send it out again today.", channel: "sms"),
      ]),
    CriterionExample(
      "sms: signed by the house", .met, quotes: ["Smile Dental"],
      [
        .customer("Can u move my dentist appt to thurs?"),
        .trainee("Hi, Thursday we have 9.20 or 4.40 for your appt. Which one? Smile Dental", channel: "sms"),
      ]),
    CriterionExample(
      "sms: from nobody", .partly,
      [
        .customer("where is my parcel"),
        .trainee("ur parcel is in lyon. i will send it again today, ok?", channel: "sms"),
      ]),
    CriterionExample(
      "sms: three questions", .partly, quotes: ["Alder", "And which street is it?"],
      [
        .customer("where is my parcel"),
        .trainee(
          "Alder: I will look for the parcel now. When was it due? Who ordered it? And which street is it?",
          channel: "sms"),
      ]),
  ]
}

/// How many parts a text is sent in: 160 characters, or 153 each when there are more; 70 and 67 outside the basic set.
struct SMSParts {
  let count: Int

  /// Figures: GSM 03.38 and 03.40, seven bits a character against sixteen.
  init(_ text: String) {
    let scalars = text.unicodeScalars
    let isBasic = scalars.allSatisfy {
      $0.isASCII || "£€¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉÄÖÑÜäöñüà¡¿§".unicodeScalars.contains($0)
    }
    let length = isBasic ? scalars.count : text.utf16.count
    let (whole, part) = isBasic ? (160, 153) : (70, 67)
    count = length <= whole ? 1 : (length + part - 1) / part
  }
}
