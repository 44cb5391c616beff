/// The channels there are: the table of contents for this folder.
public struct ChannelCatalog: Hashable, Sendable {
  public var channels: [Channel]

  public init(_ channels: [Channel]) { self.channels = channels }

  public static let standard = ChannelCatalog([.chat, .email, .phone, .bot])

  /// The channel with this name, or nil.
  public subscript(_ name: String) -> Channel? { channels.first { $0.name == name } }
}
