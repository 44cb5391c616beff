/// The scenario that an author begins with: small, whole and free of findings, so that it plays before it is changed.
public enum Starter {
  /// - Parameter name: what the file is called, without its ending; whatever of it is no name is left out.
  public static func scenario(named name: String) -> String {
    let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
    let known = words.first?.first?.isLetter ?? false ? words : ["my"] + words + ["scenario"]
    let title = known.joined(separator: " ")
    return scenario(id: known.joined(separator: "-"), title: title.prefix(1).uppercased() + title.dropFirst())
  }

  private static func scenario(id: String, title: String) -> String {
    """
    # It plays as it is. Change any line; 'touchpoint check' says what is wrong and how to mend it.
    format: service-scenario 1
    id: \(id)
    title: \(title)
    touchpoint: delivery support
    journey_stage: after purchase
    channels: [chat]
    difficulty: 1 of 5
    skills: [empathy, ownership]
    minutes: 5

    customer:
      name: Ines Moreau
      goal: To know when her parcel comes.
      persona: Friendly until nobody answers the question.
      orders:
        A-4412: {item: wooden train set, due: Tuesday, last scan: "depot, Monday evening"}

    mood:
      trust: {start: 50}

    facts: {order_seen: false}
    goal: order_seen

    # What a reply may do. Three or more ways to say it, and the program hears others like them.
    moves:
      apologise:
        like:
          - I am sorry that your parcel is late
          - my apologies for the delay
          - sorry that you had to wait for it
        guided: I am sorry that your parcel is late.
      say_when:
        like:
          - it will be with you on Thursday
          - you get it on Thursday at the latest
          - the depot delivers it on Thursday
        guided: It will be with you on Thursday.
      send_away:
        like:
          - you have to ask the carrier yourself
          - that is not our fault
          - the carrier is to blame for it, not us
        guided: You have to ask the carrier yourself.

    # The stretches of the talk: what the customer says, and what comes of a reply or an act at the desk.
    beats:
      hello:
        channel: chat
        say: "Hello, where is my parcel A-4412? It was due on Tuesday."
        timers:
          - {after: 60s, say: "Are you there?"}
        expect:
          apologise: {mood: trust +10, say: "Thank you. So when does it come?"}
          say_when: {if: order_seen, mood: trust +20, go: solved}
          send_away: {mood: trust -20, say: "I bought it from you, not from the carrier!"}
        do:
          lookup order: {set: order_seen}
        otherwise: {mood: trust -10, say: "I only want to know when it comes."}
        hint: "Look the order up (/lookup order), then say when it comes."

    endings:
      solved: {outcome: success, csat: 5, comment: "Short, kind and clear."}

    rubric:
      empathy: {weight: 40, earn: apologise, better: "I am sorry that your parcel is late."}
      ownership:
        weight: 60
        earn: order_seen and say_when and not send_away
        better: It will be with you on Thursday.

    tests:
      - name: a good talk
        play: ["I am sorry that your parcel is late", /lookup order, It will be with you on Thursday]
        ending: solved

    """
  }
}
