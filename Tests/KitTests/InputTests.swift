import Domain
import Testing
import TouchpointKit

@Suite struct `What a trainee types` {
  @Test(arguments: [
    ("hello", TraineeInput.say("hello")),
    ("  hello  ", .say("hello")),
    ("", .nothing),
    ("   ", .nothing),
    ("/", .show(.help)),
    ("/help", .show(.help)),
    ("/HELP", .show(.help)),
    ("/kb", .show(.knowledge(""))),
    ("/kb refund policy", .show(.knowledge("refund policy"))),
    ("/refund 40 EUR", .desk("refund 40 EUR")),
    ("/send", .send),
    ("/send offer", .incomplete("/send stands alone: write your message first, then /send on its own line")),
    ("/hint please", .hint),
    ("/orders A-4412", .show(.orders)),
    ("/wait 90s", .wait(.seconds(90))),
    ("/wait", .incomplete("/wait needs a time, such as /wait 90s")),
    ("/wait 99999999999999999999s", .incomplete("/wait needs a time, such as /wait 90s")),
    ("//refund is what I would type", .say("/refund is what I would type")),
    ("wait 90s", .say("wait 90s")),
  ])
  func `is words or a command`(_ line: String, _ expected: TraineeInput) {
    #expect(TraineeInput(line) == expected)
  }

  @Test func `lets time pass without a slash in a script`() {
    #expect(TraineeInput.scripted("wait 2m") == .wait(.seconds(120)))
    #expect(TraineeInput.scripted("wait for me") == .say("wait for me"))
  }
}
