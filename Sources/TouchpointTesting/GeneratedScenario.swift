/// Writes scenario files of any size, valid and with something to do in every beat: for benchmarks and limits.
public enum GeneratedScenario {
  /// The moves every generated beat expects; the first leads on.
  public static let moves = ["go_on", "apologise", "take_ownership", "ask_again"]

  /// A scenario whose beats follow each other in a line; `go_on` leads to the next, the last to the success ending.
  ///
  /// - Parameters:
  ///   - id: kebab-case.
  ///   - beats: at least 1.
  public static func text(id: String, beats: Int) -> String {
    let count = max(beats, 1)
    var text = header(id: id)
    for number in 1...count { text += beat(number, last: number == count) }
    return text + footer
  }

  /// A library of about `lines` lines: name and text of each file.
  public static func library(lines: Int, beatsEach: Int = 12) -> [(name: String, text: String)] {
    var files: [(name: String, text: String)] = []
    var total = 0
    while total < lines {
      let id = "generated-\(files.count + 1)"
      let text = text(id: id, beats: beatsEach)
      files.append(("\(id).yaml", text))
      total += text.utf8.count { $0 == UInt8(ascii: "\n") }
    }
    return files
  }

  private static func header(id: String) -> String {
    """
    format: service-scenario 1
    id: \(id)
    title: A long afternoon at the counter
    touchpoint: delivery support
    journey_stage: after purchase
    channels: [chat, phone]
    difficulty: 2 of 5
    skills: [empathy, ownership]
    minutes: 10
    customer:
      name: Ines Moreau
      persona: Patient, but counts every turn.
      goal: To hear where the parcel is and what happens next.
      orders:
        A-4412: {item: wooden train set, paid: 64.90 EUR}
    knowledge:
      KB-1: Never promise a delivery date.
    policy:
      refund: {limit: 40 EUR, needs: seen}
    mood:
      trust: {start: 50}
    facts: {seen: false}
    moves:
      go_on:
        like: ["let us go on to the next step", "shall we continue", "the next step is this one"]
        guided: Let us go on to the next step.
      apologise:
        like: ["I am sorry about the delay", "my apologies for the wait", "sorry you had to chase this"]
        guided: I am sorry about the delay.
      take_ownership:
        like: ["leave this with me", "I will take care of it", "I am on it"]
        guided: Leave this with me.
      ask_again:
        like: ["what is your order number", "please describe the problem again", "who are you"]
        guided: What is your order number?
    goal: seen
    beats:

    """
  }

  private static func beat(_ number: Int, last: Bool) -> String {
    """
      beat_\(number):
        channel: \(number % 2 == 1 ? "chat" : "phone")
        say: "Step \(number): what happens now?"
        timers:
          - {after: 60s, say: "Hello?", mood: trust -2}
        expect:
          go_on: {mood: trust +1, go: \(last ? "done" : "beat_\(number + 1)")}
          apologise: {mood: trust +2, say: "Thank you."}
          take_ownership: {mood: trust +2}
          ask_again: {mood: trust -3, say: "You have that already."}
        do:
          lookup order: {set: seen}
        otherwise: {say: "Pardon?", go: gave_up, after_tries: 9}

    """
  }

  private static let footer = """
    endings:
      done: {outcome: success, csat: from trust, comment: "It took long, but they stayed with it."}
      gave_up: {outcome: failure, csat: 1}
    rubric:
      empathy: {weight: 50, earn: apologise}
      ownership: {weight: 50, earn: take_ownership}
    critical:
      - {never: refund, before: seen, because: KB-1}
    tests:
      - name: goes straight through the first step
        play: ["let us go on to the next step"]

    """
}
