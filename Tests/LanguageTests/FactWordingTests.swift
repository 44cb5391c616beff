import Testing

@testable import Language

/// Replies of service and school with their verdicts: fact, question, reply.
@Suite struct `What a reply does to a fact, in wordings of every day` {
  @Test(arguments: [
    (
      "The annual subscription is $48.", "",
      "You'd be paying forty-eight dollars a year for the subscription.", FactStanding.states
    ),
    (
      "The annual subscription is $48.", "How much is the subscription?",
      "Forty-eight dollars, billed once a year.", .states
    ),
    (
      "The annual subscription is $48.", "How much is the subscription?",
      "Right now it comes to fifty-two dollars a year.", .contradicts
    ),
    (
      "The annual subscription is $48.", "How much is the subscription?",
      "I can see you took it out on the 3rd of May.", .silent
    ),
    ("A ticket costs £7.50.", "What does a ticket cost?", "That'll be seven pounds fifty, please.", .states),
    ("A ticket costs £7.50.", "", "Each ticket is seven pounds and fifty pence.", .states),
    ("A ticket costs £7.50.", "", "Each ticket is seven pounds and eighty pence.", .contradicts),
    ("A ticket costs £7.50.", "", "I've got two tickets reserved under your name.", .silent),
    (
      "Every customer gets one free replacement card a year.", "",
      "Customers get three free replacement cards a year.", .contradicts
    ),
    (
      "Patients can see the dentist free of charge once a year.", "How often is the check-up free?",
      "Once a year you pay nothing for it.", .states
    ),
    (
      "Patients can see the dentist free of charge once a year.", "How often is the check-up free?",
      "Twice a year.", .contradicts
    ),
    (
      "The cancellation fee is 30 euros.", "What is the cancellation fee?",
      "You booked on the 14th, so let me have a look.", .silent
    ),
    ("The cancellation fee is 30 euros.", "", "Your booking for 2 people is confirmed.", .silent),
    (
      "The cancellation fee is 30 euros.", "What do I pay if I cancel?",
      "Cancelling will set you back 45 euros.", .contradicts
    ),
    ("The counter is open until 6 pm.", "", "We're at the counter till six in the evening.", .states),
    ("The counter is open until 6 pm.", "When does the counter close?", "It's open til 6 pm.", .states),
    (
      "The counter is open until 6 pm.", "When does the counter close?", "It's open up to 5 pm.", .contradicts
    ),
    (
      "You must confirm 2 days before the visit.", "", "You need to confirm the day before the visit.",
      .contradicts
    ),
    ("You must confirm 2 days before the visit.", "", "Please confirm two days ahead of the visit.", .states),
    (
      "You must confirm the day before the visit.", "", "You have to confirm three days before the visit.",
      .contradicts
    ),
    ("Delivery is free.", "What does delivery cost?", "It's on the house.", .states),
    ("Delivery is free.", "What does delivery cost?", "You get that for nowt.", .states),
    ("Delivery is free for members.", "", "Members pay nothing for delivery.", .states),
    ("Delivery is free for members.", "", "If you're a member, delivery comes at no cost.", .states),
    ("Delivery is free for members.", "", "Members pay 4 euros for delivery.", .contradicts),
    ("Delivery is free for members.", "", "We have over 300 members now.", .silent),
    ("The lease lasts twelve months.", "How long is the lease?", "It runs for a year.", .states),
    ("The lease lasts twelve months.", "How long is the lease?", "It runs for two years.", .contradicts),
    ("The lease lasts twelve months.", "How long is the lease?", "The rent is 600 euros a month.", .silent),
    (
      "The guarantee lasts two years.", "", "You were the second person to ask about the guarantee today.",
      .silent
    ),
    ("The guarantee lasts two years.", "", "You bought it on 2 June 2023, I see.", .silent),
    ("The guarantee lasts two years.", "", "You've got a guarantee for 18 months on it.", .contradicts),
    (
      "Water boils at 100 degrees Celsius.", "", "At a hundred degrees Celsius water starts boiling.", .states
    ),
    ("Water boils at 100 degrees Celsius.", "", "Water boils at 80 degrees Celsius.", .contradicts),
    ("Water boils at 100 degrees Celsius.", "", "We boiled 200 ml of water in the experiment.", .silent),
    (
      "A spider has eight legs.", "How many legs does a spider have?",
      "There are eight of them, four on each side.", .states
    ),
    ("A spider has eight legs.", "How many legs does a spider have?", "Six, like any insect.", .contradicts),
    (
      "A spider has eight legs.", "How many legs does a spider have?", "We saw two spiders in class.", .silent
    ),
    (
      "Photosynthesis needs light, water and carbon dioxide.", "",
      "First, a plant must have light; second, water; third, carbon dioxide, for photosynthesis.", .states
    ),
    ("The rent is due on the 1st of the month.", "", "Your rent is 700 euros.", .silent),
    (
      "The rent is due on the 1st of the month.", "When is the rent due?", "It has to be in by the 5th.",
      .contradicts
    ),
    (
      "The rent is due on the 1st of the month.", "When is the rent due?", "On the first, every month.",
      .states
    ),
    ("The deposit is €20.50.", "", "You leave twenty euros fifty as a deposit.", .states),
    (
      "The deposit is €20.50.", "How much is the deposit?", "We take thirty euros as a deposit.", .contradicts
    ),
    (
      "The deposit is €20.50.", "How much is the deposit?", "You were here on the 12th, weren't you.", .silent
    ),
    (
      "The bus runs every 30 minutes.", "How often does the bus run?", "There's one every half an hour.",
      .states
    ),
    ("The bus runs every 30 minutes.", "How often does the bus run?", "Hourly, I'm afraid.", .contradicts),
    ("Filters are changed twice a year.", "", "The filters get changed every six months.", .states),
    ("Filters are changed twice a year.", "", "The filters get changed every month.", .contradicts),
    ("The newsletter comes out once a month.", "", "The newsletter comes out monthly.", .states),
    ("Locals swim for free.", "", "Locals don't pay anything to swim.", .states),
    ("Locals swim for free.", "", "Locals pay 3 euros to swim.", .contradicts),
    ("Order by the day before the event.", "", "Orders must be in one day before the event.", .states),
    ("Order by the day before the event.", "", "Orders must be in 5 days before the event.", .contradicts),
    ("A cube has six faces.", "How many faces has a cube?", "We drew three cubes.", .silent),
    ("A cube has six faces.", "How many faces has a cube?", "It's got six.", .states),
    ("A cube has six faces.", "How many faces has a cube?", "It's got twelve.", .contradicts),
    (
      "The museum shuts at 5 pm.", "", "The museum stays open til five in the afternoon and then shuts.",
      .states
    ),
    ("The plan includes 5 GB of data.", "", "The plan costs 15 euros.", .silent),
  ])
  func `a value clashes with one of its sort told of the same thing`(
    fact: String, question: String, reply: String, standing: FactStanding
  ) throws {
    let reader = try bundled(.fast)
    let statement = FactStatement([fact], question: question.isEmpty ? nil : question)
    let verdict = reader.judge(reader.prepare(sentencesOf: reply), reader.prepare(statement)).verdict
    #expect(verdict.standing == standing)
  }

