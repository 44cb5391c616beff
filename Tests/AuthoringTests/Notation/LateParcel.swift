/// The example of the notation, an original of this project.
let lateParcel = ##"""
  format: service-scenario 1
  id: late-birthday-parcel
  title: The birthday parcel
  touchpoint: delivery support
  journey_stage: after purchase
  channels: [bot, chat, phone, email]
  difficulty: 3 of 5
  skills: [empathy, ownership, identity check, policy, hand-off]
  minutes: 12
  language: en
  uses: [packs/parcel-shop]                  # shared moves, articles and policies of the company

  customer:
    name: Ines Moreau
    persona: Polite until she has to repeat herself. Short lines. Dislikes excuses.
    crm: {tier: gold, customer_since: 2019-03-02, contacts_last_30_days: 2}
    orders:
      A-4412: {item: wooden train set, paid: 64.90 EUR, due: Tuesday, last_scan: depot Monday evening}

  knowledge:
    KB-17: No scan for 48 hours means open a trace, then resend or refund. Never promise a delivery date.
    KB-22: On the phone, confirm full name and postcode before you talk about an order.
  policy:
    refund: {limit: 40 EUR, needs: identity_ok, over_limit: escalate}
    resend: {needs: order_seen and identity_ok}
    escalate: {to: team lead, mood: patience -5}
    hold: {limit: 120s}

  mood:                                      # 0 to 100; the trainee sees only the customer's words
    patience: {start: 60, every_turn: -4, every_minute: -5, at_zero: gave_up}
    trust: {start: 40}
    satisfaction: {start: 30}
  facts: {identity_ok: false, order_seen: false, solved: false}

  moves:                                     # what a reply can mean; one reply may be several moves
    apologise:
      like: ["I am sorry your parcel is late", "my apologies for the delay", "sorry you had to chase this"]
      not_like: ["sorry but", "calm down"]
      guided: I am sorry this parcel is late, and right before a birthday.
    take_ownership:
      like: ["I will take care of this for you", "leave this with me", "I am on it right now"]
      guided: Leave this with me, I will stay on it until it is solved.
    check_identity:
      like: ["can you confirm your full name and postcode", "please tell me your postcode"]
      guided: Before I open the order, can you confirm your full name and postcode?
    explain:
      like: ["the last scan was at the depot on Monday", "the carrier lost track of it at the depot"]
      guided: The last scan was at the depot on Monday and nothing since.
    ask_again:
      like: ["what is your order number", "please describe the problem again"]
      guided: What is your order number, and what is the problem?
    promise_date:
      like: ["it will definitely arrive tomorrow", "I guarantee you get it tomorrow"]
      guided: Do not worry, it will definitely arrive tomorrow.
    sum_up:
      like: ["to sum up a new parcel is on its way", "here is what happens next"]
      guided: To sum up, a new train set is on its way and I will e-mail you the tracking link.

  start: hello
  beats:
    hello:
      channel: bot -> chat                   # same thread; the bot transcript stays visible
      say:                                   # one variant per play, chosen by the seed
        - "Your bot just sent me in circles. A-4412 was due Tuesday and the birthday is tomorrow!"
        - "A person, finally. Where is A-4412? It was due Tuesday, and the party is tomorrow."
      timers:
        - {after: 60s, say: "Hello? Anyone there?", mood: patience -12}
      expect:
        apologise: {mood: trust +8 satisfaction +6}
        take_ownership: {mood: trust +8}
        ask_again: {mood: patience -15 trust -6, say: "It is all in the bot chat. A-4412. Please read it."}
      do:
        lookup order: {set: order_seen, mood: patience +4}
      next:
        - {if: order_seen and trust >= 45, go: call}
        - {if: turn >= 4, go: cold}
    call:
      channel: chat -> phone                 # the customer asks to talk; hand-off inside the thread
      say: "I am walking to the shop now. Can you ring me instead?"
      expect:
        check_identity: {set: identity_ok, say: "Ines Moreau, 69003."}
        explain: {mood: trust +6, if: identity_ok}
        take_ownership: {mood: trust +4}
        ask_again: {mood: patience -15}
        promise_date: {mood: satisfaction +10, note: Sounds kind, breaks KB-17.}
      do:
        resend: {set: solved, mood: satisfaction +35 trust +10}
        refund: {set: solved, mood: satisfaction +15}
        hold: {mood: patience -6, say: "All right, but be quick."}
        escalate: {go: cold}
      next:
        - {if: solved, go: wrap}
        - {if: turn >= 6, go: cold}
    wrap:
      channel: phone -> email
      say: "Good. Can I have that in writing?"
      expect:
        sum_up: {mood: satisfaction +15, go: recovered}
        promise_date: {mood: trust -5}
      otherwise: {say: "So what exactly happens now?", mood: patience -8, go: settled, after_tries: 2}
    cold:
      channel: chat
      say: "I have heard enough. Tell me one concrete thing you will do."
      expect:
        take_ownership: {mood: trust +5, go: settled}
      otherwise: {go: gave_up, after_tries: 2}

  endings:
    recovered: {outcome: success, csat: from satisfaction, comment: "Ines was sent a new train set the same day."}
    settled: {outcome: partial, csat: from satisfaction}
    gave_up: {outcome: failure, csat: 1, comment: "She cancelled and wrote a one-star review."}

  rubric:                                    # weights add up to 100
    empathy: {weight: 25, earn: apologise, best_before_turn: 2}
    ownership: {weight: 20, earn: take_ownership}
    security: {weight: 20, earn: check_identity}
    resolution: {weight: 20, earn: ending recovered}
    clarity: {weight: 15, earn: explain + sum_up}
  critical:                                  # any one of these fails the attempt whatever the score
    - {never: promise_date, because: KB-17}
    - {never: resend or refund, before: identity_ok, because: KB-22}

  tests:
    - name: model answer
      play: ["So sorry the parcel is late, leave this with me", "/lookup order", "Can you confirm your full name and postcode?",
             "The last scan was at the depot on Monday", "/resend", "To sum up, a new parcel is on its way"]
      ending: recovered
      score: 90..100
    - {name: makes her repeat, play: ["What is your order number?", "ok", "ok", "ok", "hm", "hm"], ending: gave_up, score: 0..20}
    - {name: kind but illegal, play: ["I am sorry", "/lookup order", "/lookup order", "It will definitely arrive tomorrow"], critical: promise_date}
  translations:
    fr: late-birthday-parcel.fr.yaml         # made by `extract`; stale lines are reported when this file changes

  """##
