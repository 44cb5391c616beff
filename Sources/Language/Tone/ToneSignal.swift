/// One side of how a reply sounds, from 0 to 1. The catalogue: a signal is a line here and a file in `scoring/tone/signals/`.
public enum ToneSignal: String, Hashable, Sendable, CaseIterable {
  /// Courteous forms: greeting, please, thanks, indirect requests; lowered by orders and bluntness.
  case politeness
  /// Names the customer's feeling, or what the trouble means for them.
  case empathy
  /// Shows in own words what was understood of the customer's case.
  case understanding
  /// Asks to learn more of what happened, how it feels, what is needed.
  case exploration
  /// Friendly and near, as one person to another.
  case warmth
  /// 0 negative, 0.5 neither, 1 positive.
  case sentiment
  /// Anger, insult, contempt, threat.
  case hostility
  /// Lays the fault on the customer.
  case blame
  /// The writer takes the matter into their own hands, and says what they do.
  case ownership
  /// Leaves itself a way out: perhaps, should, I think.
  case hedging
  /// Says what can be done rather than what cannot.
  case positiveFraming = "positive-framing"
  /// Numbers, dates, names and steps rather than vague words.
  case concreteness
  /// Easy to read: short sentences, common words, order.
  case clarity
  /// Written language rather than chat.
  case formality
  /// Says sorry.
  case apology
  /// Says thank you.
  case thanks
  /// The overall service quality of this reply to what the customer wrote.
  case service
}
