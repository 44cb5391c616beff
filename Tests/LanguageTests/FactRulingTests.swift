import Testing

@testable import Language

/// A reader by words alone with the bundled opposites: what is settled here is settled for every tier.
private let reader = FactReader(nil, model: .byHand, tier: nil)

@Suite struct `What the build of a reply settles` {
  @Test(arguments: [
    ("The fee is 5 euros.", "The fee isn't 5 euros."),
    ("The fee is 5 euros.", "It's false that the fee is 5 euros."),
    ("The fee is 5 euros.", "It would be wrong to say the fee is 5 euros."),
    ("The fee is 5 euros.", "The fee is more than 5 euros."),
    ("The fee is 5 euros.", "The fee used to be 5 euros."),
    ("The fee is 5 euros.", "The fee was 5 euros until last year."),
    ("The fee is 5 euros.", "The deposit is 5 euros and the fee is 7."),
    ("The fee is 5 euros.", "The fee is 5 euros. No, sorry, it's 7."),
    ("Check-in is at 2 pm and check-out at 11 am.", "Check-in is at 11 am and check-out at 2 pm."),
    ("The train goes from Rome to Milan.", "The train goes from Milan to Rome."),
    ("Tom sold the car to Eva.", "Eva sold the car to Tom."),
    ("The refund has been sent.", "The refund would have been sent if you had called."),
    ("The ticket is refundable.", "The ticket is non-refundable."),
    ("The cake contains nuts.", "The cake is nut-free."),
    ("All rooms have a bath.", "None of the rooms has a bath."),
    ("The lift is out of order.", "The lift is working fine."),
    ("The flight is delayed.", "The flight is on time."),
    ("Smoking is forbidden in the rooms.", "Smoking is allowed in the rooms."),
    ("The wall is painted blue.", "The wall is painted green."),
  ])
  func `a fact that is denied above it, bounded or told of something else is gone against`(
    fact: String, reply: String
  ) {
    let verdict = reader.judge(reader.prepare(sentencesOf: reply), reader.prepare(FactStatement([fact])))
      .verdict
    #expect(verdict.standing == .contradicts)
  }

  @Test(arguments: [
    ("The fee is 5 euros.", "I doubt that the fee is 5 euros."),
    ("The fee is 5 euros.", "The fee may be 5 euros."),
    ("The fee is 5 euros.", "Perhaps the fee is 5 euros."),
    ("The fee is 5 euros.", "I'm not sure whether the fee is 5 euros."),
    ("The fee is 5 euros.", "The fee will be 5 euros from next year."),
    ("The pool is heated.", "I think the pool may be heated, but I'm not sure."),
    ("All rooms have a bath.", "Some rooms have a bath."),
    ("Anna reports to Ben.", "Anna and Ben work in Leeds."),
    ("Mr Lee teaches maths.", "Ms Ray teaches maths."),
  ])
  func `a fact that is doubted, of another time or of some alone is not stated`(fact: String, reply: String) {
    #expect(reader.judge(reply, fact: fact).standing == .silent)
  }

  @Test(arguments: [
    ("The ticket is refundable.", "It isn't true that the ticket isn't refundable."),
    ("It is possible to change the date.", "It is not impossible to change the date."),
    ("Smoking is forbidden in the rooms.", "You may not smoke in the rooms."),
    ("The fee is 5 euros.", "The fee is not 6 euros but 5."),
    ("The fee is 5 euros.", "The fee is 7 euros, no wait, it is 5."),
    ("The fee is 5 euros.", "The fee is 500 cents."),
    ("The walk is 2 km.", "The walk is 2000 metres."),
    ("The bag weighs 2 kg.", "It weighs 2 kilos."),
    ("The shop opens at 9 am.", "It opens at 9."),
    ("The share is 20 percent.", "The share is one fifth."),
    ("It takes 30 days.", "It takes a month."),
    ("The office is open on weekdays.", "The office is open Monday to Friday."),
    ("The shop is closed on 25 December.", "The shop is closed on Christmas Day."),
    ("The lift is out of order.", "The lift is broken."),
    ("Tom sold the car to Eva.", "Eva bought the car from Tom."),
  ])
  func `two denials are none, and a value in other units is the same`(fact: String, reply: String) {
    #expect(reader.judge(reply, fact: fact).standing == .states)
  }

  @Test(arguments: [
    ("The walk is 2 km.", "The walk is 2 miles."), ("Take it twice a day.", "Take it once daily."),
    ("The share is 20 percent.", "The share is a quarter."),
    ("The fee is 5 euros.", "The fee is 5 euros and 50 cents."),
  ])
  func `another amount is another value, whatever its unit`(fact: String, reply: String) {
    #expect(reader.judge(reply, fact: fact).because.first?.kind == .otherValue)
  }

  @Test(arguments: [
    ("The flight is cancelled.", "Has my flight been cancelled?", "Yes, it has been.", FactStanding.states),
    ("The flight is cancelled.", "Has my flight been cancelled?", "No, it hasn't.", .contradicts),
    ("The flight is cancelled.", "Is my flight on time?", "Yes.", .contradicts),
    ("Breakfast is included.", "Is breakfast included?", "I'm afraid not.", .contradicts),
    ("Breakfast is included.", "Is breakfast included?", "Let me check.", .silent),
    ("Dogs are allowed.", "Can I bring my dog?", "No, sorry.", .contradicts),
    ("The manager is Ms Okafor.", "Who is the manager?", "Mr Silva.", .contradicts),
    ("The limit is 50 GB.", "What is the limit in GB?", "It's 50.", .states),
  ])
  func `a short answer says what was asked`(
    fact: String, question: String, reply: String, standing: FactStanding
  ) {
    #expect(reader.judge(reply, fact: fact, question: question).standing == standing)
  }

  @Test(arguments: [
    ("I doubt that the fee is 5 euros.", "'5 euros' is not said as a fact"),
    ("The fee is more than 5 euros.", "'5 euros' is only a limit"),
    ("The deposit is 5 euros and the fee is 7.", "'5 euros' is not said of the same thing"),
  ])
  func `what settled it is named`(reply: String, reason: String) {
    #expect(reader.judge(reply, fact: "The fee is 5 euros.").because.first?.description == reason)
  }
}