  @Test(arguments: [
    (
      "The shop never shares your email address.", "",
      "Your email address isn't shared by the shop with anyone.", FactStanding.states
    ),
    (
      "The shop never shares your email address.", "",
      "The shop shares your email address with its partners.", .contradicts
    ),
    (
      "Parking is free for the first 2 hours.", "", "The first two hours of parking won't cost you anything.",
      .states
    ),
    (
      "Parking is free for the first 2 hours.", "", "The first two hours of parking are not free.",
      .contradicts
    ),
    ("Wood floats in water but iron does not.", "", "Iron floats in water but wood does not.", .contradicts),
    (
      "Copper conducts electricity but plastic does not.", "",
      "Electricity goes through copper, while plastic stops it.", .states
    ),
    (
      "The results are sent no earlier than Friday.", "", "The earliest the results are sent is Friday.",
      .states
    ),
    (
      "The results are sent no earlier than Friday.", "", "The results are sent on Thursday at the latest.",
      .contradicts
    ),
    (
      "You need no appointment for a blood test.", "",
      "Just walk in for a blood test, no appointment needed.", .states
    ),
    (
      "You need no appointment for a blood test.", "Do I have to book a blood test?",
      "Yes, blood tests are by appointment only.", .contradicts
    ),
    (
      "Staff never ask for your password.", "", "If you forget your password you can reset it online.",
      .silent
    ),
    (
      "Staff never ask for your password.", "", "Nobody on our staff will ever ask for your password.",
      .states
    ),
    ("Staff never ask for your password.", "", "Our staff may ask for your password.", .contradicts),
    ("The gym is open on Sundays.", "", "No problem, the gym is open on Sundays.", .states),
    (
      "The gym is open on Sundays.", "Is the gym open at the weekend?", "Don't worry, it's open on Sundays.",
      .states
    ),
    (
      "The parcel fits through the letterbox.", "",
      "No need to be at home, the parcel fits through the letterbox.", .states
    ),
    (
      "The parcel fits through the letterbox.", "", "The parcel doesn't fit through the letterbox.",
      .contradicts
    ),
    (
      "Meals are included in the price.", "",
      "You won't have to pay for meals, they are included in the price.", .states
    ),
    ("Meals are included in the price.", "", "Meals are not included in the price.", .contradicts),
    ("Magnets do not attract copper.", "", "Copper isn't pulled by a magnet.", .states),
    ("Magnets do not attract copper.", "", "Copper is attracted by magnets.", .contradicts),
    ("Gases have no fixed shape.", "", "The shape of a gas is not fixed.", .states),
    ("We never sell your data.", "", "Your data is never sold by us.", .states),
    ("We never sell your data.", "", "We sell your data to advertisers.", .contradicts),
    (
      "Glass lets light through but metal does not.", "", "Light passes glass, while metal blocks it.",
      .states
    ),
    (
      "Glass lets light through but metal does not.", "", "Metal lets light through but glass does not.",
      .contradicts
    ),
    ("The tour includes lunch.", "", "You needn't bring food, the tour includes lunch.", .states),
    ("The tour includes lunch.", "", "The tour does not include lunch.", .contradicts),
    ("The clinic does not treat children.", "", "Children are not treated at the clinic.", .states),
    ("The clinic does not treat children.", "", "Children are treated at the clinic.", .contradicts),
  ])
  func `a denial is of the word it stands before`(
    fact: String, question: String, reply: String, standing: FactStanding
  ) throws {
    let reader = try bundled(.fast)
    let statement = FactStatement([fact], question: question.isEmpty ? nil : question)
    let verdict = reader.judge(reader.prepare(sentencesOf: reply), reader.prepare(statement)).verdict
    #expect(verdict.standing == standing)
  }

