import Foundation
import Testing

@testable import Language

private let reader = FactReader(nil, model: .byHand, tier: nil)

/// A reader with the weights that are bundled; nil reads by words alone.
func bundled(_ tier: EncoderTier?) throws -> FactReader {
  let folder = EncoderFixtures.root + "/scoring/facts"
  let weights = try String(contentsOfFile: "\(folder)/facts.weights", encoding: .utf8)
  let opposites = try String(contentsOfFile: "\(folder)/antonyms.txt", encoding: .utf8)
  let model = try FactModel(weights: weights, opposites: opposites)
  return FactReader(tier == nil ? nil : EncoderFixtures.encoders, model: model, tier: tier)
}

@Suite struct `Facts by words alone` {
  @Test(arguments: [
    ("The refund takes five working days.", "The refund will take 5 business days."),
    ("The late fee was £10", "You paid a late fee of ten pounds."),
    ("The parcel was left with the neighbour", "Your package was left with your neighbour."),
    ("You cannot cancel the order", "Sorry, the order can't be cancelled."),
    ("We cannot deliver on Sundays", "Delivery on Sundays is not possible."),
  ])
  func `a fact in other words is stated`(fact: String, reply: String) {
    #expect(reader.judge(reply, fact: fact).standing == .states)
  }

  @Test(arguments: [
    ("The refund takes five working days.", "The refund takes ten working days."),
    ("The late fee was £10", "The late fee was £100."),
    ("The shop is open on Sunday", "The shop is closed on Sunday."),
    ("The parcel was delivered", "The parcel was not delivered."),
    ("The parcel was not delivered", "The parcel was delivered."),
    ("Order A-4412 was shipped", "Order A-4421 was shipped."),
  ])
  func `another value, an opposite or a denial contradicts`(fact: String, reply: String) {
    #expect(reader.judge(reply, fact: fact).standing == .contradicts)
  }

  @Test(arguments: [
    ("The refund takes five working days.", "I am sorry about the wait."),
    ("The shop is open on Sunday", "Which shop do you mean?"),
    ("The parcel was delivered", "Was the parcel delivered?"),
    ("The parcel was delivered", ""),
    ("The parcel was delivered", "?!"),
    ("", "The parcel was delivered"),
  ])
  func `a reply that is about something else, asks, or has no words is silent`(fact: String, reply: String) {
    #expect(reader.judge(reply, fact: fact).standing == .silent)
  }

  @Test func `an opposite that is denied is no contradiction`() {
    #expect(
      reader.judge("The shop is not closed on Sunday", fact: "The shop is open on Sunday").standing == .states
    )
  }

  @Test func `the value that decided is named with its place`() throws {
    let verdict = reader.judge("The late fee was £15.", fact: "The late fee was £10")
    let first = try #require(verdict.because.first)
    #expect(first.kind == .otherValue)
    #expect((first.wanted, first.found) == ("£10", "£15"))
    #expect(first.range.map { "The late fee was £15."[$0] } == "£15")
  }

  @Test func `the opposite that decided is named`() throws {
    let verdict = reader.judge("It is closed on Sunday.", fact: "It is open on Sunday")
    #expect(verdict.because.first?.description == "'closed' is the opposite of 'open'")
  }

  @Test func `words of the question count for nothing`() {
    let question = "Why was the flight to Rome cancelled?"
    let echo = "The flight to Rome was cancelled."
    let fact = "The flight to Rome was cancelled because of fog"
    let asked = reader.judge(echo, fact: fact, question: question)
    #expect(asked.score < reader.judge(echo, fact: fact).score)
    #expect(asked.standing == .silent)
  }

  @Test func `a question for yes or no is answered in its own words`() throws {
    let reader = try bundled(.main)
    let fact = "You do not have to send the broken pieces back."
    let question = "Do I have to send the pieces back?"
    let answer = "You do not have to send the pieces back."
    #expect(reader.judge(answer, fact: fact, question: question).standing == .states)
    #expect(
      reader.judge("You have to send the pieces back.", fact: fact, question: question).standing != .states)
    #expect(AnswerShape(Reply(question)).wantsYesOrNo)
    #expect(!AnswerShape(Reply("Is it so? Explain why.")).wantsYesOrNo)
  }

  @Test func `a reply of several sentences states what one of them states`()
    throws
  {
    let reader = try bundled(.main)
    let reply = reader.prepare(
      sentencesOf: "I am sorry that two of your cups arrived broken. You do not have to send the pieces back."
    )
    let fact = reader.prepare(
      FactStatement(
        ["You do not have to send the broken pieces back."], question: "Do I have to send the pieces back?"))
    let found = reader.judge(reply, fact)
    #expect((found.verdict.standing, found.sentence) == (.states, 1))
  }

  @Test func `good and not-quite answers pull their like`() {
    let fact = "Water expands when it freezes"
    let reply = "Ice takes up more room."
    let bare = reader.judge(reply, fact: fact).score
    let good = reader.judge(reply, fact: fact, good: ["The ice takes more room."]).score
    let notQuite = reader.judge(reply, fact: fact, notQuite: ["The ice takes more room."]).score
    #expect(notQuite < bare && bare < good)
  }

  @Test func `the wording that is met decides`() {
    let fact = reader.prepare(FactStatement(["There is no gap", "The ends are connected"]))
    #expect(reader.judge(reader.prepare("The two ends are connected."), fact).standing == .states)
  }
}

