import Domain
import FoundationEssentials

/// The word in the column `kind`: what a payload holds. Journals keep these words for ever.
enum RecordKind: String, CaseIterable, Sendable {
  case opened, replied, acted, woke, typed, drafted, discarded, hinted, paused, resumed, left, judged
  case reviewed, disputed, decided, rescored

  /// Whether it says something of a finished session beside its first judgement.
  var isStatement: Bool {
    switch self {
    case .reviewed, .disputed, .decided, .rescored: true
    case .opened, .replied, .acted, .woke, .typed, .drafted, .discarded, .hinted, .paused, .resumed, .left,
      .judged:
      false
    }
  }
}

/// Why a payload is no record, in a few words.
struct PayloadFailure: Error, Hashable, Sendable {
  var reason: String

  init(_ reason: String) { self.reason = reason }
}

/// Records as the journal writes them: a kind and a JSON object with sorted keys.
///
/// An event is `{"at": 0, "opening" | "reply" | "action" | "draft": …}`; a judgement is the whole summary, a statement its value.
enum RecordCoding {
  static func kind(of record: JournalRecord) -> RecordKind {
    switch record {
    case .judged: .judged
    case .reviewed: .reviewed
    case .disputed: .disputed
    case .decided: .decided
    case .rescored: .rescored
    case .event(let event):
      switch event.kind {
      case .opened: .opened
      case .replied: .replied
      case .acted: .acted
      case .woke: .woke
      case .typed: .typed
      case .drafted: .drafted
      case .discarded: .discarded
      case .hinted: .hinted
      case .paused: .paused
      case .resumed: .resumed
      case .left: .left
      }
    }
  }

  static func payload(of record: JournalRecord) throws(PayloadFailure) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      switch record {
      case .judged(let summary): return Array(try encoder.encode(summary))
      case .reviewed(let review): return Array(try encoder.encode(review))
      case .disputed(let dispute): return Array(try encoder.encode(dispute))
      case .decided(let decision): return Array(try encoder.encode(decision))
      case .rescored(let rescoring): return Array(try encoder.encode(rescoring))
      case .event(let event): return Array(try encoder.encode(EventPayload(event)))
      }
    } catch {
      throw PayloadFailure("it cannot be written as JSON")
    }
  }

  static func record(kind: RecordKind, payload: [UInt8]) throws(PayloadFailure) -> JournalRecord {
    switch kind {
    case .judged: return .judged(try decode(SessionSummary.self, payload))
    case .reviewed: return .reviewed(try decode(Review.self, payload))
    case .disputed: return .disputed(try decode(Dispute.self, payload))
    case .decided: return .decided(try decode(Decision.self, payload))
    case .rescored: return .rescored(try decode(Rescoring.self, payload))
    case .opened, .replied, .acted, .woke, .typed, .drafted, .discarded, .hinted, .paused, .resumed, .left:
      let event = try decode(EventPayload.self, payload)
      guard let meaning = event.meaning(as: kind) else { throw PayloadFailure("a field is missing") }
      return .event(SessionEvent(at: event.at, meaning))
    }
  }

  private static func decode<Value: Decodable>(
    _ type: Value.Type, _ payload: [UInt8]
  ) throws(PayloadFailure) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(payload))
    } catch let error as DecodingError {
      throw PayloadFailure(error.shortReason)
    } catch {
      throw PayloadFailure("it is not JSON")
    }
  }
}

/// A session event with its parts beside each other, so that the JSON is plain and can grow.
private struct EventPayload: Codable {
  var at: Milliseconds
  var opening: Opening?
  var reply: ReplyMade?
  var action: ActionTaken?
  var draft: String?

  init(_ event: SessionEvent) {
    at = event.at
    switch event.kind {
    case .opened(let opening): self.opening = opening
    case .replied(let reply): self.reply = reply
    case .acted(let action): self.action = action
    case .drafted(let line): draft = line
    case .woke, .typed, .discarded, .hinted, .paused, .resumed, .left: break
    }
  }

  /// Nil when what the kind needs is not there.
  func meaning(as kind: RecordKind) -> SessionEvent.Kind? {
    switch kind {
    case .opened: opening.map { .opened($0) }
    case .replied: reply.map { .replied($0) }
    case .acted: action.map { .acted($0) }
    case .woke: .woke
    case .typed: .typed
    case .drafted: draft.map { .drafted($0) }
    case .discarded: .discarded
    case .hinted: .hinted
    case .paused: .paused
    case .resumed: .resumed
    case .left: .left
    case .judged, .reviewed, .disputed, .decided, .rescored: nil
    }
  }
}

extension DecodingError {
  /// What is wrong and at which key, without the content.
  fileprivate var shortReason: String {
    switch self {
    case .keyNotFound(let key, _): "'\(key.stringValue)' is missing"
    case .valueNotFound(_, let context): "nothing at '\(context.place)'"
    case .typeMismatch(_, let context): "the wrong type at '\(context.place)'"
    case .dataCorrupted(let context):
      context.codingPath.isEmpty ? "it is not JSON" : "an impossible value at '\(context.place)'"
    @unknown default: "it cannot be decoded"
    }
  }
}

extension DecodingError.Context {
  fileprivate var place: String { codingPath.map(\.stringValue).joined(separator: ".") }
}