  @Test(arguments: [
    (
      "The seller pays for postage, the buyer pays for insurance.", "",
      "Postage is for the buyer to pay, and the seller covers insurance.", FactStanding.contradicts
    ),
    (
      "The seller pays for postage, the buyer pays for insurance.", "",
      "Postage is down to the seller, and the buyer pays insurance.", .states
    ),
    (
      "The school buys the books, the parents buy the uniform.", "",
      "The parents buy the books, the school buys the uniform.", .contradicts
    ),
    (
      "The school buys the books, the parents buy the uniform.", "",
      "Books are bought by the school, the uniform by the parents.", .states
    ),
    ("Room 4 is reserved for staff.", "", "Room 9 is reserved for staff.", .silent),
    ("Room 4 is reserved for staff.", "", "Only staff can use it: room 4 is reserved.", .states),
    ("Bus 12 stops at the hospital.", "", "Bus 21 stops at the hospital.", .silent),
    ("Lamp A is connected to the switch.", "", "Lamp B is connected to the switch.", .silent),
    ("Lamp A is connected to the switch.", "", "The switch is connected to lamp A.", .states),
    ("Terminal 3 is joined to the negative end.", "", "Terminal 5 is joined to the negative end.", .silent),
    (
      "The app saves your draft every minute.", "",
      "If the app saved your draft every minute I'd have said so, but I honestly can't tell.", .silent
    ),
    (
      "The engineer visits on Tuesday.", "",
      "If the engineer visits on Tuesday, we'd let you know, but I can't promise it.", .silent
    ),
    (
      "If you cancel late, you pay the full price.", "", "You pay the full price if you cancel late.", .states
    ),
    ("Children under 5 travel free.", "", "If your child is under 5, they travel free.", .states),
    ("The shop has a lift.", "", "I wish the shop had a lift.", .silent),
    ("The bakery sells gluten-free bread.", "", "Ask whether the bakery sells gluten-free bread.", .silent),
    (
      "Heat flows from the hot object to the cold one.", "",
      "Heat flows from the cold object to the hot one.", .contradicts
    ),
    (
      "Heat flows from the hot object to the cold one.", "", "The cold object gets heat from the hot one.",
      .states
    ),
    ("The Moon orbits the Earth.", "", "The Earth orbits the Moon.", .contradicts),
    ("Only members may use the sauna.", "", "Everyone may use the sauna.", .contradicts),
    ("Only members may use the sauna.", "", "The sauna is for members only.", .states),
    ("The manager approves refunds.", "", "Refunds are approved by the manager.", .states),
    (
      "The left door opens with a key, the right door opens with a code.", "",
      "The left door opens with a code, the right door opens with a key.", .contradicts
    ),
    (
      "The nurse takes the blood, the doctor reads the results.", "",
      "The doctor takes the blood, the nurse reads the results.", .contradicts
    ),
    (
      "The nurse takes the blood, the doctor reads the results.", "",
      "The blood is taken by the nurse, and the doctor reads the results.", .states
    ),
    ("Platform 2 is closed.", "", "Platform 7 is closed.", .silent),
    ("Gate B is near the shops.", "", "Gate C is near the shops.", .silent),
    ("The flight leaves from gate 12.", "", "The flight leaves from gate 15.", .contradicts),
    ("The office moves in June.", "", "If the office moves in June we will write to you.", .silent),
    ("The cafe takes cards.", "", "I wonder whether the cafe takes cards.", .silent),
    ("Only adults may enter the spa.", "", "Anyone may enter the spa.", .contradicts),
    ("Only adults may enter the spa.", "", "The spa is for adults only.", .states),
    ("If it rains, the match is moved.", "", "The match is moved if it rains.", .states),
  ])
  func `who does what, which of several and under what condition is kept`(
    fact: String, question: String, reply: String, standing: FactStanding
  ) throws {
    let reader = try bundled(.fast)
    let statement = FactStatement([fact], question: question.isEmpty ? nil : question)
    let verdict = reader.judge(reader.prepare(sentencesOf: reply), reader.prepare(statement)).verdict
    #expect(verdict.standing == standing)
  }

