import Language
import Testing

@Suite struct `Values` {
  private static func quantity(_ digits: Int, _ decimals: Int = 0) -> Quantity {
    Quantity(digits: digits, decimals: decimals) ?? Quantity(digits)
  }

  private static func money(_ digits: Int, _ decimals: Int, _ code: String) -> Value {
    .money(quantity(digits, decimals), Currency(code))
  }

  private static func seconds(_ count: Int) -> Value { .duration(Duration(Quantity(count), .seconds)) }

  private static func clock(_ minutes: Int, _ isHalfKnown: Bool = true) -> Value {
    .time(TimeOfDay(minutes: minutes, isHalfKnown: isHalfKnown))
  }

  static let cases: [(String, Value)] = [
    ("ten pounds", money(10, 0, "GBP")), ("£10", money(10, 0, "GBP")), ("10 GBP", money(10, 0, "GBP")),
    ("GBP 10.00", money(10, 0, "GBP")), ("£ 10.00", money(10, 0, "GBP")), ("64,90 EUR", money(649, 1, "EUR")),
    ("1.000,50 €", money(10005, 1, "EUR")), ("$1,000.50", money(10005, 1, "USD")),
    ("50p", money(5, 1, "GBP")), ("3 pounds 50", money(35, 1, "GBP")), ("10.00", .number(Quantity(10))),
    ("two hundred and five", .number(Quantity(205))), ("twenty-five", .number(Quantity(25))),
    ("one million two hundred thousand", .number(Quantity(1_200_000))),
    ("2 million", .number(Quantity(2_000_000))),
    ("10k", .number(Quantity(10_000))), ("a hundred", .number(Quantity(100))),
    ("10%", .percent(Quantity(10))),
    ("fifty per cent", .percent(Quantity(50))), ("third", .ordinal(3)), ("22nd", .ordinal(22)),
    ("twenty first", .ordinal(21)), ("48 hours", seconds(172_800)), ("two days", seconds(172_800)),
    ("24h", seconds(86_400)), ("half an hour", seconds(1800)), ("30 mins", seconds(1800)),
    ("an hour and a half", seconds(5400)), ("1 hour 30 minutes", seconds(5400)), ("1 h 30", seconds(5400)),
    ("1h30", seconds(5400)), ("one and a half hours", seconds(5400)),
    ("three quarters of an hour", seconds(2700)),
    ("a year and a half", .duration(Duration(Quantity(18), .months))),
    ("three and three quarter percent", .percent(quantity(375, 2))),
    ("three point seven five percent", .percent(quantity(375, 2))),
    ("five euros and 50 cents", money(55, 1, "EUR")), ("nine in the morning", clock(540)),
    ("9 in the evening", clock(1260)), ("twenty past nine", clock(560, false)),
    ("March the 3rd", .day(.calendar(year: nil, month: 3, day: 3))),
    ("5 working days", .duration(Duration(Quantity(5), .workingDays))),
    ("a 2-year", .duration(Duration(Quantity(24), .months))), ("3 pm", clock(900)), ("3pm", clock(900)),
    ("3.30 p.m.", clock(930)), ("15:00", clock(900)), ("three o'clock", clock(180, false)),
    ("half past three", clock(210, false)), ("quarter to five pm", clock(1005)), ("noon", clock(720)),
    ("12 am", clock(0)), ("tomorrow", .day(.relative(days: 1))),
    ("day after tomorrow", .day(.relative(days: 2))),
    ("Friday", .day(.weekday(5, weeksOn: 0))), ("next Friday", .day(.weekday(5, weeksOn: 1))),
    ("next week", .day(.week(1))), ("3 March", .day(.calendar(year: nil, month: 3, day: 3))),
    ("Friday 3rd of March 2025", .day(.calendar(year: 2025, month: 3, day: 3))),
    ("March 3rd, 2025", .day(.calendar(year: 2025, month: 3, day: 3))),
    ("2025-03-03", .day(.calendar(year: 2025, month: 3, day: 3))),
    ("31/12/2025", .day(.calendar(year: 2025, month: 12, day: 31))),
    ("12/31/2025", .day(.calendar(year: 2025, month: 12, day: 31))),
    ("A-4412", .identifier(Identifier("A4412"))), ("#4412", .identifier(Identifier("4412"))),
    ("inv-2024-001", .identifier(Identifier("INV2024001"))),
  ]

  @Test(arguments: cases)
  func `are read whole`(_ text: String, _ expected: Value) {
    #expect(Reply(text).values.map(\.value) == [expected])
  }

  @Test(arguments: [
    "May I help you", "this one", "no one told me", "I am here", "a second-hand march", "", "B2B",
  ])
  func `are not seen where there is none but an ordinal`(_ text: String) {
    let others = Reply(text).values.filter { if case .ordinal = $0.value { false } else { true } }
    #expect(others.isEmpty)
  }

  @Test(arguments: [
    ("I refund ten pounds", true), ("I refund £10", true), ("10 it is", true), ("10.00 GBP", true),
    ("I refund £100", false), ("10.50", false), ("£110", false), ("10 euros", false), ("order A-10", false),
    ("10 days", false), ("10%", false), ("1010", false), ("ten", true),
  ])
  func `ten pounds is said by any wording of it and by nothing else`(_ text: String, _ expected: Bool) {
    let ten = Value.money(Quantity(10), Currency("GBP"))
    #expect(!Reply(text).tokens(agreeingWith: ten).isEmpty == expected)
  }

  @Test(arguments: [("3 o'clock", "15:00", true), ("3 am", "3 pm", false), ("48 hours", "two days", true)])
  func `times and lengths agree as values`(_ one: String, _ two: String, _ expected: Bool) throws {
    let left = try #require(Reply(one).values.first?.value)
    let right = try #require(Reply(two).values.first?.value)
    #expect(left.agrees(with: right) == expected)
    #expect(right.agrees(with: left) == expected)
  }

  @Test func `numbers too long for an amount are identifiers`() {
    #expect(Reply("4111111111111111").tokens.map(\.kind) == [.identifier])
    #expect(Reply("999999999999999 million").tokens.first?.kind == .number)
  }

  @Test func `quantities compare exactly`() throws {
    #expect(Quantity(digits: 1000, decimals: 2) == Quantity(10))
    #expect(try #require(Quantity(digits: 999, decimals: 2)) < Quantity(10))
    #expect(Quantity(digits: Int.max, decimals: 9) != nil)
    #expect(try #require(Quantity(digits: Int.max, decimals: 9)) < Quantity(Int.max))
    #expect(Quantity(Int.max).hundredths == nil)
    #expect(Quantity(digits: 649, decimals: 1)?.hundredths == 6490)
    #expect(Quantity(digits: 5, decimals: 2)?.description == "0.05")
  }
}
