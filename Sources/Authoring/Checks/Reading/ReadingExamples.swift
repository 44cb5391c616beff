/// The start that the reading checks' examples share: a small company pack.
enum ReadingExample {
  /// A whole pack file around a few lines.
  static func pack(_ lines: String) -> String {
    """
    format: service-pack 1
    id: parcel-shop
    title: Parcel Shop

    """ + lines
  }
}
