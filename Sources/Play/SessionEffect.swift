import Domain

/// What the runner has to show or arrange after an event. Values, never closures.
public enum SessionEffect: Hashable, Sendable {
  /// The customer spoke, on this channel.
  case customerSaid(String, on: Channel)
  /// The customer took the reply in and waits for more.
  case customerWaits
  /// The talk moved to another channel, in the same thread.
  case handedOff(from: Channel, to: Channel)
  /// What came of an act at the desk.
  case desk(DeskTurn)
  /// The customer is on hold and could not hear the reply.
  case unheard
  /// A hint; free when it was shown before.
  case hint(String, isFree: Bool)
  case ended(Conclusion)
  /// Send `woke` at this time unless something else happens before; nil: nothing is due.
  case wake(at: Milliseconds?)
}
