import Domain
import Testing

@testable import Scoring

@Suite struct `Replies in another language` {
  private func isForeign(_ replies: String...) -> Bool {
    ForeignWords.areSpoken(in: Fixtures.transcript(replies.map { Fixtures.reply($0) }))
  }

  @Test(arguments: [
    "Guten Tag, das ist ärgerlich. Ich kümmere mich sofort darum und schicke Ihnen heute noch einen Ersatz.",
    "Bonjour madame, je comprends votre colère et je vais vous rembourser aujourd'hui sur votre carte.",
    "Siento mucho que el hervidor llegara roto. Le he pedido uno nuevo, que llega el viernes sin coste.",
    "Mi dispiace molto che il bollitore sia arrivato rotto. Ne ho ordinato uno nuovo.",
    "Het spijt me dat uw waterkoker kapot is aangekomen. Ik heb een nieuwe besteld.",
    "Bardzo mi przykro, że czajnik dotarł uszkodzony, przyjdzie w piątek do pana.",
    "Мне очень жаль",
    "お客様の注文はまだ届いて",
  ])
  func `are known beyond doubt`(_ reply: String) {
    #expect(isForeign(reply))
  }

  @Test(arguments: [
    "Hola! I am sorry, the kettle is broken. A new one comes on Friday. Gracias.",
    "Dear Señora Gutiérrez, Calle Mayor 5 is right: el Corte de la Casa, in Madrid, today.",
    "Parcel lost at Lyon depot. Resent Lyon shop. Collect today 7pm. Ref A-4412. Robin.",
    "Es tut mir leid", "Иван", "A-4412", "", "ok",
    "I dey sorry say your kettle don spoil. I go send another one, e go reach Friday, no wahala.",
    "Mi sorry seh di kettle bruk up, mi a go sen yu a new one, it a come Friday, dem say.",
    "hy bo yess ther ar stil sum seets in teh bak row jsut clik teh lnk an chuse wun befor tomorow nite",
    "I am having sent the new kettle since yesterday, please to wait until the Friday.",
  ])
  func `are not found where it may be English`(_ reply: String) {
    #expect(!isForeign(reply))
  }

  @Test func `beside English ones stay judged`() {
    #expect(
      !isForeign(
        "Es tut mir sehr leid, ich kann das nicht auf Deutsch.",
        "I am sorry that your kettle is broken. I have ordered a new one for you and it comes on Friday."))
  }

  @Test func `give neither points nor blame`() throws {
    let house = Fixtures.rubric([
      Fixtures.criterion("apology", weight: 50), Fixtures.criterion("calm", weight: 50, isCritical: true),
    ])
    let talk = Fixtures.transcript([
      Fixtures.customer("My kettle came broken."),
      Fixtures.reply(
        "Es tut mir sehr leid, dass Ihr Wasserkocher defekt ist. Ich schicke Ihnen einen neuen."),
    ])
    let card = try Fixtures.judge().judge(talk, scenario: nil, house: house)
    #expect(card.result == .notEnglish)
    #expect(card.marks.map(\.evidence.verdict) == [.notApplicable, .notApplicable])
    #expect(card.accuracy == Accuracy())
    #expect(card.breaches.isEmpty)
  }
}