  @Test(arguments: [
    (
      "Our headquarters is in Oslo.", "Where are you based?", "We're all up in Bergen.",
      FactStanding.contradicts
    ),
    ("Our headquarters is in Oslo.", "Where are you based?", "You'll find us in Oslo.", .states),
    (
      "Our headquarters is in Oslo.", "Where are you based?", "That's a good question, I'd have to look.",
      .silent
    ),
    ("The server is in Frankfurt.", "Where is the server?", "It sits in Amsterdam.", .contradicts),
    ("The book was written by Mary Shelley.", "Who wrote the book?", "That was Mary Shelley.", .states),
    (
      "The book was written by Mary Shelley.", "Who wrote the book?", "It was Jane Austen who wrote it.",
      .contradicts
    ),
    (
      "Equal charges repel each other.", "What do two positive charges do?", "They push each other away.",
      .states
    ),
    (
      "Equal charges repel each other.", "What do two positive charges do?", "They pull each other closer.",
      .contradicts
    ),
    (
      "Opposite poles attract each other.", "What do a north and a south pole do?", "They push apart.",
      .contradicts
    ),
    (
      "Opposite poles attract each other.", "What do a north and a south pole do?", "They pull together.",
      .states
    ),
    ("Rubbish is collected every two weeks.", "How often is the rubbish collected?", "Fortnightly.", .states),
    (
      "Rubbish is collected every two weeks.", "How often do you come for the bins?",
      "We come by for them fortnightly.", .states
    ),
    (
      "Rubbish is collected every two weeks.", "How often is the rubbish collected?", "We come by weekly.",
      .contradicts
    ),
    (
      "Rubbish is collected every two weeks.", "How often do you come for the bins?", "Every week.",
      .contradicts
    ),
    ("The tank is checked once a year.", "How often is the tank checked?", "Annually.", .states),
    ("The tank is checked once a year.", "", "The tank gets a yearly check.", .states),
    ("The tank is checked once a year.", "How often is the tank checked?", "Every six months.", .contradicts),
    ("Statements are sent twice a year.", "How often do I get a statement?", "Every six months.", .states),
    (
      "Statements are sent twice a year.", "How often do I get a statement?", "We post one monthly.",
      .contradicts
    ),
    ("The pump runs every day.", "How often does the pump run?", "It runs daily.", .states),
    ("The fee is 60 euros per annum.", "", "The fee is 60 euros a year.", .states),
    ("The fee is 60 euros per annum.", "", "The fee is 60 euros a month.", .contradicts),
    (
      "The repair takes three days.", "How long will it take?", "You'd be without it for a week.",
      .contradicts
    ),
    ("The course starts in March.", "When does it start?", "You can sign up at the desk.", .silent),
    ("The factory is in Lyon.", "Where do you make them?", "They're all made in Turin.", .contradicts),
    ("The factory is in Lyon.", "Where do you make them?", "They come from our place in Lyon.", .states),
    ("The factory is in Lyon.", "Where do you make them?", "They are made by hand.", .silent),
    (
      "The talk is given by Dr Amara Obi.", "Who gives the talk?", "That would be Professor Lund.",
      .contradicts
    ),
    ("The talk is given by Dr Amara Obi.", "Who gives the talk?", "Dr Obi does, Amara Obi.", .states),
    ("Like charges repel.", "What do two negative charges do?", "They push away from each other.", .states),
    ("Like charges repel.", "What do two negative charges do?", "They attract.", .contradicts),
    ("The report is due every quarter.", "How often is the report due?", "Every three months.", .states),
    ("The report is due every quarter.", "How often is the report due?", "Once a year.", .contradicts),
    ("The training lasts six weeks.", "How long is the training?", "It goes on for six weeks.", .states),
    ("The training lasts six weeks.", "How long is the training?", "It goes on for ten weeks.", .contradicts),
    ("The next meeting is on Thursday.", "When is the next meeting?", "We meet on Monday.", .contradicts),
    ("The next meeting is on Thursday.", "When is the next meeting?", "I'd have to ask.", .silent),
  ])
  func `the question fixes what a short answer is of`(
    fact: String, question: String, reply: String, standing: FactStanding
  ) throws {
    let reader = try bundled(.fast)
    let statement = FactStatement([fact], question: question.isEmpty ? nil : question)
    let verdict = reader.judge(reader.prepare(sentencesOf: reply), reader.prepare(statement)).verdict
    #expect(verdict.standing == standing)
  }

