import FoundationEssentials

/// One line of JSON, with what is wrong said in a few words.
enum JSONLine {
  /// Decodes a line that was proved by `JSONShape` first, so no line can trap or overflow the decoder.
  static func decode<Value: Decodable>(_ bytes: [UInt8]) throws(WrittenTranscript.Unusable) -> Value {
    try JSONShape.prove(bytes)
    do {
      return try JSONDecoder().decode(Value.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw WrittenTranscript.Unusable(error.inWords ?? JSONBreak.words(in: bytes))
    } catch {
      throw WrittenTranscript.Unusable(JSONBreak.words(in: bytes))
    }
  }
}

extension DecodingError {
  /// What is wrong, and at which key; places in lists are indices. Nil where the line is not JSON at all.
  fileprivate var inWords: String? {
    switch self {
    case .keyNotFound(let key, let context): "'\(context.path)\(key.stringValue)' is missing"
    case .valueNotFound(let type, let context): "\(context.subject) must be \(Self.words(type)), not null"
    case .typeMismatch(let type, let context): "\(context.subject) must be \(Self.words(type))"
    case .dataCorrupted(let context):
      context.codingPath.isEmpty ? nil : "\(context.subject) holds an impossible value"
    @unknown default: "it cannot be decoded"
    }
  }

  private static func words(_ type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a text in quotes"
    case is Double.Type, is Int.Type: "a number without quotes"
    case is Bool.Type: "true or false"
    default: "\(type)".hasPrefix("Dictionary") ? "an object: {…}" : "a list: […]"
    }
  }
}

extension DecodingError.Context {
  /// The keys on the way, each with a point after it.
  fileprivate var path: String {
    codingPath.reduce("") { path, key in
      guard let index = key.intValue else { return "\(path)\(key.stringValue)." }
      return "\(path.dropLast())[\(index)]."
    }
  }

  fileprivate var subject: String { codingPath.isEmpty ? "the line" : "'\(path.dropLast())'" }
}
