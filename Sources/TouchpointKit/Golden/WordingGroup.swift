import Domain

/// The same reply said in several ways, to the same customer on the same channel: each should be worth the same.
public struct WordingGroup: Hashable, Sendable {
  public var name: String
  /// As in a written talk: `chat`, `email`, ...
  public var channel: String
  /// What was said before; empty: nothing.
  public var customer: String
  /// A desk act done before the reply; empty: none.
  public var act: String
  public var versions: [Version]

  /// One way of saying it.
  public struct Version: Hashable, Sendable {
    /// `short`, `formal`, `second language`: how it is said.
    public var manner: String
    public var reply: String

    public init(manner: String, reply: String) {
      self.manner = manner
      self.reply = reply
    }
  }

  public init(
    name: String, channel: String = "chat", customer: String = "", act: String = "", versions: [Version] = []
  ) {
    self.name = name
    self.channel = channel
    self.customer = customer
    self.act = act
    self.versions = versions
  }

  /// Points, in hundredths, between a version and the median of its group that are still "the same".
  public static let widest = 500

  /// Reads `key: text` lines: `group` begins one, then `channel`, `customer`, `act`, and any other key is a manner.
  /// Empty lines and those that begin with `#` are left out.
  ///
  /// - Throws: at the first line that is none of these, or a group with fewer than two versions or an unknown channel.
  public static func groups(in text: String) throws(Unusable) -> [WordingGroup] {
    var groups: [WordingGroup] = []
    let text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, line) in lines.enumerated() {
      guard line.contains(where: { $0 != " " && $0 != "\t" }), !line.hasPrefix("#") else { continue }
      guard let colon = line.firstIndex(of: ":") else {
        throw Unusable(line: index + 1, rule: "a line is 'group: name', 'customer: text' or 'short: text'")
      }
      let key = String(line[..<colon])
      let value = String(line[line.index(after: colon)...].drop { $0 == " " })
      if key == "group" {
        groups.append(WordingGroup(name: value))
      } else if groups.isEmpty {
        throw Unusable(line: index + 1, rule: "a file begins with 'group: name'; '\(key)' belongs to none")
      } else {
        groups[groups.count - 1].take(value, as: key)
      }
    }
    for group in groups { try group.prove() }
    return groups
  }

  private mutating func take(_ value: String, as key: String) {
    switch key {
    case "channel": channel = value
    case "customer": customer = value
    case "act": act = value
    default: versions.append(Version(manner: key, reply: value))
    }
  }

  private func prove() throws(Unusable) {
    guard versions.count >= 2 else {
      throw Unusable(
        line: nil, rule: "group '\(name)' has fewer than two versions, so there is nothing to compare")
    }
    for version in versions { _ = try transcript(version) }
  }

  /// The small talk with one version as its reply, as `score` would read it.
  ///
  /// - Throws: when the channel is unknown, or the reply longer than a written talk may hold.
  public func transcript(_ version: Version) throws(Unusable) -> Transcript {
    var turns: [WrittenTurn] = []
    if !customer.isEmpty { turns.append(WrittenTurn(speaker: "customer", text: customer)) }
    if !act.isEmpty { turns.append(WrittenTurn(speaker: "agent", action: act, outcome: "done")) }
    turns.append(WrittenTurn(speaker: "agent", text: version.reply))
    do throws(WrittenTranscript.Unusable) {
      return try WrittenTranscript(channel: channel, turns: turns).transcript()
    } catch {
      throw Unusable(line: nil, rule: "group '\(name)', \(version.manner): \(error)")
    }
  }

  /// Why a text holds no groups, in words for whoever wrote it.
  public struct Unusable: Error, Hashable, Sendable, CustomStringConvertible {
    /// From 1; nil where a whole group is meant.
    public var line: Int?
    public var rule: String

    public var description: String { line.map { "line \($0): \(rule)" } ?? rule }
  }
}