  @Test(arguments: [
    (
      "Only the gold card includes travel insurance.", "", "The gold card costs 90 euros.",
      FactStanding.silent
    ),
    (
      "Only the gold card includes travel insurance.", "", "Travel insurance comes with the gold card alone.",
      .states
    ),
    ("The filter can be washed by hand.", "", "You can hand-wash the filter.", .states),
    (
      "A passport is required for check-in.", "", "Is a passport required? Let me ask the check-in desk.",
      .silent
    ),
    (
      "A passport is required for check-in.", "", "Do you need a passport? Good point, I'll find out.",
      .silent
    ),
    (
      "A passport is required for check-in.", "", "Do you need a passport? Yes, it's required for check-in.",
      .states
    ),
    ("A doctor's note is needed after three days.", "", "Did you get a doctor's note?", .silent),
    ("The battery can be replaced by the user.", "", "The battery is made of lithium.", .silent),
    ("The battery can be replaced by the user.", "", "The user guide tells you about the battery.", .silent),
    (
      "Students get a discount on the monthly pass.", "", "The monthly pass is cheaper for students.", .states
    ),
    (
      "Plants release oxygen during photosynthesis.", "", "In photosynthesis oxygen is given off by plants.",
      .states
    ),
    (
      "Refunds are paid to the original card.", "Where is the refund paid?",
      "You asked for a refund last week.", .silent
    ),
    ("Only the large room has a projector.", "", "The large room is upstairs.", .silent),
    ("A deposit is required for groups.", "", "Do you need a deposit? I'd have to check.", .silent),
    ("Members get free towels.", "", "Members can join online.", .silent),
    ("Leaves make sugar from sunlight.", "", "Leaves fall in autumn.", .silent),
    ("Members get free towels.", "", "Towels cost nothing if you're a member.", .states),
    ("The tent is waterproof.", "", "The tent sleeps four.", .silent),
  ])
  func `the same topic is no statement`(fact: String, question: String, reply: String, standing: FactStanding)
    throws
  {
    let reader = try bundled(.fast)
    let statement = FactStatement([fact], question: question.isEmpty ? nil : question)
    let verdict = reader.judge(reader.prepare(sentencesOf: reply), reader.prepare(statement)).verdict
    #expect(verdict.standing == standing)
  }

