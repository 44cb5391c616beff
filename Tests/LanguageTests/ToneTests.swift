import Testing

@testable import Language

/// The word lists and weights that are shipped, read without an encoder.
private func shippedReader() throws -> ToneReader {
  try ToneReader(folder: toneFolder, encoder: nil)
}

private let toneFolder =
  #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/scoring/tone"

private func value(_ signal: ToneSignal, _ text: String, to context: String? = nil) throws -> Double {
  try shippedReader().read(Reply(text), context: context.map { Reply($0) })[signal].value
}

@Suite struct `Tone` {
  @Test(arguments: [
    (ToneSignal.politeness, "Hello! Could you please send me the number? Thank you.", "Send the number now."),
    (.empathy, "I'm so sorry, that must have been a worrying night for you.", "The ticket is closed."),
    (
      .understanding, "I understand, so the second parcel never reached you and you paid twice.",
      "Have a nice day."
    ),
    (.exploration, "What happened after that, and how do you feel about it?", "We are open until six."),
    (.warmth, "How lovely, I'm so glad it worked, take care!", "The form is incomplete."),
    (.sentiment, "That is wonderful news, thank you!", "This is terrible, I hate it."),
    (.hostility, "Shut up, you stupid liar.", "I have sent it to your house today."),
    (.blame, "You should have read it, this is your own fault.", "I have sent it to your house today."),
    (.ownership, "I will check it myself and I'll call you at noon.", "They may look at it at some point."),
    (.hedging, "Perhaps it might come, I think, but I'm not sure.", "It comes on Friday at ten."),
    (.positiveFraming, "What I can do instead is offer you a refund.", "Unfortunately we can't do that."),
    (
      .concreteness, "Order 5521 arrives on 3 May and costs £12.50.",
      "Things will be sorted at some point soon."
    ),
    (
      .clarity, "Press the red button. Wait a minute. Then try again.",
      "Notwithstanding the aforementioned provisions, remediation of connectivity degradation necessitates the reinitialisation of the apparatus, whereupon synchronisation is anticipated."
    ),
    (.formality, "We would like to inform you that your request was received.", "yeah gonna check that lol"),
    (.apology, "I'm sorry that we lost it.", "It was lost."), (.thanks, "Thank you for waiting.", "Wait."),
    (
      .service, "I'm sorry about the kettle. I've sent you a new one today; it arrives on Friday.",
      "Not our problem. You should have packed it better."
    ),
  ])
  func `each signal is higher where it is shown`(_ signal: ToneSignal, _ more: String, _ less: String) throws
  {
    let (high, low) = (try value(signal, more), try value(signal, less))
    #expect(high > low + 0.15, "\(signal): \(high) and \(low)")
  }

  @Test(arguments: [
    (
      ToneSignal.empathy, "No wonder you are cross, that should never have happened to you.",
      "I don't care how cross you are."
    ),
    (.empathy, "You should not have to sit in the cold for that long.", "What a miserable person you are."),
    (.hostility, "Well, aren't you clever. Can you read?", "Not at all, I'm not the least bit annoyed."),
    (.ownership, "I moved another job so that Tom is with you by four.", "Please sit down."),
    (.ownership, "I mended it.", "Please."),
    (.blame, "You should have read the label, you left it in the sun.", "It was not your fault."),
    (.apology, "Excuse us please for the cold food.", "You should be sorry."),
    (.apology, "Our sincere regrets.", "He is sorry."),
    (.clarity, "Press the red button for three seconds.", "It's in there somewhere."),
    (.politeness, "Thank you for waiting.", "Thanks for nothing."),
    (.formality, "Thank you very much for your letter about the replacement card.", "yep thats fine lol"),
  ])
  func `what is meant counts, not the word`(_ signal: ToneSignal, _ more: String, _ less: String) throws {
    let (high, low) = (try value(signal, more), try value(signal, less))
    #expect(high > low + 0.1, "\(signal): \(high) and \(low)")
  }