@Suite struct `Facts by the bundled weights of words` {
  @Test(
    arguments: [
      ("The warranty covers the battery", "The warranty covers the screen.", [.silent, .contradicts]),
      (
        "The refund takes five working days", "You will have it within a fortnight.", [.silent, .contradicts]
      ),
      ("The sender pays the shop", "The shop pays the sender.", [.contradicts]),
      ("The dog bit the man", "The man bit the dog.", [.contradicts]),
      ("The sender pays the shop", "The shop is paid by the sender.", [.states]),
      ("The shop is open on Sunday", "The shop is closed on Sunday.", [.contradicts]),
      ("The parcel is on time", "The van broke down an hour ago.", [.silent]),
      ("The refund is £40", "We will refund £45 to your card on Friday.", [.contradicts]),
      ("The refund is £40", "We will refund £40 to your card on Friday.", [.states]),
    ] as [(String, String, [FactStanding])])
  func `roles, places and values are told apart`(fact: String, reply: String, allowed: [FactStanding]) throws
  {
    #expect(allowed.contains(try bundled(nil).judge(reply, fact: fact).standing))
  }
}

@Suite struct `Answers that say nothing` {
  @Test(arguments: ["I don't know.", "What do you mean?", "No idea, sorry."])
  func `are known by their shape`(text: String) { #expect(AnswerShape(Reply(text)).isNonAnswer) }

  @Test func `do not hide a yes or a no`() {
    #expect(AnswerShape(Reply("Yes, both.")).clashes(with: AnswerShape(Reply("No, neither."))))
    #expect(!AnswerShape(Reply("Both.")).clashes(with: AnswerShape(Reply("No, neither."))))
  }

  @Test func `are told from headings, which ask nothing`() {
    #expect(AnswerShape(Reply("Explain your reasoning.")).wantsAnswer)
    #expect(!AnswerShape(Reply("We should ban smoking in parks")).wantsAnswer)
  }
}

@Suite struct `Facts and hostile texts` {
  @Test(arguments: [
    String(repeating: "not ", count: 4_000), String(repeating: "1", count: 20_000), "\u{0}\u{FFFF}\u{202E}",
    "£99999999999999999999 9223372036854775807% 99:99", String(repeating: "e\u{301}", count: 1_000),
    "日本語 العربية 👩‍👩‍👧‍👦",
  ])
  func `are judged, never trapped on`(text: String) {
    for (reply, fact) in [(text, "The fee is £10"), ("The fee is £10", text), (text, text)] {
      let verdict = reader.judge(reply, fact: fact, question: text, good: [text], notQuite: [text, "no"])
      #expect((0...1).contains(verdict.score))
      #expect((0...1).contains(verdict.score + verdict.contradiction))
    }
  }

  @Test func `the same texts give the same verdict`() {
    let one = reader.judge(
      "We will refund £40 on Friday.", fact: "The refund is £40", good: ["forty pounds back"])
    let two = reader.judge(
      "We will refund £40 on Friday.", fact: "The refund is £40", good: ["forty pounds back"])
    #expect(one == two)
  }
}

@Suite struct `Weights of facts` {
  @Test func `are read a line each`() throws {
    let model = try FactModel(weights: "# made\nfast bias -1.5 2\nwords opposite 0 3\n\n")
    #expect(model.weights(.fast).statesBias == -1.5)
    #expect(model.weights(nil).contradicts[FactFeatures.names.firstIndex(of: "opposite") ?? 0] == 3)
  }

  @Test(arguments: [
    ("fast bias 1", "line 1: not 'tier feature number number'"),
    ("\nslow bias 1 1", "line 2: 'slow' is no tier"),
    ("fast mood 1 1", "line 1: 'mood' is no feature"),
    ("fast bias nan 1", "line 1: not 'tier feature number number'"),
  ])
  func `name the line that is wrong`(text: String, message: String) {
    let trouble = #expect(throws: FactModelTrouble.self) { try FactModel(weights: text) }
    #expect(trouble?.description == message)
  }

  @Test func `a list of opposites adds to our own`() {
    let opposites = Opposites(list: "# list\nbuyer seller\n")
    #expect(opposites.holds(Stemmer.stem("seller"), Stemmer.stem("buyers")))
    #expect(opposites.holds(Stemmer.stem("opened"), Stemmer.stem("closes")))
    #expect(opposites.holds("avail", "unavail"))
    #expect(!opposites.holds("open", "open"))
  }
}

@Suite struct `Plain arithmetic` {
  @Test func `agrees with known logarithms and powers`() {
    #expect(abs(NaturalLogarithm.of(10) - 2.302_585_092_994_046) < 1e-12)
    #expect(abs(NaturalLogarithm.of(0.001) + 6.907_755_278_982_137) < 1e-12)
    #expect(NaturalLogarithm.of(-1) == 0 && NaturalLogarithm.of(.nan) == 0)
    #expect(abs(Exponential.of(1) - 2.718_281_828_459_045) < 1e-12)
    #expect(abs(Exponential.of(-20) - 2.061_153_622_438_558e-9) < 1e-20)
    #expect(
      Exponential.of(.infinity).isFinite && Exponential.of(-.infinity) >= 0 && Exponential.of(.nan) == 1)
  }
}

@Suite struct `A table of facts` {
  @Test func `gives a row of results a row, several wordings and answers in one field`() {
    var batch = FactBatch(reader)
    let row = batch.result(["The fee is £10 || It costs ten pounds", "It costs £10.", "", "", ""])
    #expect(row.count == FactBatch.results.count)
    #expect(row[0] == "states")
    #expect(batch.result(["", "", "", "", ""]) == ["silent", "0.0000", "", "0.0000"])
  }
}