  @Test(arguments: [
    (
      "Evaporation is faster when it is warm.", "", "In the warm, evaporation is slower.",
      FactStanding.contradicts
    ),
    (
      "Ice floats because it is less dense than water.", "Why does ice float?", "Ice is denser than water.",
      .contradicts
    ),
    ("Eva is older than Tim.", "", "Tim is younger than Eva.", .states),
    ("The rope is longer than the chain.", "", "The chain is not as long as the rope.", .states),
    ("The rope is longer than the chain.", "", "The rope is not as long as the chain.", .contradicts),
    (
      "Sound travels faster in steel than in air.", "Where does sound travel faster?",
      "It travels faster in air.", .contradicts
    ),
    ("Steel conducts heat better than glass.", "", "Glass conducts heat better.", .contradicts),
  ])
  func `more of one is less of the other`(
    fact: String, question: String, reply: String, standing: FactStanding
  )
    throws
  {
    try judge(fact, question, reply, standing)
  }

  @Test(arguments: [
    (
      "Bicycles are not allowed in the flats.", "Can we bring the bicycle?", "Sure, bring it in.",
      FactStanding.contradicts
    ),
    (
      "Bicycles are not allowed in the flats.", "Can we bring the bicycle?", "I'm afraid you can't do that.",
      .states
    ),
    (
      "Vouchers cannot be exchanged for money.", "Can I have this voucher in money?",
      "Your voucher has 20 euros left on it.", .silent
    ),
    ("The code must have 8 digits.", "How long must the code be?", "Don't tell anybody your code.", .silent),
    ("The soup contains fish.", "", "The soup doesn't contain celery.", .silent),
    ("The soup contains fish.", "", "The soup doesn't contain fish.", .contradicts),
    ("The kiosk sells stamps.", "", "The kiosk stopped selling stamps.", .contradicts),
    ("Oil prevents rust.", "", "Oil keeps it from getting rust.", .states),
    ("Cancelling is free.", "", "There's no fee for cancelling.", .states),
    ("Parking is free.", "", "Parking costs 4 euros.", .contradicts),
    ("All rooms have a bath.", "", "Only the suites have a bath.", .contradicts),
    ("All rooms have a bath.", "", "Some rooms don't have a bath.", .contradicts),
    ("Only the tenant can park here.", "", "Anyone can park here.", .contradicts),
    ("The game works on consoles only.", "", "It works on computers as well as consoles.", .contradicts),
    ("The nurse is called Rosa.", "", "The nurse's name is Rita.", .contradicts),
    ("The nurse is called Rosa.", "", "The nurse's name is Rosa.", .states),
  ])
  func `what is denied, granted or told of all is heard of what it is told of`(
    fact: String, question: String, reply: String, standing: FactStanding
  ) throws {
    try judge(fact, question, reply, standing)
  }