  @Test func `a letter held down adds nothing beyond a long word`() throws {
    for signal in ToneSignal.allCases {
      let long = try value(signal, "I can help you with " + String(repeating: "a", count: 100))
      let longer = try value(signal, "I can help you with " + String(repeating: "a", count: 400))
      #expect(abs(long - longer) < 0.05, "\(signal)")
    }
  }

  @Test func `the words that moved a signal stand where they were written`() throws {
    let text = "Good morning. I'm sorry, but this is your own fault."
    let reading = try shippedReader().read(Reply(text))
    #expect(reading[.apology].raised.first.map { text[$0.range] } == "sorry")
    #expect(reading[.blame].raised.map { text[$0.range] }.contains("your own fault"))
    #expect(reading[.blame].lowered.allSatisfy { $0.weight < 0 })
  }

  @Test func `an apology that is denied is none`() throws {
    #expect(try value(.apology, "I am not sorry.") < 0.3)
    #expect(try value(.apology, "I am sorry.") > 0.6)
  }

  @Test func `a thing said five times sounds as it does said once`() throws {
    let once = "I will check it and call you at noon."
    let often = Array(repeating: once, count: 5).joined(separator: " ")
    for signal in ToneSignal.allCases {
      #expect(try value(signal, once) == value(signal, often), "\(signal)")
    }
  }

  @Test(arguments: ["", " ", "\n", "...", "\u{FFFD}", "\u{202E}", "asdf qwer zxcv", "123"])
  func `a reply without words shows nothing`(_ text: String) throws {
    let reading = try shippedReader().read(Reply(text), context: Reply("Where is it?"))
    #expect(
      reading.values.enumerated().allSatisfy { ToneSignal.allCases[$0] == .sentiment ? $1 == 0.5 : $1 == 0 })
  }

  @Test func `any bytes give values from 0 to 1 and words inside the text`() throws {
    let reader = try shippedReader()
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = TestGenerator(state: seed)
    for _ in 0..<150 {
      let bytes = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator) & (Bool.random(using: &generator) ? 0x7F : 0xFF)
      }
      let reply = Reply(bytes: bytes)
      let reading = reader.read(reply, context: Reply(bytes: bytes.reversed()))
      #expect(reading.values.allSatisfy { (0...1).contains($0) }, "seed \(seed)")
      let words = ToneSignal.allCases.flatMap { reading[$0].raised + reading[$0].lowered }
      #expect(words.allSatisfy { $0.range.utf8.upperBound <= reply.text.utf8.count }, "seed \(seed)")
    }
  }

  @Test func `a vector of another length counts as none`() throws {
    let reader = try shippedReader()
    let reply = Reply("Thank you for the photos.")
    #expect(
      reader.read(reply, context: nil, vector: [1, 2, 3], contextVector: [1])
        == reader.read(reply, context: nil, vector: [], contextVector: []))
  }

  @Test func `a file that is missing is named`() {
    #expect(throws: ToneTrouble(path: "/nowhere/cues.txt", reason: "cannot be read")) {
      try ToneReader(folder: "/nowhere", encoder: nil)
    }
  }
}

/// The same numbers for the same seed (SplitMix64).
private struct TestGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct `A batch of tone` {
  @Test func `gives a number for each signal`() throws {
    let columns = ToneSignal.allCases.map { $0 == .positiveFraming ? "positive_framing" : $0.rawValue }
    #expect(ToneBatch.results == columns)
    let batch = try ToneBatch(reader: shippedReader())
    #expect(batch.result(["Thank you!", "It came."]).count == columns.count)
    #expect(batch.result(["", ""]).count == columns.count)
  }
}

@Suite struct `The catalogue of tone` {
  @Test func `has one file for each signal`() throws {
    for signal in ToneSignal.allCases {
      let file = try ToneFile(toneFolder, "signals/\(signal.rawValue).tsv")
      var reader = file.fields
      var lines: [String] = []
      while reader.nextLine() { lines.append(reader.nextField().map(reader.text) ?? "") }
      #expect(lines.first == "feature", "\(signal)")
      #expect(lines.count > 2, "\(signal)")
    }
  }
}
