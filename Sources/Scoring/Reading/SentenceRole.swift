import Domain
import Language

/// What a sentence of a reply is there for; read for where the answer stands among the others.
enum SentenceRole: Hashable, Sendable {
  /// Greets, signs or names: the frame of a message.
  case frame
  /// Takes up what the customer said or felt, and thanks or says sorry for it.
  case acknowledges
  /// Tells rules, routines and reasons of the house.
  case background
  /// Commits somebody to a deed.
  case acts
  /// Tells something the customer did not say: an answer.
  case tells
  /// Asks the customer something.
  case asks
  /// Anything else.
  case other

  /// The roles of a reply's sentences, in order.
  static func roles(in reply: ReadReply, of reading: Reading) -> [SentenceRole] {
    let reader = RoleReader(reply, customer: reading.customerStems)
    return reply.sentences.indices.map { reader.role(of: $0) }
  }
}

/// Reads the roles of one reply's sentences.
private struct RoleReader {
  private let reply: ReadReply
  private let customer: Set<String>
  private let deeds: [Commitment]
  private let acknowledging: Set<Int>
  private let explaining: Set<Int>
  private let framing: [Range<Int>]

  init(_ reply: ReadReply, customer: Set<String>) {
    self.reply = reply
    self.customer = customer
    deeds = Commitment.all(in: reply)
    acknowledging = Set(reply.mentioned(.acknowledgements).map(\.tokens.lowerBound))
    explaining = Set(reply.mentioned(.background).map(\.tokens.lowerBound))
    framing = Hit.joined(reply.mentioned(.greetings, .signOffs)).map(\.tokens)
  }

  func role(of index: Int) -> SentenceRole {
    let sentence = reply.sentences[index]
    let opening = firstWords(of: sentence)
    if isFrame(sentence, at: index) { return .frame }
    let told = deeds.filter { $0.sentence == index && isTelling($0, sentence) }
    let isRule = opening.contains(where: explaining.contains)
    if sentence.standing == .own, told.contains(where: { $0.isOwn || !isRule }) { return .acts }
    if isRule || isGeneral(sentence) { return .background }
    if sentence.isQuestion { return .asks }
    let isAcknowledging = opening.contains(where: acknowledging.contains)
    guard sentence.standing == .own, tells(sentence, afterAcknowledging: isAcknowledging) else {
      return isAcknowledging ? .acknowledges : .other
    }
    return .tells
  }

  /// The tokens of the first three words: what a sentence opens with.
  private func firstWords(of sentence: ReadSentence) -> [Int] {
    Array(sentence.tokens.filter { reply.reply.tokens[$0].isWordLike }.prefix(3))
  }

  /// A greeting or closing with little beside it, or a name alone on its line; thanks further down take up.
  private func isFrame(_ sentence: ReadSentence, at index: Int) -> Bool {
    let isThanking = firstWords(of: sentence).prefix(1).contains(where: acknowledging.contains)
    if isThanking, index > 1, sentence.wordCount > 3 { return false }
    let framed = framing.filter { sentence.tokens.contains($0.lowerBound) }.reduce(0) { $0 + $1.count }
    if sentence.wordCount <= 2 || isRecording(sentence) { return true }
    return framed > 0 && sentence.wordCount - framed <= 2
  }

  /// "This call is recorded for training": what the law wants said first.
  private func isRecording(_ sentence: ReadSentence) -> Bool {
    let words = reply.normalWords(sentence.tokens)
    return !sentence.isQuestion && words.count <= 16
      && words.contains { ["call", "calls", "line"].contains($0) }
      && words.contains { ["recorded", "recording"].contains($0) }
  }

  /// Looking, reading and explaining lead up to an answer; they are none.
  private static let leadingUp: Set<String> = [
    "explain", "read", "note", "look", "review", "check", "see", "understand", "start",
  ]

  private func isTelling(_ deed: Commitment, _ sentence: ReadSentence) -> Bool {
    let words = reply.reply.tokens[deed.tokens]
    if words.contains(where: { $0.normal == "explain" }) { return false }
    let isDone = words.contains { ["have", "had"].contains($0.normal) }
    let last = words.last.map(\.stem) ?? ""
    return !(isDone && Self.leadingUp.contains(last)) || says(sentence, besides: deed.tokens)
  }

  /// "I have checked, and it is at the depot": something new stands in the same sentence.
  private func says(_ sentence: ReadSentence, besides deed: Range<Int>) -> Bool {
    news(in: sentence.tokens.filter { $0 >= deed.upperBound }) >= 2
  }

  /// Whether a statement tells something: "Yes, you can", a value, or two words the customer did not say.
  private func tells(_ sentence: ReadSentence, afterAcknowledging: Bool) -> Bool {
    let tokens = sentence.tokens.map { reply.reply.tokens[$0] }
    guard sentence.wordCount >= 3 else { return false }
    if let first = tokens.first(where: \.isWordLike), ["yes", "no", "yep", "yeah"].contains(first.normal) {
      return true
    }
    guard isAboutThem(sentence, tokens) else { return false }
    let new = news(in: Array(sentence.tokens))
    if afterAcknowledging { return canTell(tokens) && new >= 2 }
    return new >= 2 || (new >= 1 && !sentence.matter.isEmpty)
  }

  /// "Parcels are packed twice": a bare plural with its verb speaks of all, not of this one.
  private func isGeneral(_ sentence: ReadSentence) -> Bool {
    let words = sentence.tokens.map { reply.reply.tokens[$0] }.filter(\.isWordLike)
    guard let first = words.first, first.kind == .word, first.carriesContent, first.normal.hasSuffix("s"),
      first.normal != first.stem, words.count >= 4
    else { return false }
    return ["are", "have", "can", "may", "must", "take", "need", "get", "usually"].contains(words[1].normal)
      && !words.contains { ["you", "your"].contains($0.normal) }
  }

  /// Whether a statement speaks of the customer or of what they brought: by word, by pronoun or with a figure.
  private func isAboutThem(_ sentence: ReadSentence, _ tokens: [Token]) -> Bool {
    !sentence.matter.isEmpty
      || tokens.contains { token in
        token.value != nil || token.kind == .identifier
          || ["you", "your", "it", "its", "they", "them", "he", "she", "this", "that", "one"].contains(
            token.normal)
      }
  }

  /// "I can see that it is at the depot" may tell; "I understand that it is late" takes up.
  private func canTell(_ tokens: [Token]) -> Bool {
    let opening = tokens.prefix(5).map(\.normal)
    return opening.starts(with: ["i", "can", "see"]) || opening.starts(with: ["i", "see"])
      || opening.starts(with: ["i", "can", "tell"])
  }

  /// Values and content words that the customer did not bring.
  private func news(in indices: [Int]) -> Int {
    indices.count { index in
      let token = reply.reply.tokens[index]
      return token.carriesContent && !customer.contains(token.stem)
    }
  }
}