  @Test(arguments: [
    ("The repair takes two weeks.", "", "It will be ready in a fortnight.", FactStanding.states),
    ("The reduction is 25%.", "", "You get a quarter off.", .states),
    ("The reduction is 25%.", "", "You get half off.", .contradicts),
    ("The visit is at quarter to nine.", "", "See you at 8:45.", .states),
    (
      "The visit is on Monday 12 May at 10.30.", "When is my visit?", "You're down for Friday the 16th.",
      .contradicts
    ),
    (
      "The visit is on Monday 12 May at 10.30.", "When is my visit?",
      "You're booked in for half past ten on the twelfth.", .states
    ),
    ("The excess is £150.", "How much do I pay of a claim?", "You pay the first 150 of any claim.", .states),
    ("Transfers take five working days.", "How long does a transfer take?", "Allow a week for it.", .states),
    (
      "Transfers take five working days.", "How long does a transfer take?",
      "It'll be there within the hour.", .contradicts
    ),
    ("The towel is included.", "", "The towel is part of the price.", .states),
    ("The code must have 8 letters and a digit.", "", "The code needs eight letters.", .silent),
    ("The parcel was sent.", "", "If they pay, the parcel will be sent.", .silent),
    ("The cream is safe for babies.", "", "Doctors used to say the cream was safe for babies.", .silent),
    ("Fishing is forbidden on the lake.", "", "The lake is strictly non-fishing.", .states),
    ("The office is closed on Sundays.", "", "The office is open on Mondays.", .silent),
    ("The game is not available for consoles.", "", "Consoles can't get the game.", .states),
  ])
  func `a value in a sentence of its own kind, a part and another day are told apart`(
    fact: String, question: String, reply: String, standing: FactStanding
  ) throws {
    try judge(fact, question, reply, standing)
  }

  @Test(arguments: [
    ("Lee was born in Leeds.", "", "Lee, who was born in Leeds, became mayor of York.", FactStanding.states),
    ("The firm employs 300 people.", "", "The firm has 300 employees.", .states),
    ("All the pupils passed.", "", "Some pupils failed.", .contradicts),
    ("At least ten houses burned.", "", "Twelve houses burned in the fire.", .states),
    ("Fewer than 50 houses burned.", "", "Sixty houses burned in the fire.", .contradicts),
    ("The code must have at least 8 letters.", "", "The code must have 12 letters.", .contradicts),
    ("Nina gave Omar a lamp.", "", "Omar gave Nina a lamp.", .contradicts),
    ("The cup is on the book.", "", "The book is on the cup.", .contradicts),
    ("The shop is closed on Sundays.", "", "On Sundays the shop is closed.", .states),
    (
      "The box was moved from the cellar to the loft.", "",
      "The box was moved out of the loft into the cellar.", .contradicts
    ),
    ("He managed to open the safe.", "", "He failed to open the safe.", .contradicts),
    ("She forgot to lock the gate.", "", "She locked the gate.", .contradicts),
    ("She forgot to lock the gate.", "", "She did not lock the gate.", .states),
    (
      "The lamps get dimmer as the resistance rises.", "What do the lamps do?", "They get brighter.",
      .contradicts
    ),
    ("You must rest before the test.", "", "You don't have to rest.", .contradicts),
    (
      "The syrup is safe for children.", "Can I use it for my son?", "You shouldn't use it for a child.",
      .contradicts
    ),
    (
      "We do not accept coupons.", "Can I pay with a coupon?", "Yes, you can pay with a coupon.", .contradicts
    ),
    ("We do not accept coupons.", "Can I pay with a coupon?", "I'm afraid we can't take a coupon.", .states),
    (
      "You need to bring a pass or a ticket.", "Do I need to bring my pass?", "No, you don't need anything.",
      .contradicts
    ),
  ])
  func `who, how many, and whether at all are read from how a reply is built`(
    fact: String, question: String, reply: String, standing: FactStanding
  ) throws {
    try judge(fact, question, reply, standing)
  }

  private func judge(_ fact: String, _ question: String, _ reply: String, _ standing: FactStanding) throws {
    let reader = try bundled(.fast)
    let statement = FactStatement([fact], question: question.isEmpty ? nil : question)
    let verdict = reader.judge(reader.prepare(sentencesOf: reply), reader.prepare(statement)).verdict
    #expect(verdict.standing == standing)
  }
}
